"""What the mouse does in the lane column: collapses and expands groups, pins lanes, goes to one, asks for its menu."""

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QLinearGradient, QMouseEvent, QPainter

from tracker.i18n import N_, _
from tracker.timeline.drawing import column
from tracker.timeline.plans.plan import Lane
from tracker.timeline.plans.tree import groups
from tracker.timeline.plans.words import lane_words
from tracker.timeline.viewing.sight import Sight

FADE = 16  # pixels over which a name goes under the pin
HANDS = (
    (N_("Collapse or expand a group"), N_("Click on its triangle, double-click on its name")),
    (N_("Pin, sort or show a lane alone"), N_("Menu of its name")),
    (N_("Pan, zoom, show everything"), N_("Drag the overview’s window, its edges, double-click")),
)


class Lanes(QObject):
    """`press`, `move` and `double_click` say whether they took the event: what is left of the plot is theirs."""

    chosen = Signal(str)
    menu_wanted = Signal(str, QPoint)

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self._hover = -1

    def at(self, where: QPointF) -> int:
        """The lane whose name is under a pixel; -1 where there is none."""
        frame = self._sight.frame
        row = frame.row_at(where.y()) if where.x() < frame.scale.left else -1
        return frame.rows.lane_of_row(row) if row >= 0 else -1

    def lane_at(self, where: QPointF) -> Lane | None:
        place = self.at(where)
        return self._sight.plan.lanes[place] if place >= 0 else None

    def tip(self, where: QPointF) -> str:
        """The whole name, which may be cut off, and what a press does there."""
        lane = self.lane_at(where)
        does = {"fold": _("Collapse or expand"), "pin": _("Pin to the top, or no longer")}.get(self._part(where), "")
        return "\n".join(filter(None, (lane_words(lane), does))) if lane else ""

    def press(self, event: QMouseEvent) -> bool:
        where = event.position()
        lane = self.lane_at(where)
        if where.x() >= self._sight.scale.left:
            return False
        if lane is not None and event.button() is Qt.MouseButton.LeftButton:
            self._sight.go_to_lane(lane.key)
            self._press(lane, self._part(where))
        return True

    def _press(self, lane: Lane, part: str) -> None:
        if part == "fold":
            self._sight.fold(lane.key)
        elif part == "pin":
            self._sight.pin(lane.key)
        else:
            self.chosen.emit(lane.key)

    def double_click(self, event: QMouseEvent) -> bool:
        """On a group's name it does what its triangle does; on a triangle it is a second press."""
        lane = self.lane_at(event.position())
        if lane is not None and event.button() is Qt.MouseButton.LeftButton and self._part(event.position()) != "pin":
            self._sight.fold(lane.key)
        return event.position().x() < self._sight.scale.left

    def move(self, event: QMouseEvent) -> bool:
        """Shows where the lane under the pointer can be pinned."""
        place = self.at(event.position()) if not event.buttons() else -1
        if place != self._hover:
            self._hover = place
            self._sight.changed.emit()
        return place >= 0

    def leave(self) -> None:
        self._hover = -1

    def cursor(self, where: QPointF) -> Qt.CursorShape:
        return Qt.CursorShape.PointingHandCursor if self.at(where) >= 0 else Qt.CursorShape.ArrowCursor

    def ask_menu(self, event: QContextMenuEvent) -> bool:
        """The menu of the lane under the pointer, or from the keyboard that of the lane one is at."""
        frame = self._sight.frame
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            lane = self._sight.lane
            place = self._sight.place_of(lane)
            where = column.row_rect(frame, place).bottomLeft().toPoint() if place >= 0 else QPoint()
        else:
            found = self.lane_at(QPointF(event.pos()))
            lane, where = (found.key if found else ""), event.pos()
        if lane:
            self._sight.go_to_lane(lane)
            self.menu_wanted.emit(lane, where)
        return bool(lane)

    def _part(self, where: QPointF) -> str:
        place, frame = self.at(where), self._sight.frame
        if place < 0:
            return ""
        lane = frame.rows.plan.lanes[place]
        if lane.key in groups(frame.rows.plan.lanes) and column.fold_rect(frame, place).contains(where):
            return "fold"
        return "pin" if column.pin_rect(frame, self._sight.style, place).contains(where) else ""

    def draw(self, painter: QPainter) -> None:
        """The pin of the lane under the pointer, to be pressed."""
        frame, style = self._sight.frame, self._sight.style
        if not 0 <= self._hover < len(frame.rows.plan.lanes):
            return
        area = column.pin_rect(frame, style, self._hover)
        if area.height() == frame.row_height:
            ground = QLinearGradient(area.left() - FADE, 0, area.left(), 0)
            ground.setColorAt(0, style.colour("surface", 0.0))
            ground.setColorAt(1, style.colour("surface"))
            painter.fillRect(QRectF(area).adjusted(-FADE, 2, 0, -2), ground)
            is_pinned = frame.rows.plan.lanes[self._hover].key in self._sight.arrangement.pinned
            column.draw_pin(painter, style.colour("accent" if is_pinned else "muted"), area.center())
