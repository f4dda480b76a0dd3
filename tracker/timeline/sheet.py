"""The page around the timeline: title, subtitle, axis and lanes, legend, notes, sources. Sizes in pixels
at 1x; fonts never shrink, the lanes do, down to where their names still stand apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.domain.times import from_seconds
from tracker.domain.zones import label as zone_label
from tracker.i18n import _, ngettext
from tracker.timeline import column, legend
from tracker.timeline.frame import AXIS_HEIGHT, Frame
from tracker.timeline.paint import paint
from tracker.timeline.plan import Lane, Plan
from tracker.timeline.rows import arrange
from tracker.timeline.scale import fitting
from tracker.timeline.style import Style, Type

MARGIN, LINE = 24.0, 16.0
TITLE_LINE, SUBTITLE_LINE = 28.0, 20.0
ROW, LOWEST_ROW, HIGHEST_ROW = 24.0, 15.0, 36.0


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
    inner = width - 2 * MARGIN
    title = wrapped(plan.title, style.title, inner)
    subtitle = wrapped(plan.subtitle, style.plain, inner)
    column_width = column.width_of(plan, style, min(320.0, inner * 0.3))
    scale = fitting(*span, MARGIN + column_width, inner - column_width)
    rows = arrange(_within(plan, span), scale.seconds_per_pixel, style.plain.width)
    top = MARGIN + len(title) * TITLE_LINE + len(subtitle) * SUBTITLE_LINE + (8 if title else 0)
    frame = Frame(rows, scale, MARGIN, top, column_width, AXIS_HEIGHT + rows.count * ROW, ROW, zone=plan.zone)
    shown = legend.arranged(legend.entries(frame), style, inner)
    footer = _footer(plan, span, style.small, inner)
    below = 12 + len(shown) * legend.ROW + 12 + len(footer) * LINE + MARGIN
    frame = _fitted(frame, height - top - below if height else None)
    return Sheet(plan, style, frame, width, height or round(top + frame.height + below), title, subtitle, shown, footer)


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


def _fitted(frame: Frame, height: float | None) -> Frame:
    if height is None:
        return frame
    room = (height - AXIS_HEIGHT) / max(1, frame.rows.count)
    if room < LOWEST_ROW:
        needed = round(frame.rows.count * LOWEST_ROW + AXIS_HEIGHT - height)
        raise ValueError(
            _("The {lanes} lanes do not fit: the picture must be {pixels} pixels higher.").format(
                lanes=frame.rows.count, pixels=needed
            )
        )
    return replace(frame, height=height, row_height=float(int(min(room, HIGHEST_ROW))))


def _footer(plan: Plan, span: tuple[float, float], type: Type, width: float) -> list[str]:
    zone = zone_label(plan.zone, from_seconds(sum(span) / 2))
    lines = [*plan.notes, *_left_out(plan, span)]
    lines += [_("Source: {source}").format(source=source) for source in plan.sources]
    lines.append(_("Times in {zone}.").format(zone=zone))
    return [part for line in lines for part in wrapped(line, type, width)]


def _left_out(plan: Plan, span: tuple[float, float]) -> list[str]:
    """Says that there is more before or after the range; nobody should think that this is all."""
    known = [bar for bar in plan.bars if bar.end_upper < span[0] or bar.start_lower > span[1]]
    count = len({bar.key for bar in known})
    text = ngettext("{n} entry lies outside the time shown.", "{n} entries lie outside the time shown.", count)
    return [text.format(n=count)] if count else []


def wrapped(text: str, type: Type, width: float) -> list[str]:
    """The text in lines that fit; a word longer than a line is cut into pieces, nothing is lost."""
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and type.width(joined) <= width:
            lines[-1] = joined
            continue
        while type.width(word) > width and len(word) > 1:
            fits = next(n for n in range(len(word) - 1, 0, -1) if n == 1 or type.width(word[:n]) <= width)
            lines.append(word[:fits])
            word = word[fits:]
        lines.append(word)
    return lines


def draw(painter: QPainter, sheet: Sheet) -> None:
    style = sheet.style
    painter.fillRect(QRectF(0, 0, sheet.width, sheet.height), style.colour("surface"))
    top = _draw_lines(painter, style, sheet.title, style.title, "text", MARGIN, TITLE_LINE)
    _draw_lines(painter, style, sheet.subtitle, style.plain, "muted", top, SUBTITLE_LINE)
    paint(painter, sheet.frame, style)
    bottom = sheet.frame.plot.bottom()
    painter.setPen(QPen(style.colour("line"), 1.0))
    y = round(bottom) + 0.5
    painter.drawLine(QLineF(MARGIN, y, sheet.width - MARGIN, y))
    legend.draw(painter, style, sheet.legend, MARGIN, bottom + 12)
    below = bottom + 12 + len(sheet.legend) * legend.ROW + 12
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
