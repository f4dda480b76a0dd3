"""Stretches of time in which bars are seen as a whole."""

from collections.abc import Iterable
from math import isfinite

from tracker.timeline.plans.plan import Bar

Span = tuple[float, float]


def known(bar: Bar, home: Span) -> Span:
    """The finite part of a bar; an open end reaches to that of the home range."""
    lower, upper = bar.start_lower, bar.end_upper
    first = lower if isfinite(lower) else min(home[0], upper)
    last = upper if isfinite(upper) else max(home[1], first)
    return (first if isfinite(first) else last), last


def of_all(bars: Iterable[Bar], home: Span) -> Span | None:
    """The known part of all of them; None if there are none."""
    spans = [known(bar, home) for bar in bars]
    return (min(span[0] for span in spans), max(span[1] for span in spans)) if spans else None


def as_long(span: Span, length: float) -> Span:
    """Of another length about the same middle."""
    middle = (span[0] + span[1]) / 2
    return middle - length / 2, middle + length / 2
