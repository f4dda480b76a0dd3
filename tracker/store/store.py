"""The store: one file of records with the log of every edit ever made to them."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, IntegrityError

from tracker.domain.edits import Edit
from tracker.domain.plain import Plain
from tracker.domain.records import Record
from tracker.i18n import _
from tracker.store import (
    backups,
    checking,
    creating,
    dangling,
    drafts,
    locations,
    log,
    queries,
    relived,
    sqlite,
    writing,
)
from tracker.store.errors import CannotOpen, CannotWrite, ReadOnly
from tracker.store.logged import Draft, FieldChange, LoggedChange, LoggedEdit
from tracker.store.schema import VERSION


class Store:
    """An open store. Several may be open on one file; whoever writes second waits for the first."""

    def __init__(self, path: Path, engine: Engine, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only
        self._engine = engine
        self._writing = engine.execution_options(writes=True)

    @classmethod
    def open(cls, where: str | Path, *, read_only: bool = False) -> "Store":
        """Opens a store; one that cannot be written is opened for reading only.

        Older ones are brought up to date, after a backup. CannotOpen for anything else.
        """
        path = locations.file_of(where)
        sqlite.version_of(path)  # before anything is written, to leave a foreign file alone
        sqlite.roll_back(path)
        read_only = read_only or not sqlite.is_writable(path)
        if sqlite.version_of(path) < VERSION:
            _migrate(path, read_only)
        store = cls(path, sqlite.engine(path, read_only=read_only), read_only)
        store._try_reading()
        return store

    @classmethod
    def create(cls, where: str | Path, edit: Edit | None = None) -> "Store":
        """Makes a store that holds what the edit makes (or nothing) and opens it.

        FileExistsError if something is there already; no half-made file is left behind.
        """
        path = locations.file_of(where)
        with creating.placed(path) as beside:
            creating.make_tables(beside)
            if edit is not None:
                with closing(cls(beside, sqlite.engine(beside), read_only=False)) as first:
                    first.apply(edit)
        return cls.open(path)

    @property
    def location(self) -> str:
        """Where the store is, for people."""
        return str(self.path)

    def close(self) -> None:
        if not self.read_only:
            sqlite.drop_journal(self._engine)
        self._engine.dispose()

    def apply(self, edit: Edit) -> int:
        """Writes the rows and the log in one transaction, and returns the edit's number in the log.

        If it raises (Conflict, ReadOnly, CannotWrite) nothing was written. An edit without
        changes is not logged; its number is 0.
        """
        if not edit.changes:
            return 0
        try:
            with self._write() as connection:
                writing.write(connection, edit.changes)
                dangling.refuse(connection, edit.changes, about_only=True)
                return log.append(connection, edit)
        except IntegrityError as error:
            self._explain(edit)
            raise self._cannot_write(error) from error

    def _explain(self, edit: Edit) -> None:
        """Says which link made the data base refuse an edit, as Conflict."""
        with self._read() as connection:
            dangling.refuse(connection, edit.changes)

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind; read at once, so that no lock outlives the call."""
        with self._read() as connection:
            return iter(list(queries.everything(connection)))

    def log(self) -> list[LoggedEdit]:
        """All edits, oldest first."""
        return self.log_since(0)

    def log_since(self, seq: int) -> list[LoggedEdit]:
        """The edits logged after the one with that number, by whatever window or machine."""
        with self._read() as connection:
            return log.edits(connection, seq)

    def edit(self, id: str) -> Edit:
        """A logged edit, ready for `inverse`. KeyError if it is not in the log."""
        with self._read() as connection:
            return relived.edit(connection, id)

    def changes_of(self, edit_id: str) -> list[LoggedChange]:
        """What a logged edit changed, as plain values."""
        with self._read() as connection:
            return log.changes(connection, edit_id)

    def history_of(self, record_id: str) -> list[FieldChange]:
        """Who changed which field of a record, when, from what, to what; oldest first."""
        with self._read() as connection:
            return log.history(connection, record_id)

    def keep_draft(self, record_id: str, kind: str, values: Mapping[str, Plain], at: datetime | None = None) -> None:
        """Keeps unsaved typing, in place of an earlier draft of the same record."""
        with self._write() as connection:
            drafts.keep(connection, record_id, kind, values, at or datetime.now(UTC))

    def draft(self, record_id: str) -> Draft | None:
        with self._read() as connection:
            return drafts.one(connection, record_id)

    def drafts(self) -> list[Draft]:
        """All drafts, oldest first."""
        with self._read() as connection:
            return drafts.everything(connection)

    def drop_draft(self, record_id: str) -> None:
        with self._write() as connection:
            drafts.drop(connection, record_id)

    def check(self) -> list[str]:
        """What is wrong with the store, a sentence each; nothing for a sound one. Reads everything."""
        with self._read() as connection:
            return checking.check(connection)

    def backup(self, to: Path) -> None:
        """Writes a verified copy, and its checksum beside it. FileExistsError if `to` is there."""
        backups.backup(self.path, to)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        """A look at one state of the store; CannotOpen if what is there is damaged (`check` says where)."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except (DBAPIError, ValueError, TypeError) as error:
            sentence = _("“{where}” cannot be read: {reason}")
            raise CannotOpen(sentence.format(where=self.path, reason=getattr(error, "orig", error))) from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        if self.read_only:
            raise ReadOnly(self.location)
        try:
            with self._writing.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise self._cannot_write(error) from error

    def _cannot_write(self, error: DBAPIError) -> CannotWrite:
        sentence = _("“{where}” could not be written: {reason}")
        return CannotWrite(sentence.format(where=self.path, reason=error.orig))

    def _try_reading(self) -> None:
        """Finds out now, not at the first query, whether the file is sound enough to be read."""
        try:
            with self._read() as connection:
                connection.exec_driver_sql("SELECT count(*) FROM sqlite_master")
        except CannotOpen:
            self.close()
            raise


def _migrate(path: Path, read_only: bool) -> None:
    if read_only:
        sentence = _("“{where}” is of an older version: open it once where it can be written")
        raise CannotOpen(sentence.format(where=path))
    from tracker.store import migrating  # costs Alembic: only when there is something to migrate

    migrating.migrate(path)
