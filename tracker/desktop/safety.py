"""The backups made by themselves: into which folder, when a store is closed, and how old the last one is."""

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from tracker import stores
from tracker.document import Document
from tracker.i18n import _, counted
from tracker.settings import Settings

if TYPE_CHECKING:
    from concurrent.futures import Future

FAILED = "backup_failed"


def folder(settings: Settings) -> Path:
    return Path(settings.backup_folder) if settings.backup_folder else stores.backups()


class Backups:
    """Made in a thread, one after another: a large store takes seconds, and nobody should wait for them."""

    def __init__(self, settings: Settings) -> None:
        from concurrent.futures import ThreadPoolExecutor  # a start asks for the age of the last one only

        self._settings = settings
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backup")
        self._made: list[Future[None]] = []

    def make(self, document: Document) -> None:
        """Backs up a document that has been closed, if anything was changed in it."""
        self._made.append(self._pool.submit(document.back_up, folder(self._settings)))

    def finish(self) -> None:
        """Waits for what is under way. Nobody looks any more: a failure is told at the next start."""
        for future in self._made:
            try:
                future.result()
            except OSError as error:
                self._settings.keep(FAILED, str(error))
        self._made.clear()


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
