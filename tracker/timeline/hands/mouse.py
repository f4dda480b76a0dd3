"""The mouse over the timeline: panning, choosing, dragging bars and their ends, drawing new ones."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent

from tracker.domain import times
from tracker.domain.times import Precision, from_seconds, seconds
from tracker.i18n import N_, _
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.paint import bar_at
from tracker.timeline.hands import snapping
from tracker.timeline.hands.changing import Changing
from tracker.timeline.hands.gestures import Gesture, Target, edge_of
from tracker.timeline.hands.snapping import Snap
from tracker.timeline.plans.moves import begins_unit, moved_time, new_time
from tracker.timeline.times.systems import precision_of
from tracker.timeline.viewing.leading import lead_into
from tracker.timeline.viewing.sight import Sight

NEW = Qt.KeyboardModifier.ControlModifier  # held, a drag in an empty place draws something new
FREE = Qt.KeyboardModifier.AltModifier  # held, nothing snaps

HANDS = (
    (N_("Pan"), N_("Drag, or drag with the middle button anywhere")),
    (N_("Move an event, or an end of a ride"), N_("Drag it")),
    (N_("Add an event"), N_("Ctrl+drag or double-click in an empty place of its lane")),
    (N_("Go closer to a band of many"), N_("Double-click it, or Return on one of them")),
    (N_("Snap to nothing"), N_("Alt while dragging")),
    (N_("Say exactly when"), N_("Type while dragging: a time, +10 min, -2 d")),
)


class Mouse(QObject):
    """Turns presses and moves into gestures, and gestures into signals on release."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(
        self, sight: Sight, changing: Changing, marks: Callable[[], Sequence[Snap]], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._sight, self._changing, self._marks = sight, changing, marks
        self._gesture: Gesture | None = None

    def bar_near(self, at: QPointF) -> Placed | None:
        return bar_at(self._sight.frame, at.x(), at.y())

    def new_at(self, at: QPointF) -> tuple[Target | None, str]:
        """What can be drawn in an empty place, or why nothing can; neither where no lane is."""
        frame = self._sight.frame
        row = frame.row_at(at.y())
        if row < 0 or not self._sight.plan.lanes or not frame.plot.contains(at) or self.bar_near(at) is not None:
            return None, ""
        return self._changing.aim_new(row)

    @property
    def is_changing(self) -> bool:
        """Whether a time is being dragged."""
        gesture = self._gesture
        return gesture is not None and gesture.has_moved and gesture.target is not None

    def press(self, event: QMouseEvent) -> None:
        at, when = event.position(), self._sight.scale.time(event.position().x())
        if event.button() is Qt.MouseButton.MiddleButton:
            self._gesture = Gesture(at.x(), at.y(), when)
        elif event.button() is Qt.MouseButton.LeftButton:
            one = self.bar_near(at)
            target, why = (None, "")
            if one is not None:
                target, why = self._aim(one, at)
            elif event.modifiers() & NEW:
                target, why = self.new_at(at)
            self._gesture = Gesture(at.x(), at.y(), when, one.bar.key if one is not None else "", target, why)

    def _aim(self, one: Placed, at: QPointF) -> tuple[Target | None, str]:
        """What a press on a bar takes hold of, or why it cannot; nothing of a band of many."""
        if one.count > 1:
            return None, ""
        x = self._sight.scale.x
        edge = edge_of(one.bar, x(one.bar.start_lower), x(one.bar.end_upper), at.x())
        frame = self._sight.frame
        return self._changing.aim(frame.rows.row_of(one.index), one.bar, edge) if edge else (None, "")

    def move(self, event: QMouseEvent) -> None:
        before = self._gesture
        if before is None:
            return
        at = event.position()
        gesture = self._gesture = before.to(at.x(), at.y())
        if gesture.pans:
            self._pan(before, gesture)
        elif gesture.has_moved and gesture.why:
            self._changing.refuse(gesture.why, at)
        elif gesture.has_moved and gesture.target is not None:
            self._drag(gesture, gesture.target, not event.modifiers() & FREE)

    def _pan(self, before: Gesture, now: Gesture) -> None:
        last_x, last_y = (before.now_x, before.now_y) if before.has_moved else (before.x, before.y)
        self._sight.set_scale(self._sight.scale.panned(now.now_x - last_x))
        self._sight.scroll_to(self._sight.scroll - (now.now_y - last_y))

    def _drag(self, gesture: Gesture, target: Target, snaps: bool) -> None:
        scale = self._sight.scale
        under = scale.time(min(max(gesture.now_x, scale.left), scale.right))
        before = target.before
        if before is None or before.start is None:
            begun, ended = self._snapped(gesture.time, snaps), self._snapped(under, snaps)
            first, last = (snap.time if snap else time for snap, time in ((begun, gesture.time), (ended, under)))
            self._changing.propose(target, new_time(first, last, self._finest), ended)
            return
        was, precision = float(seconds(before.start)), before.precision
        snap = self._snapped(was + under - gesture.time, snaps, was, precision)
        wanted = snap.time if snap else was + under - gesture.time
        self._changing.propose(target, moved_time(before, wanted - was), snap)

    def _snapped(
        self, wanted: float, snaps: bool, but: float | None = None, precision: Precision = Precision.SECOND
    ) -> Snap | None:
        if not snaps:
            return None
        frame, style = self._sight.frame, self._sight.style
        return snapping.nearest(frame, style, wanted, self._marks(), but, lambda time: begins_unit(time, precision))

    @property
    def _finest(self) -> Precision:
        return min(precision_of(self._sight.scale.seconds_per_pixel), Precision.MINUTE)

    def release(self, event: QMouseEvent) -> None:
        gesture = self._gesture
        if gesture is None or event.buttons() & (Qt.MouseButton.LeftButton | Qt.MouseButton.MiddleButton):
            return
        self._gesture = None
        if gesture.has_moved and gesture.target is not None:
            self._changing.commit()
        elif gesture.key and not gesture.has_moved:
            self.chosen.emit(gesture.key)

    def double_click(self, event: QMouseEvent) -> None:
        """Opens a bar, goes closer to a band of many; in an empty place it makes a new bar, known as finely as the
        place can be read.
        """
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        one, (target, why) = self.bar_near(event.position()), self.new_at(event.position())
        if one is not None and one.count > 1:
            lead_into(self._sight, one, event.position().x())
        elif one is not None:
            self.opened.emit(one.bar.key)
        elif why:
            self._changing.refuse(why, event.position())
        elif target is not None:
            scale = self._sight.scale
            when = from_seconds(scale.time(event.position().x()))
            self._changing.propose(target, times.at(when, precision_of(scale.seconds_per_pixel)))
            self._changing.commit()

    def let_go(self) -> Target | None:
        """Ends a drag without a change: what was dragged is now typed, or given up."""
        target = self._gesture.target if self.is_changing and self._gesture else None
        self._gesture = None
        return target

    def cursor(self, at: QPointF, keys: Qt.KeyboardModifier) -> Qt.CursorShape:
        """Says what a press would do there with these keys held, or what it does."""
        gesture = self._gesture
        if gesture is not None and gesture.has_moved:
            if gesture.why:
                return Qt.CursorShape.ForbiddenCursor
            return Qt.CursorShape.SizeHorCursor if gesture.target else Qt.CursorShape.ClosedHandCursor
        one = self.bar_near(at)
        if one is None and not keys & NEW:
            return Qt.CursorShape.ArrowCursor
        target, why = self._aim(one, at) if one is not None else self.new_at(at)
        if one is None:
            return Qt.CursorShape.CrossCursor if target else Qt.CursorShape.ForbiddenCursor
        if target is not None:
            return Qt.CursorShape.SizeHorCursor
        is_end = bool(why) and not one.bar.is_instant
        return Qt.CursorShape.ForbiddenCursor if is_end else Qt.CursorShape.PointingHandCursor

    def tip(self, at: QPointF) -> str:
        """What a bar is, and why it cannot be dragged. Nothing hangs over an empty place, where the eye wanders."""
        one = self.bar_near(at)
        if one is None:
            return ""
        return "\n".join(filter(None, (one.bar.tip, self._sight.plan.locked or one.bar.locked)))

    def status(self, at: QPointF) -> str:
        """What can be done there, in a sentence."""
        one = self.bar_near(at)
        if one is None:
            return self._new_status(at)
        if one.count > 1:
            return _("Double-click to go closer.")
        target, why = self._aim(one, at)
        if target is not None:
            return _("Drag to move it, type while dragging to say exactly when; double-click to open it.")
        return why or self._sight.plan.locked or one.bar.locked or _("Double-click to open it.")

    def _new_status(self, at: QPointF) -> str:
        target, why = self.new_at(at)
        if target is None:
            return why
        return _("Ctrl+drag or double-click to add an event to “{lane}”.").format(lane=target.lane.name)

    def hover(self, at: QPointF, keys: Qt.KeyboardModifier) -> None:
        """With Ctrl over an empty place it is said what a drag draws there, or why it draws nothing."""
        if self._gesture is None:
            target, why = self.new_at(at) if keys & NEW else (None, "")
            adds = _("Drag to add an event to “{lane}”.").format(lane=target.lane.name) if target else ""
            self._changing.offer(adds or why, at)
