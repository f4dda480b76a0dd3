"""The calendar part of a typed time: `2021-10-05`, `5 Oct 2021`, `05.10.2021`, `October 5, 2021`, `2021`."""

import re
from datetime import UTC, datetime

from tracker.domain.edtf import check_year
from tracker.domain.show_times import BESIDE_A_DAY, MONTHS
from tracker.domain.times import Precision
from tracker.i18n import NC_, _, in_code

LONG_MONTHS = (
    NC_("in all its forms", "January"),
    NC_("in all its forms", "February"),
    NC_("in all its forms", "March"),
    NC_("in all its forms", "April"),
    NC_("in all its forms", "May"),
    NC_("in all its forms", "June"),
    NC_("in all its forms", "July"),
    NC_("in all its forms", "August"),
    NC_("in all its forms", "September"),
    NC_("in all its forms", "October"),
    NC_("in all its forms", "November"),
    NC_("in all its forms", "December"),
)
"""A language that declines them has spaces between the forms."""
_WORD = r"(?P<word>[^\W\d_]{3,})\.?"
_FORMS = tuple(
    re.compile(form)
    for form in (
        r"(?P<year>\d{4})(?:-(?P<month>\d\d?)(?:-(?P<day>\d\d?))?)?",
        r"(?:(?P<day>\d\d?)\.)?(?P<month>\d\d?)\.(?P<year>\d{4})",
        rf"(?:(?P<day>\d\d?)\.? )?{_WORD},? (?P<year>\d{{4}})(?: г\.?)?",  # as Russian marks a year
        rf"{_WORD} (?P<day>\d\d?),? (?P<year>\d{{4}})",
    )
)


def date_of(text: str) -> tuple[datetime, Precision] | None:
    """The first moment of the date in UTC, and how fine it is. None if it is no date at all.

    ValueError with a sentence for people if it has the form of a date and is none.
    """
    for form in _FORMS:
        if found := form.fullmatch(text):
            parts = found.groupdict()
            month = _month(parts["word"]) if parts.get("word") else parts.get("month")
            return _first_moment(text, parts["year"], month, parts.get("day"))
    return None


def _first_moment(text: str, year: str, month: str | int | None, day: str | None) -> tuple[datetime, Precision]:
    precision = Precision.DAY if day else Precision.MONTH if month else Precision.YEAR
    check_year(int(year))
    try:
        return datetime(int(year), int(month or 1), int(day or 1), tzinfo=UTC), precision
    except ValueError as error:
        raise ValueError(_("“{text}” is not a date of the calendar.").format(text=text)) from error


def _month(word: str) -> int:
    """1 to 12, from an English or a translated name, shortened to three letters at most."""
    wanted = word.casefold()
    for number, (short, beside_day, long) in enumerate(zip(MONTHS, BESIDE_A_DAY, LONG_MONTHS, strict=True), 1):
        if wanted in (_(name).rstrip(".").casefold() for name in (short, beside_day)):
            return number
        if any(name.casefold().startswith(wanted) for name in (in_code(long), *_(long).split())):
            return number
    raise ValueError(_("“{word}” is no month.").format(word=word))
