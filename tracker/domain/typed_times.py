"""What a person types as a time: `5 Oct 2021 12:22 Moscow`, `about April 2021`, `before docking`.

Everything that `show_times.show` writes is understood, and everything in the canonical form.
What is coarser than a minute has no zone: a day is the UTC day. Of a clock time that comes twice,
when the clocks are put back, the first is taken; whoever means the second writes the offset (UTC-6).
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, tzinfo

from tracker.domain import edtf
from tracker.domain.show_times import SENSES
from tracker.domain.times import EPOCH, UNKNOWN, Sense, VagueTime
from tracker.domain.typed_clocks import typed
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
        return typed(text, zone)
    return canonical


def _canonical(text: str) -> VagueTime | None:
    try:
        return edtf.read(text)
    except ValueError:
        return None  # whoever reads it as typed says what is wrong
