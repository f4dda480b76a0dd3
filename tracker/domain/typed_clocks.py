"""A typed date with its clock and zone: `5 Oct 2021 12:22 Moscow`, `2021-10-05 15:22+03:00`."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from tracker.domain import edtf, zones
from tracker.domain.show_times import clock, date
from tracker.domain.times import Precision, VagueTime
from tracker.domain.typed_dates import date_of
from tracker.i18n import _

_CLOCK = re.compile(r"(?P<date>.+?)(?:[ ,]+|T)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))? ?(?P<zone>.*)")
_OFFSET = re.compile(r"(?:utc|gmt)? ?(?P<sign>[+\-−])(?P<hours>\d\d?)(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE)


def typed(text: str, zone: tzinfo) -> VagueTime:
    """The time of a date with or without a clock. ValueError with a sentence if it is none."""
    found = _CLOCK.fullmatch(text)
    day = date_of(found["date"].rstrip(",") if found else text)
    if day is None or (found and day[1] is not Precision.DAY):
        raise ValueError(
            _(
                "“{text}” is not a time I can read: write it like 2021-10-05 12:22, 5 Oct 2021, "
                "Oct 2021, about 2021 or unknown."
            ).format(text=text)
        )
    if found is None:
        return VagueTime(*day)
    return _with_clock(day[0], found, _zone(found["zone"], zone))


def _with_clock(day: datetime, found: re.Match[str], zone: tzinfo) -> VagueTime:
    precision = Precision.SECOND if found["second"] else Precision.MINUTE
    try:
        hour, minute, second = (int(found[part] or 0) for part in ("hour", "minute", "second"))
        wall = day.replace(hour=hour, minute=minute, second=second, tzinfo=zone)
    except ValueError as error:
        spelt = found[0][found.start("hour") :].partition(" ")[0]
        raise ValueError(_("“{text}” is not a time of the clock.").format(text=spelt)) from error
    moment = _utc(wall)
    edtf.check_year(moment.year)
    if precision is Precision.MINUTE:  # old zones are off by seconds: the minute that begins there
        moment += timedelta(seconds=-moment.second % 60)
    return VagueTime(moment, precision)


def _utc(wall: datetime) -> datetime:
    zone = wall.tzinfo or UTC
    moment = wall.astimezone(UTC)
    if moment.astimezone(zone) != wall:  # of one zone: the walls are compared, not the moments
        raise ValueError(
            _("{clock} on {date} does not exist in {zone}: the clocks were put forward.").format(
                clock=clock(wall), date=date(wall), zone=zones.name(zone)
            )
        )
    return moment


def _zone(text: str, otherwise: tzinfo) -> tzinfo:
    """The zone of `Moscow`, `UTC+3` or `Moscow (UTC+3)`, of which the offset decides."""
    if text.endswith(")") and "(" in text:
        text = text.rpartition("(")[2].removesuffix(")")
    if not text:
        return otherwise
    offset = _OFFSET.fullmatch(text)
    if offset is None:
        return zones.zone(text)
    size = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
    if size > timedelta(hours=14):
        raise ValueError(_("“{text}” is further from UTC than any zone.").format(text=text))
    return timezone(size if offset["sign"] == "+" else -size)
