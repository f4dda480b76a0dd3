"""A time that is being changed, by the mouse, by keys or by typing: seen as a ghost, announced once, at the end."""

from PySide6.QtCore import QObject, QPointF, QTimer, Signal
from PySide6.QtGui import QPainter

from tracker.domain.times import VagueTime
from tracker.i18n import _
from tracker.timeline.hands import ghost
from tracker.timeline.hands.gestures import Target
from tracker.timeline.hands.snapping import Snap
from tracker.timeline.plans.plan import Bar
from tracker.timeline.viewing.sight import Sight

HINT = 4000  # milliseconds for which it is said why something cannot be


class Changing(QObject):
    """`target` is what is being changed, `time` what it would be now. `refused` tells a screen reader why it cannot."""

    changed = Signal()
    moved = Signal(str, str, object)
    created = Signal(str, object)
    refused = Signal(str)

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self.target: Target | None = None
        self.time: VagueTime | None = None
        self.snap: Snap | None = None
        self.problem = ""  # of what is typed
        self._hint: tuple[str, QPointF] | None = None
        self._later = QTimer(self, singleShot=True, interval=HINT)
        self._later.timeout.connect(self.cancel)

    def aim(self, row: int, bar: Bar, edge: str) -> tuple[Target | None, str]:
        """What a hand that holds this part of a bar can change, or why it cannot."""
        rows = self._sight.rows
        target = Target(row, rows.plan.lanes[rows.lane_of_row(row)], bar, edge)
        if target.before is None or self._sight.plan.locked:
            return None, self._sight.plan.locked or bar.locked
        return target, ""

    def aim_new(self, row: int) -> tuple[Target | None, str]:
        """What can be added to the lane of a row, or why nothing can."""
        plan = self._sight.plan
        lane = plan.lanes[self._sight.rows.lane_of_row(row)]
        if plan.locked or not lane.creates:
            return None, plan.locked or lane.locked or _("Nothing can be added to “{lane}”.").format(lane=lane.name)
        return Target(row, lane), ""

    def propose(self, target: Target, time: VagueTime | None, snap: Snap | None = None, problem: str = "") -> None:
        """Shows what the time would be. None, and a problem: what is typed is no time."""
        self._forget()
        self.target, self.time, self.snap, self.problem = target, time, snap, problem
        self.changed.emit()

    def refuse(self, why: str, at: QPointF) -> None:
        """Says for a while why something cannot be changed."""
        if self._hint is None or self._hint[0] != why:
            self.refused.emit(why)
        self._forget()
        self._hint = (why, at)
        self._later.start()
        self.changed.emit()

    @property
    def hint(self) -> str:
        """What is said beside the pointer."""
        return self._hint[0] if self._hint else ""

    def offer(self, text: str, at: QPointF) -> None:
        """Says beside the pointer what a press would do there, as long as nothing else is said."""
        hint = (text, at) if text else None
        if self.target is None and not self._later.isActive() and hint != self._hint:
            self._hint = hint
            self.changed.emit()

    def commit(self) -> None:
        """Announces the change, if there is one."""
        target, time = self.target, self.time
        self.cancel()
        if target is None or time is None:
            return
        if target.bar is None:
            self.created.emit(target.lane.creates, time)
        elif time != target.before:
            self.moved.emit(target.bar.key, target.edge, time)

    def cancel(self) -> None:
        """As if it had never begun."""
        self._forget()
        self.changed.emit()

    def _forget(self) -> None:
        self._later.stop()
        self.target, self.time, self.snap, self.problem, self._hint = None, None, None, "", None

    def draw(self, painter: QPainter) -> None:
        frame, style = self._sight.frame, self._sight.style
        if self.target is not None:
            ghost.draw(painter, frame, style, self.target, self.time, self.snap, self.problem)
        elif self._hint is not None:
            ghost.draw_hint(painter, frame, style, *self._hint)
