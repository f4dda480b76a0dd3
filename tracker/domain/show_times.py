"""The one renderer of times for people: `5 Oct 2021 12:22 UTC`, `about Apr 2021`, `unknown`."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, tzinfo
from typing import NamedTuple

from tracker.domain.times import Precision, Sense, VagueTime
from tracker.domain.zones import label
from tracker.i18n import N_, NC_, _, language

MONTHS = (
    N_("Jan"),
    N_("Feb"),
    N_("Mar"),
    N_("Apr"),
    N_("May"),
    N_("Jun"),
    N_("Jul"),
    N_("Aug"),
    N_("Sep"),
    N_("Oct"),
    N_("Nov"),
    N_("Dec"),
)
BESIDE_A_DAY = (
    NC_("beside a day", "Jan"),
    NC_("beside a day", "Feb"),
    NC_("beside a day", "Mar"),
    NC_("beside a day", "Apr"),
    NC_("beside a day", "May"),
    NC_("beside a day", "Jun"),
    NC_("beside a day", "Jul"),
    NC_("beside a day", "Aug"),
    NC_("beside a day", "Sep"),
    NC_("beside a day", "Oct"),
    NC_("beside a day", "Nov"),
    NC_("beside a day", "Dec"),
)
"""The months again, as some languages have another form of the name there."""


class Style(NamedTuple):
    """How a day, a month, and a day without its year are written; a year is written the same in all."""

    day: str
    month: str
    in_year: str


STYLES = {
    "day": Style("{day} {name} {year}", "{name} {year}", "{day} {name}"),
    "iso": Style("{year}-{month:02}-{day:02}", "{year}-{month:02}", "{month:02}-{day:02}"),
    "month": Style(N_("{name} {day}, {year}"), NC_("in full", "{name} {year}"), N_("{name} {day}")),
    "dots": Style("{day:02}.{month:02}.{year}", "{month:02}.{year}", "{day:02}.{month:02}"),
}
"""The ways to write a date, the usual one first. typed_dates understands them all, whichever is in use."""
USUAL = "day"
SENSES = {
    Sense.AT: "{time}",
    Sense.NOT_EARLIER: N_("not earlier than {time}"),
    Sense.NOT_LATER: N_("not later than {time}"),
    Sense.BEFORE: N_("before {time}"),
    Sense.AFTER: N_("after {time}"),
}

_style = STYLES[USUAL]


def use(style: str) -> None:
    """Dates are written in one of STYLES from now on; what is shown already has to be shown anew."""
    global _style
    _style = STYLES[style]


def manner() -> tuple[str, Style]:
    """All that a date's text depends on beside the date, for who keeps such texts."""
    return language(), _style


def show(
    time: VagueTime | None,
    zone: tzinfo = UTC,
    event_name: Callable[[str], str] = str,
) -> str:
    """The time in words, in a zone that is always written where there is a clock.

    What is coarser than a minute has no clock and no zone, and stays the UTC date it was given as.
    `event_name` names the event that a relative time hangs on. None gives an empty text.
    """
    if time is None:
        return ""
    if time.is_unknown:
        return _("unknown")
    stated = event_name(time.anchor) if time.anchor else _stated(time, zone)
    if time.approximate:
        stated = _("about {time}").format(time=stated)
    return _(SENSES[time.sense]).format(time=stated)


def _stated(time: VagueTime, zone: tzinfo) -> str:
    assert time.start is not None
    if not time.has_clock:
        return date(time.start, time.precision)
    local = time.start.astimezone(zone)
    return f"{date(local)} {clock(local, time.precision)} {label(zone, time.start)}"


def date(moment: datetime, precision: Precision = Precision.DAY, style: Style | None = None) -> str:
    """The calendar part alone: 5 Oct 2021, Oct 2021, 2021; in the style in use, or another."""
    if precision is Precision.YEAR:
        return str(moment.year)
    used = style or _style
    return _filled(used.month, moment, MONTHS) if precision is Precision.MONTH else _filled(used.day, moment)


def day(moment: datetime) -> str:
    """The day without its year: 5 Oct."""
    return _filled(_style.in_year, moment)


def month(moment: datetime) -> str:
    """The month as it stands alone, by its name in every style: Oct."""
    return _(MONTHS[moment.month - 1])


def _filled(form: str, moment: datetime, months: Sequence[str] = BESIDE_A_DAY) -> str:
    name = _(months[moment.month - 1])
    return _(form).format(day=moment.day, month=moment.month, name=name, year=moment.year)


def clock(moment: datetime, precision: Precision = Precision.MINUTE) -> str:
    """The clock part alone: 12:22 or 12:22:30."""
    return moment.strftime("%H:%M:%S" if precision is Precision.SECOND else "%H:%M")
