"""The one painter: the same drawing on the screen, in PNG, in SVG and in PDF."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.timeline import axis, bars, column, labels
from tracker.timeline.bars import Placed
from tracker.timeline.frame import Frame
from tracker.timeline.style import Style


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
    for row in frame.rows_in_view():
        _paint_row(painter, frame, style, bars.in_view(frame, row), chosen)
    column.draw(painter, frame, style)
    painter.restore()
    axis.draw(painter, frame, style)


def _paint_row(painter: QPainter, frame: Frame, style: Style, row: list[Placed], chosen: frozenset[int]) -> None:
    for one in row:
        bars.draw(painter, style, one)
        if one.index in chosen:
            bars.draw_selected(painter, frame, style, one)
    for label in labels.of_row(frame, style, row):
        labels.draw(painter, style, label)


def _paint_chosen_rows(painter: QPainter, frame: Frame, style: Style, chosen: frozenset[int]) -> None:
    """A band behind the rows of what is selected, so that it is found at a glance."""
    for row in sorted({int(frame.rows.row[index]) for index in chosen}):
        area = QRectF(frame.left, frame.row_top(row), frame.plot.right() - frame.left, frame.row_height)
        painter.fillRect(area, style.colour("selected", 0.5))


def bar_at(frame: Frame, x: float, y: float, slack: float = 3.0) -> Placed | None:
    """The bar under a pixel; of several the narrowest, which would be hard to hit otherwise."""
    row = frame.row_at(y)
    if row < 0 or not frame.scale.left <= x <= frame.scale.right:
        return None
    near = [one for one in bars.in_view(frame, row) if _holds(one, x, y, slack)]
    return min(near, key=lambda one: (one.bar.is_plan_of_actual, one.rect.width()), default=None)


def _holds(one: Placed, x: float, y: float, slack: float) -> bool:
    inside = one.rect.left() - slack <= x <= one.rect.right() + slack
    thin = one.bar.is_plan_of_actual
    return inside and (not thin or one.rect.top() - 1 <= y)
