"""The line above a table: its filter, how many rows there are, and the way to the columns."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from tracker.i18n import _, counted, number
from tracker.widgets.parts.clearable import ClearableLine

_LEAVE = (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)


class TableHead(QWidget):
    """`filtered` carries what is typed; `left` says that the person goes on to the rows."""

    filtered = Signal(str)
    left = Signal()

    def __init__(self, name: str, progress: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._progress = progress
        self.filter = ClearableLine()
        self.filter.setPlaceholderText(_("Filter {table}").format(table=name))
        self.filter.setAccessibleName(_("Filter {table}").format(table=name))
        self.filter.setMaximumWidth(280)
        self.filter.installEventFilter(self)
        self._count = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._count.setProperty("role", "muted")
        self.columns = QToolButton()
        self.columns.setToolTip(_("Choose columns"))
        self.columns.setAccessibleName(_("Choose columns"))
        self.columns.setIconSize(QSize(20, 20))
        self._arrange()
        self.filter.textChanged.connect(self.filtered)

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 16, 8)
        row.setSpacing(12)
        row.addWidget(self.filter, 1)
        row.addWidget(self._count)
        row.addWidget(self._progress)
        row.addStretch(1)
        row.addWidget(self.columns)

    @property
    def text(self) -> str:
        """The count in words."""
        return self._count.text()

    def count(self, shown: int, total: int, *, is_filtered: bool) -> None:
        """Says how many rows there are, and how many of them the filter lets through."""
        some = _("{shown} of {total}").format(shown=number(shown), total=number(total))
        self._count.setText(some if is_filtered else counted("{n} row", "{n} rows", total))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow down and Enter lead from the filter to the rows; Escape does too, and clears it."""
        if watched is not self.filter or event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in _LEAVE:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self.filter.clear()
        self.left.emit()
        return True
