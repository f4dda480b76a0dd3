"""A head count as one step of a strip: filled as high as is certain, hollow above it as high as is possible."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from tracker.timeline.drawing import crowd
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style, faded, mixed
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import Count

if TYPE_CHECKING:
    from tracker.timeline.drawing.bars import Placed

CERTAIN, POSSIBLE = 0.3, 0.07  # of the colour, under figures that must read
DASH = (4.0, 3.0)
LEAST = 3.0  # pixels of height that anybody has, however many there are at most


def draw(painter: QPainter, style: Style, one: Placed) -> None:
    """One step; its figures are its label. Those before and after it make the curve."""
    count = one.bar.count
    if count is None:
        return
    colour, line = _colour(style, one.bar.slot), _line_colour(style, one.bar.slot)
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


def draw_many(painter: QPainter, frame: Frame, style: Style, steps: Crowd) -> None:
    """The same of very many, as arrays, at whole pixels."""
    counts = [count or Count(0, 0, 1) for count in (frame.rows.bar(n).count for n in steps.index.tolist())]
    numbers = np.array([(count.certain, count.possible, count.most) for count in counts]).reshape(-1, 3)
    top = round(frame.row_top(0) + (frame.row_height - frame.bar_height) / 2) + steps.row * int(frame.row_height)
    foot, high = top + int(frame.bar_height), frame.bar_height * numbers[:, :2] / numbers[:, 2:]
    sure, most = np.where(numbers[:, :2] > 0, np.rint(foot[:, None] - np.maximum(LEAST, high)), foot[:, None]).T

    def fill(chosen: Array, upper: Array, lower: Array, ink: Callable[[int], QColor]) -> None:
        left, top, right, bottom, slot = (p[chosen] for p in (steps.left, upper, steps.right, lower, steps.slot))
        crowd.fill_boxes(painter, left, top, right, bottom, slot, lambda slot: QBrush(ink(slot)))

    fill(sure < foot, sure, foot, lambda slot: faded(_colour(style, slot), CERTAIN))
    fill(most < sure, most, sure, lambda slot: faded(_colour(style, slot), POSSIBLE))
    fill(most < sure, most, most + 1, lambda slot: faded(_line_colour(style, slot), 0.5))
    fill(sure < foot, sure, sure + 1, lambda slot: _line_colour(style, slot))


def _colour(style: Style, slot: int) -> QColor:
    return style.body(slot)


def _line_colour(style: Style, slot: int) -> QColor:
    return (
        style.body_pattern(slot) if style.palette.is_print else mixed(_colour(style, slot), style.colour("text"), 0.25)
    )


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
