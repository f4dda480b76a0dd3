"""The one painter: the same drawing on the screen, in PNG, in SVG and in PDF."""

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.timeline import axis, bars, column, crowd, crowd_labels, detail, labels
from tracker.timeline.bars import Placed
from tracker.timeline.frame import Frame
from tracker.timeline.rows import DIAMOND
from tracker.timeline.style import Style

MOST_NEAR = 24  # bars that are looked at for the one under the pointer
MOST_LIVE = 250  # bars that are drawn one by one on a screen


def paint(painter: QPainter, frame: Frame, style: Style, selected: str = "", clips: bool = False) -> None:
    """Draws axis, lanes and bars. `clips` cuts off half rows at the top, as scrolling on a screen needs;
    files have no half rows, and not every format knows clipping.
    """
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    painter.save()
    if clips:
        painter.setClipRect(frame.lanes.united(frame.plot))
    chosen = frozenset(frame.rows.of_key(selected)) if selected else frozenset()
    _paint_chosen_rows(painter, frame, style, chosen)
    axis.draw_guides(painter, frame, style)
    column.draw_lines(painter, frame, style)
    _paint_bars(painter, frame, style, chosen)
    column.draw(painter, frame, style)
    painter.restore()
    axis.draw(painter, frame, style)


def _paint_bars(painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int]) -> None:
    """Each with all its marks; on a screen a crowd of them as plain as can be, but for the rare ones and what is
    chosen.
    """
    if not style.is_live:
        detail.draw(painter, frame, style)
        return
    many = crowd.in_sight(frame)
    if len(many.place) <= MOST_LIVE:
        for row in frame.rows_in_view():
            _paint_row(painter, frame, style, bars.in_view(frame, row), chosen)
        return
    odd = crowd.rare(frame, many)
    few = np.flatnonzero(odd)[:MOST_LIVE]
    plain = np.ones(len(odd), dtype=np.bool_)
    plain[few] = False
    crowd.draw(painter, frame, style, many.only(plain) if len(few) else many)
    for index in dict.fromkeys([*many.index[few].tolist(), *chosen]):
        one = bars.placed(frame, index)
        if one is not None:
            _paint_one(painter, frame, style, one, chosen)
    crowd_labels.draw(painter, frame, style, many, odd)


def _paint_one(painter: QPainter, frame: Frame, style: Style, one: Placed, chosen: frozenset[int]) -> None:
    bars.draw(painter, style, one)
    if one.index in chosen:
        bars.draw_selected(painter, frame, style, one)


def _paint_row(painter: QPainter, frame: Frame, style: Style, row: list[Placed], chosen: frozenset[int]) -> None:
    for one in row:
        _paint_one(painter, frame, style, one, chosen)
    for label in labels.of_row(frame, style, row):
        labels.draw(painter, style, label)


def _paint_chosen_rows(painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int]) -> None:
    """A band behind the rows of what is selected, so that it is found at a glance."""
    for row in sorted({frame.rows.row_of(index) for index in chosen}):
        area = QRectF(frame.left, frame.row_top(row), frame.plot.right() - frame.left, frame.row_height)
        painter.fillRect(area, style.colour("selected", 0.5))


def bar_at(frame: Frame, x: float, y: float, slack: float = 3.0) -> Placed | None:
    """The bar under a pixel; of several the narrowest, which would be hard to hit otherwise."""
    row = frame.row_at(y)
    if row < 0 or not frame.scale.left <= x <= frame.scale.right:
        return None
    found = (bars.placed(frame, index) for index in _candidates(frame, row, x, slack + DIAMOND))
    near = [one for one in found if one is not None and _holds(one, x, y, slack)]
    return min(near, key=lambda one: (one.bar.is_plan_of_actual, one.rect.width()), default=None)


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
    thin = one.bar.is_plan_of_actual
    return inside and (not thin or one.rect.top() - 1 <= y)
