"""Where the axis is marked and what stands there: calendar-right in any zone, from decades to seconds.

The finer row takes the smallest step whose labels do not touch; the coarser row says what they lack.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, tzinfo
from functools import cache

from tracker.domain.show_times import MONTHS
from tracker.domain.times import EPOCH, from_seconds
from tracker.i18n import _
from tracker.timeline.scale import FIRST, LAST, TimeScale

LABEL_GAP = 10.0  # between the end of a label and the next tick
AIR = 1.5  # of a label's width; tighter rows are read with effort
YEAR_SPAN = 366 * 86_400.0


@dataclass(frozen=True, slots=True)
class Step:
    """So many of a unit; `span` is its shortest length in seconds."""

    unit: str
    count: int
    span: float


@dataclass(frozen=True, slots=True)
class Tick:
    time: float
    label: str


def _steps(unit: str, length: float, *counts: int) -> tuple[Step, ...]:
    return tuple(Step(unit, count, length * count) for count in counts)


FINE = (
    *_steps("second", 1, 1, 2, 5, 10, 15, 30),
    *_steps("minute", 60, 1, 2, 5, 10, 15, 30),
    *_steps("hour", 3600, 1, 2, 3, 6, 12),
    *_steps("day", 86_400, 1, 2),
    Step("day", 5, 3 * 86_400.0),  # from the 26th of February to the first of March
    Step("day", 10, 8 * 86_400.0),
    *_steps("month", 28 * 86_400, 1, 3, 6),
    *_steps("year", 365 * 86_400, 1, 2, 5, 10, 20, 50, 100),
)
_WIDEST = {
    "second": "00:00:00",
    "minute": "00:00",
    "hour": "00:00",
    "day": "00",
    "month": "MMM",
    "year": "0000",
}


def coarse_of(step: Step) -> Step:
    """The step of the row above: days over clocks, months over days, years over months, decades."""
    if step.unit in ("second", "minute", "hour"):
        return Step("day", 1, 86_400.0)
    if step.unit == "day":
        return Step("month", 1, 28 * 86_400.0)
    if step.unit == "month":
        return Step("year", 1, 365 * 86_400.0)
    count = 10 if step.count < 10 else 100
    return Step("year", count, 365 * 86_400.0 * count)


def fine_step(scale: TimeScale, text_width: Callable[[str], float]) -> Step:
    """The finest step at which the labels stand clear of one another."""
    for step in FINE:
        room = step.span / scale.seconds_per_pixel
        if room >= _widest(step, text_width) * AIR + LABEL_GAP:
            return step
    return FINE[-1]


def _widest(step: Step, text_width: Callable[[str], float]) -> float:
    if step.unit == "month":
        return max(text_width(_(name)) for name in MONTHS)
    return text_width(_WIDEST[step.unit])


def fine_ticks(scale: TimeScale, step: Step, zone: tzinfo) -> list[Tick]:
    """The ticks in view, and the one before it."""
    return [Tick(t, _fine_label(local, step)) for t, local in _between(scale.start, scale.end, step, zone)]


def coarse_ticks(scale: TimeScale, fine: Step, zone: tzinfo) -> list[Tick]:
    """The ticks of the upper row in view, and the one that begins before it."""
    step = coarse_of(fine)
    return [Tick(t, _coarse_label(local, step)) for t, local in _between(scale.start, scale.end, step, zone)]


def _fine_label(local: datetime, step: Step) -> str:
    if step.unit == "second":
        return local.strftime("%H:%M:%S")
    if step.unit in ("minute", "hour"):
        return local.strftime("%H:%M")
    if step.unit == "day":
        return str(local.day)
    return _(MONTHS[local.month - 1]) if step.unit == "month" else str(local.year)


def _coarse_label(local: datetime, step: Step) -> str:
    if step.unit == "year":
        return str(local.year) if step.count == 1 else f"{local.year}–{local.year + step.count - 1}"
    month = f"{_(MONTHS[local.month - 1])} {local.year}"
    return month if step.unit == "month" else f"{local.day} {month}"


def _between(start: float, end: float, step: Step, zone: tzinfo) -> Iterator[tuple[float, datetime]]:
    """Instants of the step with their local times, from the last one before `start` to `end`."""
    before: tuple[float, datetime] | None = None
    for local in _locals(start, end, step, zone):
        time = _instant(local)
        if time is None:
            continue
        if time > end:
            break
        if time <= start:
            before = (time, local)
            continue
        if before:
            yield before
            before = None
        yield time, local
    if before:
        yield before


def _instant(local: datetime) -> float | None:
    """Seconds since 1970 of a local time; None for one that the clocks skip."""
    time = (local - EPOCH).total_seconds()
    back = from_seconds(time).astimezone(local.tzinfo)
    if back.replace(tzinfo=None) == local.replace(tzinfo=None):
        return time
    # Where the clocks skip midnight, the day begins as they do; other times they skip are no ticks.
    return time if (local.hour, local.minute, local.second) == (0, 0, 0) else None


def _locals(start: float, end: float, step: Step, zone: tzinfo) -> Iterator[datetime]:
    """Candidates in local time, beginning safely before `start`."""
    first = from_seconds(max(FIRST - YEAR_SPAN, start)).astimezone(zone)
    last = from_seconds(min(LAST + YEAR_SPAN, end)).astimezone(zone)
    if step.unit == "year":
        for year in range(first.year // step.count * step.count, last.year + 1, step.count):
            yield datetime(year, 1, 1, tzinfo=zone)
    elif step.unit == "month":
        yield from _months(first, last, step.count, zone)
    elif step.unit == "day":
        yield from _days(first, last, step.count, zone)
    else:
        yield from _clocks(first, last, step, zone)


def _months(first: datetime, last: datetime, count: int, zone: tzinfo) -> Iterator[datetime]:
    index = first.year * 12 + (first.month - 1) // count * count
    while index <= last.year * 12 + last.month - 1:
        yield datetime(index // 12, index % 12 + 1, 1, tzinfo=zone)
        index += count


@cache
def _month_days(count: int) -> tuple[int, ...]:
    """The days of a month that are marked: none so near its end that it would touch the next first."""
    return tuple(range(1, 32)) if count == 1 else tuple(range(1, 32 - count, count))


def _days(first: datetime, last: datetime, count: int, zone: tzinfo) -> Iterator[datetime]:
    for month in _months(first, last, 1, zone):
        following = (month.replace(tzinfo=None) + timedelta(days=32)).replace(day=1)
        length = (following - month.replace(tzinfo=None)).days
        for day in _month_days(count):
            if day <= length:
                yield month.replace(day=day)


def _clocks(first: datetime, last: datetime, step: Step, zone: tzinfo) -> Iterator[datetime]:
    span = int(step.span)
    local = first.replace(tzinfo=None)
    midnight = local.replace(hour=0, minute=0, second=0, microsecond=0)
    passed = int((local - midnight).total_seconds()) // span * span
    moment = midnight + timedelta(seconds=passed)
    if step.unit == "hour":
        moment -= timedelta(seconds=-(-10_800 // span) * span)  # clocks that go back show an hour twice
    while moment <= last.replace(tzinfo=None) + timedelta(hours=3):
        yield moment.replace(tzinfo=zone)
        moment += timedelta(seconds=span)
