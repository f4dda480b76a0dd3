"""The shapes of bars: outlines with open or cut ends, diamonds, and the patterns that tell colours
apart without their colours. Everything is lines and paths within the bar, so that files need no clipping.
"""

from collections.abc import Iterator
from functools import lru_cache

import numpy as np
import shiboken6
from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPolygonF

from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import NEUTRAL, SLOTS

RADIUS = 3.0
LEAST_ROUND = 3.0  # pixels of width; a narrower bar would be all corners
TIP = 6.0
SPACING = 6.0
LEAST_PATTERN = 3.0  # pixels of width below which no pattern is seen


def bar_path(rect: QRectF, left: str = "round", right: str = "round") -> QPainterPath:
    """The outline of a bar whose ends are "round", "cut" (goes on outside the view) or "open"."""
    radius = min(RADIUS, rect.width() / 2, rect.height() / 2) if rect.width() >= LEAST_ROUND else 0.0
    if left == right == "round":
        path = QPainterPath()
        path.addRoundedRect(rect, radius, radius)
        return path
    path = QPainterPath(QPointF(rect.center().x(), rect.top()))
    _end(path, rect.right(), 1.0, rect, right, radius)
    _end(path, rect.left(), -1.0, rect, left, radius)
    path.closeSubpath()
    return path


def _end(path: QPainterPath, x: float, way: float, rect: QRectF, kind: str, radius: float) -> None:
    """From top to bottom on the right (way 1), from bottom to top on the left (way -1)."""
    first, last = (rect.top(), rect.bottom()) if way > 0 else (rect.bottom(), rect.top())
    inwards = -way
    if kind == "open":
        path.lineTo(x + inwards * min(TIP, rect.width() / 2), first)
        path.lineTo(x, rect.center().y())
        path.lineTo(x + inwards * min(TIP, rect.width() / 2), last)
    elif kind == "round":
        path.lineTo(x + inwards * radius, first)
        path.quadTo(x, first, x, first + way * radius)
        path.lineTo(x, last - way * radius)
        path.quadTo(x, last, x + inwards * radius, last)
    else:
        path.lineTo(x, first)
        path.lineTo(x, last)


def diamond(x: float, y: float, half: float) -> QPolygonF:
    return QPolygonF([QPointF(x, y - half), QPointF(x + half, y), QPointF(x, y + half), QPointF(x - half, y)])


def chevron(x: float, top: float, bottom: float, inwards: float) -> QPolygonF:
    """The tip of an open end."""
    back = x + inwards * TIP
    return QPolygonF([QPointF(back, top), QPointF(x, (top + bottom) / 2), QPointF(back, bottom)])


def draw_pattern(painter: QPainter, slot: int, rect: QRectF) -> None:
    """The pattern from the rectangle's left top corner on, in whole pixels; the pen is the caller's."""
    lines = _pattern_of(kind_of(slot), int(rect.width()), int(rect.height()))
    painter.translate(rect.topLeft())
    painter.drawLines(lines)
    painter.translate(-rect.topLeft())


def draw_patterns(painter: QPainter, slot: int, areas: Array) -> None:
    """The same pattern in many areas of one height, each given as x, y, width and height."""
    areas = areas[areas[:, 2] > LEAST_PATTERN]
    widths = areas[:, 2].astype(np.int64)
    order = np.argsort(widths, kind="stable")
    lines = [np.zeros((0, 4))]
    for alike in np.split(order, np.flatnonzero(np.diff(widths[order])) + 1):
        corners = areas[alike][:, None, [0, 1, 0, 1]]
        made = _pattern_lines(kind_of(slot), *areas[alike[0], 2:].astype(int).tolist()) if len(alike) else lines[0]
        lines.append((corners + made).reshape(-1, 4))
    draw_lines(painter, np.concatenate(lines))


def draw_lines(painter: QPainter, lines: Array) -> None:
    """Lines as x, y, x and y in 64-bit floats, just as QLineF holds them: no object each."""
    if len(lines):
        painter.drawLines(shiboken6.wrapInstance(lines.ctypes.data, QLineF), len(lines))  # type: ignore[call-overload]


@lru_cache(maxsize=4096)
def _pattern_lines(kind: int, width: int, height: int) -> Array:
    return np.array([line.toTuple() for line in _pattern_of(kind, width, height)], dtype=np.float64).reshape(-1, 4)


def hairlines(painter: QPainter, colour: QColor, lines: list[QRectF]) -> None:
    """Thin rectangles, filled one by one: long ones as lines, or with smooth edges, would cost ten times as much."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    for line in lines:
        painter.fillRect(line, colour)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def draw_tile(painter: QPainter, slot: int, side: int) -> None:
    """A square of the pattern that joins with itself on every side."""
    painter.drawLines(pattern(slot, QRectF(-2 * side, -2 * side, 5 * side, 5 * side)))


@lru_cache(maxsize=4096)
def _pattern_of(kind: int, width: int, height: int) -> list[QLineF]:
    return _lines(kind, QRectF(0, 0, width, height))


def pattern(slot: int, rect: QRectF) -> list[QLineF]:
    """The second cue of a slot: lines that lie wholly within the rectangle."""
    return _lines(kind_of(slot), rect)


def kind_of(slot: int) -> int:
    """Which of the eight patterns a slot has; 0 is plain. Each further eight slots have the colours of the first, but
    none the same pattern with it.
    """
    return 0 if slot == NEUTRAL or slot >= SLOTS else (slot + 3 * (slot // 8)) % 8


def _lines(kind: int, rect: QRectF) -> list[QLineF]:
    lines: list[QLineF] = []
    if kind in (1, 5):
        lines += _slanted(rect, 1.0, SPACING)
    if kind in (2, 5):
        lines += _slanted(rect, -1.0, SPACING)
    if kind in (3, 6):
        lines += [QLineF(x, rect.top(), x, rect.bottom()) for x in _steps(rect.left(), rect.right(), SPACING)]
    if kind in (4, 6):
        lines += [QLineF(rect.left(), y, rect.right(), y) for y in _steps(rect.top(), rect.bottom(), 4.0)]
    if kind == 7:
        lines += _slanted(rect, 1.0, 2 * SPACING)
    return lines


def _steps(first: float, last: float, spacing: float) -> Iterator[float]:
    place = first + spacing
    while place < last:
        yield place
        place += spacing


def _slanted(rect: QRectF, way: float, spacing: float) -> Iterator[QLineF]:
    """Lines at 45 degrees, each cut off where the rectangle ends."""
    foot = rect.left() - rect.height() + spacing
    bottom, top = (rect.bottom(), rect.top()) if way > 0 else (rect.top(), rect.bottom())
    sign = 1.0 if top > bottom else -1.0
    while foot < rect.right():
        x0, x1 = max(foot, rect.left()), min(foot + rect.height(), rect.right())
        if x1 - x0 > 0.5:
            yield QLineF(x0, bottom + sign * (x0 - foot), x1, bottom + sign * (x1 - foot))
        foot += spacing
