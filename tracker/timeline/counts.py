"""A head count as one step of a strip: filled as high as is certain, hollow above it as high as is possible."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.timeline.plan import NEUTRAL, Count
from tracker.timeline.style import Style, faded, mixed

if TYPE_CHECKING:
    from tracker.timeline.bars import Placed

CERTAIN, POSSIBLE = 0.3, 0.07  # of the colour, under figures that must read
DASH = (4.0, 3.0)
LEAST = 3.0  # pixels of height that anybody has, however many there are at most


def draw(painter: QPainter, style: Style, one: Placed) -> None:
    """One step; its figures are its label. Those before and after it make the curve."""
    count = one.bar.count
    if count is None:
        return
    colour = style.fill(one.bar.slot) if one.bar.slot != NEUTRAL else style.colour("muted")
    line = style.pattern(one.bar.slot) if style.palette.is_print else mixed(colour, style.colour("text"), 0.25)
    sure, most = (_top(one.rect, count, number) for number in (count.certain, count.possible))
    _fill(painter, one.rect, sure, one.rect.bottom(), faded(colour, CERTAIN))
    _fill(painter, one.rect, most, sure, faded(colour, POSSIBLE))
    if count.possible > count.certain:
        pen = QPen(line, 1.0)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern(list(DASH))
        _line(painter, one.rect, most, pen)
    if count.certain:
        _line(painter, one.rect, sure, QPen(line, 1.6))


def _top(rect: QRectF, count: Count, number: int) -> float:
    """Where a number ends, from the foot of the strip; whole pixels, so that the line is sharp."""
    if not number:
        return rect.bottom()
    return round(rect.bottom() - max(LEAST, rect.height() * number / count.most)) + 0.5


def _fill(painter: QPainter, rect: QRectF, top: float, bottom: float, colour: QColor) -> None:
    if bottom > top:
        painter.fillRect(QRectF(rect.left(), top, rect.width(), bottom - top), colour)


def _line(painter: QPainter, rect: QRectF, y: float, pen: QPen) -> None:
    painter.setPen(pen)
    painter.drawLine(QLineF(rect.left(), y, rect.right(), y))
