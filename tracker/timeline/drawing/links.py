"""Quiet lines between bars: from one vessel to the next that a person goes to, and from what is only dated by another
event to that event. Only between bars in view; those of what is selected stand out.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor

import numpy as np
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen, QPolygonF

from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import Rows
from tracker.timeline.drawing.style import Style, mixed
from tracker.timeline.plans.bar_arrays import Array, Floats
from tracker.timeline.plans.levels import Ints
from tracker.timeline.plans.plan import Link

MOST = 200  # more would be a thicket: then only those of what is selected are drawn
BOW = 12.0  # pixels that a line swings out beside the bars
CLEAR = 3.0  # pixels between a line and a name
STEP = 1.0  # pixels of a line that are drawn or left out


@dataclass(frozen=True, slots=True, eq=False)
class Lines:
    """The links whose bars are both there, as arrays: the bars they join, their rows, and the times at either end."""

    bar: Ints
    row: Array
    time: Floats
    is_tie: Array

    def in_view(self, frame: Frame) -> Ints:
        rows, scale = frame.rows_in_view(), frame.scale
        seen = (self.row >= rows.start) & (self.row < rows.stop)
        seen &= (self.time >= scale.start) & (self.time <= scale.end)
        return np.flatnonzero(seen.all(axis=1))


def lines_of(rows: Rows) -> Lines:
    """Finds the bars of the plan's links."""
    found = [(ends, link) for link in rows.plan.links if (ends := _ends(rows, link)) is not None]
    bar = np.array([ends for ends, _link in found], dtype=np.int64).reshape(-1, 2)
    time = np.array([(link.leaves, link.enters) for _ends, link in found], dtype=np.float64).reshape(-1, 2)
    row = np.searchsorted(rows.first, bar, side="right") - 1
    return Lines(bar, row, time, np.array([link.is_tie for _ends, link in found], dtype=np.bool_))


def _ends(rows: Rows, link: Link) -> tuple[int, int] | None:
    source, target = _bar(rows, link.source, link.source_lane), _bar(rows, link.target, link.target_lane)
    return None if source is None or target is None or source == target else (source, target)


def _bar(rows: Rows, key: str, lane: str) -> int | None:
    """The bar of a record itself, in that lane if one is named; not one that only stands for it."""
    for index in rows.of_key(key):
        bar = rows.bar(index)
        if bar.key == key and lane in ("", bar.lane) and not bar.is_plan_of_actual:
            return index
    return None


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """The lines in view, quiet ones and those of what is selected, each as its two ends and whether it is a tie."""

    quiet: list[tuple[QPointF, QPointF, bool]]
    strong: list[tuple[QPointF, QPointF, bool]]

    def __bool__(self) -> bool:
        return bool(self.quiet or self.strong)

    def draw(self, painter: QPainter, frame: Frame, style: Style, boxes: Array) -> None:
        """Those in the rows of a frame, but for where they would cross the boxes of names. To be called before the
        bars, so that the lines end under them.
        """
        rows = frame.rows_in_view()
        top, bottom = frame.row_top(rows.start), frame.row_top(rows.stop)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        for lines, pen in ((self.quiet, _pen(style)), (self.strong, QPen(style.colour("accent"), 1.6))):
            painter.setPen(pen)
            for begin, end, is_tie in lines:
                low, high = sorted((begin.y(), end.y()))
                if high >= top and low <= bottom:
                    is_whole = top <= low and high <= bottom
                    _draw(painter, _path(begin, end, is_tie), boxes, None if is_whole else (top, bottom))


def in_view(frame: Frame, style: Style, chosen: frozenset[int]) -> Links:
    if not frame.rows.plan.links:
        return Links([], [])
    lines: Lines = style.last("links", frame.rows, lambda: lines_of(frame.rows))
    seen = lines.in_view(frame)
    is_strong = np.isin(lines.bar[seen], list(chosen)).any(axis=1)
    quiet = seen[~is_strong] if len(seen) <= MOST else seen[:0]
    return Links(_ends_of(frame, lines, quiet), _ends_of(frame, lines, seen[is_strong][:MOST]))


def _ends_of(frame: Frame, lines: Lines, which: Ints) -> list[tuple[QPointF, QPointF, bool]]:
    x = frame.scale.x(lines.time[which]).tolist()
    y = [[frame.row_middle(int(row)) for row in rows] for rows in lines.row[which].tolist()]
    ties = lines.is_tie[which].tolist()
    return [(QPointF(x0, y0), QPointF(x1, y1), is_tie) for (x0, x1), (y0, y1), is_tie in zip(x, y, ties, strict=True)]


def _draw(painter: QPainter, path: QPainterPath, boxes: Array, within: tuple[float, float] | None) -> None:
    """A line, or what of it lies outside the boxes and within a height."""
    area = path.boundingRect().adjusted(-CLEAR, 0, CLEAR, 0)
    left, top, right, bottom = boxes.T
    near = (left <= area.right()) & (right >= area.left()) & (top <= area.bottom()) & (bottom >= area.top())
    if within is None and not near.any():
        painter.drawPath(path)
        return
    steps = np.linspace(0.0, 1.0, ceil(area.height() / STEP) + 2)
    points = [path.pointAtPercent(float(step)) for step in steps]
    x, y = (np.array([part(point) for point in points]) for part in (QPointF.x, QPointF.y))
    left, top, right, bottom = (side[:, None] for side in boxes[near].T)
    is_hidden = ((x >= left - CLEAR) & (x <= right + CLEAR) & (y >= top) & (y <= bottom)).any(axis=0)
    if within is not None:
        is_hidden |= (y < within[0]) | (y > within[1])
    shown = np.flatnonzero(~is_hidden)
    for piece in np.split(shown, np.flatnonzero(np.diff(shown) > 1) + 1):
        if len(piece) > 1:
            painter.drawPolyline(QPolygonF([points[n] for n in piece.tolist()]))


def _pen(style: Style) -> QPen:
    """Opaque, as many lines may lie over one another."""
    return QPen(mixed(style.colour("muted"), style.colour("surface"), 0.45), 1.0)


def has_transfers(frame: Frame) -> bool:
    """Whether somebody is seen to go from one lane to another."""
    if not frame.rows.plan.links:
        return False
    lines = lines_of(frame.rows)
    seen = lines.in_view(frame)
    return len(seen) <= MOST and not bool(lines.is_tie[seen].all())


def draw_sample(painter: QPainter, style: Style, area: QRectF) -> None:
    """For the legend."""
    painter.setPen(_pen(style))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(_path(area.topLeft() + QPointF(8, 0), area.bottomRight() - QPointF(8, 0), False))


def _path(begin: QPointF, end: QPointF, is_tie: bool) -> QPainterPath:
    """Straight where one time is that of the other; else out of the end of a bar and into the beginning of the next."""
    if is_tie:  # crisp, and where many lie over one another no darker than one
        begin, end = (QPointF(floor(point.x()) + 0.5, point.y()) for point in (begin, end))
    path = QPainterPath(begin)
    if is_tie:
        path.lineTo(end)
    else:
        path.cubicTo(begin + QPointF(BOW, 0), end - QPointF(BOW, 0), end)
    return path
