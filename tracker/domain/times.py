"""The vague time: an instant known to the second, or only to a month, or only as "before docking".

Stored in UTC. Bounds are half-open, [lower, upper), in whole seconds since 1970 (negative before).
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import IntEnum, StrEnum
from math import floor
from typing import NamedTuple

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Precision(IntEnum):
    """How finely a time is known; a larger number is coarser."""

    SECOND = 0
    MINUTE = 1
    HOUR = 2
    DAY = 3
    MONTH = 4
    YEAR = 5
    UNKNOWN = 6


class Sense(StrEnum):
    """How the stated time relates to the moment meant."""

    AT = "at"
    NOT_EARLIER = "not earlier than"
    NOT_LATER = "not later than"
    BEFORE = "before"
    AFTER = "after"


class Bounds(NamedTuple):
    """The earliest second and the first second too late; None is open."""

    lower: int | None
    upper: int | None


OPEN = Bounds(None, None)
_LENGTHS = {Precision.SECOND: 1, Precision.MINUTE: 60, Precision.HOUR: 3600, Precision.DAY: 86_400}  # in seconds
_FLOORS: dict[Precision, dict[str, int]] = {
    Precision.SECOND: {"microsecond": 0},
    Precision.MINUTE: {"microsecond": 0, "second": 0},
    Precision.HOUR: {"microsecond": 0, "second": 0, "minute": 0},
    Precision.DAY: {"microsecond": 0, "second": 0, "minute": 0, "hour": 0},
    Precision.MONTH: {"microsecond": 0, "second": 0, "minute": 0, "hour": 0, "day": 1},
    Precision.YEAR: {"microsecond": 0, "second": 0, "minute": 0, "hour": 0, "day": 1, "month": 1},
}


@dataclass(frozen=True, slots=True)
class VagueTime:
    """A moment as far as it is known. `start` begins the stated unit, in UTC.

    `anchor` is the id of the event that a BEFORE or AFTER refers to. A time that is
    neither stated nor anchored is unknown; that is a value too ("it happened, nobody says when").
    """

    start: datetime | None = None
    precision: Precision = Precision.UNKNOWN
    approximate: bool = False
    sense: Sense = Sense.AT
    anchor: str = ""

    @property
    def is_unknown(self) -> bool:
        return self.start is None and not self.anchor

    @property
    def has_clock(self) -> bool:
        """Only a minute or finer is shown with a clock and a zone (Launch Library's rule)."""
        return self.precision <= Precision.MINUTE

    @property
    def end(self) -> datetime | None:
        """The end of the stated unit, exclusive."""
        return None if self.start is None else shifted(self.start, self.precision, 1)

    def bounds(self, of_event: Callable[[str], Bounds] | None = None) -> Bounds:
        """When it can have been at the earliest and the latest.

        "About" widens by one unit on either side. `of_event` gives the bounds of an anchor event;
        without it a relative time is open on both sides.
        """
        if self.anchor:
            return self._anchored(of_event(self.anchor) if of_event else OPEN)
        if self.start is None:
            return OPEN
        lower, upper = _unit(self.start, self.precision, slack=1 if self.approximate else 0)
        return Bounds(
            None if self.sense is Sense.NOT_LATER else lower,
            None if self.sense is Sense.NOT_EARLIER else upper,
        )

    def _anchored(self, anchor: Bounds) -> Bounds:
        before = self.sense is Sense.BEFORE
        return Bounds(None, anchor.upper) if before else Bounds(anchor.lower, None)

    @property
    def sort_key(self) -> tuple[int, float, int]:
        """Orders by the stated start, finer first where starts are equal, unknown last."""
        if self.start is None:
            return (2 if self.is_unknown else 1, 0.0, int(self.precision))
        return (0, seconds(self.start), int(self.precision))


UNKNOWN = VagueTime()


def at(start: datetime, precision: Precision = Precision.MINUTE) -> VagueTime:
    """A plain time of the given precision; anything finer is cut off."""
    return VagueTime(floored(start, precision), precision)


def floored(moment: datetime, precision: Precision) -> datetime:
    """The start of the unit of UTC that the moment lies in."""
    return moment.astimezone(UTC).replace(**_FLOORS[precision])  # type: ignore[arg-type]


def shifted(moment: datetime, precision: Precision, units: int) -> datetime:
    """The moment moved by whole units of a precision, calendar months and years included."""
    if precision in _LENGTHS:
        return moment + timedelta(seconds=units * _LENGTHS[precision])
    months = units * (12 if precision is Precision.YEAR else 1)
    year, month = divmod(moment.year * 12 + moment.month - 1 + months, 12)
    return moment.replace(year=year, month=month + 1)


def _unit(start: datetime, precision: Precision, slack: int) -> tuple[int, int]:
    """The first second of a unit of time and the first after it, with so many units more on either side."""
    length = _LENGTHS.get(precision)
    if length:  # no calendar is asked: a start does this for every event there is
        first = seconds(start)
        return first - slack * length, first + (1 + slack) * length
    return seconds(shifted(start, precision, -slack)), seconds(shifted(start, precision, 1 + slack))


def seconds(moment: datetime) -> int:
    """Whole seconds since 1970, negative before it."""
    return floor(moment.timestamp())


def from_seconds(value: float) -> datetime:
    """The moment so many seconds after 1970, in UTC; works before 1970 on every system."""
    return EPOCH + timedelta(seconds=value)
