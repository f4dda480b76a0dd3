"""Bars with all their marks, however many: exact to a fraction of a pixel, with corners, patterns and names.

Plain ones are placed and drawn as arrays; what is soft, hollow or cut off is rare, and drawn by itself.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

import numpy as np
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.timeline.drawing import bars, crowd, density, labels, shapes, slips
from tracker.timeline.drawing.bars import RIM, Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.crowd_labels import SIDE, room
from tracker.timeline.drawing.density import Dense
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.levels import Ints

LEAST_ROOM = 16.0  # pixels beside which no name fits
INSET = np.array((2, 1, -4, -2))  # of the pattern: to the right, down, and how much less wide and high
MOST = 20_000  # bars that are drawn by themselves


@dataclass(frozen=True, slots=True, eq=False)
class Detail:
    """What is in sight, each in its place: `plain` as arrays, and bar by bar what has marks of its own."""

    plain: Crowd
    alone: list[Placed]
    dense: Dense | None
    labels: list[labels.Label]

    def boxes(self, style: Style) -> Array:
        return labels.boxes(style, self.labels)

    def draw(self, painter: QPainter, frame: Frame, style: Style) -> None:
        _draw_plain(painter, frame, style, self.plain)
        draw_alone(painter, style, self.alone)
        if self.dense:
            density.draw(painter, frame, style, self.dense)

    def write(self, painter: QPainter, frame: Frame, style: Style) -> None:
        """The names, which lie over whatever is drawn until then."""
        labels.draw(painter, style, self.labels)


def placed(frame: Frame, style: Style, things: Crowd, dense: Dense | None) -> Detail:
    odd = is_odd(frame, things)
    if not style.is_live:  # on a screen what is beyond the edges is clipped, or lies under the lane column
        things = within(frame, things)
        odd |= is_cut(frame, things)
    plain = ~density.are_bands(things)
    alone = np.flatnonzero(odd & plain)[:MOST]
    plain[alone] = False
    found = placed_alone(frame, style, things, alone)
    are_told = crowd.are_told(frame, things)
    drawn = [one for place, one in found.items() if one is not None and not are_told[place]]
    return Detail(things.only(plain), drawn, dense, list(_labels(frame, style, things, found)))


def placed_alone(frame: Frame, style: Style, things: Crowd, alone: Ints) -> dict[int, Placed | None]:
    """Bar by bar where each goes, with its slip; None if it is out of view."""
    index = things.index
    found = {place: bars.placed(frame, int(index[place])) for place in alone.tolist()}
    seen = {place: one for place, one in found.items() if one is not None}
    return found | dict(zip(seen, slips.with_gaps(style, seen.values(), frame.row_height), strict=True))


def draw_alone(painter: QPainter, style: Style, found: Iterable[Placed]) -> None:
    for one in found:
        bars.draw(painter, style, one)
        if one.gap is not None:
            slips.draw(painter, style, one.gap)


def within(frame: Frame, things: Crowd) -> Crowd:
    """Cut off at the plot's edges."""
    left, right = frame.scale.left, frame.scale.right
    return replace(things, left=np.maximum(things.left, left), right=np.minimum(things.right, right))


def is_cut(frame: Frame, things: Crowd) -> Array:
    """Which go on beyond the plot's edges."""
    cut: Array = (things.left <= frame.scale.left) | (things.right >= frame.scale.right)
    return cut


def is_odd(frame: Frame, many: Crowd) -> Array:
    """Which have a look, an end or a place of their own."""
    rows, index = frame.rows, many.index
    arrays = rows.arrays
    odd = crowd.is_rare(frame, many)
    odd |= ~np.isfinite(rows.trait(arrays.start_lower, index)) | ~np.isfinite(rows.trait(arrays.end_upper, index))
    return odd if rows.lifted is None else odd | rows.lifted[index]


