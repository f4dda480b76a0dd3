"""The whole timeline in small, and the window into it that the view is. Drawn once, as long as nothing changes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap

from tracker.timeline.drawing import crowd
from tracker.timeline.drawing.rows import Rows
from tracker.timeline.drawing.style import Style
from tracker.timeline.times.scale import TimeScale, fitting

SETTING = "timeline/overview"
HEIGHT = 32
PADDING = 4.0
MARGIN = 0.02  # of everything, beside everything
LEAST_BAR, LEAST_WINDOW = 2, 8.0  # pixels
GRIP = 5.0  # pixels beside an edge of the window that take hold of it


@dataclass(frozen=True, slots=True, eq=False)
class Strip:
    """Where things are in it: `scale` has the whole extent, `shown` is what the view has of it."""

    rows: Rows
    scale: TimeScale
    shown: TimeScale
    height: float = HEIGHT

    @property
    def area(self) -> QRectF:
        return QRectF(self.scale.left, 0.0, self.scale.width, self.height)

    @property
    def window(self) -> QRectF:
        """Never too narrow to be taken hold of, and never out of the strip."""
        left, right = self.scale.x(self.shown.start), self.scale.x(self.shown.end)
        missing = max(0.0, LEAST_WINDOW - (right - left)) / 2
        left, right = left - missing, right + missing
        left = min(max(left, self.scale.left), self.scale.right - LEAST_WINDOW)
        right = max(min(right, self.scale.right), left + LEAST_WINDOW)
        return QRectF(left, 0.5, right - left, self.height - 1.0)

    def part_at(self, x: float) -> str:
        """What of it a press takes hold of: "start" or "end" of the window, its "inside", or what is "outside"."""
        window = self.window
        edges = {"start": abs(x - window.left()), "end": abs(x - window.right())}
        nearest = min(edges, key=edges.__getitem__)
        grip = GRIP if not window.left() < x < window.right() else min(GRIP, window.width() / 4)
        if edges[nearest] <= grip:
            return nearest
        return "inside" if window.left() < x < window.right() else "outside"


def whole(rows: Rows, left: float, width: float) -> TimeScale:
    """Everything there is, and a little more."""
    home = rows.plan.home
    first, last = rows.extent
    first, last = min(first, home[0]), max(last, home[1])
    return fitting(first, last, left, max(1.0, width), MARGIN * width)


def draw(painter: QPainter, strip: Strip, style: Style) -> None:
    ratio = painter.device().devicePixelRatio()
    area, window = strip.area, strip.window
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(area, style.colour("surface"))
    key = (strip.rows, strip.scale, strip.height, ratio)
    painter.drawPixmap(area.topLeft(), style.last("overview", key, lambda: _pixmap(strip, style, ratio)))
    for outside in (QRectF(area.topLeft(), window.bottomLeft()), QRectF(window.topRight(), area.bottomRight())):
        painter.fillRect(outside, style.colour("raised", 0.6))
    painter.setPen(QPen(style.colour("accent"), 1.0))
    painter.setBrush(style.colour("accent", 0.08))
    painter.drawRoundedRect(window.adjusted(0.5, 0, -0.5, 0), 3, 3)
    painter.setPen(QPen(style.colour("accent"), 3.0, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
    for x in (window.left() + 1, window.right() - 1):
        painter.drawLine(QPointF(x, strip.height / 2 - 5), QPointF(x, strip.height / 2 + 5))


def _pixmap(strip: Strip, style: Style, ratio: float) -> QPixmap:
    size = (strip.area.size() * ratio).toSize().expandedTo(QSize(1, 1))
    pixmap = QPixmap(size)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.translate(-strip.scale.left, 0.0)
    painter.setPen(Qt.PenStyle.NoPen)
    _draw_bars(painter, strip, style)
    painter.end()
    return pixmap


def _draw_bars(painter: QPainter, strip: Strip, style: Style) -> None:
    """Every row a line of its own, as long as there are pixels for that; from the coarsest level that is exact here."""
    rows, scale = strip.rows, strip.scale
    found = rows.level_for(scale.seconds_per_pixel).between(range(rows.count), scale.start, scale.end)
    each = (strip.height - 2 * PADDING) / max(1, rows.count)
    left, right = (
        np.clip(scale.x(times), scale.left, scale.right).astype(np.int32) for times in (found.start, found.end)
    )
    by_slot = np.argsort(found.slot, kind="stable")
    rects = np.empty((len(by_slot), 4), dtype=np.int32)
    rects[:, 0], rects[:, 2] = left, np.maximum(right, left + LEAST_BAR) - 1
    rects[:, 1] = PADDING + found.row * each
    rects[:, 3] = rects[:, 1] + max(1, int(each * 0.75)) - 1
    slot, rects = found.slot[by_slot], np.ascontiguousarray(rects[by_slot])
    ends = [*(np.flatnonzero(slot[1:] != slot[:-1]) + 1).tolist(), len(slot)]
    for begin, end in zip([0, *ends], ends, strict=False):
        if end > begin:
            painter.setBrush(style.body(int(slot[begin])))
            crowd.draw_rects(painter, rects[begin:end])
