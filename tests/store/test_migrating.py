"""Older stores are brought up to date, with a backup, and come out as new ones are made."""

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext

from tests.store import samples
from tracker.domain.records import Person
from tracker.store import CannotOpen, Store, backups, engine, migrating, schema, sqlite, version
from tracker.store.creating import make_tables

ENV = (migrating.SCRIPTS / "env.py").read_text(encoding="utf-8")
NEXT_VERSION = version.VERSION + 1
NEXT = """
from alembic import op
import sqlalchemy as sa
revision = "{revision}"
down_revision = "{before}"
def upgrade():
    with op.batch_alter_table("person", recreate="always") as person:
        person.add_column(sa.Column("made_up", sa.Integer))
    {more}
"""


def version_0(path: Path) -> Path:
    """A store from before the first schema: ours by its header, with a table of its own."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        connection.execute("CREATE TABLE keepsake (word TEXT)")
        connection.execute("INSERT INTO keepsake VALUES ('Поехали!')")
    return path


def scripts(folder: Path, more: str = "pass") -> Path:
    """All schemas and a made-up next one, which rebuilds a table that others refer to."""
    (folder / "versions").mkdir(parents=True)
    (folder / "env.py").write_text(ENV, encoding="utf-8")
    for one in (migrating.SCRIPTS / "versions").glob("[0-9]*.py"):
        (folder / "versions" / one.name).write_text(one.read_text(encoding="utf-8"), encoding="utf-8")
    revision = f"{NEXT_VERSION:04}"
    made_up = NEXT.format(revision=revision, before=version.REVISION, more=more)
    (folder / "versions" / f"{revision}_next.py").write_text(made_up, encoding="utf-8")
    return folder


def pragma(path: Path, name: str) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def described(path: Path) -> dict[str, list[str]]:
    """What each table and index is made of; the columns that migrations add come last, which is no difference."""
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT name, sql FROM sqlite_master WHERE name != 'keepsake'")
        return {name: _parts(sql or "()") for name, sql in found}


def _parts(sql: str) -> list[str]:
    """The columns and constraints in brackets, whatever their order and layout."""
    inner = " ".join(sql[sql.index("(") + 1 : sql.rindex(")")].split())
    return sorted(re.split(r" ?, ?(?![^()]*\))", inner))


def test_a_migrated_store_is_like_a_new_one(tmp_path: Path) -> None:
    old, new = version_0(tmp_path / "old.tracker"), tmp_path / "new.tracker"
    make_tables(new)
    with closing(Store.open(old)) as store:
        assert store.check() == []
    assert described(old) == described(new)
    assert samples.all_rows(old, "keepsake") == [("Поехали!",)]
    assert samples.all_rows(old, "alembic_version") == samples.all_rows(new, "alembic_version") == [(version.REVISION,)]
    assert pragma(old, "user_version") == pragma(new, "user_version") == version.VERSION


@pytest.mark.parametrize("migrated", [False, True])
def test_alembic_finds_nothing_to_change(tmp_path: Path, migrated: bool) -> None:
    path = tmp_path / "a.tracker"
    if migrated:
        with closing(sqlite3.connect(path)) as bare:
            bare.execute(f"PRAGMA application_id = {sqlite.APPLICATION_ID}")
        Store.open(path).close()
    else:
        make_tables(path)
    made = engine.engine(path)
    with made.begin() as connection:
        assert compare_metadata(MigrationContext.configure(connection), schema.metadata) == []
    made.dispose()


def test_the_newest_script_has_the_version_of_the_schema() -> None:
    names = sorted(one.name for one in (migrating.SCRIPTS / "versions").glob("[0-9]*.py"))
    assert names[-1].startswith(version.REVISION + "_")
    assert len(names) == version.VERSION


def test_every_constraint_has_a_name() -> None:
    for table in schema.metadata.tables.values():
        assert all(constraint.name for constraint in table.constraints)
        assert all(index.name for index in table.indexes)


def test_a_verified_backup_is_made_first(tmp_path: Path) -> None:
    old = version_0(tmp_path / "old.tracker")
    Store.open(old).close()
    kept = tmp_path / "old.version-0.tracker"
    assert samples.all_rows(kept, "keepsake") == [("Поехали!",)]
    assert pragma(kept, "user_version") == 0
    assert described(kept) == {}
    digest, name = backups.checksum(kept).read_text(encoding="utf-8").split()
    assert (digest, name) == (backups.digest(kept), kept.name)


def test_an_earlier_backup_is_kept(tmp_path: Path) -> None:
    old = version_0(tmp_path / "old.tracker")
    (tmp_path / "old.version-0.tracker").write_text("precious", encoding="utf-8")
    Store.open(old).close()
    assert (tmp_path / "old.version-0.tracker").read_text(encoding="utf-8") == "precious"
    assert (tmp_path / "old.version-0-2.tracker").exists()


def test_a_rebuilt_table_loses_nothing_that_refers_to_it(store: Store, path: Path, tmp_path: Path) -> None:
    store.apply(samples.adding(*samples.one_of_each()))
    before = samples.rows(store)
    store.close()
    migrating.migrate(path, scripts(tmp_path / "scripts"), version=NEXT_VERSION)
    after = samples.rows(store)
    assert after.pop("person") == [(*row, None) for row in before.pop("person")]
    assert after == before
    assert pragma(path, "user_version") == NEXT_VERSION
    with pytest.raises(CannotOpen, match="newer"):
        Store.open(path)


@pytest.mark.parametrize("more", ['op.execute("DELETE FROM person")', 'raise RuntimeError("no")'])
def test_a_failed_migration_leaves_the_store_as_it_was(store: Store, path: Path, tmp_path: Path, more: str) -> None:
    store.apply(samples.adding(*samples.one_of_each()))
    store.close()
    before, tables = samples.rows(store), described(path)
    with pytest.raises((CannotOpen, RuntimeError)):
        migrating.migrate(path, scripts(tmp_path / "scripts", more), version=NEXT_VERSION)
    assert samples.rows(store) == before
    assert described(path) == tables
    assert pragma(path, "user_version") == version.VERSION
    with closing(Store.open(path)) as again:
        assert again.check() == []


def test_a_store_migrated_by_somebody_faster_is_left_alone(store: Store, path: Path) -> None:
    store.apply(samples.adding(Person(name="Anna")))
    store.close()
    before = path.read_bytes()
    migrating.migrate(path)
    assert path.read_bytes() == before


def test_an_older_store_is_not_migrated_for_reading(tmp_path: Path) -> None:
    old = version_0(tmp_path / "old.tracker")
    before = old.read_bytes()
    with pytest.raises(CannotOpen, match="older version"):
        Store.open(old, read_only=True)
    assert old.read_bytes() == before
    assert list(tmp_path.iterdir()) == [old]
