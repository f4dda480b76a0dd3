"""The named queries that look some records up; reading.py reads all of them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Select, Table, select

from tracker.domain.fields import Field
from tracker.domain.records import KINDS, Record
from tracker.store.rows import list_fields, loaded_element, loader, plain_fields
from tracker.store.schema import LISTS, RECORDS

AT_ONCE = 500  # parameters in one IN (…); SQLite's old limit is 999


def _of_kind(connection: Connection, kind: str, ids: Sequence[str]) -> Iterator[Record]:
    """The records of a kind with the ids given, not more than AT_ONCE."""
    fields = list_fields(KINDS[kind])
    lists = [(field.name, _lists(connection, kind, field, ids)) for field in fields]
    table, load = RECORDS[kind], loader(kind)
    columns = [table.c.id, *(table.c[field.name] for field in plain_fields(KINDS[kind]))]
    for row in connection.execute(_among(select(*columns), table, "id", ids)):
        yield load(row, {name: tuple(found.get(row[0], ())) for name, found in lists})


def _lists(connection: Connection, kind: str, field: Field, ids: Sequence[str]) -> Mapping[str, list[Any]]:
    table = LISTS[kind, field.name]
    query = select(table).order_by(table.c.owner, table.c.position)
    found: defaultdict[str, list[Any]] = defaultdict(list)
    for owner, _position, *rest in connection.execute(_among(query, table, "owner", ids)):
        found[owner].append(loaded_element(field, rest))
    return found


def _among(query: Select[Any], table: Table, column: str, ids: Sequence[str]) -> Select[Any]:
    return query.where(table.c[column].in_(ids))


def some(connection: Connection, kind: str, ids: Iterable[str]) -> dict[str, Record]:
    """The records of a kind with the ids given, as far as they are there."""
    waiting = iter(ids)
    found: dict[str, Record] = {}
    while batch := list(islice(waiting, AT_ONCE)):
        found |= {record.id: record for record in _of_kind(connection, kind, batch)}
    return found


def present(connection: Connection, ids: Iterable[str]) -> set[str]:
    """Those of the ids that are there, of whatever kind."""
    wanted = list(dict.fromkeys(ids))
    batches = [wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE)]
    return {
        id
        for batch in batches
        for table in RECORDS.values()
        for id in connection.execute(select(table.c.id).where(table.c.id.in_(batch))).scalars()
    }
