"""The mouse over the timeline: panning, choosing, dragging bars and their ends."""

from dataclasses import replace

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter

from tracker.timeline import bars, ghost
from tracker.timeline.bars import Placed
from tracker.timeline.gestures import Gesture, edge_of
from tracker.timeline.paint import bar_at
from tracker.timeline.sight import Sight


class Mouse(QObject):
    """Turns presses and moves into gestures, and gestures into signals on release."""

    chosen = Signal(str)
    opened = Signal(str)
    moved = Signal(str, float, str)

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self._gesture: Gesture | None = None

    def bar_near(self, at: QPointF) -> Placed | None:
        return bar_at(self._sight.frame, at.x(), at.y())

    def press(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        one = self.bar_near(at)
        if one is None:
            self._gesture = Gesture(at.x(), at.y())
        else:
            self._gesture = Gesture(at.x(), at.y(), one.bar, _edge(one, at))

    def move(self, event: QMouseEvent) -> None:
        """A press on an empty place, or on a bar that cannot be moved, pans."""
        at, before = event.position(), self._gesture
        if before is None:
            return
        self._gesture = before.to(at.x(), at.y())
        if self._gesture.has_moved and not self._gesture.edge:
            last = before if before.has_moved else replace(before, now_x=before.x, now_y=before.y)
            self._sight.set_scale(self._sight.scale.panned(at.x() - last.now_x))
            self._sight.scroll_to(self._sight.scroll - (at.y() - last.now_y))
        self._sight.changed.emit()

    def release(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or self._gesture is None:
            return
        at = event.position()
        gesture, self._gesture = self._gesture.to(at.x(), at.y()), None
        self._sight.changed.emit()
        shift = gesture.shift(self._sight.scale.seconds_per_pixel) if gesture.drags_bar else 0.0
        if gesture.bar is not None and shift:
            self.moved.emit(gesture.bar.key, shift, gesture.edge)
        elif gesture.bar is not None and not gesture.has_moved:
            self.chosen.emit(gesture.bar.key)

    def double_click(self, event: QMouseEvent) -> None:
        one = self.bar_near(event.position())
        if one is not None:
            self.opened.emit(one.bar.key)

    def cancel(self) -> None:
        """Ends a drag as if it had never begun."""
        self._gesture = None
        self._sight.changed.emit()

    def cursor(self, at: QPointF) -> Qt.CursorShape:
        """Says what a press would do there."""
        one = self.bar_near(at)
        if one is None:
            return Qt.CursorShape.ArrowCursor
        edge = _edge(one, at)
        if edge == "both":
            return Qt.CursorShape.SizeAllCursor
        return Qt.CursorShape.SizeHorCursor if edge else Qt.CursorShape.PointingHandCursor

    def draw(self, painter: QPainter) -> None:
        """The ghost of what is being dragged."""
        gesture, frame = self._gesture, self._sight.frame
        if gesture is None or gesture.bar is None or not gesture.drags_bar:
            return
        for index in frame.rows.of_key(gesture.bar.key):
            one = bars.placed(frame, index)
            if one is not None and one.bar == gesture.bar:
                ghost.draw(painter, frame, self._sight.style, one, gesture)


def _edge(one: Placed, at: QPointF) -> str:
    return edge_of(one.bar, one.rect.left(), one.rect.right(), at.x())
