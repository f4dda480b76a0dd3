"""What a person types as a time: `5 Oct 2021 12:22 Moscow`, `about April 2021`, `before docking`.

Everything that `show_times.show` writes is understood, and everything in the canonical form.
What is coarser than a minute has no zone: a day is the UTC day. Of a clock time that comes twice,
when the clocks are put back, the first is taken; whoever means the second writes the offset (UTC-6).
"""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from tracker.domain import edtf, zones
from tracker.domain.show_times import SENSES, clock, date
from tracker.domain.times import EPOCH, UNKNOWN, Precision, Sense, VagueTime
from tracker.domain.typed_dates import date_of
from tracker.i18n import N_, _

EventNamed = Callable[[str], str]
"""Gives the id of the event of that name, or raises ValueError with a sentence."""

_WORDS = {
    Sense.NOT_EARLIER: (SENSES[Sense.NOT_EARLIER], "net {time}", "from {time}", "since {time}"),
    Sense.NOT_LATER: (SENSES[Sense.NOT_LATER], "nlt {time}", "by {time}", "until {time}"),
    Sense.BEFORE: (SENSES[Sense.BEFORE], "before: {time}", "before:{time}"),
    Sense.AFTER: (SENSES[Sense.AFTER], "after: {time}", "after:{time}"),
}
_ABOUT = (
    N_("about {time}"),
    "around {time}",
    "circa {time}",
    "c. {time}",
    "ca. {time}",
    "ca {time}",
    "~{time}",
    "{time}~",
)
_CLOCK = re.compile(r"(?P<date>.+?)(?:[ ,]+|T)(?P<hour>\d\d?):(?P<minute>\d\d)(?::(?P<second>\d\d))? ?(?P<zone>.*)")
_OFFSET = re.compile(r"(?:utc|gmt)? ?(?P<sign>[+\-−])(?P<hours>\d\d?)(?::?(?P<minutes>[0-5]\d))?", re.IGNORECASE)


def understand(text: str, zone: tzinfo = UTC, event_named: EventNamed | None = None) -> VagueTime | None:
    """The time that a text means; None for an empty one. ValueError with a sentence if it means none.

    A zone in the text wins over `zone`.
    """
    text = " ".join(text.split())
    if not text:
        return None
    if text.casefold() in ("?", "unknown", _("unknown").casefold()):
        return UNKNOWN
    for sense, words in _WORDS.items():
        for template in words:
            if rest := _inside(template, text):
                return _related(sense, rest, text, zone, event_named)
    return _canonical(text) or _vague(text, Sense.AT, zone)


def _inside(template: str, text: str) -> str:
    """What stands in the place of {time}, for the English wording and the translated one."""
    for wording in dict.fromkeys((template, _(template))):
        first, _time, last = wording.partition("{time}")
        end = len(text) - len(last)
        around = text[: len(first)] + text[end:]
        if around.casefold() == (first + last).casefold() and end > len(first):
            return text[len(first) : end].strip()
    return ""


def _related(sense: Sense, rest: str, text: str, zone: tzinfo, event_named: EventNamed | None) -> VagueTime:
    if sense in (Sense.NOT_EARLIER, Sense.NOT_LATER):
        return _vague(rest, sense, zone)
    if event_named is not None:
        return VagueTime(sense=sense, anchor=_event(rest, zone, event_named))
    if text.startswith(f"{sense}:"):
        return VagueTime(sense=sense, anchor=rest)
    raise ValueError(_("“{text}” needs an event, and none are known here.").format(text=text))


def _event(name: str, zone: tzinfo, event_named: EventNamed) -> str:
    try:
        return event_named(name)
    except ValueError:
        if _is_stated(name, zone):
            raise ValueError(
                _("Write “not earlier than” or “not later than” with a date such as {date}.").format(date=name)
            ) from None
        raise


def _is_stated(text: str, zone: tzinfo) -> bool:
    try:
        return bool(_stated(text, zone))
    except ValueError:
        return False


def _vague(text: str, sense: Sense, zone: tzinfo) -> VagueTime:
    for template in _ABOUT:
        if rest := _inside(template, text):
            return replace(_stated(rest, zone), approximate=True, sense=sense)
    return replace(_stated(text, zone), sense=sense)


def _stated(text: str, zone: tzinfo) -> VagueTime:
    canonical = _canonical(text)
    if canonical is None or canonical != VagueTime(canonical.start or EPOCH, canonical.precision):
        return _typed(text, zone)
    return canonical


def _canonical(text: str) -> VagueTime | None:
    try:
        return edtf.read(text)
    except ValueError:
        return None  # whoever reads it as typed says what is wrong


def _typed(text: str, zone: tzinfo) -> VagueTime:
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
