"""Finds a link that leads nowhere after an edit: somebody deleted what it links to, or linked to
what it deletes. The data base refuses these itself, but does not say which record is at fault.
"""

from collections.abc import Iterable, Iterator

from sqlalchemy import Column, Connection, select

from tracker.domain.edits import Change
from tracker.domain.fields import Field, fields_of
from tracker.domain.links import targets
from tracker.domain.records import Claim, Record
from tracker.store import queries
from tracker.store.errors import Conflict
from tracker.store.schema import LISTS, RECORDS

Link = tuple[Record, Field, str]


def links(record: Record) -> Iterator[Link]:
    """Each link of a record: the record, the field, the id it leads to."""
    for field in fields_of(type(record)):
        if field.is_link:
            yield from ((record, field, id) for id in targets(field, getattr(record, field.name)))


def is_about(record: Record, field: Field) -> bool:
    """Whether it is what a claim is about, which no foreign key watches as it may be of any kind."""
    return isinstance(record, Claim) and field.name == "about"


def refuse(connection: Connection, changes: Iterable[Change], *, about_only: bool = False) -> None:
    """Raises Conflict for the first link that leads nowhere, within the edit's transaction.

    `about_only`: just what claims are about.
    """
    written: dict[str, Record | None] = {change.record.id: change.after for change in changes}
    found = [link for record in written.values() if record for link in links(record)]
    if about_only:
        found = [link for link in found if is_about(link[0], link[1])]
    known = queries.present(connection, (id for _, _, id in found))
    for record, field, id in found:
        if id not in known:
            raise Conflict(record.id, field, getattr(record, field.name), None)
    for id in (id for id, record in written.items() if record is None):
        _refuse_deleted(connection, id, about_only)


def _refuse_deleted(connection: Connection, id: str, about_only: bool) -> None:
    about = RECORDS[Claim.kind].c.about
    for column in [about] if about_only else _linking():
        owner = column.table.c["owner" if "owner" in column.table.c else "id"]
        by = connection.execute(select(owner).where(column == id).limit(1)).scalar()
        if by is not None:
            raise Conflict(id, None, None, by)


def _linking() -> "Iterator[Column[str]]":
    for table in RECORDS.values():
        yield from (column for column in table.c if column.foreign_keys)
    yield from (table.c.target for table in LISTS.values())
