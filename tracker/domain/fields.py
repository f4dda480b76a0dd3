"""The one description of a field, read by the schema, the forms, the tables, the command line and the log.

A record class declares each of its fields with one of the functions below.
"""

import dataclasses
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from tracker.i18n import _


class Type(StrEnum):
    """What a field holds, and with it how it is stored, edited and shown."""

    TEXT = "text"  # str, one line
    LONG_TEXT = "long text"  # str, many lines
    WORDS = "words"  # tuple[str, ...], short texts
    NUMBER = "number"  # int | None, not negative
    FLAG = "flag"  # bool
    CHOICE = "choice"  # str out of `choices`
    ZONE = "zone"  # str, an IANA key or empty
    TIME = "time"  # VagueTime | None
    LINK = "link"  # str, the id of one record or empty
    LINKS = "links"  # tuple[str, ...], ids in an order that matters
    PARTS = "parts"  # tuple[Part, ...], people and what each does


MANY = frozenset({Type.WORDS, Type.LINKS, Type.PARTS})


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a record kind. `label`, `help` and the choices' labels are shown through `_`.

    `to` names the record kinds a link may lead to ("" in it: any). `sorts`: whether its values, few and
    shared by many records, are worth grouping records by.
    """

    name: str
    type: Type
    label: str
    help: str = ""
    required: bool = False
    choices: tuple[tuple[str, str], ...] = ()
    to: tuple[str, ...] = ()
    unit: str = ""
    sorts: bool = False

    @property
    def text(self) -> str:
        return _(self.label)

    @property
    def is_many(self) -> bool:
        """Whether it holds several elements, each of which a claim can speak of."""
        return self.type in MANY

    @property
    def is_link(self) -> bool:
        return self.type in (Type.LINK, Type.LINKS, Type.PARTS)

    def choice_label(self, value: str) -> str:
        return _(dict(self.choices).get(value, value))


def text(label: str, help: str = "", *, required: bool = False, sorts: bool = False) -> Any:
    return _declare("", Type.TEXT, label, help, required=required, sorts=sorts)


def long_text(label: str, help: str = "") -> Any:
    return _declare("", Type.LONG_TEXT, label, help)


def words(label: str, help: str = "") -> Any:
    return _declare((), Type.WORDS, label, help)


def number(label: str, help: str = "", *, unit: str = "") -> Any:
    return _declare(None, Type.NUMBER, label, help, unit=unit)


def flag(label: str, help: str = "") -> Any:
    return _declare(False, Type.FLAG, label, help)


def choice(label: str, choices: tuple[tuple[str, str], ...], help: str = "", *, sorts: bool = False) -> Any:
    """The first choice is the value of a new record."""
    return _declare(choices[0][0], Type.CHOICE, label, help, choices=choices, sorts=sorts)


def zone(label: str, help: str = "") -> Any:
    return _declare("", Type.ZONE, label, help)


def time(label: str, help: str = "") -> Any:
    return _declare(None, Type.TIME, label, help)


def link(label: str, *to: str, help: str = "", required: bool = False) -> Any:
    return _declare("", Type.LINK, label, help, to=to, required=required)


def links(label: str, *to: str, help: str = "") -> Any:
    return _declare((), Type.LINKS, label, help, to=to)


def parts(label: str, *to: str, help: str = "") -> Any:
    return _declare((), Type.PARTS, label, help, to=to)


def _declare(default: object, type: Type, label: str, help: str, **more: Any) -> Any:
    metadata = {"field": Field("", type, label, help, **more)}
    return dataclasses.field(default=default, metadata=metadata)


_known: dict[type, tuple[Field, ...]] = {}  # asked for by every row of every table


def fields_of(kind: type) -> tuple[Field, ...]:
    """The fields of a record class in their order, the id left out."""
    if kind not in _known:
        _known[kind] = tuple(
            dataclasses.replace(declared.metadata["field"], name=declared.name)
            for declared in dataclasses.fields(kind)
            if "field" in declared.metadata
        )
    return _known[kind]


def field_of(kind: type, name: str) -> Field:
    """The field of that name. KeyError if the kind has none."""
    for field in fields_of(kind):
        if field.name == name:
            return field
    raise KeyError(name)
