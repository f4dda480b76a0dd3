"""The first schema."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

Columns = list[Any]


def upgrade() -> None:
    _people_and_things()
    _what_happens()
    _what_is_said()
    for owner, field, target in LISTS:
        _list(owner, field, target)
    _list("production", "parts", "person", sa.Column("part", sa.Text, nullable=False))
    _log()


LISTS = (
    ("mission", "spacecraft", "spacecraft"),
    ("mission", "organisations", "organisation"),
    ("event", "people", "person"),
    ("event", "organisations", "organisation"),
    ("production", "organisations", "organisation"),
)


def _people_and_things() -> None:
    _record(
        "person",
        *_texts("name aliases native_name nature nationality occupation"),
        *_link("person", "organisation", "organisation"),
        *_texts("position"),
        *_number("age"),
        *_time("birth_date"),
        *_texts("known_for note"),
    )
    _record(
        "spacecraft",
        *_texts("name aliases type"),
        sa.Column("is_placeholder", sa.Boolean, nullable=False),
        *_link("spacecraft", "operator", "organisation"),
        *_number("seats"),
        *_texts("ports note"),
    )
    _record(
        "place",
        *_texts("name aliases type"),
        *_link("place", "country", "place"),
        *_link("place", "leased_by", "organisation"),
        *_texts("zone note"),
    )
    _record(
        "organisation",
        *_texts("name aliases type"),
        *_link("organisation", "country", "place"),
        *_texts("note"),
    )


def _what_happens() -> None:
    _record(
        "mission",
        *_texts("name aliases objective status"),
        *_number("planned_duration"),
        *_number("actual_duration"),
        *_texts("note"),
    )
    _record(
        "event",
        *_texts("name type"),
        *_link("event", "mission", "mission"),
        *_time("planned"),
        *_time("actual"),
        *_texts("punctuality"),
        *_link("event", "spacecraft", "spacecraft"),
        *_link("event", "station", "spacecraft"),
        *_texts("port"),
        *_link("event", "place", "place"),
        *_texts("quotation detail"),
    )
    _record(
        "leg",
        *_link("leg", "person", "person"),
        *_texts("direction"),
        *_link("leg", "spacecraft", "spacecraft"),
        *_link("leg", "mission", "mission"),
        *_texts("role seat"),
        *_link("leg", "departure", "event"),
        *_link("leg", "arrival", "event"),
    )
    _record(
        "production",
        *_texts("title type"),
        *_link("production", "mission", "mission"),
        *_texts("plot budget note"),
    )


def _what_is_said() -> None:
    _record("source", *_texts("title publisher agency"), *_time("date"), *_texts("address text"))
    _record(
        "claim",
        sa.Column("about", sa.Text, index=True),
        *_texts("field value certainty"),
        *_link("claim", "source", "source"),
        *_texts("fragment remark"),
        *_time("as_of"),
    )


def _log() -> None:
    _table(
        "edit",
        sa.Column("seq", sa.Integer, nullable=False),
        *_texts("id at author text"),
        sa.Column("undoes", sa.Text),
        sa.Column("is_seed", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_edit"),
        sa.UniqueConstraint("id", name="uq_edit_id"),
        sa.ForeignKeyConstraint(["undoes"], ["edit.id"], name="fk_edit_undoes_edit"),
    )
    _table(
        "change",
        sa.Column("edit", sa.Integer, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False, index=True),
        sa.Column("before", sa.Text),
        sa.Column("after", sa.Text),
        sa.PrimaryKeyConstraint("edit", "position", name="pk_change"),
        sa.ForeignKeyConstraint(["edit"], ["edit.seq"], name="fk_change_edit_edit"),
    )
    draft = sa.PrimaryKeyConstraint("record", name="pk_draft")
    _table("draft", *_texts("record kind fields at"), draft)


def _table(name: str, *items: Any) -> None:
    """A table; an index for each column that asks for one, named after both."""
    columns = [item for item in items if isinstance(item, sa.Column)]
    indexed = [column.name for column in columns if column.index]
    for column in columns:
        column.index = None
    op.create_table(name, *items)
    for column_name in indexed:
        op.create_index(f"ix_{name}_{column_name}", name, [column_name])


def _record(name: str, *items: Any) -> None:
    id = sa.Column("id", sa.Text, nullable=False)
    _table(name, id, *items, sa.PrimaryKeyConstraint("id", name=f"pk_{name}"))


def _texts(names: str) -> Columns:
    return [sa.Column(name, sa.Text, nullable=False) for name in names.split()]


def _number(name: str) -> Columns:
    return [sa.Column(name, sa.Integer)]


def _time(name: str) -> Columns:
    bounds = [sa.Column(f"{name}_{end}", sa.Integer, index=True) for end in ("lower", "upper")]
    return [sa.Column(name, sa.Text), *bounds]


def _link(table: str, name: str, target: str) -> Columns:
    return [sa.Column(name, sa.Text, index=True), _key(table, name, target)]


def _key(table: str, name: str, target: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        [name],
        [f"{target}.id"],
        name=f"fk_{table}_{name}_{target}",
        deferrable=True,
        initially="DEFERRED",
    )


def _list(owner: str, field: str, target: str, *more: Any) -> None:
    name = f"{owner}_{field}"
    _table(
        name,
        sa.Column("owner", sa.Text, nullable=False),
        sa.Column("position", sa.Integer, nullable=False),
        sa.Column("target", sa.Text, nullable=False, index=True),
        *more,
        sa.PrimaryKeyConstraint("owner", "position", name=f"pk_{name}"),
        _key(name, "owner", owner),
        _key(name, "target", target),
    )
