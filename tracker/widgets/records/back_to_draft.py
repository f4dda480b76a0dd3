"""The way back to a record that was begun and left for another before it was saved."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from tracker.document import Document
from tracker.domain.records import KINDS, Record
from tracker.i18n import _

if TYPE_CHECKING:
    from tracker.store import Draft

_NAME = 24  # characters of a name that fit into one line


class BackToDraft(QPushButton):
    """Shown only while there is such a record: it is in no table yet, so nothing else leads to it."""

    wanted = Signal(object)  # the draft

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._draft: Draft | None = None
        self.setFlat(True)
        self.clicked.connect(self._on_clicked)
        self.hide()

    def refresh(self, shown: Record | None) -> None:
        """Looks for the newest one, the record shown aside."""
        drafts = [one for one in self._document.drafts() if one.record_id not in self._document.book]
        others = [one for one in drafts if shown is None or one.record_id != shown.id]
        self._draft = others[-1] if others else None
        self.setVisible(self._draft is not None)
        if self._draft is not None:
            self.setText(_text(self._draft).replace("&", "&&"))

    @Slot()
    def _on_clicked(self) -> None:
        if self._draft is not None:
            self.wanted.emit(self._draft)


def _text(draft: "Draft") -> str:
    kind = _(KINDS[draft.kind].label).lower()
    name = str(draft.values.get("name") or draft.values.get("title") or "")
    if not name:
        return _("← Back to the unsaved {kind}").format(kind=kind)
    short = name if len(name) <= _NAME else name[:_NAME].rstrip() + "…"
    return _("← Back to the unsaved {kind} “{name}”").format(kind=kind, name=short)
