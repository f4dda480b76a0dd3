"""The page around the timeline: title, subtitle, axis and lanes, legend, notes, sources. Sizes in pixels
at 1x. Where lanes are many they get lower, and at last their names smaller, but never under 11 pixels.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.i18n import _
from tracker.timeline import column, footer, legend
from tracker.timeline.frame import Frame, axis_height
from tracker.timeline.paint import paint
from tracker.timeline.plan import Lane, Plan
from tracker.timeline.rows import arrange
from tracker.timeline.scale import fitting
from tracker.timeline.style import SMALL, Style, Type

MARGIN, GAP, LINE = 24.0, 12.0, 16.0
TITLE_LINE, SUBTITLE_LINE = 28.0, 20.0
ROW, HIGHEST_ROW = 24.0, 36.0
LOWEST_ROW, LOWEST_SMALL_ROW = 15.0, 13.0  # with the usual text, and with the smallest


@dataclass(frozen=True, slots=True)
class Sheet:
    """One laid-out page, ready to be drawn."""

    plan: Plan
    style: Style
    frame: Frame
    width: float
    height: float
    title: list[str]
    subtitle: list[str]
    legend: list[list[tuple[float, legend.Entry]]]
    footer: list[str]


def lay_out(plan: Plan, style: Style, span: tuple[float, float], width: int, height: int | None) -> Sheet:
    """The page of that size, or as high as it must be. ValueError if the lanes cannot fit the height."""
    page = _natural(plan, style, span, width)
    if height is None:
        return page
    if _row_height(page, height) < LOWEST_ROW:
        page = _natural(plan, Style(style.palette, SMALL), span, width)
    row = _row_height(page, height)
    if row < LOWEST_SMALL_ROW:
        rows = page.frame.rows.count
        needed = ceil(page.height - rows * (ROW - LOWEST_SMALL_ROW))
        raise ValueError(
            _("The {lanes} lanes do not fit: the picture must be {pixels} pixels high at least.").format(
                lanes=rows, pixels=needed
            )
        )
    frame = replace(page.frame, height=axis_height(plan) + page.frame.rows.count * row, row_height=row)
    return replace(page, frame=frame, height=height)


def _natural(plan: Plan, style: Style, span: tuple[float, float], width: int) -> Sheet:
    """The page with rows of their usual height, as high as these make it."""
    inner = width - 2 * MARGIN
    title = footer.wrapped(plan.title, style.title, inner)
    subtitle = footer.wrapped(plan.subtitle, style.plain, inner)
    shown = _within(plan, span)
    column_width = column.width_of(shown, style, min(320.0, inner * 0.3))
    scale = fitting(*span, MARGIN + column_width, inner - column_width)
    rows = arrange(shown, scale.seconds_per_pixel, style.plain.width)
    top = MARGIN + len(title) * TITLE_LINE + len(subtitle) * SUBTITLE_LINE + (8 if title else 0)
    frame = Frame(rows, scale, MARGIN, top, column_width, axis_height(plan) + rows.count * ROW, ROW, zone=plan.zone)
    key = legend.arranged(legend.entries(frame), style, inner)
    below = footer.lines_of(plan, span, style.small, inner)
    height = top + frame.height + GAP + len(key) * legend.ROW + GAP + len(below) * LINE + MARGIN
    return Sheet(plan, style, frame, width, round(height), title, subtitle, key, below)


def _row_height(page: Sheet, height: int) -> float:
    """How high a row can be, in whole pixels, if the page is to have this height."""
    count = max(1, page.frame.rows.count)
    return float(min((height - page.height + count * ROW) // count, HIGHEST_ROW))


def _within(plan: Plan, span: tuple[float, float]) -> Plan:
    """Only the bars that show, and of the lanes those with bars and the headings above them."""
    seen = tuple(bar for bar in plan.bars if bar.start_lower <= span[1] and bar.end_upper >= span[0])
    used = {bar.lane for bar in seen}
    kept: list[Lane] = []
    level = 0  # of the headings that are still wanted by a lane below them
    for lane in reversed(plan.lanes):
        if lane.key in used or lane.level < level:
            kept.append(lane)
            level = lane.level
    return replace(plan, bars=seen, lanes=tuple(reversed(kept)))


def draw(painter: QPainter, sheet: Sheet) -> None:
    """The legend follows the lanes; the footer stands at the foot of the page."""
    style = sheet.style
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), style.colour("surface"))
    top = _draw_lines(painter, style, sheet.title, style.title, "text", MARGIN, TITLE_LINE)
    _draw_lines(painter, style, sheet.subtitle, style.plain, "muted", top, SUBTITLE_LINE)
    paint(painter, sheet.frame, style)
    bottom = sheet.frame.plot.bottom()
    painter.setPen(QPen(style.colour("line"), 1.0))
    y = round(bottom) + 0.5
    painter.drawLine(QLineF(MARGIN, y, sheet.width - MARGIN, y))
    legend.draw(painter, style, sheet.legend, MARGIN, bottom + GAP)
    below = sheet.height - MARGIN - len(sheet.footer) * LINE
    _draw_lines(painter, style, sheet.footer, style.small, "muted", below, LINE)


def _draw_lines(
    painter: QPainter, style: Style, lines: Sequence[str], type: Type, role: str, top: float, height: float
) -> float:
    painter.setFont(type.font)
    painter.setPen(style.colour(role))
    for line in lines:
        painter.drawText(QPointF(MARGIN, type.baseline(top, height)), line)
        top += height
    return top
