"""The page around the timeline: title, subtitle, axis and lanes, legend, notes, sources. Sizes in pixels
at 1x, before `zoom` makes all of it larger or smaller alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.domain.progress import Progress
from tracker.timeline.drawing import legend
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.paint import kept, paint
from tracker.timeline.drawing.style import Style, Type
from tracker.timeline.plans.plan import Plan

GAP, LINE = 12.0, 16.0
TITLE_LINE, SUBTITLE_LINE = 28.0, 20.0


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around the lanes, the same on every page of a picture."""

    margin: float
    title: list[str]
    subtitle: list[str]
    legend: list[list[tuple[float, legend.Entry]]]
    footer: list[str]

    @property
    def top(self) -> float:
        """Where the axis begins."""
        head = len(self.title) * TITLE_LINE + len(self.subtitle) * SUBTITLE_LINE
        return self.margin + head + (8 if head else 0)

    @property
    def below(self) -> float:
        """The room under the lanes, the lower margin with it."""
        key = GAP + len(self.legend) * legend.ROW if self.legend else 0.0
        return key + (GAP + len(self.footer) * LINE if self.footer else 0.0) + self.margin


@dataclass(frozen=True, slots=True)
class Sheet:
    """One laid-out page, ready to be drawn. Width and height are those of the page; the rest lies within it, zoomed."""

    plan: Plan
    style: Style
    frame: Frame
    around: Around
    width: float
    height: float
    zoom: float = 1.0
    number: str = ""  # which page of how many
    is_clear: bool = False  # nothing behind the drawing


def draw(painter: QPainter, sheet: Sheet, progress: Progress | None = None) -> None:
    """The legend follows the lanes; the footer stands at the foot of the page. Most of the time goes into the lanes."""
    if not sheet.is_clear:
        painter.fillRect(QRectF(0, 0, ceil(sheet.width), ceil(sheet.height)), sheet.style.colour("surface"))
    with kept(painter):
        _draw_zoomed(painter, sheet, progress)


def _draw_zoomed(painter: QPainter, sheet: Sheet, progress: Progress | None) -> None:
    style, around, margin = sheet.style, sheet.around, sheet.around.margin
    painter.scale(sheet.zoom, sheet.zoom)
    width, height = sheet.width / sheet.zoom, sheet.height / sheet.zoom
    top = _draw_lines(painter, style, around.title, style.title, "text", (margin, margin), TITLE_LINE)
    _draw_lines(painter, style, around.subtitle, style.plain, "muted", (margin, top), SUBTITLE_LINE)
    paint(painter, sheet.frame, style, progress=progress)
    bottom = sheet.frame.plot.bottom()
    painter.setPen(QPen(style.colour("line"), 1.0))
    y = round(bottom) + 0.5
    painter.drawLine(QLineF(margin, y, width - margin, y))
    legend.draw(painter, style, around.legend, margin, bottom + GAP)
    below = height - margin - len(around.footer) * LINE
    _draw_lines(painter, style, around.footer, style.small, "muted", (margin, below), LINE)
    at = (width - margin - style.small.width(sheet.number), height - margin - LINE)
    _draw_lines(painter, style, [sheet.number] if sheet.number else [], style.small, "muted", at, LINE)


def _draw_lines(
    painter: QPainter,
    style: Style,
    lines: Sequence[str],
    type: Type,
    role: str,
    at: tuple[float, float],
    height: float,
) -> float:
    """Gives where the next line would begin."""
    left, top = at
    painter.setFont(type.font)
    painter.setPen(style.colour(role))
    for line in lines:
        painter.drawText(QPointF(left, type.baseline(top, height)), line)
        top += height
    return top
