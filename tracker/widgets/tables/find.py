"""The find bar: walks through the cells that hold a text, without hiding the others."""

from collections.abc import Generator

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from tracker.domain.folding import folded
from tracker.i18n import _
from tracker.models.table import RecordTable
from tracker.widgets.parts.clearable import ClearableLine

Place = tuple[int, int]
"""Row and column."""


def finding(table: RecordTable, columns: list[int], text: str) -> Generator[float, None, list[Place]]:
    """The cells of these columns that hold the text, row by row; case and accents do not matter."""
    wanted, ids = folded(text), table.shown
    places: list[Place] = []
    for n, row in enumerate(table.through(ids) if wanted else ()):
        yield n / len(ids)
        if wanted in row.haystack:
            places += [(n, column) for column in columns if wanted in folded(row.texts[column])]
    return places


def following(places: list[Place], columns: list[int], here: Place, step: int) -> Place:
    """The next of the places after `here`, or before it if `step` is negative, round the end."""
    order = {column: number for number, column in enumerate(columns)}
    start = (here[0], order.get(here[1], -1))
    ahead = [p for p in places if (p[0], order[p[1]]) > start] if step > 0 else []
    behind = [p for p in places if (p[0], order[p[1]]) < start] if step < 0 else []
    if step > 0:
        return ahead[0] if ahead else places[0]
    return behind[-1] if behind else places[-1]


class FindBar(QWidget):
    """`searched` asks for the next place (1), the one before (-1), or the first from here on (0)."""

    searched = Signal(int)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ClearableLine()
        self.line.setPlaceholderText(_("Find in the cells"))
        self.line.setAccessibleName(_("Find in the cells"))
        self.line.setMaximumWidth(280)
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("role", "muted")
        self._next = _button(_("Next"), "F3")
        self._previous = _button(_("Previous"), "Shift+F3")
        self._close = _button(_("Close"), "Esc")
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        row.setSpacing(8)
        for widget in (self.line, self._count, self._previous, self._next):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self._close)
        self.line.textEdited.connect(self._on_typed)
        self._next.clicked.connect(self._on_next)
        self._previous.clicked.connect(self._on_previous)
        self._close.clicked.connect(self.closed)
        self.hide()

    @property
    def text(self) -> str:
        return self.line.text()

    def open(self) -> None:
        """Shows the bar, what was looked for last ready to be typed over."""
        self.show()
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    @property
    def said(self) -> str:
        """What the bar says was found."""
        return self._count.text()

    def say(self, text: str) -> None:
        self._count.setText(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.searched.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_typed(self) -> None:
        self.searched.emit(0)

    @Slot()
    def _on_next(self) -> None:
        self.searched.emit(1)

    @Slot()
    def _on_previous(self) -> None:
        self.searched.emit(-1)


def _button(text: str, key: str) -> QPushButton:
    button = QPushButton(text, flat=True)
    button.setToolTip(key)
    button.setAutoDefault(False)
    return button
