"""Whether each row still is what the program would write: one row at a time, so that one bad row
does not hide the others.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection

from tracker.domain.fields import Field, Type
from tracker.domain.records import KINDS, Record
from tracker.i18n import _, quoted
from tracker.store.rows import (
    list_fields,
    loaded_element,
    loader,
    plain_fields,
    stored_list,
    stored_record,
)
from tracker.store.schema import LISTS, RECORDS

Row = Mapping[str, Any]
_NOTHING = type(None)
_TYPES: dict[Type, tuple[type, ...]] = {
    Type.NUMBER: (int, _NOTHING),
    Type.FLAG: (int,),
    Type.TIME: (str, _NOTHING),
    Type.LINK: (str, _NOTHING),
}


def readable(connection: Connection, kind: str, found: dict[str, Record], broken: set[str]) -> Iterator[str]:
    """Puts the records of a kind into `found`, the ids of those that cannot be made into `broken`."""
    lists = _lists(connection, kind)
    fields, load = plain_fields(KINDS[kind]), loader(kind)
    for row in _all(connection, RECORDS[kind].name):
        try:
            record = load([row["id"], *(row[f.name] for f in fields)], _elements(lists, row["id"]))
        except (ValueError, TypeError, AttributeError) as error:
            broken.add(row["id"])
            yield _("{kind} {id} cannot be read: {reason}").format(kind=kind, id=row["id"], reason=error)
            continue
        if record.id in found:
            yield _("{record}: the id {id} occurs twice").format(record=title(record), id=record.id)
        found[record.id] = record
        yield from _unlike(record, row, lists)


def _all(connection: Connection, table: str) -> Iterator[Row]:
    for row in connection.exec_driver_sql(f'SELECT * FROM "{table}"').mappings():
        yield {str(name): value for name, value in row.items()}


def _lists(connection: Connection, kind: str) -> dict[Field, dict[str, list[Row]]]:
    found: dict[Field, dict[str, list[Row]]] = {}
    for field in list_fields(KINDS[kind]):
        rows = found[field] = defaultdict(list)
        for row in _all(connection, LISTS[kind, field.name].name):
            rows[row["owner"]].append(row)
    return found


def _elements(lists: Mapping[Field, Mapping[str, list[Row]]], id: str) -> dict[str, Any]:
    return {
        field.name: tuple(loaded_element(field, list(row.values())[2:]) for row in _ordered(rows, id))
        for field, rows in lists.items()
    }


def _ordered(rows: Mapping[str, list[Row]], id: str) -> Sequence[Row]:
    return sorted(rows.get(id, ()), key=lambda row: row["position"])


def _unlike(record: Record, row: Row, lists: Mapping[Field, Mapping[str, list[Row]]]) -> Iterator[str]:
    """What of a row the program would not have written."""
    expected = stored_record(record)
    for field in plain_fields(type(record)):
        names = [name for name in expected if name == field.name or name in _bounds(field)]
        if any(expected[n] != row[n] for n in names) or not _is_valid(field, row[field.name]):
            yield _wrong(record, field)
    for field, rows in lists.items():
        expected_rows = stored_list(field, record.id, getattr(record, field.name))
        if expected_rows != [dict(one) for one in _ordered(rows, record.id)]:
            yield _wrong(record, field)


def _bounds(field: Field) -> tuple[str, ...]:
    return (f"{field.name}_lower", f"{field.name}_upper") if field.type is Type.TIME else ()


def _is_valid(field: Field, value: Any) -> bool:
    if field.type is Type.FLAG and value not in (0, 1):
        return False
    if field.type is Type.CHOICE and value not in dict(field.choices):
        return False
    return isinstance(value, _TYPES.get(field.type, (str,)))


def _wrong(record: Record, field: Field) -> str:
    return _("{record}: {field} holds something impossible").format(record=title(record), field=field.text)


def title(record: Record) -> str:
    """How a finding names a record."""
    return f"{_(record.label)} {quoted(record.own_name or record.id)}"
