"""Indexes for what is read of a million records without reading them: choices, times without bounds, later changes."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

CHOICES = (
    ("claim", "certainty"),
    ("person", "nature"),
    ("organisation", "type"),
    ("place", "type"),
    ("spacecraft", "type"),
    ("mission", "status"),
    ("event", "type"),
    ("event", "punctuality"),
    ("leg", "direction"),
    ("production", "type"),
)
TIMES = (("source", "date"), ("claim", "as_of"), ("person", "birth_date"), ("event", "planned"), ("event", "actual"))


def upgrade() -> None:
    for table, column in CHOICES:
        op.create_index(f"ix_{table}_{column}", table, [column])
    for table, column in TIMES:
        few = sa.text(f"{column}_lower IS NULL AND {column}_upper IS NULL AND {column} IS NOT NULL")
        op.create_index(f"ix_{table}_{column}", table, [column], sqlite_where=few)
    later = sa.text("before IS NOT NULL AND after IS NOT NULL")
    op.create_index("ix_change_edit", "change", ["edit"], sqlite_where=later)
