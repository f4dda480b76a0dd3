"""What a person may name as a store: a file, or an SQLAlchemy URL."""

from pathlib import Path
from typing import TYPE_CHECKING

from tracker.i18n import _
from tracker.store.errors import CannotOpen

if TYPE_CHECKING:
    from sqlalchemy.engine import URL


def file_of(where: str | Path) -> Path:
    """The file a store is in. CannotOpen for a URL that leads to none we can use."""
    if isinstance(where, Path) or "://" not in where:
        return Path(where)
    return _file_in(where)


def _file_in(where: str) -> Path:
    from sqlalchemy.engine import make_url  # a path, which is the rule, does not need it
    from sqlalchemy.exc import ArgumentError

    try:
        url = make_url(where)
    except ArgumentError as error:
        raise CannotOpen(_("“{where}” is no address of a data base").format(where=where)) from error
    if url.get_backend_name() != "sqlite":
        raise CannotOpen(_other(url))
    if url.query or url.database in (None, "", ":memory:"):
        shown = url.render_as_string(hide_password=True)
        raise CannotOpen(_("“{where}” names no file; write sqlite:///FILE").format(where=shown))
    return Path(str(url.database))


def _other(url: "URL") -> str:
    from sqlalchemy.exc import NoSuchModuleError

    shown = url.render_as_string(hide_password=True)
    try:
        url.get_dialect().import_dbapi()
    except NoSuchModuleError:
        return _("“{where}”: there is no kind of data base called “{name}”").format(where=shown, name=url.drivername)
    except ImportError as error:
        return _("“{where}” needs the Python package “{name}”, which is not installed").format(
            where=shown, name=error.name
        )
    return _("“{where}”: stores are kept in SQLite files only, so far").format(where=shown)
