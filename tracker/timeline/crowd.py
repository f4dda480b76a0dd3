"""Many bars at once: found, placed and drawn as arrays, a colour at a time. Where bars are this many, corners
and dashes would be too small to be seen; what is soft or hollow is still drawn as such while it is rare.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from tracker.timeline import shapes
from tracker.timeline.bar_arrays import Array
from tracker.timeline.frame import Frame
from tracker.timeline.levels import MIXED, Ints, Level
from tracker.timeline.plan import NEUTRAL, Look
from tracker.timeline.rows import DIAMOND
from tracker.timeline.style import Style

SOFT = 1.5  # pixels of a fade that are worth drawing
BEYOND = 8  # pixels outside the plot where a bar that goes on is cut off
TILE = 12  # pixels after which every pattern repeats
TILES = 100  # side by side in one pixmap: the wider it is, the faster it fills


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """What shows, from left to right in each row; `left` and `right` in whole pixels, `right` excluded."""

    level: Level
    place: Ints
    row: Ints
    left: Array
    right: Array

    @property
    def index(self) -> Ints:
        """Which bars they are; of merged ones the first."""
        return self.place if self.level.index is None else self.level.index[self.place]

    def only(self, chosen: Array) -> Crowd:
        return Crowd(self.level, self.place[chosen], self.row[chosen], self.left[chosen], self.right[chosen])


def in_sight(frame: Frame) -> Crowd:
    """All that shows, narrow bars as wide as a pixel."""
    scale = frame.scale
    level = frame.rows.level_for(scale.seconds_per_pixel)
    margin = DIAMOND * scale.seconds_per_pixel
    place, row = level.between(frame.rows_in_view(), scale.start - margin, scale.end + margin)
    left, right = (_pixels(frame, part[place]) for part in (level.start, level.end))
    return Crowd(level, place, row, left, np.maximum(right, left + 1))


def _pixels(frame: Frame, times: Array) -> Array:
    x = (times - frame.scale.start) * (1.0 / frame.scale.seconds_per_pixel) + (frame.scale.left + 0.5)
    return np.clip(x, frame.scale.left - BEYOND, frame.scale.right + BEYOND).astype(np.int32)


def rare(frame: Frame, crowd: Crowd) -> Array:
    """Which of them are not plain, and wide enough for that to be seen."""
    return is_rare(frame, crowd) & (crowd.right - crowd.left > 2)


def is_rare(frame: Frame, crowd: Crowd) -> Array:
    """Which are instants, not actual, or have an end that fades over some pixels."""
    rows, arrays = frame.rows, frame.rows.arrays
    index = crowd.index
    odd = (rows.trait(arrays.look, index) != Look.ACTUAL) | rows.trait(arrays.is_instant, index)
    limit = SOFT * frame.scale.seconds_per_pixel
    for lower, upper in ((arrays.start_lower, arrays.start_upper), (arrays.end_lower, arrays.end_upper)):
        if lower is not upper:
            odd |= rows.trait(upper, index) > rows.trait(lower, index) + limit
    return odd


def draw(painter: QPainter, frame: Frame, style: Style, crowd: Crowd) -> None:
    """Plain rectangles in their colours and patterns, those that touch joined."""
    slot, left, right, row = crowd.level.slot[crowd.place], crowd.left, crowd.right, crowd.row
    if crowd.level.index is not None:
        slot, left, right, row = _joined(slot, left, right, row)
    by_slot = np.argsort(slot, kind="stable")
    slot = slot[by_slot]
    top = round(frame.row_top(0) + (frame.row_height - frame.bar_height) / 2)
    rects = np.empty((len(slot), 4), dtype=np.int32)
    rects[:, 0], rects[:, 2] = left[by_slot], right[by_slot] - 1
    rects[:, 1] = row[by_slot] * int(frame.row_height) + top
    rects[:, 3] = rects[:, 1] + int(frame.bar_height) - 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrushOrigin(QPointF(-(frame.scale.start / frame.scale.seconds_per_pixel) % TILE, top % TILE))
    begin = 0
    for end in [*(np.flatnonzero(slot[1:] != slot[:-1]) + 1).tolist(), len(slot)]:
        if end > begin:
            painter.setBrush(_brush(style, int(slot[begin])))
            draw_rects(painter, rects[begin:end])
        begin = end
    painter.restore()


def _joined(slot: Array, left: Array, right: Array, row: Array) -> tuple[Array, Array, Array, Array]:
    """Neighbours of one colour that touch, as one."""
    if len(row) == 0:
        return slot, left, right, row
    is_new = np.ones(len(row), dtype=np.bool_)
    is_new[1:] = (left[1:] > right[:-1]) | (slot[1:] != slot[:-1]) | (row[1:] != row[:-1])
    begins = np.flatnonzero(is_new)
    return slot[begins], left[begins], np.maximum.reduceat(right, begins), row[begins]


def draw_rects(painter: QPainter, rects: Array) -> None:
    """Rectangles as left, top, right and bottom in 32-bit integers, just as QRect holds them: no object each."""
    painter.drawRects(shiboken6.wrapInstance(rects.ctypes.data, QRect), len(rects))  # type: ignore[call-overload]


def _brush(style: Style, slot: int) -> QBrush:
    return style.kept(("brush", slot), lambda: _made_brush(style, slot))


def _made_brush(style: Style, slot: int) -> QBrush:
    if slot in (NEUTRAL, MIXED):
        return QBrush(style.colour("muted"))
    if slot % 8 == 0 or not style.is_live:
        return QBrush(style.fill(slot))
    return QBrush(_tile(style.fill(slot), style.pattern(slot), slot))


def _tile(colour: QColor, line: QColor, slot: int) -> QPixmap:
    pixmap = QPixmap(TILE, TILE)
    pixmap.fill(colour)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(line)
    shapes.draw_tile(painter, slot, TILE)
    painter.end()
    wide = QPixmap(TILE * TILES, TILE)
    painter = QPainter(wide)
    painter.drawTiledPixmap(wide.rect(), pixmap)
    painter.end()
    return wide
