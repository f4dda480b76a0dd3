"""A line with a button that clears it."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit, QWidget


class ClearableLine(QLineEdit):
    """The button comes with the first letter: it is not seen before, and Qt takes long to find its picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.textChanged.connect(self._on_text)

    @Slot()
    def _on_text(self) -> None:
        self.setClearButtonEnabled(True)
