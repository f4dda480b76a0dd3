"""What a person types to move a time: an offset (`+10 min`, `-2 d`), a clock time alone, or any time in full."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import tzinfo

from tracker.domain import edtf
from tracker.domain.show_times import date, show
from tracker.domain.times import Precision, VagueTime, shifted
from tracker.i18n import N_, _

Understand = Callable[[str], VagueTime | None]

_UNITS = {
    N_("s sec second seconds"): (Precision.SECOND, 1),
    N_("m min minute minutes"): (Precision.MINUTE, 1),
    N_("h hour hours"): (Precision.HOUR, 1),
    N_("d day days"): (Precision.DAY, 1),
    N_("w week weeks"): (Precision.DAY, 7),
    N_("mo month months"): (Precision.MONTH, 1),
    N_("y year years"): (Precision.YEAR, 1),
}
"""All that a unit is called; in another language by its words as well."""
_OFFSET = re.compile(r"(?P<sign>[+\-−])(?P<parts>(?: ?\d+ ?[^\W\d]*\.?)+)")
_PART = re.compile(r"(\d+) ?([^\W\d]*\.?)")
_CLOCK = re.compile(r"\d\d?:\d\d.*")


def moved_by_words(text: str, time: VagueTime, zone: tzinfo, understand: Understand) -> VagueTime | None:
    """The time that a text makes of another; `understand` reads what is a time in full. None for an empty text.

    ValueError with a sentence if it means none. A number without a unit counts in those of the time itself.
    """
    text = " ".join(text.split())
    offset = _OFFSET.fullmatch(text)
    if offset:
        return _later(time, -1 if offset["sign"] != "+" else 1, _PART.findall(offset["parts"]))
    if _CLOCK.fullmatch(text) and time.start is not None and time.precision <= Precision.DAY:
        moment = time.start.astimezone(zone) if time.has_clock else time.start
        text = f"{date(moment)} {text}"
    return understand(text)


def _later(time: VagueTime, sign: int, parts: list[tuple[str, str]]) -> VagueTime:
    start = time.start
    if start is None:
        raise ValueError(_("What has no time of its own cannot be moved."))
    for number, word in parts:
        precision, count = _unit(word, time)
        start = shifted(start, precision, sign * count * int(number))
    edtf.check_year(start.year)
    return replace(time, start=start)


def _unit(word: str, time: VagueTime) -> tuple[Precision, int]:
    """What is finer than the time is known would be lost in it, or make it look finer."""
    unit = _called(word.casefold().rstrip(".")) if word else (time.precision, 1)
    if unit is None:
        raise ValueError(_("“{word}” is no unit: write s, min, h, d, w, mo or y.").format(word=word))
    if unit[0] < time.precision:
        raise ValueError(_("{time} is not known as finely as that: type the new time in full.").format(time=show(time)))
    return unit


def _called(word: str) -> tuple[Precision, int] | None:
    return next((unit for words, unit in _UNITS.items() if word in (*words.split(), *_(words).split())), None)
