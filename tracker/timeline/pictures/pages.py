"""Which lanes and which stretch of time go on which page, and how high the lanes are there.

Where lanes are many for one page they get lower, and at last their names smaller, but never under 11 pixels;
or they go on over further pages, each with the axis, the lanes' names and the headings they stand under.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from math import ceil

from tracker.i18n import _
from tracker.timeline.drawing.frame import axis_height
from tracker.timeline.drawing.style import SMALL, Style
from tracker.timeline.pictures.layout import LOWEST_SMALL_ROW, Layout, flat
from tracker.timeline.pictures.page_breaks import bands_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.pictures.sheet import Around, Sheet
from tracker.timeline.pictures.surroundings import around_of, numbered
from tracker.timeline.plans.plan import Plan
from tracker.timeline.plans.tree import groups

ROW, HIGHEST_ROW = 24.0, 36.0
LOWEST_ROW = 15.0  # with the usual text
MOST_PAGES = 200


class _TooLow(Exception):
    """There is no room for the lanes."""


def lay_out(plan: Plan, style: Style, options: PictureOptions) -> list[Sheet]:
    """The pages of a picture. What is too much for one gets its groups collapsed, the inner ones first, at last one row
    for each lane, and says so. ValueError with a sentence if even that cannot fit.
    """
    for fewer in _ever_fewer_rows(plan):
        with suppress(_TooLow):
            return _laid_out(fewer, style, options)
    raise ValueError(_too_low(Layout.of(fewer, _small(style), options)))


def _ever_fewer_rows(plan: Plan) -> Iterator[Plan]:
    yield (fewer := plan)
    from tracker.timeline.plans.arrangement import Arrangement, arranged  # seldom needed

    level_of = {lane.key: lane.level for lane in plan.lanes}
    keys = groups(plan.lanes)
    notes = (*plan.notes, _("Groups are collapsed, as there is no room for all lanes."))
    for level in sorted({level_of[key] for key in keys}, reverse=True):
        inner = frozenset(key for key in keys if level_of[key] >= level)
        fewer = replace(arranged(plan, Arrangement(collapsed=inner)), notes=notes)
        yield fewer
    if any(lane.stacks for lane in fewer.lanes):
        note = _("What is in one lane lies in one row, as there is no room for more.")
        yield flat(replace(fewer, notes=(*fewer.notes, note)))


def _small(style: Style) -> Style:
    return Style(style.palette, SMALL)


def _laid_out(plan: Plan, style: Style, options: PictureOptions) -> list[Sheet]:
    layout = Layout.of(plan, style, options)
    if options.pages == "one" and 0 < layout.size[1] < len(layout.shown.lanes) * LOWEST_SMALL_ROW:
        raise _TooLow  # before any work is done for it
    around = around_of(layout, ROW)
    row = _row_height(layout, around)
    if row < LOWEST_ROW and options.pages == "several":
        return _several(layout, around)
    if row < LOWEST_ROW:
        layout = Layout.of(plan, _small(style), options)
        around = around_of(layout, ROW)
        row = _row_height(layout, around)
    if row < LOWEST_SMALL_ROW:
        raise _TooLow
    return numbered([layout.sheet(layout.rows, span, around, row) for span in layout.spans])


def _row_height(layout: Layout, around: Around) -> float:
    """How high a row can be, in whole pixels, if all are to be on one page."""
    if not layout.size[1]:
        return ROW
    return float(min(_room(layout, around) // max(1, layout.rows.count), HIGHEST_ROW))


def _room(layout: Layout, around: Around) -> float:
    """For rows on a page."""
    return layout.size[1] - around.top - axis_height(layout.plan) - around.below


def _too_low(layout: Layout) -> str:
    around = around_of(layout, ROW)
    needed = around.top + axis_height(layout.plan) + layout.rows.count * LOWEST_SMALL_ROW + around.below
    factor, unit = layout.options.zoom, _("pixels")
    if layout.options.size.is_paper:
        factor, unit = factor * layout.options.size.height / layout.options.size.pixels[1], _("millimetres")
    return _("The lanes do not fit: the picture must be {least} {unit} high at least, or have several pages.").format(
        least=ceil(needed * factor), unit=unit
    )


def _several(layout: Layout, around: Around) -> list[Sheet]:
    """The lanes in bands of as many as a page holds at their usual height."""
    capacity = int(_room(layout, around) // ROW)
    if capacity < 2:
        raise ValueError(_("There is no room for lanes on a page of this size."))
    bands = list(bands_of(layout.rows, capacity))
    wider = layout.with_column_for(bands)
    if wider is not layout:  # names of those that go on from the page before are longer
        return _several(wider, around)
    if len(bands) * len(layout.spans) > MOST_PAGES:
        raise ValueError(
            _("{pages} pages are too many; {most} are the most.").format(
                pages=len(bands) * len(layout.spans), most=MOST_PAGES
            )
        )
    row = _room(layout, around) // capacity
    return numbered(
        [layout.sheet(rows, span, around, row) for rows in map(layout.arranged, bands) for span in layout.spans]
    )
