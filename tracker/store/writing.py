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
            for change in run:
                _update(connection, change)


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


def _update(connection: Connection, change: Change) -> None:
    own = [field for field in change.fields if not is_list(field)]
    if own:
        _update_row(connection, change, own)
    for field in change.fields:
        if is_list(field):
            _replace_list(connection, change, field)


def _update_row(connection: Connection, change: Change, fields: Sequence[Field]) -> None:
    table, one = RECORDS[change.record.kind], change.record
    query = update(table).where(table.c.id == one.id)
    values: dict[str, Any] = {}
    for field in fields:
        values |= stored(field, getattr(change.after, field.name))
        before = stored(field, getattr(change.before, field.name))[field.name]
        query = query.where(table.c[field.name].is_not_distinct_from(before))
    if connection.execute(query.values(values)).rowcount == 0:
        _clash(connection, change, fields)


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
