"""Writes the changes of an edit into the rows, and finds out when somebody else was faster.

Only the fields that differ are written, and only where they still hold what they held before, so
edits of different fields of one record merge by themselves.
"""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, delete, insert, select, update
from sqlalchemy.exc import IntegrityError

from tracker.domain.edits import Change
from tracker.domain.fields import Field, fields_of
from tracker.domain.records import Record
from tracker.store import queries
from tracker.store.errors import Conflict
from tracker.store.rows import is_list, list_fields, loaded_element, stored, stored_list, stored_record
from tracker.store.schema import LISTS, RECORDS


def write(connection: Connection, changes: Iterable[Change]) -> None:
    """Writes changes in their order. Conflict if one does not fit what is stored."""
    for (kind, creates, deletes), run in groupby(changes, _sort):
        if creates:
            _create(connection, kind, [change.record for change in run])
        elif deletes:
            _delete(connection, kind, [change.record for change in run])
        else:
            _update(connection, list(run))


def _sort(change: Change) -> tuple[str, bool, bool]:
    return change.record.kind, change.before is None, change.after is None


def _create(connection: Connection, kind: str, records: Sequence[Record]) -> None:
    try:
        with connection.begin_nested():  # so that those before the culprit are not taken for it
            connection.execute(insert(RECORDS[kind]), [stored_record(record) for record in records])
    except IntegrityError:
        _refuse_known(connection, kind, records)
        raise
    for field in list_fields(type(records[0])):
        rows = [r for one in records for r in stored_list(field, one.id, getattr(one, field.name))]
        if rows:
            connection.execute(insert(LISTS[kind, field.name]), rows)


def _refuse_known(connection: Connection, kind: str, records: Sequence[Record]) -> None:
    known = queries.some(connection, kind, (record.id for record in records))
    for record in records:
        if record.id in known:
            raise Conflict(record.id, None, record, known[record.id])


def _delete(connection: Connection, kind: str, records: Sequence[Record]) -> None:
    known = queries.some(connection, kind, (record.id for record in records))
    for record in records:
        _compare(record, known.get(record.id))
    keys = [{"key": record.id} for record in records]
    for field in list_fields(type(records[0])):
        _delete_keys(connection, LISTS[kind, field.name].c.owner, keys)
    _delete_keys(connection, RECORDS[kind].c.id, keys)


def _delete_keys(connection: Connection, column: Any, keys: list[dict[str, str]]) -> None:
    connection.execute(delete(column.table).where(column == bindparam("key")), keys)


def _compare(ours: Record, theirs: Record | None) -> None:
    if theirs is None:
        raise Conflict(ours.id, None, ours, None)
    for field in fields_of(type(ours)):
        if getattr(ours, field.name) != getattr(theirs, field.name):
            raise Conflict(ours.id, field, None, getattr(theirs, field.name))


def _update(connection: Connection, changes: Sequence[Change]) -> None:
    """Own fields first, at once for all in which the same ones change: one by one, a paste of thousands takes long."""
    for fields, alike in groupby(changes, lambda change: [field for field in change.fields if not is_list(field)]):
        if fields:
            _update_rows(connection, list(alike), fields)
    for change in changes:
        for field in filter(is_list, change.fields):
            _replace_list(connection, change, field)


def _update_rows(connection: Connection, changes: Sequence[Change], fields: Sequence[Field]) -> None:
    table = RECORDS[changes[0].record.kind]
    query = update(table).where(table.c.id == bindparam("key"))
    for field in fields:
        query = query.where(table.c[field.name].is_not_distinct_from(bindparam(f"before {field.name}")))
    rows = [_new_values(change, fields) for change in changes]
    query = query.values({name: bindparam(f"after {name}") for name in rows[0]})
    held = [{"key": change.record.id} | _held_values(change, fields) for change in changes]
    told = [of | {f"after {name}": value for name, value in row.items()} for of, row in zip(held, rows, strict=True)]
    with connection.begin_nested() as attempt:  # so that those before the culprit are not taken for it
        if connection.execute(query, told).rowcount == len(changes):
            return
        attempt.rollback()
    for change in changes:
        _clash(connection, change, fields)


def _new_values(change: Change, fields: Sequence[Field]) -> dict[str, Any]:
    return {name: value for f in fields for name, value in stored(f, getattr(change.after, f.name)).items()}


def _held_values(change: Change, fields: Sequence[Field]) -> dict[str, Any]:
    """What must be there still, or somebody else was faster."""
    return {f"before {f.name}": stored(f, getattr(change.before, f.name))[f.name] for f in fields}


def _clash(connection: Connection, change: Change, fields: Sequence[Field]) -> None:
    one = change.record
    theirs = queries.some(connection, one.kind, [one.id]).get(one.id)
    if theirs is None:
        raise Conflict(one.id, None, one, None)
    for field in fields:
        if getattr(theirs, field.name) != getattr(change.before, field.name):
            raise Conflict(one.id, field, getattr(one, field.name), getattr(theirs, field.name))


def _replace_list(connection: Connection, change: Change, field: Field) -> None:
    one = change.record
    table, owner = LISTS[one.kind, field.name], RECORDS[one.kind]
    if not connection.execute(select(owner.c.id).where(owner.c.id == one.id).with_for_update()).first():
        raise Conflict(one.id, None, one, None)
    query = select(table).where(table.c.owner == one.id).order_by(table.c.position)
    theirs = tuple(loaded_element(field, row[2:]) for row in connection.execute(query))
    ours = getattr(one, field.name)
    if theirs != getattr(change.before, field.name):
        raise Conflict(one.id, field, ours, theirs)
    connection.execute(delete(table).where(table.c.owner == one.id))
    if ours:
        connection.execute(insert(table), stored_list(field, one.id, ours))
