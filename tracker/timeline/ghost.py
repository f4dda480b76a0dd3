"""What is seen while a bar is dragged: its outline where it would go, and the exact time."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.domain.show_times import show
from tracker.timeline.bars import Placed
from tracker.timeline.frame import Frame
from tracker.timeline.gestures import Gesture
from tracker.timeline.shapes import diamond
from tracker.timeline.style import Style


def draw(painter: QPainter, frame: Frame, style: Style, one: Placed, gesture: Gesture) -> None:
    moved = gesture.moved(frame.scale.seconds_per_pixel)
    if moved is None:
        return
    shift = gesture.shift(frame.scale.seconds_per_pixel) / frame.scale.seconds_per_pixel
    rect = QRectF(one.rect)
    rect.setLeft(rect.left() + (shift if gesture.edge != "end" else 0.0))
    rect.setRight(rect.right() + (shift if gesture.edge != "start" else 0.0))
    pen = QPen(style.colour("accent"), 1.5, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(style.colour("accent", 0.18))
    if one.is_diamond:
        painter.drawPolygon(diamond(rect.center().x(), rect.center().y(), rect.width() / 2))
    else:
        painter.drawRoundedRect(rect.normalized(), 3, 3)
    at = rect.right() if gesture.edge == "end" else rect.left()
    _draw_time(painter, frame, style, show(moved, frame.zone), at, rect)


def _draw_time(painter: QPainter, frame: Frame, style: Style, text: str, x: float, rect: QRectF) -> None:
    """Above the bar, or below it in the first row; always within the plot."""
    width, height = style.bold.width(text) + 12, 20.0
    left = min(max(x - width / 2, frame.plot.left() + 2), frame.plot.right() - width - 2)
    above = rect.top() - height - 4
    top = above if above >= frame.plot.top() else rect.bottom() + 4
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("accent"))
    painter.drawRoundedRect(QRectF(left, top, width, height), 3, 3)
    painter.setPen(style.colour("on_accent"))
    painter.setFont(style.bold.font)
    painter.drawText(QPointF(left + 6, style.bold.baseline(top, height)), text)
