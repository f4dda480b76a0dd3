"""The plain fields as people type them: numbers, yes and no, a choice by its label, a time zone."""

import re

from tracker.domain import zones
from tracker.domain.fields import Field, Type
from tracker.i18n import _, number

_YES = ("yes", "true", "1", "x", "✓")
_NO = ("no", "false", "0", "")


def simple(field: Field, text: str) -> str | int | bool | None:
    """The value of a field that holds one element and no link. ValueError with a sentence."""
    if field.type is Type.NUMBER:
        return _number(field, text)
    if field.type is Type.FLAG:
        return _flag(field, text)
    if field.type is Type.CHOICE:
        return _choice(field, text)
    if field.type is Type.ZONE and text:
        return zones.key_of(zones.zone(text))
    return text


def _number(field: Field, text: str) -> int | None:
    digits = _ungrouped(text.removesuffix(_(field.unit)).strip() if field.unit else text)
    if not digits:
        return None
    if not re.fullmatch(r"\d{1,9}", digits):
        raise ValueError(_("{field} must be a whole number, not “{text}”.").format(field=field.text, text=text))
    return int(digits)


def _ungrouped(text: str) -> str:
    """Without what the language puts between thousands."""
    return re.sub(rf"(?<=\d)[\s{re.escape(number(1000)[1])}](?=\d{{3}}(?!\d))", "", text)


def _flag(field: Field, text: str) -> bool:
    wanted = text.casefold()
    if wanted in (*_YES, _("yes").casefold()):
        return True
    if wanted in (*_NO, _("no").casefold()):
        return False
    raise ValueError(_("{field} must be yes or no, not “{text}”.").format(field=field.text, text=text))


def _choice(field: Field, text: str) -> str:
    for value, label in field.choices:
        if text.casefold() in (value.casefold(), label.casefold(), _(label).casefold()):
            return value
    labels = ", ".join(_(label) for _value, label in field.choices)
    raise ValueError(
        _("{field} cannot be “{text}”, but one of: {choices}.").format(field=field.text, text=text, choices=labels)
    )
