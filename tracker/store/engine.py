"""A store's file as SQLAlchemy takes it."""

import sqlite3
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool

from tracker.store.sqlite import APPLICATION_ID, address, connect, pragmas
from tracker.store.version import VERSION


def engine(path: Path, *, read_only: bool = False, foreign_keys: bool = True) -> Engine:
    """Opens an existing file, never makes one. `writes=True` in the execution options: BEGIN IMMEDIATE.

    `foreign_keys=False` is for migrations, as the pragma does nothing inside a transaction.
    """
    where = address(path, read_only=read_only)
    made = create_engine(
        "sqlite://",
        creator=lambda: connect(where),
        poolclass=QueuePool,
        hide_parameters=True,
    )

    @event.listens_for(made, "connect")
    def _on_connect(connection: sqlite3.Connection, _record: Any) -> None:
        for pragma in pragmas(read_only, foreign_keys):
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(made, "begin")
    def _on_begin(connection: Connection) -> None:
        # A writer that reads first would otherwise fail at once instead of waiting.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return made


def drop_journal(engine: Engine) -> None:
    """Takes away the empty journal that TRUNCATE leaves, so that a closed store is one file.

    SQLite takes the lock for that itself, and leaves the journal where it does not get it.
    """
    with suppress(sqlite3.Error, DBAPIError, UnicodeDecodeError), closing(engine.raw_connection()) as connection:
        connection.cursor().execute("PRAGMA journal_mode = DELETE")


def read_version(connection: Connection) -> int:
    """The version as it stands within a transaction."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def mark(connection: Connection, version: int = VERSION) -> None:
    """Writes the two numbers, within the transaction that makes or migrates the tables."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.exec_driver_sql(f"PRAGMA user_version = {version}")
