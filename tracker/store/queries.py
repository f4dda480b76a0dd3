"""The named queries that look some records up, within the transaction of an edit."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from tracker.domain.records import Record
from tracker.store import reading
from tracker.store.reading import batched
from tracker.store.schema import RECORDS


def some(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    """The records of a kind with the ids given, as far as they are there."""
    return reading.some(connection.exec_driver_sql, kind, ids)


def present(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that are there, of whatever kind."""
    return {
        id
        for batch in batched(dict.fromkeys(ids))
        for table in RECORDS.values()
        for id in connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars()
    }
