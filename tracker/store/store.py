"""The store: one file of records with the log of every edit ever made to them.

Opening and reading need no SQLAlchemy; it is imported with the first thing that does (database.py).
"""

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.domain.book import Book
from tracker.domain.edits import Change, Edit
from tracker.domain.plain import Plain
from tracker.domain.progress import Progress
from tracker.domain.records import Event, Record
from tracker.domain.times import VagueTime
from tracker.i18n import _
from tracker.store import locations, reading, sqlite
from tracker.store.asking import Asking, Question
from tracker.store.errors import CannotOpen, ReadOnly
from tracker.store.logged import Draft, FieldChange, LoggedChange, LoggedEdit
from tracker.store.shelf import Shelf
from tracker.store.version import VERSION

if TYPE_CHECKING:
    from tracker.store.database import Database

SHELVED, MANY = (Event,), 5000  # kinds that need not be in memory, and how many make it worth while not to have them


class Store:
    """An open store. Several may be open on one file; whoever writes second waits for the first."""

    def __init__(self, path: Path, read_only: bool) -> None:
        self.path = path
        self.read_only = read_only

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
        store = cls(path, read_only)
        store._try_reading()
        return store

    @classmethod
    def create(cls, where: str | Path, edit: Edit | None = None) -> "Store":
        """Makes a store that holds what the edit makes (or nothing) and opens it.

        FileExistsError if something is there already; no half-made file is left behind.
        """
        from tracker.store import creating

        path = locations.file_of(where)
        with creating.placed(path) as beside:
            creating.make_tables(beside)
            if edit is not None:
                with closing(cls(beside, read_only=False)) as first:
                    first.apply(edit)
        return cls.open(path)

    @property
    def location(self) -> str:
        """Where the store is, for people."""
        return str(self.path.absolute())

    @cached_property
    def _database(self) -> "Database":
        from tracker.store.database import Database

        return Database(self.path, self.read_only)

    @cached_property
    def _asking(self) -> Asking:
        return Asking(lambda: sqlite.connect(sqlite.address(self.path, read_only=True)))

    def ask(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        """What is read one by one, for a shelf."""
        with self._explained():
            return self._asking.ask(query, values)

    def ask_ahead(self, questions: Sequence[Question]) -> None:
        """What a shelf will ask soon; none at all to forget what was asked."""
        with self._explained():
            self._asking.ask_ahead(questions) if questions else self._asking.forget()

    def close(self) -> None:
        if "_asking" in self.__dict__:
            self._asking.close()
        if "_database" in self.__dict__:
            self._database.close()

    def records(self) -> Iterator[Record]:
        """Every record, kind by kind; read at once, so that no lock outlives the call."""
        with self._look() as execute:
            return iter(list(reading.everything(execute)))

    def book(self) -> Book:
        """All records; those of a kind of which there are many stay here, and are read when the book is asked."""
        with self._look() as execute:
            seq = reading.newest(execute)
            many = [kind for kind in SHELVED if reading.has_many(execute, kind.kind, MANY)]
            records = list(reading.everything(execute, but={kind.kind for kind in many}))
        return Book(records, self.earlier_plans, [Shelf(kind, self, seq) for kind in many])

    def log(self) -> list[LoggedEdit]:
        """All edits, oldest first."""
        return self.log_since(0)

    def log_since(self, seq: int) -> list[LoggedEdit]:
        """The edits logged after the one with that number, by whatever window or machine."""
        with self._look() as execute:
            return reading.edits(execute, seq)

    def news(self, seq: int) -> tuple[list[LoggedEdit], tuple[Change, ...]]:
        """The same, and what they changed together."""
        from tracker.store import relived

        with self._look() as execute:
            return reading.edits(execute, seq), relived.since(execute, seq)

    def apply(self, edit: Edit) -> int:
        """Writes the rows and the log in one transaction, and returns the edit's number in the log.

        If it raises (Conflict, ReadOnly, CannotWrite) nothing was written. An edit without
        changes is not logged; its number is 0.
        """
        return self._writable().apply(edit) if edit.changes else 0

    def edit(self, id: str) -> Edit:
        """A logged edit, ready for `inverse`. KeyError if it is not in the log."""
        return self._database.edit(id)

    def changes_of(self, edit_id: str) -> list[LoggedChange]:
        """What a logged edit changed, as plain values."""
        return self._database.changes_of(edit_id)

    def history_of(self, record_id: str) -> list[FieldChange]:
        """Who changed which field of a record, when, from what, to what; oldest first."""
        return self._database.history_of(record_id)

    def earlier_plans(self) -> dict[str, list[VagueTime]]:
        """By the id of an event what was once planned for it, the first plan first; empty where nothing changed."""
        with self._look() as execute:
            return reading.earlier_plans(execute)

    def keep_draft(self, record_id: str, kind: str, values: Mapping[str, Plain], at: datetime | None = None) -> None:
        """Keeps unsaved typing, in place of an earlier draft of the same record."""
        self._writable().keep_draft(record_id, kind, values, at)

    def draft(self, record_id: str) -> Draft | None:
        return next((draft for draft in self.drafts() if draft.record_id == record_id), None)

    def drafts(self) -> list[Draft]:
        """All drafts, oldest first."""
        with self._look() as execute:
            return reading.drafts(execute)

    def drop_draft(self, record_id: str) -> None:
        self._writable().drop_draft(record_id)

    def check(self) -> list[str]:
        """What is wrong with the store, a sentence each; nothing for a sound one. Reads everything."""
        return self._database.check()

    def backup(self, to: Path) -> None:
        """Writes a verified copy, and its checksum beside it. FileExistsError if `to` is there."""
        from tracker.store import backups

        backups.backup(self.path, to)

    def back_up_into(self, folder: Path, progress: Progress = float) -> None:
        """Makes the backup of now in a folder for all stores, and thins out the older ones."""
        from tracker.store import rotation

        rotation.back_up(self.path, folder, datetime.now(UTC), progress)

    def last_backup(self, folder: Path) -> datetime | None:
        """When the last backup was made there."""
        from tracker.store import rotation

        return rotation.newest(self.path, folder)

    def _writable(self) -> "Database":
        if self.read_only:
            raise ReadOnly(self.location)
        return self._database

    @contextmanager
    def _look(self) -> Iterator[reading.Execute]:
        """A look at one state of the store; CannotOpen if what is there is damaged (`check` says where)."""
        with self._explained(), closing(sqlite.connect(sqlite.address(self.path, read_only=True))) as connection:
            connection.execute("BEGIN")
            yield connection.execute

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, ValueError, TypeError) as error:
            raise CannotOpen(sqlite.unreadable(self.path, error)) from error

    def _try_reading(self) -> None:
        """Finds out now, not at the first query, whether the file is sound enough to be read."""
        with self._look() as execute:
            execute("SELECT count(*) FROM sqlite_master")


def _migrate(path: Path, read_only: bool) -> None:
    if read_only:
        sentence = _("“{where}” is of an older version: open it once where it can be written")
        raise CannotOpen(sentence.format(where=path))
    from tracker.store import migrating  # costs Alembic: only when there is something to migrate

    migrating.migrate(path)
