"""What a drag makes of a time: moved by whole units of its precision, never made finer or coarser; or a new one,
known as finely as the drag was wide.
"""

from dataclasses import replace
from math import log

from tracker.domain.times import FIRST_YEAR, LAST_YEAR, Precision, VagueTime, at, from_seconds, seconds, shifted

_MEAN = {
    Precision.SECOND: 1.0,
    Precision.MINUTE: 60.0,
    Precision.HOUR: 3600.0,
    Precision.DAY: 86_400.0,
    Precision.MONTH: 30.44 * 86_400.0,
    Precision.YEAR: 365.25 * 86_400.0,
}
_MANY = {
    Precision.SECOND: 60,
    Precision.MINUTE: 60,
    Precision.HOUR: 24,
    Precision.DAY: 7,
    Precision.MONTH: 12,
    Precision.YEAR: 10,
}
_ABOUT = 3  # units: "about" reaches one further on either side
_READABLE = 4.0  # pixels
_NEW = (Precision.SECOND, Precision.MINUTE, Precision.DAY, Precision.MONTH, Precision.YEAR)


def moved_time(time: VagueTime, shift: float) -> VagueTime:
    """The time so many seconds later, rounded to its own unit; one that is not stated stays as it is."""
    return stepped_time(time, round(shift / _MEAN[time.precision])) if time.start is not None else time


def stepped_time(time: VagueTime, units: int) -> VagueTime:
    """The time so many of its own units later, as far as there are years."""
    if time.start is None:
        return time
    start = shifted(time.start, time.precision, units)
    return replace(time, start=start) if FIRST_YEAR <= start.year <= LAST_YEAR else time


def many_units(time: VagueTime, steps: int) -> int:
    """As many of its own units as make the next coarser one, or about that."""
    return steps * _MANY.get(time.precision, 1)


def new_time(first: float, last: float, finest: Precision) -> VagueTime:
    """What a drag from one time to another draws: a clock time at its end, or the day, month or year it is about.

    A drag over three days, months or years draws "about" the middle one.
    """
    width = max(1.0, abs(last - first))
    choices = [(p, False) for p in _NEW if p >= finest] + [(p, True) for p in _NEW if p >= Precision.DAY]
    precision, is_about = min(choices, key=lambda one: abs(log(_MEAN[one[0]] * (_ABOUT if one[1] else 1) / width)))
    moment = last if precision <= Precision.MINUTE else (first + last) / 2
    return replace(at(from_seconds(moment), precision), approximate=is_about)


def time_at(moment: float, seconds_per_pixel: float) -> VagueTime:
    """What a place in the view says: the finest of clock time, day, month and year that a hand can point at."""
    finest = _READABLE * seconds_per_pixel
    return at(from_seconds(moment), next((p for p in _NEW[1:] if _MEAN[p] >= finest), Precision.YEAR))


def begins_unit(time: float, precision: Precision) -> bool:
    """Whether a time of that precision can begin just there."""
    moment = from_seconds(time)
    return seconds(at(moment, precision).start or moment) == time
