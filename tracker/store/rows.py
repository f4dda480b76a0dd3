"""Values as the columns of a row, and back. A wrong stored value raises ValueError or TypeError."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import cache, lru_cache
from typing import Any

from tracker.domain import edtf
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import KINDS, Part, Record

Stored = dict[str, Any]


def is_list(field: Field) -> bool:
    """Whether the field's records stand in a table of their own."""
    return field.type in (Type.LINKS, Type.PARTS)


def plain_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that stand in the record's own row."""
    return tuple(field for field in fields_of(kind) if not is_list(field))


def list_fields(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that have a table of their own."""
    return tuple(field for field in fields_of(kind) if is_list(field))


def unbounded(field: Field) -> str:
    """In SQL, that a time has no bounds of its own: it is unknown, or hangs on an event. They are few, and indexed."""
    return f"{field.name}_lower IS NULL AND {field.name}_upper IS NULL AND {field.name} IS NOT NULL"


def stored(field: Field, value: Any) -> Stored:
    """A value as the columns of the record's row."""
    if field.type is Type.TIME:
        bounds = value.bounds() if value else (None, None)
        names = (field.name, f"{field.name}_lower", f"{field.name}_upper")
        return dict(zip(names, (edtf.write(value) or None, *bounds), strict=True))
    if field.type is Type.WORDS:
        return {field.name: as_json(value)}
    return {field.name: (value or None) if field.type is Type.LINK else value}


def stored_record(record: Record) -> Stored:
    """The whole row of a record, without its lists."""
    row: Stored = {"id": record.id}
    for field in plain_fields(type(record)):
        row |= stored(field, getattr(record, field.name))
    return row


def stored_list(field: Field, owner: str, value: Sequence[Any]) -> list[Stored]:
    """The rows of a field that has a table of its own."""
    places = [{"owner": owner, "position": position} for position in range(len(value))]
    if field.type is Type.PARTS:
        parts = zip(places, value, strict=True)
        return [place | {"target": one.person, "part": one.part} for place, one in parts]
    return [place | {"target": one} for place, one in zip(places, value, strict=True)]


def loaded_element(field: Field, row: Sequence[Any]) -> Any:
    """One element of a list from its columns after owner and position."""
    return Part(row[0], row[1]) if field.type is Type.PARTS else row[0]


@lru_cache(maxsize=65536)  # a store repeats its times, and they are frozen
def _time(text: str | None) -> Any:
    return edtf.read(text) if text else None


def _words(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text)) if text != "[]" else ()


def _link(id: str | None) -> str:
    return id or ""


_LOADERS: dict[Type, Callable[[Any], Any]] = {Type.TIME: _time, Type.WORDS: _words, Type.LINK: _link, Type.FLAG: bool}


@cache
def loader(kind: str) -> Callable[[Sequence[Any], Mapping[str, Any]], Record]:
    """What makes a record of that kind from its row (id and plain fields in order) and those of its lists that are
    not empty.
    """
    cls = KINDS[kind]
    fields = plain_fields(cls)
    names = ("id", *(field.name for field in fields))
    special = [(f.name, _LOADERS[f.type]) for f in fields if f.type in _LOADERS]

    def load(row: Sequence[Any], lists: Mapping[str, Any]) -> Record:
        values = dict(zip(names, row, strict=True))
        for name, decode in special:
            values[name] = decode(values[name])
        return cls(**values, **lists)

    return load


def as_json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def as_text(moment: datetime) -> str:
    """A moment in UTC as text of one width, so that it sorts."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def as_moment(text: str) -> datetime:
    return datetime.fromisoformat(text)
