"""Values as plain data (what JSON holds): for the edit log, drafts and `--json`; and back again.

Also the canonical text of one element of a value, which is what a claim quotes.
"""

from collections.abc import Mapping
from typing import Any

from tracker.domain import edtf
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import KINDS, Part, Record

Plain = str | int | bool | None | list[Any]


def plain(field: Field, value: Any) -> Plain:
    """A field's value as JSON can hold it; times in the canonical form."""
    if field.type is Type.TIME:
        return edtf.write(value) or None
    if field.type is Type.PARTS:
        return [{"person": part.person, "part": part.part} for part in value]
    return list(value) if field.is_many else value


def value(field: Field, plain: Plain) -> Any:
    """The value that `plain` was made from. ValueError for a text that is no time."""
    if field.type is Type.TIME:
        return edtf.read(str(plain or ""))
    if field.type is Type.PARTS:
        return tuple(Part(**part) for part in _list(plain))
    return tuple(_list(plain)) if field.is_many else plain


def _list(plain: Plain) -> list[Any]:
    return plain if isinstance(plain, list) else []


def row(record: Record) -> dict[str, Plain]:
    """A whole record as plain data, its id first."""
    fields = fields_of(type(record))
    return {"id": record.id} | {field.name: plain(field, getattr(record, field.name)) for field in fields}


def record(kind: str, row: Mapping[str, Plain]) -> Record:
    """The record of a plain row; fields that are missing take their default."""
    cls = KINDS[kind]
    values = {field.name: value(field, row[field.name]) for field in fields_of(cls) if field.name in row}
    return cls(id=str(row["id"]), **values)


def elements(field: Field, value: Any) -> tuple[str, ...]:
    """The canonical texts a claim can quote: one for each element, one for a plain value, none if empty."""
    if field.type is Type.PARTS:
        return tuple(f"{part.person}|{part.part}" for part in value)
    if field.is_many:
        return tuple(value)
    if field.type is Type.TIME:
        return (edtf.write(value),) if value else ()
    if field.type is Type.FLAG:
        return ("yes",) if value else ()
    return () if value in ("", None) else (str(value),)
