"""When the clocks and the calendar of a zone show round values: every second, hour, day, month or year of a step."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache

from tracker.domain.times import EPOCH, from_seconds
from tracker.timeline.times.scale import FIRST, LAST

YEAR = 366 * 86_400.0


@dataclass(frozen=True, slots=True)
class Step:
    """So many of a unit; `span` is its shortest length in seconds."""

    unit: str
    count: int
    span: float


def instant(local: datetime) -> float | None:
    """Seconds since 1970 of a local time; None for one that the clocks skip."""
    time = (local - EPOCH).total_seconds()
    back = from_seconds(time).astimezone(local.tzinfo)
    if back.replace(tzinfo=None) == local.replace(tzinfo=None):
        return time
    # Where the clocks skip midnight, the day begins as they do; other times they skip are no ticks.
    return time if (local.hour, local.minute, local.second) == (0, 0, 0) else None


def locals_of(start: float, end: float, step: Step, zone: tzinfo) -> Iterator[datetime]:
    """Candidates in local time, beginning safely before `start`."""
    first, last = (from_seconds(min(max(FIRST - YEAR, time), LAST + YEAR)).astimezone(zone) for time in (start, end))
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


def _clocks(first: datetime, last: datetime, step: Step, zone: tzinfo) -> list[datetime]:
    """Every moment at which the clocks show a multiple of the step. The hour that they show twice is
    marked twice, but not by steps of several hours: there the two would stand too close.
    """
    span = timedelta(seconds=step.span)
    start, end = first.astimezone(UTC) - span, last.astimezone(UTC) + span
    once = step.unit == "hour" and step.count > 1
    found: list[datetime] = []
    for offset in _offsets(start, end, zone):
        midnight = (start + offset).replace(hour=0, minute=0, second=0, microsecond=0)
        clock = midnight + (start + offset - midnight) // span * span
        while clock <= end + offset:
            local = (clock - offset).astimezone(zone)
            if local.utcoffset() == offset and not (once and local.fold):
                found.append(local)
            clock += span
    return sorted(found, key=lambda local: local.astimezone(UTC))


def _offsets(start: datetime, end: datetime, zone: tzinfo) -> set[timedelta]:
    """The differences from UTC between two times; none holds for less than a day."""
    days = range((end - start).days + 2)
    moments = (min(start + timedelta(days=n), end) for n in days)
    return {moment.astimezone(zone).utcoffset() or timedelta() for moment in moments}
