"""The lanes and bars in view as a list beside the timeline: what a screen reader is told of each, for all to read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QLabel, QListView, QVBoxLayout, QWidget

from tracker.i18n import _, counted
from tracker.timeline.speech.reader import SETTLED, Reader
from tracker.timeline.speech.reading import PRESS, TOGGLE, Band, Heading, Item
from tracker.tips import tip

_Index = QModelIndex | QPersistentModelIndex


class _Bars(QAbstractListModel):
    """The items as rows of text."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.items: Sequence[Item] = ()
        self._bold = QFont(parent.font())
        self._bold.setBold(True)

    def show_items(self, items: Sequence[Item]) -> bool:
        """Takes over the items; whether anything reads differently now."""
        is_same = [(a.identity, a.text) for a in items] == [(b.identity, b.text) for b in self.items]
        if is_same:
            self.items = items
            return False
        self.beginResetModel()
        self.items = items
        self.endResetModel()
        return True

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - as Qt has it
        return 0 if parent.isValid() else len(self.items)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        item = self.items[index.row()]
        if role == Qt.ItemDataRole.FontRole and isinstance(item, Heading):
            return self._bold
        text = item.text
        return {Qt.ItemDataRole.DisplayRole: text, Qt.ItemDataRole.ToolTipRole: tip(text)}.get(Qt.ItemDataRole(role))


class _Lines(QListView):
    """Says which row a person went to."""

    went = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.is_following = False  # the current row is being set to what is selected elsewhere
        self.setAccessibleName(_("Bars of the timeline in view"))
        self.setWordWrap(True)
        self.setSpacing(3)  # pixels between the bars, whose words take several lines
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)

    def currentChanged(self, current: _Index, previous: _Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid() and not self.is_following:
            self.went.emit(current.row())


class BarList(QWidget):
    """Follows a timeline while it is shown. The selection is the timeline's: choosing a row chooses the bar."""

    opened = Signal(str)

    def __init__(self, reader: Reader, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._reader = reader
        self.lines, self._bars = _Lines(), _Bars(self)
        self.lines.setModel(self._bars)
        self._rest = QLabel(textFormat=Qt.TextFormat.PlainText, wordWrap=True)
        self._rest.setProperty("role", "muted")
        self._rest.setContentsMargins(8, 4, 8, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.lines, 1)
        column.addWidget(self._rest)
        self.setFocusProxy(self.lines)
        self._later = QTimer(self, singleShot=True, interval=SETTLED)
        self._later.timeout.connect(self.read)
        reader.sight.changed.connect(self._on_changed)
        self.lines.went.connect(self._on_went)
        self.lines.activated.connect(self._on_activated)
        self.read()

    @property
    def texts(self) -> list[str]:
        return [item.text for item in self._bars.items]

    @Slot()
    def read(self) -> None:
        """Lists what is in view now and goes to the row of what is selected."""
        items, band = self._reader.items, self._band
        self.lines.is_following = True
        self._bars.show_items(items)
        place = self._reader.place(band.identity) if band is not None else -1
        self.lines.setCurrentIndex(self._bars.index(place if place >= 0 else self._reader.focused))
        self.lines.is_following = False
        text = counted("Only the first {n} is listed.", "Only the first {n} are listed.", len(items))
        self._rest.setText(" ".join((text, _("Zoom in for the others."))))
        self._rest.setVisible(self._reader.is_cut)

    @property
    def _band(self) -> Item | None:
        """The band of the current row, if it is one: it stays current while it is in view."""
        row = self.lines.currentIndex().row()
        item = self._bars.items[row] if row >= 0 else None
        return item if isinstance(item, Band) else None

    @Slot()
    def _on_changed(self) -> None:
        if self.isVisible():
            self._later.start()

    @Slot(int)
    def _on_went(self, row: int) -> None:
        item = self._bars.items[row]
        if not isinstance(item, Band):  # one only goes into a band if that is asked for
            self._reader.press(item)

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        item = self._bars.items[index.row()]
        if item.key:
            self.opened.emit(item.key)
        else:
            actions = self._reader.actions(item)
            actions.get(TOGGLE, actions[PRESS])()
