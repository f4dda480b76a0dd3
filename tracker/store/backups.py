"""Copies of a store that can be trusted: made by SQLite's backup, compared row by row, with a checksum.

Copying the file by other means while somebody writes gives a broken copy more often than not.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import count, zip_longest
from pathlib import Path
from typing import Any, TypeVar

from tracker.domain.progress import Progress
from tracker.domain.records import KINDS
from tracker.i18n import _
from tracker.store import reading, sqlite
from tracker.store.creating import placed
from tracker.store.errors import CannotWrite
from tracker.store.version import VERSION

T = TypeVar("T")
COPIED, COMPARED = 0.1, 0.6  # how much is done by then, of the time it all takes
PAGES, ROWS = 2000, 1000  # after so many it is told how far it is, and can be stopped


def backup(path: Path, to: Path, progress: Progress = float) -> None:
    """Writes a verified copy and `<to>.sha256` beside it (in the form of sha256sum); nothing if `progress` stops it.

    FileExistsError if `to` is there already, CannotWrite if the copy cannot be made or trusted.
    """
    try:
        with placed(to) as beside:
            _copy(path, beside, progress)
            _decode(beside, progress)
    except (sqlite3.Error, ValueError, TypeError, KeyError) as error:
        sentence = _("“{where}” could not be backed up: {reason}")
        raise CannotWrite(sentence.format(where=path, reason=error)) from error
    checksum(to).write_text(f"{digest(to)}  {to.name}\n", encoding="utf-8")


def before_migration(path: Path) -> Path:
    """Where the backup is that was made of a store as it was."""
    version = sqlite.version_of(path)
    for number in count(1):
        extra = f"-{number}" if number > 1 else ""
        to = path.with_name(f"{path.stem}.version-{version}{extra}{path.suffix}")
        if not to.exists():
            break
    backup(path, to)
    return to


def checksum(path: Path) -> Path:
    return path.with_name(path.name + ".sha256")


def digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _copy(path: Path, beside: Path, progress: Progress) -> None:
    with (
        closing(sqlite.connect(sqlite.address(path, read_only=True))) as source,
        closing(sqlite3.connect(beside, isolation_level=None)) as target,
    ):
        source.execute("BEGIN")  # nobody can commit between the copying and the comparing
        source.execute("SELECT count(*) FROM sqlite_master")
        source.backup(
            target, pages=PAGES, progress=lambda _status, left, of: progress(COPIED * (1 - left / max(1, of)))
        )
        found = [row[0] for row in target.execute("PRAGMA integrity_check")]
        pairs, of = zip_longest(_rows(source), _rows(target)), _count(source, _tables(source))
        rows = _telling(pairs, of, progress, COPIED, COMPARED)
        if found != ["ok"] or any(a != b for a, b in rows):
            raise sqlite3.DatabaseError(_("the copy is not like the original"))


def _rows(connection: sqlite3.Connection) -> Iterator[Any]:
    """Every row of every table, in one order."""
    for name, sql in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    ).fetchall():
        yield name, sql
        if sql.upper().startswith("CREATE TABLE"):
            quoted = name.replace('"', '""')
            # Not from the cursor itself, which would be closed, after its connection, where somebody leaves off.
            yield from iter(connection.execute(f'SELECT * FROM "{quoted}" ORDER BY rowid').fetchone, None)


def _count(connection: sqlite3.Connection, tables: Iterable[str]) -> int:
    """How many rows they have."""
    quoted = (table.replace('"', '""') for table in tables)
    return sum(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0] for table in quoted)


def _tables(connection: sqlite3.Connection) -> list[str]:
    found = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    return [name for (name,) in found.fetchall()]


def _telling(things: Iterable[T], of: int, progress: Progress, first: float, last: float) -> Iterator[T]:
    """The same things; of every few it is told how far they are, between two shares of the whole."""
    for number, thing in enumerate(things):
        if number % ROWS == 0:
            progress(first + (last - first) * min(1.0, number / max(1, of)))
        yield thing


def _decode(path: Path, progress: Progress) -> None:
    """Makes every record of the copy, if it has the present schema; raises if one cannot be made."""
    if sqlite.version_of(path) == VERSION:
        with closing(sqlite.connect(sqlite.address(path, read_only=True))) as connection:
            records = reading.everything(connection.execute)
            for _record in _telling(records, _count(connection, KINDS), progress, COMPARED, 1.0):
                pass
