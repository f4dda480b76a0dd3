"""The tray at the left end of the axis: the events without a date, counted, and in a list from which one is selected or
dragged to its day.
"""

from PySide6.QtCore import QMimeData, QSize, Qt, Signal, Slot
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QMenu, QToolButton, QWidget, QWidgetAction

from tracker.i18n import _, counted, number
from tracker.timeline.plans.plan import Plan
from tracker.timeline.plans.words import undated_words
from tracker.timeline.viewing.sight import Sight
from tracker.tips import tip

FORMAT = "application/x-mission-tracker-undated"  # what is dragged: the key of a record
KEY = Qt.ItemDataRole.UserRole
MARGIN = 2
MOST_LINES, WIDTH = 12, 320


class Undated(QListWidget):
    """Says which record a person went to, and which one is to be opened."""

    went = Signal(str)
    opened = Signal(str)
    taken = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(_("Events without a date"))
        self.setSpacing(2)
        self.setDragDropMode(QListWidget.DragDropMode.DragOnly)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current)
        self.itemActivated.connect(self._on_activated)

    def show_plan(self, plan: Plan, selected: str) -> None:
        """Lists them anew and goes to the selected one; that is no news to anybody."""
        self.blockSignals(True)
        self.clear()
        for bar in plan.undated:
            item = QListWidgetItem(bar.label, self)
            item.setData(KEY, bar.key)
            item.setToolTip(tip(bar.tip))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, undated_words(bar, plan.zone))
            if bar.key == selected:
                self.setCurrentItem(item)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        lines = min(self.count(), MOST_LINES)
        return QSize(WIDTH, lines * max(1, self.sizeHintForRow(0) + 2 * self.spacing()) + 2 * self.frameWidth())

    def startDrag(self, actions: Qt.DropAction) -> None:
        item = self.currentItem()
        if item is not None:
            what = QMimeData()
            what.setData(FORMAT, item.data(KEY).encode())
            self.taken.emit()
            drag = QDrag(self)
            drag.setMimeData(what)
            drag.exec(Qt.DropAction.MoveAction)

    @Slot(QListWidgetItem)
    def _on_current(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self.went.emit(item.data(KEY))

    @Slot(QListWidgetItem)
    def _on_activated(self, item: QListWidgetItem) -> None:
        self.taken.emit()
        self.opened.emit(item.data(KEY))


class Tray(QToolButton):
    """A button over the axis. Hidden while every event has a date; marked while the selected one has none."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, sight: Sight, parent: QWidget) -> None:
        super().__init__(parent)
        self._sight = sight
        self._shown: tuple[object, ...] = ()
        self.list, self._menu = Undated(), QMenu(self)
        action = QWidgetAction(self._menu)
        action.setDefaultWidget(self.list)
        self._menu.addAction(action)
        self._menu.aboutToShow.connect(self._on_opening)
        self.setMenu(self._menu)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setProperty("role", "tray")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.list.went.connect(self.chosen)
        self.list.opened.connect(self.opened)
        self.list.taken.connect(self._menu.close)
        sight.changed.connect(self._on_changed)
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        """Called for each frame: only what is new costs anything."""
        plan, room, row = self._sight.plan, self._sight.scale.left, int(self._sight.frame.axis_row)
        now = (plan.undated, plan.locked, room, row, self._sight.selected)
        if now == self._shown:
            return
        self._shown = now
        count = len(plan.undated)
        text = counted("{n} without a date", "{n} without a date", count)
        self.setAccessibleName(text)
        self.setText(text)
        if self.sizeHint().width() > room - 2 * MARGIN:
            self.setText(number(count))
        self.setToolTip(_tip(bool(plan.locked)))
        self.list.setDragEnabled(not plan.locked)
        self.setGeometry(MARGIN, MARGIN, min(self.sizeHint().width(), int(room) - 2 * MARGIN), row - MARGIN)
        self._mark(any(bar.key == self._sight.selected for bar in plan.undated))
        self.setVisible(count > 0)

    def _mark(self, holds: bool) -> None:
        """In the accent colour while the selected record is one of these, which is nowhere else in the timeline."""
        if bool(self.property("holds")) != holds:
            self.setProperty("holds", holds)
            self.style().unpolish(self)
            self.style().polish(self)

    @Slot()
    def _on_opening(self) -> None:
        self.list.show_plan(self._sight.plan, self._sight.selected)
        self.list.setMinimumSize(self.list.sizeHint())
        self.list.setFocus()


def _tip(is_locked: bool) -> str:
    if is_locked:
        return _("The events of which no date is known")
    return _("The events of which no date is known: drag one to the day on which it was")
