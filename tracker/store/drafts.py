"""Unsaved typing, kept so that a crash does not lose it. Not logged and no part of undo."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from tracker.domain.plain import Plain
from tracker.store.logged import Draft
from tracker.store.rows import as_json, as_moment, as_text
from tracker.store.schema import draft


def keep(connection: Connection, id: str, kind: str, values: Mapping[str, Plain], at: datetime) -> None:
    """Keeps the draft of a record in place of an earlier one."""
    drop(connection, id)
    row = {"record": id, "kind": kind, "fields": as_json(dict(values)), "at": as_text(at)}
    connection.execute(insert(draft), row)


def drop(connection: Connection, id: str) -> None:
    connection.execute(delete(draft).where(draft.c.record == id))


def one(connection: Connection, id: str) -> Draft | None:
    row = connection.execute(select(draft).where(draft.c.record == id)).first()
    return None if row is None else _draft(row)


def everything(connection: Connection) -> list[Draft]:
    """All drafts, oldest first."""
    return [_draft(row) for row in connection.execute(select(draft).order_by(draft.c.at))]


def _draft(row: Row[Any]) -> Draft:
    return Draft(row.record, row.kind, json.loads(row.fields), as_moment(row.at))
