"""Single instants over the lanes: a line at a time, a text in a box about it, and the line of now."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.i18n import _
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style

PADDING = 6.0


def draw_now(painter: QPainter, frame: Frame, style: Style, now: float) -> None:
    """Where it is in view."""
    if frame.scale.start <= now <= frame.scale.end:
        draw_line(painter, frame, now, QPen(style.colour("error"), 1.0, Qt.PenStyle.DashLine))
        top = frame.plot.bottom() + 2 - frame.axis_row
        draw_chip(painter, frame, style, _("now"), frame.scale.x(now), top, "error", "surface")


def draw_line(painter: QPainter, frame: Frame, when: float, pen: QPen) -> None:
    x = frame.scale.x(when)
    if frame.scale.left <= x <= frame.scale.right:
        painter.setPen(pen)
        painter.drawLine(QLineF(x, frame.plot.top(), x, frame.plot.bottom()))


def draw_chip(
    painter: QPainter, frame: Frame, style: Style, text: str, x: float, top: float, back: str, ink: str
) -> None:
    """A text in a box about a pixel, whole within the plot's width."""
    width = style.plain.width(text) + 2 * PADDING
    left = max(frame.scale.left, min(x - width / 2, frame.scale.right - width))
    painter.setPen(style.colour("line" if back == "raised" else back))
    painter.setBrush(style.colour(back))
    painter.drawRoundedRect(QRectF(left, top, width, frame.axis_row - 2).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    painter.setPen(style.colour(ink))
    painter.setFont(style.plain.font)
    painter.drawText(QPointF(left + PADDING, style.plain.baseline(top, frame.axis_row - 2)), text)
