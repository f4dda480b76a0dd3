"""Slip: by how much an event came later than it was first planned, or earlier; no finer than both times are known."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import zip_longest

from tracker.domain.book import Book
from tracker.domain.elapsed import signed
from tracker.domain.moments import time_of
from tracker.domain.records import Event
from tracker.domain.times import OPEN, Bounds, Precision, Sense, VagueTime, floored, seconds
from tracker.i18n import _

_MONTHS = {Precision.MONTH: 1, Precision.YEAR: 12}


@dataclass(frozen=True, slots=True)
class Slip:
    """So many seconds, or calendar months and years, which have no fixed length; negative for earlier."""

    count: int
    precision: Precision
    approximate: bool = False

    def __str__(self) -> str:
        text = signed(self.count, self.precision)
        return _("about {time}").format(time=text) if self.approximate else text

    @property
    def sort_key(self) -> float:
        return self.count * {Precision.MONTH: 30.44 * 86_400, Precision.YEAR: 365.25 * 86_400}.get(self.precision, 1)


def slip(first: VagueTime | None, last: VagueTime | None) -> Slip | None:
    """From the first plan to what came of it, counted in the coarser of their units.

    None where nothing can be said: a time is missing, open at one side or derived from another event.
    """
    if first is None or last is None or first.start is None or last.start is None:
        return None
    if {first.sense, last.sense} != {Sense.AT}:
        return None
    precision = max(first.precision, last.precision)
    start, end = floored(first.start, precision), floored(last.start, precision)
    months = (end.year - start.year) * 12 + end.month - start.month
    count = months // _MONTHS[precision] if precision in _MONTHS else seconds(end) - seconds(start)
    return Slip(count, precision, first.approximate or last.approximate)


def slip_of(book: Book, event: Event) -> Slip | None:
    """From the first plan to what came of it, or to the plan of now where that is another one."""
    plans = plans_of(book, event)
    return slip(plans[0], time_of(event)) if plans and (event.actual or len(plans) > 1) else None


def plans_of(book: Book, event: Event) -> list[VagueTime]:
    """What was planned one after the other, that of now last. A plan that was only made more exact counts once."""
    told = [*book.earlier_plans.get(event.id, ()), *((event.planned,) if event.planned else ())]
    if len(told) < 2:  # nearly all, and a start asks this of every event there is
        return told
    return [plan for plan, later in zip_longest(told, told[1:]) if later is None or not _refines(later, plan)]


def _refines(later: VagueTime, earlier: VagueTime) -> bool:
    """Whether the later one says the same, or only more exactly."""
    return later == earlier or (later.bounds() != OPEN and _within(later.bounds(), earlier.bounds()))


def _within(inner: Bounds, outer: Bounds) -> bool:
    starts = outer.lower is None or (inner.lower is not None and inner.lower >= outer.lower)
    ends = outer.upper is None or (inner.upper is not None and inner.upper <= outer.upper)
    return starts and ends
