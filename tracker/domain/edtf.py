"""The written form of a vague time: a small subset of EDTF (ISO 8601-2), and two words of our own.

    2021-10-05T12:22:30Z  2021-10-05T12:22Z  2021-10-05T12Z  2021-10-05  2021-10  2021
    2021-04~              about April 2021
    2021-10-17/..         not earlier than 17 October
    ../2021-10-04         not later than 4 October
    before:ID  after:ID   relative to the event with that id
    unknown               it happened, nobody says when
An empty text is no time at all (None): no plan was made, nothing happened.
"""

import re
from datetime import UTC, datetime

from tracker.domain.times import (
    FIRST_YEAR,
    LAST_YEAR,
    UNKNOWN,
    Precision,
    Sense,
    VagueTime,
)
from tracker.i18n import _

_FORMATS = {
    Precision.SECOND: "%Y-%m-%dT%H:%M:%SZ",
    Precision.MINUTE: "%Y-%m-%dT%H:%MZ",
    Precision.HOUR: "%Y-%m-%dT%HZ",
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
    Precision.YEAR: "%Y",
}
_STATED = re.compile(
    r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?"
    r"(?P<zone>Z|[+-]\d\d:\d\d))?)?)?",
    re.ASCII,
)
_PRECISIONS = dict(zip((19, 16, 13, 10, 7, 4), _FORMATS, strict=True))  # by the length of the text without a zone
_REST = {Precision.DAY: "T00", Precision.MONTH: "-01T00", Precision.YEAR: "-01-01T00"}  # what makes it a moment
_WORDS = {Sense.BEFORE: "before:", Sense.AFTER: "after:"}


def write(time: VagueTime | None) -> str:
    """The canonical text of a time; `read` gives the time back."""
    if time is None:
        return ""
    if time.anchor:
        return _WORDS[time.sense] + time.anchor
    if time.start is None:
        return "unknown"
    stated = time.start.strftime(_FORMATS[time.precision]) + ("~" if time.approximate else "")
    if time.sense is Sense.NOT_EARLIER:
        return stated + "/.."
    return "../" + stated if time.sense is Sense.NOT_LATER else stated


def read(text: str) -> VagueTime | None:
    """The time a canonical text means. ValueError with a sentence for people if it means none."""
    text = text.strip()
    if not text:
        return None
    if text == "unknown":
        return UNKNOWN
    for sense, word in _WORDS.items():
        if text.startswith(word) and len(text) > len(word):
            return VagueTime(sense=sense, anchor=text[len(word) :])
    return _interval(text)


def _interval(text: str) -> VagueTime:
    if text.endswith("/.."):
        return _stated(text[:-3], Sense.NOT_EARLIER)
    if text.startswith("../"):
        return _stated(text[3:], Sense.NOT_LATER)
    return _stated(text, Sense.AT)


def _stated(text: str, sense: Sense) -> VagueTime:
    stated = text.removesuffix("~")
    found = _STATED.fullmatch(stated)
    if found is None:
        raise ValueError(_("“{text}” is not a time in a form like 2021-10-05T12:22Z.").format(text=text))
    zone = found["zone"] or ""
    precision = _PRECISIONS[len(stated) - len(zone)]
    moment = _moment(stated.removesuffix(zone) + _REST.get(precision, "") + (zone or "Z"), text)
    if precision is Precision.HOUR and moment.minute:  # of a zone that is off by half an hour
        raise ValueError(_("“{text}” is no hour of UTC: write it to the minute.").format(text=text))
    return VagueTime(moment, precision, len(stated) < len(text), sense)


def _moment(full: str, text: str) -> datetime:
    check_year(int(full[:4]))
    try:
        moment = datetime.fromisoformat(full).astimezone(UTC)
    except (ValueError, OverflowError) as error:
        raise ValueError(_("“{text}” is not a date of the calendar.").format(text=text)) from error
    check_year(moment.year)
    return moment


def check_year(year: int) -> None:
    """ValueError for a year that the tracker does not go to."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(
            _("The year {year} is outside {first} to {last}.").format(year=year, first=FIRST_YEAR, last=LAST_YEAR)
        )
