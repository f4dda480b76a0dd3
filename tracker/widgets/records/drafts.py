"""Keeps what is typed and not saved, a moment after the last key, and offers it again after a crash."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton

from tracker.document import Document
from tracker.domain.show_times import show
from tracker.domain.times import at
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.settings import Settings
from tracker.widgets.parts.refused import told
from tracker.widgets.records.form import Form

if TYPE_CHECKING:
    from tracker.store import Draft

_PAUSE_MS = 800


class DraftKeeper(QObject):
    """Writes the draft of the form it is told of; a form without typing has none."""

    said = Signal(str)

    def __init__(self, document: Document, parent: QObject) -> None:
        super().__init__(parent)
        self._document = document
        self._form: Form | None = None
        self._kept: set[str] = set()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._timer.timeout.connect(self.keep)

    def watch(self, form: Form) -> None:
        """Something was typed into this form."""
        self._form = form
        self._timer.start()

    @Slot()
    def keep(self) -> None:
        """Writes the draft now, if anything was typed since."""
        if self._form is None:
            return
        self._timer.stop()
        form, self._form = self._form, None
        values = form.draft()
        with told(self.said.emit):
            if values:
                self._document.keep_draft(form.stored.id, form.kind.kind, values)
                self._kept.add(form.stored.id)
            elif form.stored.id in self._kept:
                self.drop(form.stored.id)

    def drop(self, id: str) -> None:
        """Forgets the draft of a record: it was saved, or is not wanted."""
        self._timer.stop()
        self._form = None
        self._kept.discard(id)
        with told(self.said.emit):
            if self._document.draft(id) is not None:
                self._document.drop_draft(id)

    def is_own(self, id: str) -> bool:
        """Whether the draft was left a moment ago, in this window, and needs no question."""
        return id in self._kept


class DraftOffer(QFrame):
    """A line above the form: typing from before is still there."""

    restore_requested = Signal()
    discard_requested = Signal()

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.setProperty("role", "message")
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.restore = QPushButton(_("Restore"), flat=True)
        self.discard = QPushButton(_("Discard"), flat=True)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(4)
        row.addWidget(self._text, 1)
        row.addWidget(self.restore)
        row.addWidget(self.discard)
        self.restore.clicked.connect(self.restore_requested)
        self.discard.clicked.connect(self.discard_requested)
        self.hide()

    @property
    def text(self) -> str:
        return self._text.text()

    def offer(self, draft: "Draft") -> None:
        when = show(at(draft.at), zone(self._settings.zone))
        self._text.setText(_("Unsaved changes from {time} were kept.").format(time=when))
        self.show()
