"""What of many bars is hollow, soft or an instant, as arrays: strips of one strength each, and copies of one diamond.
The same looks as of few, but for corners, which would be too small to be seen.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPixmap

from tracker.timeline.drawing import bars, crowd
from tracker.timeline.drawing.bars import HALO, THIN, THINNER, Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.edges import POSSIBLE
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.hollow import FAINTEST, TINT
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style, faded, mixed
from tracker.timeline.plans.bar_arrays import Array, Floats
from tracker.timeline.plans.plan import NEUTRAL, SLOTS, Bar, Look

SHADES = 24  # of a fade
STRIP = 2.0  # pixels of one shade at the least
LOOKS = 4  # numbers for looks in the number of a kind
_DASHES = {Look.PLANNED: (4, 2), Look.RUMOURED: (1, 2)}  # whole pixels, of which a tile holds some


@dataclass(frozen=True, slots=True, eq=False)
class Shapes:
    """Where each is, in pixels: it begins from `a` to `b` and ends from `c` to `d`, `top` and `height` in its row."""

    look: Array
    slot: Array
    a: Floats
    b: Floats
    c: Floats
    d: Floats
    top: Array
    height: Array
    is_diamond: Array
    is_at_end: Array  # of another bar

    def only(self, chosen: Array) -> Shapes:
        return Shapes(*(getattr(self, part)[chosen] for part in self.__slots__))

    def strength(self, which: Array, x: Floats) -> Floats:
        """How surely some of them are at a place, 0 to 1; see `edges`."""
        a, b, c, d = (part[which] for part in (self.a, self.b, self.c, self.d))
        return np.minimum(_risen(x >= b, x - a, b - a), _risen(x <= c, d - x, d - c))


def _risen(is_sure: Array, way: Floats, whole: Floats) -> Floats:
    """How much of its way a fade has risen; one without a beginning is pale until it is sure."""
    with np.errstate(invalid="ignore", divide="ignore"):
        risen = way / whole
    return np.where(is_sure, 1.0, np.where(np.isnan(risen), POSSIBLE, np.clip(risen, 0.0, 1.0)))


def shapes_of(frame: Frame, things: Crowd) -> Shapes:
    rows, arrays, index = frame.rows, frame.rows.arrays, things.index
    bounds = (arrays.start_lower, arrays.start_upper, arrays.end_lower, arrays.end_upper)
    a, b, c, d = (frame.scale.x(rows.trait(part, index)) for part in bounds)
    with np.errstate(invalid="ignore"):
        middle = np.clip((b + c) / 2, a, d)
        middle = np.where(np.isfinite(middle), middle, np.where(np.isfinite(d), d, np.where(np.isfinite(a), a, 0.0)))
        is_diamond = rows.trait(arrays.is_instant, index) & (d - a <= DIAMOND)
    wider = np.where(is_diamond, 0.0, np.maximum(0.0, a + crowd.NARROWEST - d))  # than it is, and as sharp
    c, d, never = c + wider, d + wider, b > c
    b, c = np.where(never, middle, b), np.where(never, middle, c)
    top, height = _boxes(frame, things)
    is_at_end = rows.sides(index) != 0
    return Shapes(rows.trait(arrays.look, index), things.slot, a, b, c, d, top, height, is_diamond, is_at_end)


def _boxes(frame: Frame, things: Crowd) -> tuple[Array, Array]:
    """The top and the height of each: what lies below another, and what has such below it, as `bars` places them."""
    rows, index, row_height = frame.rows, things.index, frame.row_height
    is_instant = rows.trait(rows.arrays.is_instant, index)
    height = np.where(is_instant, min(frame.bar_height, DIAMOND), frame.bar_height)
    offset = np.rint((row_height - height) / 2)
    if rows.lifted is not None:
        offset = np.where(rows.lifted[index], np.floor((row_height - THIN - height) / 2), offset)
    if rows.thin is not None:
        is_plan = rows.trait(rows.arrays.look, index) == Look.PLANNED
        thin = np.where(is_plan, min(THIN, row_height / 5), min(THINNER, row_height / 6))
        offset = np.where(rows.thin[index], row_height - thin - 1, offset)
        height = np.where(rows.thin[index], thin, height)
    return np.rint(frame.row_top(0) + things.row * row_height + offset), np.maximum(1, np.rint(height))


def widened(things: Crowd, places: Array, shapes: Shapes) -> Crowd:
    """A crowd in which the instants among some places are as wide as their diamonds."""
    left, right = things.left.copy(), things.right.copy()
    middle = (left[places] + right[places]) / 2
    for sides, to in ((left, middle - DIAMOND / 2), (right, middle + DIAMOND / 2)):
        sides[places] = np.where(shapes.is_diamond, to, sides[places])
    return replace(things, left=left, right=right)


def draw(painter: QPainter, frame: Frame, style: Style, shapes: Shapes) -> None:
    _draw_strips(painter, frame, style, shapes.only(~shapes.is_diamond))
    _draw_diamonds(painter, frame, style, shapes.only(shapes.is_diamond))


def _draw_strips(painter: QPainter, frame: Frame, style: Style, shapes: Shapes) -> None:
    which, left, right = _strips(frame, shapes)
    shade = np.rint(shapes.strength(which, (left + right) / 2) * SHADES).astype(np.int64)
    kind = ((shapes.slot[which].astype(np.int64) + LOOKS) * LOOKS + shapes.look[which]) * (SHADES + 1) + shade
    top, bottom = shapes.top[which], shapes.top[which] + shapes.height[which]
    seen = (shade > 0) & (shapes.look[which] != Look.RUMOURED)
    crowd.fill_boxes(painter, left[seen], top[seen], right[seen], bottom[seen], kind[seen], lambda k: _body(style, k))
    is_hollow = shapes.look[which] != Look.ACTUAL
    left, top, right, bottom, kind = (part[is_hollow] for part in (left, top, right, bottom, kind))
    for above, below in ((top, top + 1), (bottom - 1, bottom)):
        crowd.fill_boxes(painter, left, above, right, below, kind, lambda k: _edge(style, k))
    _draw_sides(painter, frame, style, shapes.only(shapes.look != Look.ACTUAL))


def _draw_sides(painter: QPainter, frame: Frame, style: Style, shapes: Shapes) -> None:
    """The upright lines of what is hollow and sharp."""
    kind = ((shapes.slot.astype(np.int64) + LOOKS) * LOOKS + shapes.look) * (SHADES + 1) + SHADES
    for outer, inner, x in ((shapes.a, shapes.b, shapes.a), (shapes.d, shapes.c, shapes.d - 1)):
        sharp = (outer == inner) & (x >= frame.scale.left) & (x < frame.scale.right)
        left, top, bottom = x[sharp], shapes.top[sharp], (shapes.top + shapes.height)[sharp]
        crowd.fill_boxes(painter, left, top, left + 1, bottom, kind[sharp], lambda k: QBrush(_line(style, k)))


def _strips(frame: Frame, shapes: Shapes) -> tuple[Array, Floats, Floats]:
    """Every shape in parts of which each is of one strength: which it belongs to, and from where to where it goes."""
    edges = [np.clip(part, frame.scale.left, frame.scale.right) for part in (shapes.a, shapes.b, shapes.c, shapes.d)]
    found = []
    for begin, end, is_fade in ((edges[0], edges[1], True), (edges[1], edges[2], False), (edges[2], edges[3], True)):
        many = np.where(end > begin, np.clip((end - begin) / STRIP, 1, SHADES if is_fade else 1), 0).astype(np.int64)
        which = np.repeat(np.arange(len(many)), many)
        step = np.arange(len(which)) - np.repeat(np.cumsum(many) - many, many)
        left, width = begin[which], ((end - begin) / np.maximum(many, 1))[which]
        found.append((which, left + step * width, left + (step + 1) * width))
    which, left, right = (np.concatenate(parts) for parts in zip(*found, strict=True))
    return which, left, right


def _parts(kind: int) -> tuple[int, Look, float]:
    """The slot, the look and the strength of a kind."""
    rest, shade = divmod(kind, SHADES + 1)
    slot, look = divmod(rest, LOOKS)
    return slot - LOOKS, Look(look), shade / SHADES


def _colour(style: Style, slot: int, look: Look) -> QColor:
    if look is Look.RUMOURED:
        return style.colour("rumoured")
    return style.colour("planned") if slot == NEUTRAL and look is Look.PLANNED else style.body(slot)


def _body(style: Style, kind: int) -> QBrush:
    slot, look, strength = _parts(kind)
    if look is Look.ACTUAL:
        return crowd.soft_brush(style, slot, strength)
    return style.kept(("tint", kind), lambda: QBrush(faded(_colour(style, slot, look), TINT * strength)))


def _line(style: Style, kind: int) -> QColor:
    slot, look, strength = _parts(kind)
    line = mixed(_colour(style, slot, look), style.colour("text"), 0.25)
    return mixed(style.colour("surface"), line, FAINTEST + (1 - FAINTEST) * strength)


def _edge(style: Style, kind: int) -> QBrush:
    return style.kept(("edge", kind), lambda: QBrush(_dashes(_line(style, kind), *_DASHES[_parts(kind)[1]])))


def _dashes(colour: QColor, dash: int, gap: int) -> QPixmap:
    pixmap = QPixmap(crowd.TILE * crowd.TILES, 1)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    for x in range(0, pixmap.width(), dash + gap):
        painter.fillRect(x, 0, dash, 1, colour)
    painter.end()
    return pixmap


def _draw_diamonds(painter: QPainter, frame: Frame, style: Style, shapes: Shapes) -> None:
    """Each kind is drawn once, as bars are, and then copied to where it belongs."""
    ratio = painter.device().devicePixelRatio()
    is_small = shapes.height < min(frame.bar_height, DIAMOND)
    kind = (np.clip(shapes.slot, NEUTRAL, SLOTS).astype(np.int64) + LOOKS) * LOOKS + shapes.look
    kind = (kind * 2 + shapes.is_at_end) * 2 + is_small
    middle = np.clip((shapes.a + shapes.d) / 2, frame.scale.left, frame.scale.right)
    for each in sorted(set(kind.tolist())):
        half = (DIAMOND / 3 if each % 2 else DIAMOND / 2) * min(1.0, frame.row_height / 16)
        made = partial(_diamond, style, each // 4, bool(each // 2 % 2), half, ratio)
        pixmap: QPixmap = style.kept(("diamond", each, half, ratio), made)
        of_kind = kind == each
        copies = np.zeros((int(of_kind.sum()), 10))
        copies[:, 0] = np.rint(middle[of_kind])
        copies[:, 1] = np.rint(shapes.top[of_kind] + shapes.height[of_kind] / 2)
        copies[:, 4:] = (pixmap.width(), pixmap.height(), 1 / ratio, 1 / ratio, 0.0, 1.0)
        first = shiboken6.wrapInstance(copies.ctypes.data, QPainter.PixmapFragment)
        painter.drawPixmapFragments(first, len(copies), pixmap)  # type: ignore[arg-type]


def _diamond(style: Style, kind: int, is_at_end: bool, half: float, ratio: float) -> QPixmap:
    slot, look = divmod(kind, LOOKS)
    side = 2 * round(half + 1 + HALO)
    pixmap = QPixmap(round(side * ratio), round(side * ratio))
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bar = Bar("", "", 0, 0, 0, 0, is_instant=True, look=Look(look), slot=slot - LOOKS)
    rect = QRectF(side / 2 - half, side / 2 - half, 2 * half, 2 * half)
    ends = [(rect.left(), 1.0), (rect.right(), 1.0)]
    bars.draw(painter, style, Placed(-1, bar, rect, ends, is_diamond=True, is_at_end=is_at_end))
    painter.end()
    return pixmap
