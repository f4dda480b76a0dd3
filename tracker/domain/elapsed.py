"""Lengths of time for people: mission elapsed time as `T+2 d 03:22`, a span as `2 days 3 hours`, and what came
later or earlier as `+3 h 20 min` or `−2 d`.
"""

from math import floor

from tracker.domain.times import Precision
from tracker.i18n import N_, _, counted, number

MINUS = "\u2212"
_UNITS = {Precision.SECOND: 1, Precision.MINUTE: 60, Precision.HOUR: 3600, Precision.DAY: 86_400}
_SHORT = ((86_400, N_("{n} d")), (3600, N_("{n} h")), (60, N_("{n} min")), (1, N_("{n} s")))


def mission_time(seconds: float, precision: Precision = Precision.MINUTE) -> str:
    """Time since a launch, or T− until it; what is finer than a minute or a day is cut off as on a clock.

    Like a clock it shows the unit that has begun: half a second before the launch it is T−00:00:01.
    """
    unit = _UNITS[precision]
    whole = floor(seconds / unit) * unit
    sign = MINUS if whole < 0 else "+"
    days, rest = divmod(abs(whole), 86_400)
    told = f"T{sign}" + _("{n} d").format(n=number(days))
    if precision is Precision.DAY:
        return told
    clock = f"{rest // 3600:02}:{rest // 60 % 60:02}"
    if precision is Precision.SECOND:
        clock += f":{rest % 60:02}"
    return f"{told} {clock}" if days else f"T{sign}{clock}"


def in_words(seconds: float, precision: Precision = Precision.MINUTE) -> str:
    """How long a span is: `12 days 3 hours 20 minutes`. Rounded to whole minutes, seconds or days."""
    unit = _UNITS[precision]
    rest = round(abs(seconds) / unit) * unit
    days, rest = divmod(rest, 86_400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    parts = (
        (days, counted("{n} day", "{n} days", days)),
        (hours, counted("{n} hour", "{n} hours", hours)),
        (minutes, counted("{n} minute", "{n} minutes", minutes)),
        (rest, counted("{n} second", "{n} seconds", rest)),
    )
    return " ".join(text for count, text in parts if count) or _nothing(precision)


def _nothing(precision: Precision) -> str:
    if precision is Precision.SECOND:
        return counted("{n} second", "{n} seconds", 0)
    if precision is Precision.DAY:
        return counted("{n} day", "{n} days", 0)
    return counted("{n} minute", "{n} minutes", 0)


def signed(count: int, precision: Precision) -> str:
    """So much later or earlier, in few letters: seconds in their units; months and years, where it counts these."""
    return ("+" if count > 0 else MINUS if count else "") + _short(abs(count), precision)


def _short(count: int, precision: Precision) -> str:
    if precision is Precision.YEAR:
        return counted("{n} year", "{n} years", count)
    if precision is Precision.MONTH:
        return counted("{n} month", "{n} months", count)
    parts = []
    for unit, text in _SHORT:
        many, count = divmod(count, unit)
        if many:
            parts.append(_(text).format(n=number(many)))
    return " ".join(parts) or _(dict(_SHORT)[_UNITS[precision]]).format(n=0)
