"""What is dragged from the tray over the timeline: a ghost at the day below the pointer, which dates it on release."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget

from tracker.timeline.hands.changing import Changing
from tracker.timeline.hands.gestures import Target
from tracker.timeline.plans.moves import time_at
from tracker.timeline.plans.plan import Bar, Lane
from tracker.timeline.screen.tray import FORMAT
from tracker.timeline.viewing.sight import Sight

_KINDS = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class TrayDrop(QObject):
    """Watches the widget that the timeline is drawn on."""

    def __init__(self, widget: QWidget, sight: Sight, changing: Changing) -> None:
        super().__init__(widget)
        self._sight, self._changing = sight, changing
        widget.setAcceptDrops(True)
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.DragLeave:
            self._changing.cancel()
            return True
        if event.type() not in _KINDS or not isinstance(event, QDropEvent):
            return False
        bar = self._bar(bytes(event.mimeData().data(FORMAT).data()).decode())
        target = self._target(event, bar) if bar is not None else None
        if target is None:
            self._changing.cancel()
            event.ignore()
            return True
        scale = self._sight.scale
        self._changing.propose(target, time_at(scale.time(event.position().x()), scale.seconds_per_pixel))
        if event.type() == QEvent.Type.Drop:
            self._changing.commit()
        event.acceptProposedAction()
        return True

    def _bar(self, key: str) -> Bar | None:
        return next((bar for bar in self._sight.plan.undated if bar.key == key), None)

    def _target(self, event: QDropEvent, bar: Bar) -> Target | None:
        """In the lane under the pointer, or the first: it finds its own once it has a date."""
        plot, plan = self._sight.frame.plot, self._sight.plan
        if plan.locked or not plot.contains(event.position()):
            return None
        row = max(0, self._sight.frame.row_at(event.position().y()))
        lane = plan.lanes[self._sight.rows.lane_of_row(row)] if plan.lanes else Lane("", "")
        return Target(row, lane, bar)
