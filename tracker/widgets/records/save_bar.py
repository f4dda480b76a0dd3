"""The foot of a form: what keeps it from being saved, and the two buttons."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tracker.i18n import _


class SaveBar(QWidget):
    """Says one sentence, and lets Save through only when nothing is wrong."""

    save_requested = Signal()
    revert_requested = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.save = QPushButton(_("&Save"))
        self.save.setProperty("role", "primary")
        self.save.setToolTip(_("Save this form ({keys})").format(keys=_native("Ctrl+S")))
        self.revert = QPushButton(_("Re&vert"))
        self.revert.setToolTip(_("Back to what is stored"))
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(8)
        row.addWidget(self._text, 1)
        row.addWidget(self.revert)
        row.addWidget(self.save)
        self.save.clicked.connect(self.save_requested)
        self.revert.clicked.connect(self.revert_requested)

    @property
    def text(self) -> str:
        return self._text.text()

    def show_state(self, text: str, role: str, can_save: bool, can_revert: bool, revert: str) -> None:
        """Of a long sentence the first clause is shown, for all of it stands at the field.

        `revert` is what the second button is called: a new record is discarded, a stored one reverted.
        """
        first, more, __ = text.partition(": ")
        self._text.setText(f"{first}." if more and not can_save else text)
        self._text.setProperty("role", role)
        self._text.style().unpolish(self._text)
        self._text.style().polish(self._text)
        self.save.setEnabled(can_save)
        self.save.setAccessibleDescription(text)
        self.revert.setEnabled(can_revert)
        self.revert.setText(revert)


def _native(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
