"""What of SQLite needs no SQLAlchemy: looking at a file safely, pragmas, the two numbers in its header."""

import os
import sqlite3
import stat
import sys
from contextlib import closing
from pathlib import Path

from tracker.i18n import _
from tracker.store.errors import CannotOpen
from tracker.store.version import VERSION

# "MTRK" in bytes 68 to 71 of the file, which is how the desktop tells our stores from other
# SQLite files (packaging: magic 0x4D54524B, big-endian, at offset 68).
APPLICATION_ID = 0x4D54524B
BUSY_SECONDS = 10.0  # how long the loser of a lock waits


def connect(where: str) -> sqlite3.Connection:
    """A bare connection that leaves transactions to us; Python's own handling breaks DDL and savepoints."""
    return sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS, isolation_level=None, check_same_thread=False)


def pragmas(read_only: bool, foreign_keys: bool) -> list[str]:
    common = [f"foreign_keys = {'ON' if foreign_keys else 'OFF'}", "trusted_schema = OFF"]
    if read_only:
        return [*common, "query_only = ON"]
    # One file at rest. TRUNCATE with FULL lost nothing in replayed power cuts; WAL with NORMAL and
    # DELETE with FULL did. fullfsync is for macOS, whose plain fsync does not reach the disk.
    return [*common, "journal_mode = TRUNCATE", "synchronous = FULL", "fullfsync = ON"]


def address(path: Path, *, read_only: bool) -> str:
    """The file as SQLite takes it; never makes one."""
    uri = path.absolute().as_uri()
    if not read_only:
        return uri + "?mode=rw"
    return uri + ("?mode=ro&immutable=1" if _never_changes(path) else "?mode=ro")


def _never_changes(path: Path) -> bool:
    """Whether nobody can write there: a medium that cannot be locked can be read all the same."""
    try:
        return bool(os.statvfs(path).f_flag & os.ST_RDONLY) and not journal(path).exists()
    except (AttributeError, OSError):  # Windows has no statvfs
        return False


def journal(path: Path) -> Path:
    """Where SQLite keeps what it needs to roll an unfinished write back."""
    real = path.resolve()  # beside the file itself, not beside a link to it
    return real.with_name(real.name + "-journal")


def roll_back(path: Path) -> None:
    """Undoes a write that a crash cut off, if the place can be written; a reader alone cannot."""
    left = journal(path)
    if left.exists() and left.stat().st_size and is_writable(path):
        with closing(connect(address(path, read_only=False))) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master")


def is_writable(path: Path) -> bool:
    """Whether the file and its folder (for the journal) can be written."""
    return os.access(path, os.W_OK) and os.access(path.resolve().parent, os.W_OK)


def version_of(path: Path) -> int:
    """The schema version of a store. CannotOpen if it is none of ours or newer; not a byte is changed."""
    _refuse_what_is_no_file(path)
    application, version = _header(path)
    if application != APPLICATION_ID:
        raise CannotOpen(_("“{where}” is not a Mission Tracker store").format(where=path))
    if version > VERSION:
        sentence = _("“{where}” was written by a newer Mission Tracker; this one cannot read it")
        raise CannotOpen(sentence.format(where=path))
    return version


def _refuse_what_is_no_file(path: Path) -> None:
    try:
        mode = path.stat().st_mode
    except FileNotFoundError as error:
        raise CannotOpen(_("“{where}” does not exist").format(where=path)) from error
    except (OSError, ValueError) as error:
        raise CannotOpen(_("“{where}” cannot be read").format(where=path)) from error
    if stat.S_ISDIR(mode):
        raise CannotOpen(_("“{where}” is a folder, not a store").format(where=path))
    if not stat.S_ISREG(mode):
        raise CannotOpen(_("“{where}” is not a file").format(where=path))
    if not os.access(path, os.R_OK):
        raise CannotOpen(_("“{where}” cannot be read").format(where=path))


def _header(path: Path) -> tuple[int, int]:
    """The application id and the version.

    Immutable, so that SQLite leaves a foreign file's journals alone. Reading the bytes ourselves
    would drop the locks that this program holds on the file.
    """
    try:
        with closing(connect(path.absolute().as_uri() + "?mode=ro&immutable=1")) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            return application, connection.execute("PRAGMA user_version").fetchone()[0]
    except (sqlite3.Error, UnicodeDecodeError) as error:  # even SQLite's message can be damaged
        if getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_NOTADB:
            raise CannotOpen(_("“{where}” is not a Mission Tracker store").format(where=path)) from error
        sentence = _("“{where}” cannot be read: {reason}")
        raise CannotOpen(sentence.format(where=path, reason=error)) from error


def sync_folder(folder: Path) -> None:
    """Makes a new name in a folder survive a power cut; Windows does so by itself."""
    if sys.platform != "win32":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def unreadable(path: Path, reason: object) -> str:
    """The sentence for a store that is damaged or cannot be reached."""
    return _("“{where}” cannot be read: {reason}").format(where=path, reason=reason)
