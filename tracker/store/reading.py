"""What is read in plain SQL: records, the log, and the drafts.

Not through SQLAlchemy, whose import alone costs more than a window: a person sees the tables first.
The same functions serve a bare connection and, by `exec_driver_sql`, one of SQLAlchemy's.
"""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from tracker.domain import edtf
from tracker.domain.fields import Field
from tracker.domain.records import KINDS, Record
from tracker.domain.times import VagueTime
from tracker.store.logged import Draft, LoggedEdit
from tracker.store.rows import as_moment, list_fields, loaded_element, loader, plain_fields

Execute = Callable[..., Iterable[Any]]  # of a text, and of its parameters if it has any


def everything(execute: Execute) -> Iterator[Record]:
    """Every record, kind by kind, in the order they were added (which SQLite keeps by itself)."""
    for kind in KINDS:
        yield from of_kind(execute, kind)


def of_kind(execute: Execute, kind: str, ids: Sequence[str] | None = None) -> Iterator[Record]:
    """The records of a kind in the order they were added; only those with the ids, if some are given."""
    cls, load = KINDS[kind], loader(kind)
    lists = [(field.name, _lists(execute, kind, field, ids)) for field in list_fields(cls)]
    columns = ", ".join(f'"{name}"' for name in ("id", *(field.name for field in plain_fields(cls))))
    told = [(name, found) for name, found in lists if found]
    for row in _rows(execute, f'SELECT {columns} FROM "{kind}"', "id", ids, "rowid"):
        yield load(row, {name: tuple(found[row[0]]) for name, found in told if row[0] in found})


def _lists(execute: Execute, kind: str, field: Field, ids: Sequence[str] | None) -> Mapping[str, list[Any]]:
    found: defaultdict[str, list[Any]] = defaultdict(list)
    query = f'SELECT * FROM "{kind}_{field.name}"'
    for owner, _position, *rest in _rows(execute, query, "owner", ids, "owner, position"):
        found[owner].append(loaded_element(field, rest))
    return found


def _rows(execute: Execute, query: str, key: str, ids: Sequence[str] | None, order: str) -> Iterable[Any]:
    if ids is None:
        return execute(f"{query} ORDER BY {order}")
    places = ", ".join("?" * len(ids))
    return execute(f"{query} WHERE {key} IN ({places}) ORDER BY {order}", tuple(ids))


def edits(execute: Execute, since: int = 0) -> list[LoggedEdit]:
    """The logged edits with a higher number, oldest first."""
    columns = "seq, id, at, author, text, undoes, is_seed"
    return [edit_of(row) for row in execute(f"SELECT {columns} FROM edit WHERE seq > ? ORDER BY seq", (since,))]


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
        " WHERE change.kind = 'event' AND change.after IS NOT NULL AND change.before LIKE '%\"planned\"%'"
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
