"""The links between bars: who goes from one vessel to the next, and what is only dated by another event."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from tracker.domain.stays import Stay
from tracker.domain.times import Sense
from tracker.timeline.plans.plan import Bar, Link


def links_of(bars: Sequence[Bar], stays: Iterable[tuple[int, Stay]]) -> tuple[Link, ...]:
    """`stays` tells which of the bars are somebody's stays."""
    return (*_ties(bars), *_transfers(bars, stays))


def _ties(bars: Sequence[Bar]) -> Iterator[Link]:
    """From a bar that begins, or ends, before or after an event to that event."""
    hanging = (bar for bar in bars if bar.hangs_on("start") or bar.hangs_on("end"))
    for bar in hanging:
        inner = ((bar.start_lower, bar.start_upper), (bar.end_lower, bar.end_upper))
        for time, (lower, upper) in dict.fromkeys(zip(bar.said, inner, strict=True)):
            if time is not None and time.anchor and not bar.is_plan_of_actual:
                when = upper if time.sense is Sense.BEFORE else lower
                yield Link(bar.key, time.anchor, when, when, source_lane=bar.lane, is_tie=True)


def _transfers(bars: Sequence[Bar], stays: Iterable[tuple[int, Stay]]) -> Iterator[Link]:
    """From a lane in which somebody's stay ends with an event to that in which the next one begins with it."""
    begun: defaultdict[tuple[str, str], list[Bar]] = defaultdict(list)
    ended: list[tuple[tuple[str, str], Bar]] = []
    for place, stay in stays:
        begun[stay.person, stay.start_event].append(bars[place])
        if stay.end_event:
            ended.append(((stay.person, stay.end_event), bars[place]))
    for key, bar in ended:
        for following in begun[key]:
            if following.lane != bar.lane:
                yield Link(
                    bar.key,
                    following.key,
                    (bar.end_lower + bar.end_upper) / 2,
                    (following.start_lower + following.start_upper) / 2,
                    bar.lane,
                    following.lane,
                )
