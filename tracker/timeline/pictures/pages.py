"""Which lanes and which stretch of time go on which page, and how high the lanes are there.

Where lanes are many for one page they get lower, and at last their names smaller, but never under 11 pixels;
or they go on over further pages, each with the axis, the lanes' names and the headings they stand under.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from math import ceil, sqrt

import numpy as np

from tracker.i18n import _
from tracker.timeline.drawing import column, legend
from tracker.timeline.drawing.frame import Frame, axis_height
from tracker.timeline.drawing.rows import Rows, arrange
from tracker.timeline.drawing.style import SMALL, Style
from tracker.timeline.pictures import footer
from tracker.timeline.pictures.page_breaks import bands_of
from tracker.timeline.pictures.picture_options import MOST_SIDE, PictureOptions, span_of
from tracker.timeline.pictures.sheet import GAP, LINE, Around, Sheet
from tracker.timeline.plans.bar_arrays import BarArrays, beyond
from tracker.timeline.plans.plan import Lane, Plan
from tracker.timeline.plans.tree import groups
from tracker.timeline.times.scale import fitting

MARGIN = 0.04  # of the square root of the page's area: as a figure is printed
LEAST_MARGIN = 24.0
WIDEST_COLUMN, MOST_OF_COLUMN = 320.0, 0.36  # in pixels, and of the width
ROW, HIGHEST_ROW = 24.0, 36.0
LOWEST_ROW, LOWEST_SMALL_ROW = 15.0, 13.0  # with the usual text, and with the smallest
MOST_PAGES = 200
MOST_ROWS = int(MOST_SIDE // LOWEST_SMALL_ROW)  # no picture could hold more below one another
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


class _TooLow(Exception):
    """There is no room for the lanes."""


def lay_out(plan: Plan, style: Style, options: PictureOptions) -> list[Sheet]:
    """The pages of a picture. What is too much for one gets its groups collapsed, the inner ones first, and says so.
    ValueError with a sentence if even that cannot fit.
    """
    try:
        return _laid_out(plan, style, options)
    except _TooLow:
        for fewer in _collapsed(plan):
            with suppress(_TooLow):
                return _laid_out(fewer, style, options)
    raise ValueError(_too_low(_layout(plan, Style(style.palette, SMALL), options)))


def _collapsed(plan: Plan) -> Iterator[Plan]:
    """The same with fewer and fewer lanes."""
    from tracker.timeline.plans.arrangement import Arrangement, arranged  # seldom needed

    level_of = {lane.key: lane.level for lane in plan.lanes}
    keys = groups(plan.lanes)
    notes = (*plan.notes, _("Groups are collapsed, as there is no room for all lanes."))
    for level in sorted({level_of[key] for key in keys}, reverse=True):
        inner = frozenset(key for key in keys if level_of[key] >= level)
        yield replace(arranged(plan, Arrangement(collapsed=inner)), notes=notes)


def _laid_out(plan: Plan, style: Style, options: PictureOptions) -> list[Sheet]:
    layout = _layout(plan, style, options)
    if options.pages == "one" and 0 < layout.size[1] < layout.rows.count * LOWEST_SMALL_ROW:
        raise _TooLow  # before any work is done for it
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
        raise _TooLow
    return _numbered([layout.sheet(layout.rows, span, around, row) for span in layout.spans])


def _layout(plan: Plan, style: Style, options: PictureOptions, least_column: float = 0.0) -> Layout:
    span = span_of(plan, options)
    width, height = (side / options.zoom for side in options.size.pixels)
    margin = max(LEAST_MARGIN, round(MARGIN * sqrt(width * (height or width * 0.6))))
    shown = _within(plan, span)
    inner = width - 2 * margin
    room = max(least_column, column.width_of(shown, style, _widest_column(inner)))
    parts = tuple(_parts(span, options.across))
    scale = fitting(*parts[0], 0.0, inner - room)
    rows = arrange(shown, scale.seconds_per_pixel, style.plain.width)
    if rows.count > MOST_ROWS:
        rows = arrange(_flat(shown), scale.seconds_per_pixel, style.plain.width)
    return Layout(plan, style, options, parts, (width, height), margin, room, rows)


def _widest_column(inner: float) -> float:
    return min(WIDEST_COLUMN, inner * MOST_OF_COLUMN)


def _flat(plan: Plan) -> Plan:
    """Nothing stacked: what is too near to be told apart becomes a band with the count of it."""
    return replace(plan, lanes=tuple(replace(lane, stacks=False) for lane in plan.lanes))


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


def _too_low(layout: Layout) -> str:
    rows, around = layout.rows.count, _around(layout)
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
    bands = list(bands_of(layout.rows, capacity))
    names = max(column.width_of(band, layout.style, _widest_column(layout.inner)) for band in bands)
    if names > layout.column:  # those that go on from the page before are longer
        return _several(_layout(layout.plan, layout.style, layout.options, names), around)
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


def _numbered(sheets: list[Sheet]) -> list[Sheet]:
    if len(sheets) == 1:
        return sheets
    return [replace(sheet, number=_number(n, len(sheets))) for n, sheet in enumerate(sheets, 1)]


def _number(page: int, of: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=of)
