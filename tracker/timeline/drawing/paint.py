"""The one painter: the same drawing on the screen, in PNG, in SVG and in PDF."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtGui import QPainter

from tracker.domain.progress import Progress
from tracker.timeline.drawing import axis, bars, column, crowd, density, detail, links
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.density import Dense
from tracker.timeline.drawing.detail import Detail
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.links import Links
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style

if TYPE_CHECKING:
    from tracker.timeline.drawing.many import Many

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
    chosen = _chosen(frame, selected)
    for part in frame.parts:
        with kept(painter):
            if clips:
                painter.setClipRect(part.lanes.united(part.plot))
            _paint_part(painter, part, style, chosen, progress)
    axis.draw(painter, frame, style)


def _chosen(frame: Frame, selected: str) -> frozenset[int]:
    """The bars of what is selected that are in view; of very many the first, as more could not be told apart."""
    found = np.array(frame.rows.of_key(selected) if selected else [], dtype=np.int64)
    finest, scale = frame.rows.finest, frame.scale
    margin = DIAMOND * scale.seconds_per_pixel
    seen = (finest.start[found] <= scale.end + margin) & (finest.end[found] >= scale.start - margin)
    return frozenset(found[seen][:MOST_LIVE].tolist())


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
    lines = links.in_view(frame, style, chosen)
    bands = frame.bands(BANDS) if progress else [frame]
    for number, band in enumerate(bands):
        if progress:
            progress(number / len(bands))
        _paint_bars(painter, band, style, chosen, lines)
    column.draw(painter, frame, style, rows)


def _paint_bars(painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int], lines: Links) -> None:
    """Each with all its marks; on a screen a crowd of them by arrays, without corners. Where they are too near to be
    told apart they become bands. Lines go around the names; what is chosen lies over all but these.
    """
    level = None if style.is_live else frame.rows.level_for(frame.scale.seconds_per_pixel / FINER)
    things, dense = density.gathered(frame, crowd.in_sight(frame, level=level))
    found = _placed(frame, style, things, dense)
    if lines:
        lines.draw(painter, frame, style, found.boxes(style))
    crowd.anchor(painter, frame)
    found.draw(painter, frame, style)
    shown = frame.rows_in_view()
    here = (index for index in chosen if frame.rows.row_of(index) in shown)
    for one in filter(None, (bars.placed(frame, index) for index in here)):
        bars.draw(painter, style, one)
        bars.draw_selected(painter, frame, style, one)
    found.write(painter, frame, style)


def _placed(frame: Frame, style: Style, things: Crowd, dense: Dense | None) -> "Detail | Many":
    if not style.is_live or len(things.place) <= MOST_LIVE:
        return detail.placed(frame, style, things, dense)
    from tracker.timeline.drawing import many  # which no file needs

    return many.placed(frame, style, things, dense)


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
