"""The marks of what is vague beyond a fade: a wave under what is "about", half a diamond with a line to the side
where it is open, a ring where a time hangs on another event. All of them read in grey, and small.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF

from tracker.timeline.drawing.style import CLEAR, Style, faded
from tracker.timeline.plans.plan import Look

if TYPE_CHECKING:
    from tracker.timeline.drawing.bars import Placed

LINE = 1.2  # pixels
LEAST = 14.0  # pixels of a wave, or it would be a dot
CREST, HALF_WAVE = 2.6, 3.5
QUIET = 0.6  # the line of all that is possible, which is long
OVERHANG = 3.0  # of the wall that an open time begins or ends at
BARB = 3.5
RING = 2.8
_DASHES = {Look.PLANNED: [4.0, 2.5], Look.RUMOURED: [1.2, 2.0]}


def draw(painter: QPainter, style: Style, one: Placed, colour: QColor) -> None:
    """Everything that a bar needs besides its body."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if one.open_side:
        _draw_reach(painter, style, one, colour)
    for left, right in _about(one):
        painter.setPen(QPen(colour, LINE))
        painter.drawPath(wave(left, right, _foot(style, one)))
    for place in _hung(style, one):
        painter.setPen(QPen(colour, LINE))
        painter.setBrush(style.colour("surface"))
        painter.drawEllipse(place, RING, RING)


def _draw_reach(painter: QPainter, style: Style, one: Placed, colour: QColor) -> None:
    """The wall at the time that is stated, and from its foot the line along all that is possible."""
    wall, foot = one.wall, one.rect.bottom() + _overhang(style, one)
    way = 1.0 if one.open_side == "right" else -1.0
    if one.left != "cut":
        painter.setPen(QPen(colour, LINE))
        painter.drawLine(QLineF(wall, one.rect.top() - _overhang(style, one), wall, foot))
    pen = QPen(faded(colour, colour.alphaF() * QUIET), LINE)
    if one.bar.look in _DASHES:
        pen.setDashPattern([part / LINE for part in _DASHES[one.bar.look]])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    painter.drawLine(QLineF(wall, foot, one.reach, foot))
    painter.setPen(QPen(colour, LINE))
    back = one.reach - way * BARB
    painter.drawPolyline(QPolygonF([QPointF(back, foot - BARB), QPointF(one.reach, foot), QPointF(back, foot + BARB)]))


def half_diamond(rect: QRectF, open_side: str) -> QPolygonF:
    """Flat at the time that is stated, pointing to where it is open."""
    wall, tip = (rect.left(), rect.right()) if open_side == "right" else (rect.right(), rect.left())
    return QPolygonF([QPointF(wall, rect.top()), QPointF(tip, rect.center().y()), QPointF(wall, rect.bottom())])


def wave(left: float, right: float, y: float) -> QPainterPath:
    """A tilde, as long as it must be."""
    path = QPainterPath(QPointF(left, y))
    count = max(2, round((right - left) / HALF_WAVE))
    step = (right - left) / count
    for n in range(count):
        x = left + n * step
        path.quadTo(x + step / 2, y + (CREST if n % 2 else -CREST), x + step, y)
    return path


def is_about(one: Placed) -> bool:
    """Whether a wave is seen."""
    return any(True for _stretch in _about(one))


def _about(one: Placed) -> Iterator[tuple[float, float]]:
    """The stretches of a bar that are only about right."""
    left, right = one.rect.left(), one.rect.right()
    if one.bar.is_instant:
        if one.bar.is_about("start"):
            yield _widened(*((left, right) if not one.open_side else (one.wall, one.wall)))
        return
    begin, end = one.core
    if one.bar.is_about("start") and begin > left:
        yield left, max(begin, left + LEAST)
    if one.bar.is_about("end") and end < right:
        yield min(end, right - LEAST), right


def _widened(left: float, right: float) -> tuple[float, float]:
    more = max(0.0, LEAST - (right - left)) / 2
    return left - more, right + more


def _hung(style: Style, one: Placed) -> Iterator[QPointF]:
    """Where a bar hangs on another event."""
    if one.open_side:
        if one.bar.hangs_on("start") and one.left != "cut":
            yield QPointF(one.wall, one.rect.top() - _overhang(style, one))
        return
    begin, end = one.core
    if one.bar.hangs_on("start") and one.rect.left() < begin:
        yield QPointF(begin, one.rect.center().y())
    if one.bar.hangs_on("end") and end < one.rect.right():
        yield QPointF(end, one.rect.center().y())


def _foot(style: Style, one: Placed) -> float:
    """Below the bar; a thin one is too near the next lane for that."""
    if one.bar.is_below:
        return one.rect.center().y()
    return one.rect.bottom() + (_overhang(style, one) + BARB if one.open_side else 2.0)


def _overhang(style: Style, one: Placed) -> float:
    """As far as letters hang lower than a mark is high."""
    hanging = style.plain.metrics.capHeight() / 2 + style.plain.depth - one.rect.height() / 2
    return 0.5 if one.bar.is_below else max(OVERHANG, round(hanging) + CLEAR)
