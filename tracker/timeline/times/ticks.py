"""Where the axis is marked and what stands there: calendar-right in any zone, from decades to seconds.

The finer row takes the smallest step whose labels do not touch; the coarser row says what they lack.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, tzinfo
from functools import lru_cache
from math import floor

from tracker.domain.show_times import MONTHS, Style, date, day, manner, month
from tracker.domain.times import Precision
from tracker.i18n import _
from tracker.timeline.times.local_times import Step, instant, locals_of
from tracker.timeline.times.scale import TimeScale

LABEL_GAP = 10.0  # between the end of a label and the next tick
AIR = 1.5  # of a label's width; tighter rows are read with effort
BLOCK = 64  # ticks that are worked out together


@dataclass(frozen=True, slots=True)
class Tick:
    """A mark of the axis. One that `is_mark` begins a coarser unit; `short` is its label where room is scarce."""

    time: float
    label: str
    is_mark: bool = False
    short: str = ""


Maker = Callable[[float, datetime, Step], Tick]


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
    return _between(scale.start, scale.end, step, zone, _fine_tick)


def coarse_ticks(scale: TimeScale, fine: Step, zone: tzinfo) -> list[Tick]:
    """The ticks of the upper row in view, and the one that begins before it."""
    return _between(scale.start, scale.end, coarse_of(fine), zone, _coarse_tick)


def _fine_tick(time: float, local: datetime, step: Step) -> Tick:
    return Tick(time, _fine_label(local, step))


def _coarse_tick(time: float, local: datetime, step: Step) -> Tick:
    return Tick(time, _coarse_label(local, step), True, _short_label(local, step))


def _fine_label(local: datetime, step: Step) -> str:
    if step.unit == "second":
        return local.strftime("%H:%M:%S")
    if step.unit in ("minute", "hour"):
        return local.strftime("%H:%M")
    if step.unit == "day":
        return str(local.day)
    return month(local) if step.unit == "month" else str(local.year)


def _coarse_label(local: datetime, step: Step) -> str:
    if step.unit == "year":
        return str(local.year) if step.count == 1 else f"{local.year}–{local.year + step.count - 1}"
    return date(local, Precision.MONTH if step.unit == "month" else Precision.DAY)


def _short_label(local: datetime, step: Step) -> str:
    if step.unit == "year":
        return str(local.year)
    return month(local) if step.unit == "month" else day(local)


def _between(start: float, end: float, step: Step, zone: tzinfo, make: Maker) -> list[Tick]:
    """The ticks from the last one before `start` to `end`."""
    size = step.span * BLOCK
    blocks = range(floor(start / size) - 1, floor(end / size) + 1)
    ticks = [tick for index in blocks for tick in _block(index, step, zone, make, manner())]
    first = bisect_right(ticks, start, key=_time) - 1
    return ticks[max(0, first) : bisect_right(ticks, end, key=_time)]


def _time(tick: Tick) -> float:
    return tick.time


@lru_cache(maxsize=512)
def _block(index: int, step: Step, zone: tzinfo, make: Maker, _manner: tuple[str, Style]) -> tuple[Tick, ...]:
    """Some neighbouring ticks. Kept, because frame after frame of a movement shows the same ones, in one manner."""
    lower, upper = index * step.span * BLOCK, (index + 1) * step.span * BLOCK
    timed = ((instant(local), local) for local in locals_of(lower, upper, step, zone))
    return tuple(make(time, local, step) for time, local in timed if time is not None and lower <= time < upper)
