"""A sentence under a cell that is being edited: why what was typed cannot be taken."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QWidget

_WIDEST = 360


class CellMessage(QLabel):
    """Lies over the table, below the editor or, at the foot of the table, above it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._over = parent
        self.setProperty("role", "error")
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.ToolTipBase)
        self.setContentsMargins(8, 4, 8, 4)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def say(self, sentence: str, beside: QRect) -> None:
        """Shows the sentence next to a rectangle of the parent."""
        self.setText(sentence)
        self.setFixedWidth(min(_WIDEST, self._over.width()))
        self.adjustSize()
        below = beside.bottom() + 1
        top = below if below + self.height() <= self._over.height() else beside.top() - self.height()
        left = max(0, min(beside.left(), self._over.width() - self.width()))
        self.move(left, max(0, top))
        self.show()
        self.raise_()
