"""What of a plan is in a picture, and what room there is for it: range, margins, lane column, rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cached_property
from math import sqrt

import numpy as np

from tracker.timeline.drawing import column
from tracker.timeline.drawing.frame import Frame, axis_height
from tracker.timeline.drawing.rows import Rows, arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.pictures.picture_options import MOST_SIDE, PictureOptions, span_of
from tracker.timeline.pictures.sheet import Around, Sheet
from tracker.timeline.plans.bar_arrays import arrays_of, beyond
from tracker.timeline.plans.plan import Lane, Plan
from tracker.timeline.times.scale import fitting

MARGIN = 0.04  # of the square root of the page's area: as a figure is printed
LEAST_MARGIN = 24.0
WIDEST_COLUMN, MOST_OF_COLUMN = 320.0, 0.36  # in pixels, and of the width
LOWEST_SMALL_ROW = 13.0  # of the smallest text
MOST_ROWS = int(MOST_SIDE // LOWEST_SMALL_ROW)  # no picture could hold more below one another


@dataclass(frozen=True)
class Layout:
    """A picture in the making. Each stretch of time has its scale, all as wide; rows are the same in all."""

    plan: Plan
    shown: Plan  # what of it lies in the range
    style: Style
    options: PictureOptions
    spans: tuple[tuple[float, float], ...]
    size: tuple[float, float]  # of a page within its zoom; height 0 is as high as needed
    margin: float
    column: float

    @classmethod
    def of(cls, plan: Plan, style: Style, options: PictureOptions, least_column: float = 0.0) -> Layout:
        span = span_of(plan, options)
        width, height = (side / options.zoom for side in options.size.pixels)
        margin = max(LEAST_MARGIN, round(MARGIN * sqrt(width * (height or width * 0.6))))
        shown = within(plan, span)
        names = max(least_column, column.width_of(shown, style, _widest_column(width - 2 * margin)))
        parts = tuple(_parts(span, options.across))
        return cls(plan, shown, style, options, parts, (width, height), margin, names)

    @property
    def inner(self) -> float:
        return self.size[0] - 2 * self.margin

    @cached_property
    def rows(self) -> Rows:
        """Where not even the highest picture could hold them, nothing is stacked."""
        rows = self.arranged(self.shown)
        return rows if rows.count <= MOST_ROWS else self.arranged(flat(self.shown))

    def arranged(self, plan: Plan) -> Rows:
        scale = fitting(*self.spans[0], 0.0, self.inner - self.column)
        return arrange(plan, scale.seconds_per_pixel, self.style.plain.width)

    def with_column_for(self, plans: Iterable[Plan]) -> Layout:
        """The same, or one with room for longer names of lanes."""
        names = max(column.width_of(plan, self.style, _widest_column(self.inner)) for plan in plans)
        return self if names <= self.column else Layout.of(self.plan, self.style, self.options, names)

    def frame(self, rows: Rows, span: tuple[float, float], top: float, row: float) -> Frame:
        scale = fitting(*span, self.margin + self.column, self.inner - self.column)
        height = axis_height(self.plan) + rows.count * row
        return Frame(rows, scale, self.margin, top, self.column, height, row, zone=self.plan.zone)

    def sheet(self, rows: Rows, span: tuple[float, float], around: Around, row: float) -> Sheet:
        zoom = self.options.zoom
        height = self.size[1] or round(around.top + axis_height(self.plan) + rows.count * row + around.below)
        return Sheet(
            self.plan,
            self.style,
            self.frame(rows, span, around.top, row),
            around,
            self.size[0] * zoom,
            height * zoom,
            zoom,
            is_clear=self.options.transparent,
        )


def _widest_column(inner: float) -> float:
    return min(WIDEST_COLUMN, inner * MOST_OF_COLUMN)


def _parts(span: tuple[float, float], count: int) -> Iterable[tuple[float, float]]:
    step = (span[1] - span[0]) / count
    return ((span[0] + n * step, span[1] if n + 1 == count else span[0] + (n + 1) * step) for n in range(count))


def flat(plan: Plan) -> Plan:
    """Nothing stacked: what is too near to be told apart becomes a band with the count of it."""
    return replace(plan, lanes=tuple(replace(lane, stacks=False) for lane in plan.lanes))


def within(plan: Plan, span: tuple[float, float]) -> Plan:
    """Only the bars that show, and of the lanes those with bars and the headings above them."""
    bars = arrays_of(plan.bars, [lane.key for lane in plan.lanes])
    shows = ~beyond(bars, span)
    has_bars = np.zeros(len(plan.lanes), dtype=np.bool_)
    has_bars[bars.lane[shows]] = True
    kept: list[Lane] = []
    level = 0  # of the headings that are still wanted by a lane below them
    for lane, is_used in zip(reversed(plan.lanes), reversed(has_bars.tolist()), strict=True):
        if is_used or lane.level < level:
            kept.append(lane)
            level = lane.level
    kept.reverse()
    return replace(plan, bars=bars.only(np.flatnonzero(shows), [lane.key for lane in kept]), lanes=tuple(kept))
