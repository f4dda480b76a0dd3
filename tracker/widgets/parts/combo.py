"""A combo box that a screen reader can call by its name."""

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QLabel, QWidget


class Combo(QComboBox):
    """On Linux Qt gives out what is chosen as the name of the box, and leaves it to a label beside it to say what is
    chosen there. Not every box has one that is seen: this one brings its own, hidden, wherever it is put.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        self._label: QLabel | None = None
        super().__init__(parent)
        self._label = QLabel(parent)
        self._label.setBuddy(self)
        self._label.hide()

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        if self._label is not None:
            self._label.setText(name)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ParentChange and self._label is not None:
            self._label.setParent(self.parentWidget())
        return super().event(event)
