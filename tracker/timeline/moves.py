"""What a drag makes of a time: moved by whole units of its precision, never made finer or coarser."""

from dataclasses import replace

from tracker.domain.times import FIRST_YEAR, LAST_YEAR, Precision, VagueTime, shifted

_MEAN = {
    Precision.SECOND: 1.0,
    Precision.MINUTE: 60.0,
    Precision.HOUR: 3600.0,
    Precision.DAY: 86_400.0,
    Precision.MONTH: 30.44 * 86_400.0,
    Precision.YEAR: 365.25 * 86_400.0,
}


def moved_time(time: VagueTime, shift: float) -> VagueTime:
    """The time so many seconds later, rounded to its own unit; one that is not stated stays as it is."""
    if time.start is None:
        return time
    start = shifted(time.start, time.precision, round(shift / _MEAN[time.precision]))
    return replace(time, start=start) if FIRST_YEAR <= start.year <= LAST_YEAR else time
