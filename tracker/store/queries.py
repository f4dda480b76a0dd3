"""The named queries that look some records up, within the transaction of an edit."""

from collections.abc import Iterable, Iterator
from itertools import islice

from sqlalchemy import Connection, select

from tracker.domain.records import Record
from tracker.store import reading
from tracker.store.schema import RECORDS

AT_ONCE = 500  # parameters in one IN (…); SQLite's old limit is 999


def some(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    """The records of a kind with the ids given, as far as they are there."""
    read = connection.exec_driver_sql
    return {record.id: record for batch in _batches(ids) for record in reading.of_kind(read, kind, batch)}


def present(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that are there, of whatever kind."""
    return {
        id
        for batch in _batches(dict.fromkeys(ids))
        for table in RECORDS.values()
        for id in connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars()
    }


def _batches(ids: Iterable[str]) -> Iterator[list[str]]:
    waiting = iter(ids)
    while batch := list(islice(waiting, AT_ONCE)):
        yield batch
