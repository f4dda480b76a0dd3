"""The edit log: written in the same transaction as the rows, read for undo, history and refresh."""

from collections.abc import Iterator

from sqlalchemy import Connection, insert, select

from tracker.domain.edits import Change, Edit
from tracker.domain.plain import plain
from tracker.domain.records import Record
from tracker.store import schema
from tracker.store.logged import FieldChange, LoggedChange, LoggedEdit, as_change
from tracker.store.reading import edit_of
from tracker.store.rows import as_json, as_text


def append(connection: Connection, edit: Edit) -> int:
    """Logs an edit and returns its number."""
    row = {
        "id": edit.id,
        "at": as_text(edit.at),
        "author": edit.author,
        "text": edit.text,
        "undoes": edit.undoes or None,
        "is_seed": edit.is_seed,
    }
    seq = connection.execute(insert(schema.edit).returning(schema.edit.c.seq), row).scalar_one()
    rows = [_row(change) | {"edit": seq, "position": n} for n, change in enumerate(edit.changes)]
    connection.execute(insert(schema.change), rows)
    return int(seq)


def _row(change: Change) -> dict[str, str | None]:
    one = change.record
    sides = {"before": _side(change, change.before), "after": _side(change, change.after)}
    return {"kind": one.kind, "record": one.id, **sides}


def _side(change: Change, side: Record | None) -> str | None:
    if side is None:
        return None
    return as_json({field.name: plain(field, getattr(side, field.name)) for field in change.fields})


def history(connection: Connection, record_id: str) -> list[FieldChange]:
    """What happened to each field of a record, oldest first."""
    table = schema.change
    query = (
        select(schema.edit, table.c.kind, table.c.record, table.c.before, table.c.after)
        .join(table, schema.edit.c.seq == table.c.edit)
        .where(table.c.record == record_id)
        .order_by(table.c.edit, table.c.position)
    )
    found = ((edit_of(row), as_change(*row[7:])) for row in connection.execute(query))
    return [one for edit, change in found for one in _by_field(edit, change)]


def _by_field(edit: LoggedEdit, change: LoggedChange) -> Iterator[FieldChange]:
    before, after = change.before or {}, change.after or {}
    for name in before or after:
        sides = (before.get(name), after.get(name))
        if change.act == "change" or any(side not in (None, "", [], False) for side in sides):
            yield FieldChange(edit, change.act, name, *sides)
