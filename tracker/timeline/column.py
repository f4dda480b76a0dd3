"""The lane column: names and group headings with their counts, as in the first column of a timetable."""

from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from tracker.timeline import shapes
from tracker.timeline.frame import Frame
from tracker.timeline.plan import NEUTRAL, Lane, Plan
from tracker.timeline.style import Style, Type

MARGIN, INDENT, SWATCH = 8.0, 12.0, 10.0
NARROWEST = 96.0
NAME_ROOM = 13.0  # pixels of height that a name needs


def width_of(plan: Plan, style: Style, widest: float) -> float:
    """As wide as the longest name needs, within reason."""
    needed = [_start(lane) + _type(style, lane).width(lane.name) + _count_room(style, lane) for lane in plan.lanes]
    return round(min(widest, max(NARROWEST, max(needed, default=0.0) + 2 * MARGIN)))


def _type(style: Style, lane: Lane) -> Type:
    return style.bold if lane.is_group else style.plain


def _start(lane: Lane) -> float:
    return MARGIN + lane.level * INDENT + (SWATCH + 6 if lane.slot != NEUTRAL else 0.0)


def _count_room(style: Style, lane: Lane) -> float:
    return 0.0 if lane.count is None else style.plain.width(str(lane.count)) + 12


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
    return found


def draw(painter: QPainter, frame: Frame, style: Style) -> None:
    """On a screen from a pixmap, as the column stays the same while time moves."""
    if not style.is_live:
        _draw_lanes(painter, frame, style)
        return
    ratio = painter.device().devicePixelRatio()
    key = (frame.rows, frame.lanes.getRect(), frame.row_height, frame.scroll, ratio)
    painter.drawPixmap(frame.lanes.topLeft(), style.last("column", key, lambda: _pixmap(frame, style, ratio)))


def _pixmap(frame: Frame, style: Style, ratio: float) -> QPixmap:
    area = frame.lanes
    pixmap = QPixmap((area.size() * ratio).toSize().expandedTo(QSize(1, 1)))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.translate(-area.topLeft())
    _draw_lanes(painter, frame, style)
    painter.end()
    return pixmap


def _draw_lanes(painter: QPainter, frame: Frame, style: Style) -> None:
    for index in frame.lanes_in_view():
        _draw_lane(painter, frame, style, frame.rows.plan.lanes[index], frame.row_top(frame.rows.lane_top[index]))
    painter.setPen(QPen(style.colour("line"), 1.0))
    x = frame.lanes.right() - 0.5
    painter.drawLine(QLineF(x, frame.top, x, frame.plot.bottom()))


def _draw_lane(painter: QPainter, frame: Frame, style: Style, lane: Lane, top: float) -> None:
    if not _has_room(frame, lane, top):
        return
    type, x = _type(style, lane), frame.left + _start(lane)
    room = frame.left + frame.column - MARGIN - _count_room(style, lane) - x
    baseline = type.baseline(top, frame.row_height)
    if lane.slot != NEUTRAL:
        middle = top + frame.row_height / 2
        draw_swatch(painter, style, lane.slot, QRectF(x - SWATCH - 6, round(middle - SWATCH / 2), SWATCH, SWATCH))
    painter.setFont(type.font)
    painter.setPen(style.colour("text"))
    painter.drawText(QPointF(x, baseline), type.shortened(lane.name, room))
    if lane.count is not None:
        text = str(lane.count)
        painter.setFont(style.plain.font)
        painter.setPen(style.colour("muted"))
        painter.drawText(QPointF(frame.left + frame.column - MARGIN - style.plain.width(text), baseline), text)


def _has_room(frame: Frame, lane: Lane, top: float) -> bool:
    """In low rows only some lanes are named: the groups, and between them as many as do not touch."""
    apart = ceil(NAME_ROOM / frame.row_height)
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
