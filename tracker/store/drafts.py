"""Unsaved typing, kept so that a crash does not lose it. Not logged and no part of undo."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, delete, insert

from tracker.domain.plain import Plain
from tracker.store.rows import as_json, as_text
from tracker.store.schema import draft


def keep(connection: Connection, id: str, kind: str, values: Mapping[str, Plain], at: datetime) -> None:
    """Keeps the draft of a record in place of an earlier one."""
    drop(connection, id)
    row = {"record": id, "kind": kind, "fields": as_json(dict(values)), "at": as_text(at)}
    connection.execute(insert(draft), row)


def drop(connection: Connection, id: str) -> None:
    connection.execute(delete(draft).where(draft.c.record == id))
