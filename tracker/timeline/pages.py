"""Which lanes and which stretch of time go on which page, and how high the lanes are there.

Where lanes are many for one page they get lower, and at last their names smaller, but never under 11 pixels;
or they go on over further pages, each with the axis, the lanes' names and the headings they stand under.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

import numpy as np

from tracker.i18n import _
from tracker.timeline import column, footer, legend
from tracker.timeline.bar_arrays import BarArrays, beyond
from tracker.timeline.frame import Frame, axis_height
from tracker.timeline.picture_options import PictureOptions, span_of
from tracker.timeline.plan import Lane, Plan
from tracker.timeline.rows import Rows, arrange
from tracker.timeline.scale import fitting
from tracker.timeline.sheet import GAP, LINE, Around, Sheet
from tracker.timeline.style import SMALL, Style

MARGIN = 0.04  # of the square root of the page's area: as a figure is printed
LEAST_MARGIN = 24.0
WIDEST_COLUMN, MOST_OF_COLUMN = 320.0, 0.36  # in pixels, and of the width
ROW, HIGHEST_ROW = 24.0, 36.0
LOWEST_ROW, LOWEST_SMALL_ROW = 15.0, 13.0  # with the usual text, and with the smallest
MOST_PAGES = 200
MOST_OF_SOURCES = 0.2  # of a page's height


@dataclass(frozen=True, slots=True)
class Layout:
    """A picture in the making. Each stretch of time has its scale, all as wide; rows are the same in all."""

    plan: Plan
    style: Style
    options: PictureOptions
    spans: tuple[tuple[float, float], ...]
    size: tuple[float, float]  # of a page within its zoom; height 0 is as high as needed
    margin: float
    column: float
    rows: Rows

    @property
    def inner(self) -> float:
        return self.size[0] - 2 * self.margin

    def frame(self, rows: Rows, span: tuple[float, float], around: Around, row: float) -> Frame:
        scale = fitting(*span, self.margin + self.column, self.inner - self.column)
        height = axis_height(self.plan) + rows.count * row
        return Frame(rows, scale, self.margin, around.top, self.column, height, row, zone=self.plan.zone)

    def sheet(self, rows: Rows, span: tuple[float, float], around: Around, row: float) -> Sheet:
        zoom = self.options.zoom
        height = self.size[1] or round(around.top + axis_height(self.plan) + rows.count * row + around.below)
        frame = self.frame(rows, span, around, row)
        return Sheet(
            self.plan,
            self.style,
            frame,
            around,
            self.size[0] * zoom,
            height * zoom,
            zoom,
            is_clear=self.options.transparent,
        )


def lay_out(plan: Plan, style: Style, options: PictureOptions) -> list[Sheet]:
    """The pages of a picture. ValueError with a sentence if its lanes cannot fit."""
    layout = _layout(plan, style, options)
    around = _around(layout)
    if not layout.size[1]:
        return _numbered([layout.sheet(layout.rows, span, around, ROW) for span in layout.spans])
    row = _row_height(layout, around)
    if row < LOWEST_ROW and options.pages == "several":
        return _several(layout, around)
    if row < LOWEST_ROW:
        layout = _layout(plan, Style(style.palette, SMALL), options)
        around = _around(layout)
        row = _row_height(layout, around)
    if row < LOWEST_SMALL_ROW:
        raise ValueError(_too_low(layout, around))
    return _numbered([layout.sheet(layout.rows, span, around, row) for span in layout.spans])


def _layout(plan: Plan, style: Style, options: PictureOptions) -> Layout:
    span = span_of(plan, options)
    width, height = (side / options.zoom for side in options.size.pixels)
    margin = max(LEAST_MARGIN, round(MARGIN * sqrt(width * (height or width * 0.6))))
    shown = _within(plan, span)
    inner = width - 2 * margin
    room = column.width_of(shown, style, min(WIDEST_COLUMN, inner * MOST_OF_COLUMN))
    parts = tuple(_parts(span, options.across))
    rows = arrange(shown, fitting(*parts[0], 0.0, inner - room).seconds_per_pixel, style.plain.width)
    return Layout(plan, style, options, parts, (width, height), margin, room, rows)


def _parts(span: tuple[float, float], count: int) -> Iterable[tuple[float, float]]:
    step = (span[1] - span[0]) / count
    return ((span[0] + n * step, span[1] if n + 1 == count else span[0] + (n + 1) * step) for n in range(count))


def _within(plan: Plan, span: tuple[float, float]) -> Plan:
    """Only the bars that show, and of the lanes those with bars and the headings above them."""
    bars, outside = plan.bars, set(beyond(plan.bars, span))
    seen = np.array([n for n in range(len(bars)) if n not in outside], dtype=np.int64)
    if isinstance(bars, BarArrays):
        used = {bars.lanes[n] for n in set(bars.lane[seen].tolist())}
    else:
        used = {bars[n].lane for n in seen}
    kept: list[Lane] = []
    level = 0  # of the headings that are still wanted by a lane below them
    for lane in reversed(plan.lanes):
        if lane.key in used or lane.level < level:
            kept.append(lane)
            level = lane.level
    kept.reverse()
    keys = [lane.key for lane in kept]
    some = bars.only(seen, keys) if isinstance(bars, BarArrays) else tuple(bars[n] for n in seen)
    return replace(plan, bars=some, lanes=tuple(kept))


def _around(layout: Layout) -> Around:
    title = footer.wrapped(layout.plan.title, layout.style.title, layout.inner)
    subtitle = footer.wrapped(layout.plan.subtitle, layout.style.plain, layout.inner)
    around = Around(layout.margin, title, subtitle, [], _footer(layout))
    return replace(around, legend=_legend(layout, around)) if layout.options.legend else around


def _legend(layout: Layout, around: Around) -> list[list[tuple[float, legend.Entry]]]:
    """What is used on any page, as pages side by side are one picture."""
    frames = (layout.frame(layout.rows, span, around, ROW) for span in layout.spans)
    return legend.arranged(legend.entries(*frames), layout.style, layout.inner)


def _footer(layout: Layout) -> list[str]:
    span = (layout.spans[0][0], layout.spans[-1][1])
    type, width = layout.style.small, layout.inner - layout.style.small.width(_number(99, 99)) - GAP
    lines = footer.about(layout.plan, span, type, width) + (footer.made() if layout.options.stamp else [])
    if not layout.options.sources:
        return lines
    most = int(layout.size[1] * MOST_OF_SOURCES // LINE) if layout.size[1] else 0
    return lines + footer.sources(layout.plan, type, width, most)


def _row_height(layout: Layout, around: Around) -> float:
    """How high a row can be, in whole pixels, if all are to be on one page."""
    room = layout.size[1] - around.top - axis_height(layout.plan) - around.below
    return float(min(room // max(1, layout.rows.count), HIGHEST_ROW))


def _too_low(layout: Layout, around: Around) -> str:
    rows = layout.rows.count
    needed = around.top + axis_height(layout.plan) + rows * LOWEST_SMALL_ROW + around.below
    factor, unit = layout.options.zoom, _("pixels")
    if layout.options.size.is_paper:
        factor, unit = factor * layout.options.size.height / layout.options.size.pixels[1], _("millimetres")
    return _(
        "The {lanes} lanes do not fit: the picture must be {least} {unit} high at least, or have several pages."
    ).format(lanes=rows, least=ceil(needed * factor), unit=unit)


def _several(layout: Layout, around: Around) -> list[Sheet]:
    """The lanes in bands of as many as a page holds at their usual height."""
    room = layout.size[1] - around.top - axis_height(layout.plan) - around.below
    capacity = int(room // ROW)
    if capacity < 2:
        raise ValueError(_("There is no room for lanes on a page of this size."))
    bands = list(_bands(layout.rows, capacity))
    if len(bands) * len(layout.spans) > MOST_PAGES:
        raise ValueError(
            _("{pages} pages are too many; {most} are the most.").format(
                pages=len(bands) * len(layout.spans), most=MOST_PAGES
            )
        )
    row = room // capacity
    scale, width = layout.frame(layout.rows, layout.spans[0], around, ROW).scale, layout.style.plain.width
    arranged = [arrange(band, scale.seconds_per_pixel, width) for band in bands]
    return _numbered([layout.sheet(rows, span, around, row) for rows in arranged for span in layout.spans])


def _bands(rows: Rows, capacity: int) -> Iterable[Plan]:
    """The plan cut after so many rows. A lane that is cut goes on, and so do the headings above it."""
    first = 0
    while first < rows.count:
        above = _headings(rows, first)[: capacity - 1]
        last = _end(rows, first, min(rows.count, first + capacity - len(above)))
        yield _band(rows, above, first, last)
        first = last


def _headings(rows: Rows, row: int) -> list[Lane]:
    """Those that the lane of a row stands under, if they are on a page before."""
    lanes, at = rows.plan.lanes, rows.lane_of_row(row)
    found: list[Lane] = []
    level = lanes[at].level
    for lane in reversed(lanes[:at]):
        if lane.level < level:
            found.insert(0, _continued(lane))
            level = lane.level
    return found


def _continued(lane: Lane) -> Lane:
    return replace(lane, name=_("{name}, continued").format(name=lane.name), count=None, stacks=False)


def _end(rows: Rows, first: int, last: int) -> int:
    """No heading is left alone at the foot of a page."""
    lanes = rows.plan.lanes
    if last < rows.count:
        while last - 1 > first and _is_heading_row(rows, lanes, last - 1):
            last -= 1
    return last


def _is_heading_row(rows: Rows, lanes: Sequence[Lane], row: int) -> bool:
    at = rows.lane_of_row(row)
    return lanes[at].is_group and rows.lane_top[at] == row


def _band(rows: Rows, above: Sequence[Lane], first: int, last: int) -> Plan:
    begin, end = rows.lane_of_row(first), rows.lane_of_row(last - 1)
    lanes = list(rows.plan.lanes[begin : end + 1])
    if rows.lane_top[begin] < first:
        lanes[0] = replace(lanes[0], name=_continued(lanes[0]).name)
    bars = tuple(rows.bar(index) for index in range(int(rows.first[first]), int(rows.first[last])))
    return replace(rows.plan, lanes=(*above, *lanes), bars=bars)


def _numbered(sheets: list[Sheet]) -> list[Sheet]:
    if len(sheets) == 1:
        return sheets
    return [replace(sheet, number=_number(n, len(sheets))) for n, sheet in enumerate(sheets, 1)]


def _number(page: int, of: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=of)
