"""Which records a value leads to: the one place that knows, for edits, rules, the book and the store."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Claim, Record

Read = Callable[[Any], Iterable[str]]
_READ: dict[Type, Read] = {
    Type.LINK: lambda id: (id,),
    Type.LINKS: tuple,
    Type.PARTS: lambda parts: tuple(part.person for part in parts),
    Type.TIME: lambda time: (time.anchor,) if time.anchor else (),
}


def targets(field: Field, value: Any) -> Iterable[str]:
    """The ids in a field's value: its links, or the event that a relative time hangs on."""
    return _READ[field.type](value) if value and field.type in _READ else ()


def references(record: Record) -> Iterator[str]:
    """The ids a record refers to: in its links, its relative times and, of a claim, its value."""
    for name, read in _leading(type(record)):
        value = getattr(record, name)
        if value:
            yield from read(value)
    if isinstance(record, Claim):
        yield record.target


_known: dict[type[Record], tuple[tuple[str, Read], ...]] = {}  # a start asks this of every record there is


def _leading(kind: type[Record]) -> tuple[tuple[str, Read], ...]:
    """The fields that can refer to a record, and how."""
    if kind not in _known:
        _known[kind] = tuple((field.name, _READ[field.type]) for field in fields_of(kind) if field.type in _READ)
    return _known[kind]
