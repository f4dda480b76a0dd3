"""The open store as the widgets see it: the book of records, the history, and one signal for every commit."""

import dataclasses
from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from tracker.domain.edits import Edit, inverse
from tracker.domain.history import History, Step
from tracker.domain.plain import Plain
from tracker.domain.progress import Progress
from tracker.i18n import _

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

    # the store is handed in; importing it here would cost SQLAlchemy before the first paint
    from tracker.store import Draft, FieldChange, Store


class Document(QObject):
    """`changed` fires once after each commit, when the book already holds the new records."""

    changed = Signal(object)

    def __init__(self, store: "Store", author: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self.author = author
        self._is_changed = False
        self.book = store.book()
        log = store.log()
        self.history = History.read(log)
        self._read_up_to = log[-1].seq if log else 0
        self.last_edit = log[-1].text if log else ""

    @property
    def location(self) -> str:
        """Where the store is, for people."""
        return self._store.location

    @property
    def title(self) -> str:
        """The store's short name, for a window's title."""
        return self.location.replace("\\", "/").rpartition("/")[2]

    @property
    def read_only(self) -> bool:
        return self._store.read_only

    def do(self, edit: Edit) -> None:
        """Commits an edit, or raises the store's error and changes nothing. An empty edit does nothing."""
        if edit.changes:
            self._commit(dataclasses.replace(edit, author=edit.author or self.author))

    def undo(self) -> None:
        """Takes the last edit back, if there is one."""
        if self.history.undoable:
            step = self.history.undoable[-1]
            self._take_back(step, _("Undo: {text}").format(text=step.text))

    def redo(self) -> None:
        """Brings the last undone edit back, if there is one."""
        if self.history.redoable:
            step = self.history.redoable[-1]
            self._take_back(step, _("Redo: {text}").format(text=step.text))

    def _take_back(self, step: Step, text: str) -> None:
        self._commit(dataclasses.replace(inverse(self._store.edit(step.id), text), author=self.author))

    def _commit(self, edit: Edit) -> None:
        try:
            number = self._store.apply(edit)
        except OSError:  # a clash: show what others wrote before telling the person about it
            self.catch_up()
            raise
        self._is_changed = True
        if number != self._read_up_to + 1:
            self.catch_up()
            return
        self.history.note(edit)
        self._take_over(edit, number)

    def catch_up(self) -> None:
        """Takes over what other windows and other machines have logged since."""
        if not self._store.log_since(self._read_up_to):
            return
        news, changes = self._store.news(self._read_up_to)
        for entry in news:
            self.history.note(entry)
        self._take_over(Edit(news[-1].text, changes), news[-1].seq)

    def _take_over(self, edit: Edit, number: int) -> None:
        self._read_up_to = number
        self.book.apply(edit.changes, number)
        self.last_edit = edit.text
        self.changed.emit(edit)

    def history_of(self, id: str) -> "list[FieldChange]":
        """Who changed which field of a record, when, from what, to what; oldest first."""
        return self._store.history_of(id)

    def keep_draft(self, id: str, kind: str, values: Mapping[str, Plain]) -> None:
        """Keeps what was typed and not saved yet, so that a crash does not lose it."""
        if not self.read_only:
            self._store.keep_draft(id, kind, values)

    def draft(self, id: str) -> "Draft | None":
        return self._store.draft(id)

    def drafts(self) -> "list[Draft]":
        return self._store.drafts()

    def drop_draft(self, id: str) -> None:
        if not self.read_only:
            self._store.drop_draft(id)

    def back_up(self, folder: "Path", progress: Progress = float) -> None:
        """Makes a backup if anything was changed here."""
        if self._is_changed:
            self._store.back_up_into(folder, progress)

    def last_backup(self, folder: "Path") -> "datetime | None":
        """When the last backup was made in that folder."""
        return self._store.last_backup(folder)

    def close(self) -> None:
        self._store.close()
