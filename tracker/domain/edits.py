"""The one way in: every change of a record becomes an `Edit` here, checked, with a text for people.

A form, a table cell, a dragged bar and an importer all build new records with `dataclasses.replace`
and ask `change`, `create` or `remove` for the edit.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.links import targets
from tracker.domain.records import Claim, Record, new_id
from tracker.domain.times import UNKNOWN
from tracker.i18n import _, counted

if TYPE_CHECKING:
    from tracker.domain.book import Book


@dataclass(frozen=True, slots=True)
class Change:
    """A record before and after; None before is a new record, None after a deleted one."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        found = self.after or self.before
        assert found is not None, "a change has a record on one side at least"
        return found

    @property
    def fields(self) -> tuple[Field, ...]:
        """The fields that differ; all of them for a new or a deleted record."""
        fields = fields_of(type(self.record))
        if self.before is None or self.after is None:
            return fields
        return tuple(f for f in fields if getattr(self.before, f.name) != getattr(self.after, f.name))


@dataclass(frozen=True, slots=True)
class Edit:
    """What one act of a person changed. `undoes` is the id of the edit that it takes back."""

    text: str
    changes: tuple[Change, ...]
    id: str = field(default_factory=new_id)
    at: datetime = field(default_factory=lambda: datetime.now(UTC))
    author: str = ""
    undoes: str = ""
    is_seed: bool = False


@dataclass(frozen=True, slots=True)
class Problem:
    """Why a record cannot be as it is: the field at fault and a sentence."""

    record: Record
    field: str
    sentence: str


class Refused(ValueError):
    """An edit that would make a record invalid. `problems` says which and why."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        super().__init__(" ".join(problem.sentence for problem in problems))
        self.problems = tuple(problems)


def create(book: Book, *records: Record, text: str = "") -> Edit:
    """The edit that adds records, links between them allowed in any order. Refused if one is invalid."""
    return _checked(book, text, [Change(None, record) for record in records])


def change(book: Book, *records: Record, text: str = "") -> Edit:
    """The edit that makes the book's records be these. What is equal already is left out.

    An id that the book does not hold makes a new record. Refused if one is invalid.
    """
    changes = [Change(book.get(record.id, Record), record) for record in records]
    return _checked(book, text, [c for c in changes if c.before != c.after])


def remove(book: Book, ids: Iterable[str], text: str = "") -> Edit:
    """The edit that deletes records, what cannot be without them, and every link to them."""
    wanted = [id for id in dict.fromkeys(ids) if id in book]
    gone = _doomed(book, wanted)
    touched = {record.id: record for record in book.referring(*gone) if record.id not in gone}
    freed = [Change(record, _without(record, gone)) for record in touched.values()]
    deleted = [Change(book[id], None) for id in gone]
    return Edit(text or describe(book, deleted[: len(wanted)]), (*freed, *deleted))


def inverse(edit: Edit, text: str) -> Edit:
    """The edit that takes another back."""
    changes = tuple(Change(change.after, change.before) for change in reversed(edit.changes))
    return Edit(text, changes, undoes=edit.id)


def _checked(book: Book, text: str, changes: list[Change]) -> Edit:
    new = {change.record.id for change in changes}
    found = [p for change in changes if change.after for p in problems(change.after, book, new)]
    if found:
        raise Refused(found)
    return Edit(text or describe(book, changes), tuple(changes))


def problems(record: Record, book: Book, new: Set[str] = frozenset()) -> list[Problem]:
    """What keeps a record from being stored, one sentence each; ids in `new` count as present."""
    return [
        Problem(record, field.name, sentence)
        for field in fields_of(type(record))
        if (sentence := _problem(field, getattr(record, field.name), book, new))
    ]


def _problem(field: Field, value: Any, book: Book, new: Set[str]) -> str:
    if field.required and not (value.strip() if isinstance(value, str) else value):
        return _("{field} must not be empty.").format(field=field.text)
    if field.type is Type.CHOICE and value not in dict(field.choices):
        return _("{field} cannot be “{value}”.").format(field=field.text, value=value)
    if field.type is Type.NUMBER and value is not None and value < 0:
        return _("{field} cannot be negative.").format(field=field.text)
    if any(id not in book and id not in new for id in targets(field, value)):
        return _("{field} leads to a record that is not here.").format(field=field.text)
    return ""


def _doomed(book: Book, ids: Iterable[str]) -> dict[str, None]:
    gone: dict[str, None] = {}
    waiting = list(ids)
    while waiting:
        id = waiting.pop(0)
        if id not in gone:
            gone[id] = None
            waiting += [r.id for r in book.referring(id) if isinstance(r, Claim) or _needs(r, id)]
    return gone


def _needs(record: Record, id: str) -> bool:
    return any(field.required and getattr(record, field.name) == id for field in fields_of(type(record)))


def _without(record: Record, gone: dict[str, None]) -> Record:
    return dataclasses.replace(
        record,
        **{
            field.name: _freed(field, getattr(record, field.name), gone)
            for field in fields_of(type(record))
            if set(targets(field, getattr(record, field.name))) & gone.keys()
        },
    )


def _freed(field: Field, value: Any, gone: dict[str, None]) -> Any:
    if field.type is Type.LINKS:
        return tuple(id for id in value if id not in gone)
    if field.type is Type.PARTS:
        return tuple(part for part in value if part.person not in gone)
    return UNKNOWN if field.type is Type.TIME else ""


def describe(book: Book, changes: Sequence[Change]) -> str:
    """A text for people: what was done, to which record."""
    if len(changes) != 1:
        return counted("Change {n} record", "Change {n} records", len(changes))
    one = changes[0]
    names = {"kind": _(one.record.label).lower(), "name": named(book, one.record)}
    if one.before is None:
        return _("Add {kind} “{name}”").format(**names)
    if one.after is None:
        return _("Delete {kind} “{name}”").format(**names)
    fields = ", ".join(field.text for field in one.fields)
    return _("Change {fields} of “{name}”").format(fields=fields, **names)


def named(book: Book, record: Record) -> str:
    """What a record is called, whether it is in the book yet or not."""
    return record.own_name or (book.name(record.id) if record.id in book else _(record.label).lower())
