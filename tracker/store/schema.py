"""The tables, derived from the one description of the fields in `tracker.domain.fields`.

One table per record kind. A time takes three columns: its canonical text, and its bounds in
seconds since 1970 (UTC, NULL is open) for sorting and searching; the text is searched where there
are no bounds, as it may name an event then. Fields that hold several
records have a table of their own, `<kind>_<field>`. Foreign keys are deferred, so that the
order within an edit does not matter.

A change of the fields needs a migration (see migrations/): a test compares the two.
"""

from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, MetaData, Table, Text, text

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import KINDS
from tracker.store.rows import is_list, unbounded

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
metadata = MetaData(naming_convention=NAMES)

_TYPES: dict[Type, Any] = {Type.NUMBER: Integer, Type.FLAG: Boolean}


def target(field: Field) -> str | None:
    """The kind a link leads to; None if it may be any."""
    return field.to[0] if field.to != ("",) else None


def _key(kind: str | None) -> list[ForeignKey]:
    if kind is None:
        return []
    # Links lead in circles (a place is leased by an organisation in a country), so no order of
    # making the tables fits: use_alter. SQLite needs no order and ignores it.
    return [ForeignKey(f"{kind}.id", use_alter=True, deferrable=True, initially="DEFERRED")]


def _columns(field: Field) -> list[Column[Any]]:
    name = field.name
    if field.type is Type.LINK:
        return [Column(name, Text, *_key(target(field)), index=True)]
    if field.type is Type.TIME:
        bounds = (f"{name}_lower", f"{name}_upper")
        return [Column(name, Text), *(Column(bound, Integer, index=True) for bound in bounds)]
    is_choice = field.type is Type.CHOICE
    return [Column(name, _TYPES.get(field.type, Text), nullable=field.type is Type.NUMBER, index=is_choice or None)]


def _record_table(kind: str) -> Table:
    own = (field for field in fields_of(KINDS[kind]) if not is_list(field))
    columns = (column for field in own for column in _columns(field))
    table = Table(kind, metadata, Column("id", Text, primary_key=True), *columns)
    for field in fields_of(KINDS[kind]):
        if field.type is Type.TIME:
            Index(f"ix_{kind}_{field.name}", table.c[field.name], sqlite_where=text(unbounded(field)))
    return table


def _list_table(kind: str, field: Field) -> Table:
    part = [Column("part", Text, nullable=False)] if field.type is Type.PARTS else []
    return Table(
        f"{kind}_{field.name}",
        metadata,
        Column("owner", Text, *_key(kind), primary_key=True),
        Column("position", Integer, primary_key=True, autoincrement=False),
        Column("target", Text, *_key(target(field)), nullable=False, index=True),
        *part,
    )


RECORDS = {kind: _record_table(kind) for kind in KINDS}
LISTS = {
    (kind, field.name): _list_table(kind, field)
    for kind, cls in KINDS.items()
    for field in fields_of(cls)
    if is_list(field)
}

edit = Table(
    "edit",
    metadata,
    Column("seq", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("at", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("undoes", Text, ForeignKey("edit.id")),
    Column("is_seed", Boolean, nullable=False),
)
change = Table(
    "change",
    metadata,
    Column("edit", Integer, ForeignKey("edit.seq"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("kind", Text, nullable=False),
    Column("record", Text, nullable=False, index=True),
    Column("before", Text),
    Column("after", Text),
    # few of very many: what was changed later, neither made nor deleted
    Index("ix_change_edit", "edit", sqlite_where=text("before IS NOT NULL AND after IS NOT NULL")),
)
draft = Table(
    "draft",
    metadata,
    Column("record", Text, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("fields", Text, nullable=False),
    Column("at", Text, nullable=False),
)
