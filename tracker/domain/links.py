"""Which records a value leads to: the one place that knows, for edits, rules, the book and the store."""

from collections.abc import Iterator
from typing import Any

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Claim, Record


def targets(field: Field, value: Any) -> tuple[str, ...]:
    """The ids in a field's value: its links, or the event that a relative time hangs on."""
    if not value:
        return ()
    if field.type is Type.LINK:
        return (value,)
    if field.type is Type.LINKS:
        return tuple(value)
    if field.type is Type.PARTS:
        return tuple(part.person for part in value)
    return (value.anchor,) if field.type is Type.TIME and value.anchor else ()


def references(record: Record) -> Iterator[str]:
    """The ids a record refers to: in its links, its relative times and, of a claim, its value."""
    for field in _leading(type(record)):
        yield from targets(field, getattr(record, field.name))
    if isinstance(record, Claim):
        yield record.target


_known: dict[type[Record], tuple[Field, ...]] = {}  # a start asks this of every record there is


def _leading(kind: type[Record]) -> tuple[Field, ...]:
    """The fields that can refer to a record."""
    if kind not in _known:
        _known[kind] = tuple(field for field in fields_of(kind) if field.is_link or field.type is Type.TIME)
    return _known[kind]
