"""Backups that are made by themselves: a folder for each store, a copy named by its moment, fewer of them with age."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zlib import crc32

from tracker.domain.progress import Progress
from tracker.i18n import _
from tracker.store.errors import CannotWrite

APART = timedelta(minutes=30)  # between two copies, so that opening and closing does not push the older ones out
KEPT = (("%Y-%m-%d", 12), ("%G-%V", 10), ("%Y-%m", 9))  # of as many days, weeks and months the last copy of each
_NAME = "%Y-%m-%dT%H%M%SZ"


def back_up(path: Path, folder: Path, now: datetime, progress: Progress = float) -> None:
    """Makes a verified copy, unless the last one is young, and takes away those that are not kept any more.

    CannotWrite if the copy cannot be made or trusted; then none is taken away.
    """
    from tracker.store import backups  # costs SQLAlchemy, and how old a backup is, is told with the first paint

    last = newest(path, folder)
    if last is not None and abs(now - last) < APART:
        return
    place = folder_of(path, folder)
    _make(place)
    backups.backup(path, place / f"{now:{_NAME}}{path.suffix}", progress)
    found = _copies(path, folder)
    for moment in found.keys() - kept(found):
        backups.checksum(found[moment]).unlink(missing_ok=True)
        found[moment].unlink(missing_ok=True)


def kept(moments: Iterable[datetime]) -> set[datetime]:
    """Those to keep. Days without a copy do not count, so that a long pause costs none."""
    found: set[datetime] = set()
    for period, most in KEPT:
        last = {moment.strftime(period): moment for moment in sorted(moments)}
        found.update(sorted(last.values())[-most:])
    return found


def newest(path: Path, folder: Path) -> datetime | None:
    """When the last copy was made."""
    return max(_copies(path, folder), default=None)


def folder_of(path: Path, folder: Path) -> Path:
    """The folder of one store: stores of one name in two places do not get mixed up. A checksum does: a digest would
    bring OpenSSL into every start, which tells how old the last copy is.
    """
    return folder / f"{path.stem}-{crc32(str(path.absolute()).encode()):08x}"


def _copies(path: Path, folder: Path) -> dict[datetime, Path]:
    """By their moments. What is called otherwise is somebody's own and is left alone."""
    found = {}
    for one in folder_of(path, folder).glob(f"*{path.suffix}"):
        try:
            found[datetime.strptime(one.name.removesuffix(path.suffix), _NAME).replace(tzinfo=UTC)] = one
        except ValueError:
            continue
    return found


def _make(place: Path) -> None:
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        sentence = _("“{where}” cannot be made: {reason}")
        raise CannotWrite(sentence.format(where=place, reason=error.strerror or error)) from error