def _draw_plain(painter: QPainter, frame: Frame, style: Style, many: Crowd) -> None:
    """A colour at a time; where bars lie over one another, in their order."""
    slot = many.slot
    height, top = frame.bar_height, frame.row_top(0) + round((frame.row_height - frame.bar_height) / 2)
    rects = np.empty((len(slot), 4))
    rects[:, 0], rects[:, 1] = many.left, many.row * frame.row_height + top
    rects[:, 2], rects[:, 3] = many.right - many.left, height
    lies_over = _lies_over(many)
    if not lies_over.any():
        by_slot = np.argsort(slot, kind="stable")
        slot, rects = slot[by_slot], rects[by_slot]
    ends = [*(np.flatnonzero((slot[1:] != slot[:-1]) | lies_over) + 1).tolist(), len(slot)]
    for begin, end in zip([0, *ends], ends, strict=False):
        if end > begin:
            _draw_alike(painter, style, int(slot[begin]), rects[begin:end])


def _lies_over(many: Crowd) -> Array:
    """Whether each but the first begins on one before it in its row."""
    side = many.row * SIDE
    return (many.left + side)[1:] < np.maximum.accumulate(many.right + side)[:-1]


def _draw_alike(painter: QPainter, style: Style, slot: int, rects: Array) -> None:
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.body(slot))
    if style.is_live:
        painter.setBrush(crowd.brush(style, slot))
    _draw_boxes(painter, rects)
    if slot >= 0 and shapes.kind_of(slot) and not style.is_live:
        painter.setPen(style.pattern(slot))
        shapes.draw_patterns(painter, slot, rects + INSET)
    if style.palette.is_print:
        painter.setPen(QPen(style.body_pattern(slot), RIM))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        _draw_boxes(painter, rects + np.array((0.5, 0.5, -1.0, -1.0)) * RIM)


def _draw_boxes(painter: QPainter, rects: Array) -> None:
    wide = rects[:, 2] >= shapes.LEAST_ROUND
    radii = np.minimum(rects[wide, 2:].min(axis=1) / 2, shapes.RADIUS).tolist()
    for (x, y, width, height), radius in zip(rects[wide].tolist(), radii, strict=True):
        painter.drawRoundedRect(QRectF(x, y, width, height), radius, radius)
    narrow = np.ascontiguousarray(rects[~wide])
    if len(narrow):
        painter.drawRects(shiboken6.wrapInstance(narrow.ctypes.data, QRectF), len(narrow))  # type: ignore[call-overload]


def _labels(frame: Frame, style: Style, things: Crowd, found: dict[int, Placed | None]) -> Iterator[labels.Label]:
    """Of those with a name and room for some of it, from left to right in each row."""
    if not frame.has_labels:
        return
    solid, kept = _solid(frame, things, found)
    label = frame.rows.trait(frame.rows.arrays.label, solid.index)
    before, following = room(frame, solid)
    widest = np.maximum(following - solid.left, solid.left - before)
    is_band = density.are_bands(solid)
    index, row, end = solid.index, -1, 0.0
    for place in np.flatnonzero(((label > 0) | is_band) & (widest >= LEAST_ROOM)).tolist():
        if solid.row[place] != row:
            row, end = solid.row[place], frame.scale.left
        one = density.placed(frame, solid, place) if is_band[place] else found.get(int(kept[place]))
        one = one or bars.placed(frame, int(index[place]))
        made = one and labels.label_of(style, one, max(end, float(before[place])), float(following[place]))
        if made:
            yield made
            end = made.x + made.width


def _solid(frame: Frame, things: Crowd, found: dict[int, Placed | None]) -> tuple[Crowd, Ints]:
    """What names keep clear of, where it is drawn, and which it is, from left to right in each row: all but what lies
    thin under others.
    """
    keeps = np.ones(len(things.place), dtype=np.bool_)
    left, right = things.left.copy(), things.right.copy()
    for place, one in found.items():
        keeps[place] = one is not None and not one.bar.is_below
        if one is not None:
            left[place], right[place] = one.span
    kept = np.flatnonzero(keeps)
    if any(one is not None and one.open_side == "left" for one in found.values()):  # begins long before its mark
        kept = kept[np.lexsort((left[kept], things.row[kept]))]
    return replace(things, left=left, right=right).only(kept), kept
