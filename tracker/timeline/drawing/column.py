"""The lane column: names and group headings with their counts, as in the first column of a timetable.

On a screen groups have a triangle that collapses them, and pinned lanes a pin.
"""

from collections.abc import Collection, Iterable
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap, QPolygonF

from tracker.i18n import number
from tracker.timeline.drawing import shapes
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style, Type
from tracker.timeline.plans.plan import NEUTRAL, Lane, Plan
from tracker.timeline.plans.tree import groups

MARGIN, INDENT, SWATCH = 8.0, 12.0, 10.0
FOLD, PIN = 14.0, 16.0  # the room for a triangle, and for a pin
NARROWEST = 96.0
NAME_ROOM = 1.0  # pixels of height that a name needs above its letters


def width_of(plan: Plan, style: Style, widest: float) -> float:
    """As wide as the longest name needs, of a lane or of a row of the axis, within reason."""
    fold, swatches = _fold_room(style, bool(groups(plan.lanes))), _with_swatches(plan.lanes)
    needed = [
        fold + _start(lane, swatches) + _type(style, lane).width(lane.name) + _right_room(style, lane)
        for lane in plan.lanes
    ]
    named = [style.plain.width(system.label(*plan.home)) for system in plan.systems]
    return round(min(widest, max(NARROWEST, max((*needed, *named), default=0.0) + 2 * MARGIN)))


def _fold_room(style: Style, has_groups: bool) -> float:
    return FOLD if style.is_live and has_groups else 0.0


def _type(style: Style, lane: Lane) -> Type:
    return style.bold if lane.is_group else style.plain


def _indent(lane: Lane) -> float:
    return MARGIN + lane.level * INDENT


def _start(lane: Lane, swatches: Collection[tuple[int, bool]]) -> float:
    return _indent(lane) + (SWATCH + 6 if _kind(lane) in swatches else 0.0)


def _with_swatches(lanes: Iterable[Lane]) -> frozenset[tuple[int, bool]]:
    """The kinds of lanes of which some have a swatch: the names of the others are in line with theirs."""
    return frozenset(_kind(lane) for lane in lanes if lane.slot != NEUTRAL)


def _kind(lane: Lane) -> tuple[int, bool]:
    return lane.level, lane.is_group


def _count_room(style: Style, lane: Lane) -> float:
    return 0.0 if lane.count is None else style.plain.width(number(lane.count)) + 12


def _right_room(style: Style, lane: Lane) -> float:
    return _count_room(style, lane) + (PIN if lane.is_pinned and lane.level == 0 else 0.0)


def row_rect(frame: Frame, lane: int) -> QRectF:
    """The line of the column in which a lane's name stands; empty if it is scrolled out of sight."""
    row = frame.rows.lane_top[lane]
    part = frame.part_of(row)
    whole = QRectF(frame.left, part.row_top(row), frame.column, frame.row_height)
    return whole.intersected(part.lanes)


def fold_rect(frame: Frame, lane: int) -> QRectF:
    """Where a press collapses or expands a group: its triangle and what is left of it."""
    row = row_rect(frame, lane)
    return QRectF(row.left(), row.top(), _indent(frame.rows.plan.lanes[lane]) + FOLD, row.height())


def pin_rect(frame: Frame, style: Style, lane: int) -> QRectF:
    """Where a lane's pin is, or would be."""
    row = row_rect(frame, lane)
    left = row.right() - MARGIN - _count_room(style, frame.rows.plan.lanes[lane]) - PIN
    return QRectF(left, row.top(), PIN, row.height())


def draw_rows(painter: QPainter, frame: Frame, style: Style, chosen: Collection[int]) -> None:
    """A band behind the rows of what is selected, so that it is found at a glance."""
    for row in chosen:
        area = QRectF(frame.left, frame.row_top(row), frame.plot.right() - frame.left, frame.row_height)
        painter.fillRect(area, style.colour("selected", 0.5))


def draw_lines(painter: QPainter, frame: Frame, style: Style) -> None:
    """A hairline above each lane, stronger above a main group."""
    key = (frame.rows, frame.plot.getRect(), frame.left, frame.row_height, frame.scroll)
    for role, lines in style.last("lines", key, lambda: _lines(frame)).items():
        shapes.hairlines(painter, style.colour(role), lines)


def _lines(frame: Frame) -> dict[str, list[QRectF]]:
    found: dict[str, list[QRectF]] = {"guide": [], "line": []}
    width = frame.plot.right() - frame.left
    for index in frame.lanes_in_view():
        y = round(frame.row_top(frame.rows.lane_top[index]))
        if frame.plot.top() <= y < frame.plot.bottom() - 0.5:
            role = "line" if frame.rows.plan.lanes[index].is_group else "guide"
            found[role].append(QRectF(frame.left, y, width, 1))
    if frame.part is not None and frame.part.start == 0:  # the pinned lanes end here
        found["muted"] = [QRectF(frame.left, round(frame.plot.bottom()) - 1, width, 1)]
    return found


