"""What is read in plain SQL: records, the log, and the drafts.

Not through SQLAlchemy, whose import alone costs more than a window: a person sees the tables first.
The same functions serve a bare connection and, by `exec_driver_sql`, one of SQLAlchemy's.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from tracker.domain import edtf
from tracker.domain.fields import Field
from tracker.domain.records import KINDS, Record
from tracker.domain.times import VagueTime
from tracker.store.logged import Draft, LoggedChange, LoggedEdit, as_change
from tracker.store.rows import as_moment, list_fields, loaded_element, loader, plain_fields

Execute = Callable[..., Iterable[Any]]  # of a text, and of its parameters if it has any
V = TypeVar("V")
AT_ONCE = 500  # parameters in one IN (…); SQLite's old limit is 999
EDIT = "seq, id, at, author, text, undoes, is_seed"


def everything(execute: Execute, but: Collection[str] = ()) -> Iterator[Record]:
    """Every record, kind by kind, in the order they were added (which SQLite keeps by itself); without some kinds."""
    for kind in KINDS:
        if kind not in but:
            yield from of_kind(execute, kind)


def of_kind(execute: Execute, kind: str, which: str = "", values: Sequence[Any] = ()) -> Iterator[Record]:
    """The records of a kind in the order they were added; only those of which a condition in SQL holds, if there
    is one, with its parameters.
    """
    cls, load = KINDS[kind], loader(kind)
    lists = [(field.name, _lists(execute, kind, field, which, values)) for field in list_fields(cls)]
    columns = ", ".join(f'"{name}"' for name in ("id", *(field.name for field in plain_fields(cls))))
    told = [(name, found) for name, found in lists if found]
    where = f"WHERE {which} " if which else ""
    for row in execute(f'SELECT {columns} FROM "{kind}" {where}ORDER BY rowid', tuple(values)):
        yield load(row, {name: tuple(found[row[0]]) for name, found in told if row[0] in found})


def _lists(execute: Execute, kind: str, field: Field, which: str, values: Sequence[Any]) -> Mapping[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    where = f'WHERE owner IN (SELECT id FROM "{kind}" WHERE {which}) ' if which else ""
    query = f'SELECT * FROM "{kind}_{field.name}" {where}ORDER BY owner, position'
    for owner, _position, *rest in execute(query, tuple(values)):
        found[owner].append(loaded_element(field, rest))
    return found


def some(execute: Execute, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    """The records of a kind with the ids given, as far as they are there."""
    batches = (of_kind(execute, kind, f"id IN ({places(batch)})", batch) for batch in batched(ids))
    return {record.id: record for batch in batches for record in batch}


def places(values: Sequence[Any]) -> str:
    """A question mark for each value."""
    return ", ".join("?" * len(values))


def batched(values: Iterable[V]) -> Iterator[list[V]]:
    waiting = iter(values)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch


def has_many(execute: Execute, kind: str, many: int) -> bool:
    """Whether there are more records of a kind; the rest is not counted."""
    return any(True for _row in execute(f'SELECT 1 FROM "{kind}" LIMIT 1 OFFSET ?', (many,)))


def newest(execute: Execute) -> int:
    """The number of the last edit in the log; 0 without any."""
    return next(int(seq) for (seq,) in execute("SELECT coalesce(max(seq), 0) FROM edit"))


def edits(execute: Execute, since: int = 0) -> list[LoggedEdit]:
    """The logged edits with a higher number, oldest first."""
    return [edit_of(row) for row in execute(f"SELECT {EDIT} FROM edit WHERE seq > ? ORDER BY seq", (since,))]


def edit(execute: Execute, id: str) -> LoggedEdit:
    """One edit. KeyError if it is not in the log."""
    for row in execute(f"SELECT {EDIT} FROM edit WHERE id = ?", (id,)):
        return edit_of(row)
    raise KeyError(id)


def changes(execute: Execute, which: str, value: Any) -> list[LoggedChange]:
    """What some edits changed, in their order; `which` is a condition in SQL on the edits, with its parameter."""
    columns = "change.kind, change.record, change.before, change.after"
    query = f"SELECT {columns} FROM change JOIN edit ON edit.seq = change.edit WHERE {which}"
    return [as_change(*row) for row in execute(f"{query} ORDER BY edit.seq, change.position", (value,))]


def edit_of(row: Any) -> LoggedEdit:
    """A logged edit from the columns of its row."""
    seq, id, at, author, text, undoes, is_seed = row[:7]
    return LoggedEdit(seq, id, as_moment(at), author, text, undoes or "", bool(is_seed))


def earlier_plans(execute: Execute) -> dict[str, list[VagueTime]]:
    """What was planned for events before their present plan, the first plan first; what was undone was no plan.

    Only the few changes of a plan are read, not what made the events.
    """
    found: dict[str, list[VagueTime]] = {}
    undone: set[str] = set()
    rows = execute(
        "SELECT edit.id, edit.undoes, change.record, change.before FROM change JOIN edit ON edit.seq = change.edit"
        " WHERE change.before IS NOT NULL AND change.after IS NOT NULL"  # these have an index
        " AND change.kind = 'event' AND change.before LIKE '%\"planned\"%'"
        " ORDER BY change.edit DESC, change.position"
    )
    for id, undoes, record, before in rows:
        time = edtf.read(json.loads(before).get("planned") or "")
        if id in undone or undoes:
            undone |= {undoes} - {None} if id not in undone else set()
        elif time is not None:
            found.setdefault(record, []).insert(0, time)
    return found


def drafts(execute: Execute) -> list[Draft]:
    """All unsaved typing, oldest first."""
    rows = execute("SELECT record, kind, fields, at FROM draft ORDER BY at")
    return [Draft(id, kind, json.loads(fields), as_moment(at)) for id, kind, fields, at in rows]
