"""A store through SQLAlchemy: what is written, and what is looked up in the log and among the drafts."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError, IntegrityError

from tracker.domain.edits import Edit
from tracker.domain.plain import Plain
from tracker.i18n import _
from tracker.store import checking, dangling, drafts, engine, log, reading, relived, sqlite, writing
from tracker.store.errors import CannotOpen, CannotWrite
from tracker.store.logged import FieldChange, LoggedChange


class Database:
    """The engine of one open store. `Store` says what the methods do and keeps readers from writing."""

    def __init__(self, path: Path, read_only: bool) -> None:
        self._path = path
        self._read_only = read_only
        self._engine = engine.engine(path, read_only=read_only)
        self._writing = self._engine.execution_options(writes=True)

    def close(self) -> None:
        if not self._read_only:
            engine.drop_journal(self._engine)
        self._engine.dispose()

    def apply(self, edit: Edit) -> int:
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

    def edit(self, id: str) -> Edit:
        with self._read() as connection:
            return relived.edit(connection.exec_driver_sql, id)

    def changes_of(self, edit_id: str) -> list[LoggedChange]:
        with self._read() as connection:
            return reading.changes(connection.exec_driver_sql, "edit.id = ?", edit_id)

    def history_of(self, record_id: str) -> list[FieldChange]:
        with self._read() as connection:
            return log.history(connection, record_id)

    def keep_draft(self, record_id: str, kind: str, values: Mapping[str, Plain], at: datetime | None) -> None:
        with self._write() as connection:
            drafts.keep(connection, record_id, kind, values, at or datetime.now(UTC))

    def drop_draft(self, record_id: str) -> None:
        with self._write() as connection:
            drafts.drop(connection, record_id)

    def check(self) -> list[str]:
        with self._read() as connection:
            return checking.check(connection)

    @contextmanager
    def _read(self) -> Iterator[Connection]:
        """A look at one state of the store; CannotOpen if what is there is damaged (`check` says where)."""
        try:
            with self._engine.connect() as connection:
                yield connection
        except (DBAPIError, ValueError, TypeError) as error:
            raise CannotOpen(sqlite.unreadable(self._path, getattr(error, "orig", error))) from error

    @contextmanager
    def _write(self) -> Iterator[Connection]:
        try:
            with self._writing.begin() as connection:
                yield connection
        except IntegrityError:
            raise
        except DBAPIError as error:
            raise self._cannot_write(error) from error

    def _cannot_write(self, error: DBAPIError) -> CannotWrite:
        sentence = _("“{where}” could not be written: {reason}")
        return CannotWrite(sentence.format(where=self._path, reason=error.orig))