def draw(painter: QPainter, frame: Frame, style: Style, chosen: Collection[int]) -> None:
    """On a screen from a pixmap, as the column stays the same while time moves."""
    if not style.is_live:
        _draw_lanes(painter, frame, style)
        return
    if frame.lanes.isEmpty():
        return
    ratio = painter.device().devicePixelRatio()
    key = (frame.rows, frame.lanes.getRect(), frame.row_height, frame.scroll, ratio, chosen)
    made = style.last("column", key, lambda: _pixmap(frame, style, ratio, chosen))
    painter.drawPixmap(frame.lanes.topLeft(), made)


def _pixmap(frame: Frame, style: Style, ratio: float, chosen: Collection[int]) -> QPixmap:
    """With all that is behind it, as an opaque one is copied in half the time."""
    area = frame.lanes
    pixmap = QPixmap((area.size() * ratio).toSize())
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(style.colour("surface"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-area.topLeft())
    draw_rows(painter, frame, style, chosen)
    draw_lines(painter, frame, style)
    _draw_lanes(painter, frame, style)
    painter.end()
    return pixmap


def _draw_lanes(painter: QPainter, frame: Frame, style: Style) -> None:
    found, swatches = frozenset(groups(frame.rows.plan.lanes)), _with_swatches(frame.rows.plan.lanes)
    fold = _fold_room(style, bool(found))
    for index in frame.lanes_in_view():
        lane, top = frame.rows.plan.lanes[index], frame.row_top(frame.rows.lane_top[index])
        if _has_room(frame, lane, top):
            _draw_lane(painter, frame, style, lane, top, frame.left + fold + _start(lane, swatches))
            if style.is_live and lane.key in found:
                draw_triangle(painter, style, QPointF(_indent(lane) + 4, top + frame.row_height / 2), lane.is_collapsed)
    painter.setPen(QPen(style.colour("line"), 1.0))
    x = frame.lanes.right() - 0.5
    painter.drawLine(QLineF(x, frame.top, x, frame.plot.bottom()))


def _draw_lane(painter: QPainter, frame: Frame, style: Style, lane: Lane, top: float, x: float) -> None:
    type = _type(style, lane)
    room = frame.left + frame.column - MARGIN - _right_room(style, lane) - x
    baseline = type.baseline(top, frame.row_height)
    middle = top + frame.row_height / 2
    if lane.slot != NEUTRAL:
        draw_swatch(painter, style, lane.slot, QRectF(x - SWATCH - 6, round(middle - SWATCH / 2), SWATCH, SWATCH))
    painter.setFont(type.font)
    painter.setPen(style.colour("text"))
    painter.drawText(QPointF(x, baseline), type.shortened(lane.name, room))
    right = frame.left + frame.column - MARGIN
    if lane.count is not None:
        text = number(lane.count)
        painter.setFont(style.plain.font)
        painter.setPen(style.colour("muted"))
        painter.drawText(QPointF(right - style.plain.width(text), baseline), text)
    if lane.is_pinned and lane.level == 0 and style.is_live:
        draw_pin(painter, style.colour("muted"), QPointF(right - _right_room(style, lane) + PIN / 2, middle))


def draw_triangle(painter: QPainter, style: Style, middle: QPointF, is_collapsed: bool) -> None:
    """To the right for a collapsed group, downwards for one that is open, as in every tree."""
    x, y = middle.x(), middle.y()
    points = [(-2, -4), (3, 0), (-2, 4)] if is_collapsed else [(-4, -2), (4, -2), (0, 3)]
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("muted"))
    painter.drawPolygon(QPolygonF([QPointF(x + dx, y + dy) for dx, dy in points]))


def draw_pin(painter: QPainter, colour: QColor, middle: QPointF) -> None:
    """A drawing pin: its head, its collar and its needle."""
    x, y = round(middle.x()) + 0.5, round(middle.y()) + 0.5
    painter.setPen(QPen(colour, 1.2))
    painter.setBrush(colour)
    painter.drawRect(QRectF(x - 2, y - 5, 4, 5))
    painter.drawLine(QLineF(x - 4, y, x + 4, y))
    painter.drawLine(QLineF(x, y, x, y + 5))


def _has_room(frame: Frame, lane: Lane, top: float) -> bool:
    """In low rows only some lanes are named: the groups, and between them as many as do not touch."""
    apart = ceil((frame.text + NAME_ROOM) / frame.row_height)
    if apart == 1:
        return True
    row = round((top - frame.row_top(0)) / frame.row_height)
    around = range(max(0, row - apart + 1), row if lane.is_group else min(frame.rows.count, row + apart))
    tops, lanes = frame.rows.lane_top, frame.rows.plan.lanes
    near = {index for index in map(frame.rows.lane_of_row, around) if tops[index] in around and tops[index] != row}
    return (lane.is_group or row % apart == 0) and not any(lanes[index].is_group for index in near)


def draw_swatch(painter: QPainter, style: Style, slot: int, rect: QRectF) -> None:
    """A colour and its pattern in small."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.fill(slot))
    painter.drawRoundedRect(rect, 2, 2)
    painter.setPen(QPen(style.pattern(slot), 1.0))
    shapes.draw_pattern(painter, slot, rect.adjusted(1, 1, -1, -1))
