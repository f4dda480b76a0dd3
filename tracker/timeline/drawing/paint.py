"""The one painter: the same drawing on the screen, in PNG, in SVG and in PDF."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import numpy as np
from PySide6.QtGui import QPainter

from tracker.timeline.drawing import (
    axis,
    bars,
    column,
    counts,
    crowd,
    crowd_labels,
    crowd_shapes,
    density,
    detail,
    links,
)
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.crowd_shapes import Shapes
from tracker.timeline.drawing.density import Dense
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import DIAMOND
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.progress import Progress

MOST_NEAR = 24  # bars that are looked at for the one under the pointer
FINER = 4  # parts of a pixel that are told apart in a file
BANDS = 16  # in which rows are drawn where progress is told
MOST_LIVE = 250  # bars that are drawn one by one on a screen


def paint(
    painter: QPainter,
    frame: Frame,
    style: Style,
    selected: str = "",
    clips: bool = False,
    progress: Progress | None = None,
) -> None:
    """Draws axis, lanes and bars. `clips` cuts off half rows at the top, as scrolling on a screen needs;
    files have no half rows, and not every format knows clipping. `progress` is told after every few rows.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    chosen = frozenset(frame.rows.of_key(selected)) if selected else frozenset()
    for part in frame.parts:
        with kept(painter):
            if clips:
                painter.setClipRect(part.lanes.united(part.plot))
            _paint_part(painter, part, style, chosen, progress)
    axis.draw(painter, frame, style)


@contextmanager
def kept(painter: QPainter) -> Iterator[None]:
    """Leaves the painter as it was, also where the drawing is stopped."""
    painter.save()
    try:
        yield
    finally:
        painter.restore()


def _paint_part(
    painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int], progress: Progress | None
) -> None:
    rows = frozenset(frame.rows.row_of(index) for index in chosen) & frozenset(frame.rows_in_view())
    column.draw_rows(painter, frame, style, rows)
    axis.draw_guides(painter, frame, style)
    column.draw_lines(painter, frame, style)
    links.draw(painter, frame, style, chosen)
    bands = frame.bands(BANDS) if progress else [frame]
    for number, band in enumerate(bands):
        if progress:
            progress(number / len(bands))
        _paint_bars(painter, band, style, chosen)
    column.draw(painter, frame, style, rows)


def _paint_bars(painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int]) -> None:
    """Each with all its marks; on a screen a crowd of them by arrays, without corners. Where they are too near to be
    told apart they become bands. What is chosen lies over all but the names.
    """
    level = None if style.is_live else frame.rows.level_for(frame.scale.seconds_per_pixel / FINER)
    things, dense = density.gathered(frame, crowd.in_sight(frame, level=level))
    crowd.anchor(painter, frame)
    draw = _paint_crowd if style.is_live and len(things.place) > MOST_LIVE else detail.draw
    write_names = draw(painter, frame, style, things, dense)
    shown = frame.rows_in_view()
    here = (index for index in chosen if frame.rows.row_of(index) in shown)
    for one in filter(None, (bars.placed(frame, index) for index in here)):
        bars.draw(painter, style, one)
        bars.draw_selected(painter, frame, style, one)
    write_names()


def _paint_crowd(
    painter: QPainter, frame: Frame, style: Style, things: Crowd, dense: Dense | None
) -> Callable[[], None]:
    """Gives back what writes their names, which lie over what is chosen."""
    odd = crowd.is_rare(frame, things)
    if not odd.any():
        plain = ~density.are_bands(things)
        crowd.draw(painter, frame, style, things if plain.all() else things.only(plain))
    else:
        things = _paint_odd(painter, frame, style, things, odd)
    if dense:
        density.draw(painter, frame, style, dense)
    if frame.rows.thin is not None:  # those have the names of what lies over them
        told = things.count > 0
        things, odd = things.only(told), odd[told]
    return partial(crowd_labels.draw, painter, frame, style, things, odd)


def _paint_odd(painter: QPainter, frame: Frame, style: Style, things: Crowd, odd: Array) -> Crowd:
    """Draws a crowd in which some are hollow, soft or instants; the same with instants as wide as they are drawn."""
    are_bands, are_counts = density.are_bands(things), crowd.is_count(frame, things)
    odd &= ~are_bands
    counts.draw_many(painter, frame, style, things.only(are_counts))
    crowd.draw(painter, frame, style, things.only(~odd & ~are_bands))
    places = np.flatnonzero(odd & ~are_counts)
    some = things.only(places)
    shapes = crowd_shapes.shapes_of(frame, some)
    alone = _alone(frame, some, shapes)
    crowd_shapes.draw(painter, frame, style, shapes.only(~alone))
    detail.draw_alone(painter, frame, style, some, np.flatnonzero(alone))
    return crowd_shapes.widened(things, places, shapes)


def _alone(frame: Frame, some: Crowd, shapes: Shapes) -> Array:
    """Which have marks of their own: the first ones of them, more would not be read."""
    is_open: Array = ~np.isfinite(shapes.a) | ~np.isfinite(shapes.d)
    is_marked = np.fromiter(map(frame.rows.is_marked, some.index.tolist()), dtype=np.bool_, count=len(some.index))
    alone = is_open | is_marked
    return alone & (np.cumsum(alone) <= MOST_LIVE)


def bar_at(frame: Frame, x: float, y: float, slack: float = 3.0) -> Placed | None:
    """The bar or band under a pixel; of several bars the narrowest, which would be hard to hit otherwise."""
    row = frame.row_at(y)
    if row < 0 or not frame.scale.left <= x <= frame.scale.right:
        return None
    if band := density.at(frame, row, x, slack):
        return band
    found = (bars.placed(frame, index) for index in _candidates(frame, row, x, slack + DIAMOND))
    near = [one for one in found if one is not None and _holds(one, x, y, slack)]
    return min(near, key=lambda one: (one.bar.is_below, one.rect.width()), default=None)


def _candidates(frame: Frame, row: int, x: float, pixels: float) -> list[int]:
    """The bars of a row within so many pixels; of very many the nearest."""
    time, margin = frame.scale.time(x), pixels * frame.scale.seconds_per_pixel
    span, finest = frame.rows.visible(row, time - margin, time + margin), frame.rows.finest
    if len(span) <= MOST_NEAR:
        return list(span)
    start, end = finest.start[span.start : span.stop], finest.end[span.start : span.stop]
    away = np.maximum(np.maximum(start - time, time - end), 0.0)
    return (span.start + np.argpartition(away, MOST_NEAR)[:MOST_NEAR]).tolist()


def _holds(one: Placed, x: float, y: float, slack: float) -> bool:
    inside = one.rect.left() - slack <= x <= one.rect.right() + slack
    thin = one.bar.is_below
    return inside and (not thin or one.rect.top() - 1 <= y)
