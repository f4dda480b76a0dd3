"""Makes a new store: beside the place it is for, complete, then given its name. No half of one remains."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Column, MetaData, PrimaryKeyConstraint, String, Table, insert

from tracker.i18n import _
from tracker.store import engine, sqlite
from tracker.store.errors import CannotWrite, StoreError
from tracker.store.schema import metadata
from tracker.store.version import REVISION

# Alembic's own table, made here as importing Alembic would double the start-up time.
alembic_version = Table(
    "alembic_version",
    MetaData(),
    Column("version_num", String(32), nullable=False),
    PrimaryKeyConstraint("version_num", name="alembic_version_pkc"),
)


def make_tables(path: Path) -> None:
    """Makes a file with the present schema and no records."""
    path.touch(exist_ok=False)
    made = engine.engine(path)
    try:
        with made.execution_options(writes=True).begin() as connection:
            metadata.create_all(connection)
            alembic_version.create(connection)
            connection.execute(insert(alembic_version), {"version_num": REVISION})
            engine.mark(connection)
    finally:
        engine.drop_journal(made)
        made.dispose()


@contextmanager
def placed(path: Path) -> Iterator[Path]:
    """A name beside `path` to make a file under; it becomes `path` if all goes well.

    FileExistsError if something is there already, CannotWrite if the folder cannot be written.
    """
    if path.exists():
        raise _exists(path)
    beside = path.with_name(f".{path.name}.{uuid4().hex}.new")
    try:
        yield beside
        _rename(beside, path)
    except (FileExistsError, StoreError):
        raise
    except OSError as error:
        sentence = _("“{where}” cannot be made: {reason}")
        raise CannotWrite(sentence.format(where=path, reason=error.strerror or error)) from error
    finally:
        beside.unlink(missing_ok=True)
        sqlite.journal(beside).unlink(missing_ok=True)


def _exists(path: Path) -> FileExistsError:
    return FileExistsError(_("“{where}” exists already").format(where=path))


def _rename(beside: Path, path: Path) -> None:
    """Gives the file its name, without replacing what came to be there meanwhile."""
    try:
        os.link(beside, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except OSError:  # a file system without links
        if path.exists():
            raise _exists(path) from None
        beside.rename(path)
    sqlite.sync_folder(path.absolute().parent)
