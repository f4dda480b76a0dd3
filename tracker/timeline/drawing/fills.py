"""The body of a bar: its outline, and the inside that fades where it is not known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QGradient, QLinearGradient, QPainter

from tracker.timeline.drawing import shapes, vague
from tracker.timeline.drawing.edges import layers
from tracker.timeline.drawing.style import Style, faded

if TYPE_CHECKING:
    from tracker.timeline.drawing.bars import Placed

PRINT_FADE = 0.5  # fills of paper are pale, and would be gone where they fade
LAYERS = 32  # of a fade where gradients cannot be had; thinner ones would be rounded away


def draw_outline(painter: QPainter, one: Placed) -> None:
    if one.open_side:
        painter.drawPolygon(vague.half_diamond(one.rect, one.open_side))
    elif one.is_diamond:
        centre = one.rect.center()
        painter.drawPolygon(shapes.diamond(centre.x(), centre.y(), one.rect.width() / 2))
    else:
        painter.drawPath(shapes.bar_path(one.rect, one.left, one.right))


def fill(painter: QPainter, style: Style, one: Placed, colour: QColor, strength: float) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    if strength == 0.0:
        return
    if style.palette.is_print and not one.is_hard and not one.bar.is_instant:
        one = replace(one, stops=[(x, alpha**PRINT_FADE) for x, alpha in one.stops])
    if style.fades_in_layers and not one.is_hard:
        _fill_layers(painter, one, colour, strength)
        return
    if one.is_hard:
        painter.setBrush(faded(colour, strength) if strength < 1.0 else colour)
        draw_outline(painter, one)
        return
    origin = painter.brushOrigin()  # patterns keep to their times by it; a fade has its own place
    painter.setBrushOrigin(QPointF())
    painter.setBrush(QBrush(_gradient(one.rect, one.stops, colour, strength)))
    draw_outline(painter, one)
    painter.setBrushOrigin(origin)


def _fill_layers(painter: QPainter, one: Placed, colour: QColor, strength: float) -> None:
    weak = [(x, alpha * strength) for x, alpha in one.stops]
    for begin, end, alpha in layers(weak, LAYERS):
        left = one.left if begin == one.rect.left() else "cut"
        right = one.right if end == one.rect.right() else "cut"
        rect = QRectF(begin, one.rect.top(), end - begin, one.rect.height())
        painter.setBrush(faded(colour, alpha))
        painter.drawPath(shapes.bar_path(rect, left, right))


def _gradient(rect: QRectF, stops: Sequence[tuple[float, float]], colour: QColor, by: float) -> QLinearGradient:
    gradient = QLinearGradient(QPointF(rect.left(), 0), QPointF(rect.right(), 0))
    # The other way of mixing has its stops written out by the dozen in an SVG.
    gradient.setInterpolationMode(QGradient.InterpolationMode.ComponentInterpolation)
    found, last = [], -1.0
    for x, alpha in stops:
        last = min(1.0, max((x - rect.left()) / rect.width(), last + 1e-6))
        found.append((last, faded(colour, alpha * by)))
    gradient.setStops(found)
    return gradient
