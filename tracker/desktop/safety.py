"""The backups made by themselves: into which folder, when a store is closed, and how old the last one is."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from tracker import stores
from tracker.document import Document
from tracker.i18n import _, counted
from tracker.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

FAILED = "backup_failed"


class Stopped(Exception):
    """Somebody did not want to wait for a backup."""


def folder(settings: Settings) -> Path:
    return Path(settings.backup_folder) if settings.backup_folder else stores.backups()


class Backups(QObject):
    """Made in a thread, one after another: a large store takes seconds, and nobody should wait for them.

    `moved` tells how far the one under way is, `ended` that it is over, whatever came of it.
    """

    moved = Signal(float)
    ended = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        from concurrent.futures import ThreadPoolExecutor  # a start asks for the age of the last one only

        super().__init__(parent)
        self._settings = settings
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")
        self._made: list[Future[None]] = []
        self._is_stopped = False

    @property
    def is_busy(self) -> bool:
        return not all(future.done() for future in self._made)

    def make(self, document: Document) -> None:
        """Backs up a document that has been closed, if anything was changed in it."""
        future = self._pool.submit(document.back_up, folder(self._settings), self._report)
        self._made.append(future)
        future.add_done_callback(self._on_done)

    @Slot()
    def stop(self) -> None:
        """Leaves off; no half of a copy remains."""
        self._is_stopped = True

    def finish(self) -> None:
        """Waits for what is under way. Nobody looks any more: a failure is told at the next start."""
        for future in self._made:
            try:
                future.result()
            except OSError as error:
                self._settings.keep(FAILED, str(error))
            except Stopped:
                pass
        if self._made:
            self._pool.submit(bool).result()  # a future is done before its thread has told so, and this may go now
        self._made.clear()

    def _report(self, share: float) -> None:
        """Called in the thread."""
        if self._is_stopped:
            raise Stopped
        self.moved.emit(share)

    def _on_done(self, _future: "Future[None]") -> None:
        self.ended.emit()


def failed(settings: Settings) -> str:
    """The sentence of a backup that failed; told once."""
    sentence = settings.value(FAILED, "")
    settings.keep(FAILED, "")
    return str(sentence)


def age(document: Document, settings: Settings) -> str:
    """How old the last backup is, in words."""
    last = document.last_backup(folder(settings))
    if last is None:
        return _("No backup yet")
    days = (datetime.now().astimezone().date() - last.astimezone().date()).days
    if days <= 0:
        return _("Backed up today")
    return counted("Backed up {n} day ago", "Backed up {n} days ago", days)
