"""Many bars at once: found, placed and drawn as arrays, a colour at a time. Where bars are this many, corners
and dashes would be too small to be seen; what is soft or hollow is still drawn as such while it is rare.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import shiboken6
from PySide6.QtCore import QPointF, QRect, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from tracker.timeline.drawing import shapes
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style, faded, mixed
from tracker.timeline.plans.bar_arrays import Array, Floats
from tracker.timeline.plans.levels import MIXED, Ints, Level
from tracker.timeline.plans.plan import NEUTRAL, Look

SOFT = 1.5  # pixels of a fade that are worth drawing
NARROWEST = 2.0  # pixels of a bar that is seen
BLURRED = 2  # pixels; in half of them a band is seen as one anyway
BEYOND = 8  # pixels outside the plot where a bar that goes on is cut off
LEAST_MARKED = 36  # pixels of a bar with marks at its ends, which would hide a shorter one
TILE = 12  # pixels after which every pattern repeats
TILES = 100  # side by side in one pixmap: the wider it is, the faster it fills


@dataclass(frozen=True, slots=True, eq=False)
class Crowd:
    """What shows, from left to right in each row; `left` and `right` in pixels. `count` says how many bars each stands
    for.
    """

    level: Level
    place: Ints
    row: Ints
    left: Array
    right: Array
    slot: Array
    count: Array

    @property
    def index(self) -> Ints:
        """Which bars they are; of merged ones the first."""
        return self.place if self.level.index is None else self.level.index[self.place]

    def only(self, chosen: Array) -> Crowd:
        parts = (self.place, self.row, self.left, self.right, self.slot, self.count)
        places = np.flatnonzero(chosen) if chosen.dtype == np.bool_ else chosen  # taken several times faster
        return Crowd(self.level, *(part[places] for part in parts))


def in_sight(frame: Frame, rows: range | None = None, level: Level | None = None) -> Crowd:
    """All that shows, or shows in some rows, narrow bars as wide as can be seen; if no level is given, of one in which
    nothing moves by more than an eye can tell apart.
    """
    scale = frame.scale
    level = level or frame.rows.level_for(scale.seconds_per_pixel * BLURRED)
    margin = DIAMOND * scale.seconds_per_pixel
    found = level.between(rows or frame.rows_in_view(), scale.start - margin, scale.end + margin)
    left, right = (_places(frame, times) for times in (found.start, found.end))
    return Crowd(level, found.place, found.row, left, np.maximum(right, left + NARROWEST), found.slot, found.count)


def _places(frame: Frame, times: Floats) -> Floats:
    x = frame.scale.x(times)
    return np.clip(x, frame.scale.left - BEYOND, frame.scale.right + BEYOND, out=x)


def is_rare(frame: Frame, crowd: Crowd) -> Array:
    """Which are instants, not actual, thin, or have an end that fades over some pixels."""
    rows, arrays = frame.rows, frame.rows.arrays
    index = crowd.index
    odd = (rows.trait(arrays.look, index) != Look.ACTUAL) | rows.trait(arrays.is_instant, index)
    limit = SOFT * frame.scale.seconds_per_pixel
    for lower, upper in ((arrays.start_lower, arrays.start_upper), (arrays.end_lower, arrays.end_upper)):
        if lower is not upper:
            odd |= rows.trait(upper, index) > rows.trait(lower, index) + limit
    if rows.thin is not None:
        odd |= rows.thin[index]
    return odd


def are_told(frame: Frame, crowd: Crowd) -> Array:
    """Which of them are events that the end of their bar tells, where it is as soft as they are or too short for
    marks.
    """
    rows, index = frame.rows, crowd.index
    if rows.ends is None:
        return np.zeros(len(index), dtype=np.bool_)
    width = rows.trait(rows.arrays.end_upper, index) - rows.trait(rows.arrays.start_lower, index)
    has_mark = width <= DIAMOND * frame.scale.seconds_per_pixel
    has_mark &= rows.ends.length[index] >= LEAST_MARKED * frame.scale.seconds_per_pixel
    told: Array = (rows.ends.side[index] != 0) & ~has_mark
    return told


def is_count(frame: Frame, crowd: Crowd) -> Array:
    """Which of them are steps of a strip; as plain rectangles they would all be equally high."""
    steps = frame.rows.steps
    return np.zeros(len(crowd.place), dtype=np.bool_) if steps is None else steps[crowd.index]


def anchor(painter: QPainter, frame: Frame) -> None:
    """Patterns keep to their times, so that they move with the bars."""
    top = round(frame.row_top(0) + (frame.row_height - frame.bar_height) / 2)
    painter.setBrushOrigin(QPointF(-(frame.scale.start / frame.scale.seconds_per_pixel) % TILE, top % TILE))


def draw(painter: QPainter, frame: Frame, style: Style, crowd: Crowd) -> None:
    """Plain rectangles in their colours and patterns."""
    fill(painter, frame, crowd.row, crowd.left, crowd.right, crowd.slot, lambda slot: brush(style, slot))


def fill(
    painter: QPainter,
    frame: Frame,
    row: Ints,
    left: Array,
    right: Array,
    kind: Array,
    brushes: Callable[[int], QBrush],
) -> None:
    """Stretches of rows as high as bars, those of one kind with one brush at a time."""
    top = row * int(frame.row_height) + round(frame.row_top(0) + (frame.row_height - frame.bar_height) / 2)
    fill_boxes(painter, left, top, right, top + int(frame.bar_height), kind, brushes)


def fill_boxes(
    painter: QPainter,
    left: Array,
    top: Array,
    right: Array,
    bottom: Array,
    kind: Array,
    brushes: Callable[[int], QBrush],
) -> None:
    """Boxes at whole pixels, none narrower than one."""
    by_kind = np.argsort(kind, kind="stable")
    kind = kind[by_kind]
    rects = np.empty((len(kind), 4), dtype=np.int32)
    rects[:, 0], rects[:, 2] = np.rint(left[by_kind]), np.rint(right[by_kind]) - 1
    np.maximum(rects[:, 2], rects[:, 0], out=rects[:, 2])
    rects[:, 1], rects[:, 3] = top[by_kind], bottom[by_kind] - 1
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    begin = 0
    for end in [*(np.flatnonzero(kind[1:] != kind[:-1]) + 1).tolist(), len(kind)]:
        if end > begin:
            painter.setBrush(brushes(int(kind[begin])))
            draw_rects(painter, rects[begin:end])
        begin = end
    painter.restore()


def draw_rects(painter: QPainter, rects: Array) -> None:
    """Rectangles as left, top, right and bottom in 32-bit integers, just as QRect holds them: no object each."""
    painter.drawRects(shiboken6.wrapInstance(rects.ctypes.data, QRect), len(rects))  # type: ignore[call-overload]


def brush(style: Style, slot: int, strength: float = 1.0) -> QBrush:
    """The colour of a slot with its pattern; weaker ones come nearer to the ground they are on."""
    return style.kept(("brush", slot, strength), lambda: _made_brush(style, slot, strength))


def soft_brush(style: Style, slot: int, strength: float) -> QBrush:
    """The same, but what is below shines through."""
    return style.kept(("soft brush", slot, strength), lambda: _brush_of(style, slot, lambda ink: faded(ink, strength)))


def _made_brush(style: Style, slot: int, strength: float) -> QBrush:
    surface = style.colour("surface")
    return _brush_of(style, slot, lambda ink: mixed(surface, ink, strength))


def _brush_of(style: Style, slot: int, weaker: Callable[[QColor], QColor]) -> QBrush:
    if slot in (NEUTRAL, MIXED):
        return QBrush(weaker(style.body(slot)))
    fill, line = weaker(style.fill(slot)), weaker(style.pattern(slot))
    return QBrush(fill if not shapes.kind_of(slot) or not style.is_live else _tile(fill, line, slot))


def _tile(colour: QColor, line: QColor, slot: int) -> QPixmap:
    pixmap = QPixmap(TILE, TILE)
    pixmap.fill(colour)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(line)
    shapes.draw_tile(painter, slot, TILE)
    painter.end()
    wide = QPixmap(TILE * TILES, TILE)
    wide.fill(colour)
    painter = QPainter(wide)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
    painter.drawTiledPixmap(wide.rect(), pixmap)
    painter.end()
    return wide
