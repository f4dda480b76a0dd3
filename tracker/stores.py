"""Which store to open: the one named, or a person's own, made and filled from the article at the first run."""

from contextlib import suppress
from typing import TYPE_CHECKING

from tracker.i18n import _

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tracker.store import Store

SUFFIX = ".tracker"


def default() -> "Path":
    """Where a person's own store is, whether it is there yet or not."""
    import platformdirs  # here and not above: the frame of the window does not need it

    return platformdirs.user_data_path("mission-tracker", appauthor=False) / f"missions{SUFFIX}"


def backups() -> "Path":
    """Where backups go that are made by themselves, unless a person chose another folder."""
    return default().parent / "backups"


def opened(where: str | None, *, read_only: bool = False) -> "Store":
    """The store named, or the default one. Raises OSError or ValueError with a sentence."""
    from tracker.store import Store  # costs SQLAlchemy: only when a store is really wanted

    if where is not None:
        return Store.open(where, read_only=read_only)
    if not default().exists():
        _first_run(default())
    return Store.open(str(default()), read_only=read_only)


def opened_again(recent: "Sequence[str]", *, read_only: bool = False) -> "Store":
    """The store opened last, or a person's own where that cannot be opened any more."""
    for last in recent[:1]:
        with suppress(OSError, ValueError):
            return opened(last, read_only=read_only)
    return opened(None, read_only=read_only)


def created(where: str | None) -> "Store":
    """A new, empty store. FileExistsError if something is there already."""
    from tracker.store import Store

    _look_at_new(where)
    assert where is not None
    return Store.create(where)


def _first_run(path: "Path") -> None:
    from tracker.seeds import seed_edit
    from tracker.store import Store

    path.parent.mkdir(parents=True, exist_ok=True)
    with suppress(FileExistsError):  # another start was faster
        Store.create(path, seed_edit()).close()


def look_at(where: str | None, *, new: bool = False) -> None:
    """Refuses, before anything is shown, a path that is plainly no store, or no place for a new one.

    OSError or ValueError if so. Reads a few bytes only; `Store.open` looks at the rest. Not for a store
    that this program has open: closing a file drops the locks that SQLite holds on it.
    """
    if new:
        _look_at_new(where)
        return
    if where is None or "://" in where:
        return
    try:
        with open(where, "rb") as file:
            is_store = file.read(16) == b"SQLite format 3\x00"
    except FileNotFoundError as error:
        raise FileNotFoundError(_("“{path}” does not exist.").format(path=where)) from error
    except IsADirectoryError as error:
        raise ValueError(_("“{path}” is a folder, not a store.").format(path=where)) from error
    if not is_store:
        raise ValueError(_("“{path}” is not a Mission Tracker store.").format(path=where))


def _look_at_new(where: str | None) -> None:
    import os

    if where is None:
        raise ValueError(_("Say which file to make: mission-tracker --new FILE"))
    if os.path.exists(where):
        raise FileExistsError(_("“{path}” is there already; --new makes a new one.").format(path=where))
