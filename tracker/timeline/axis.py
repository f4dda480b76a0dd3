"""The time axis: the coarser row above, the finer below, and their hairlines down the plot."""

from collections.abc import Sequence
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.domain.times import from_seconds
from tracker.domain.zones import label as zone_label
from tracker.timeline.frame import AXIS_ROW, Frame
from tracker.timeline.style import Style, Type
from tracker.timeline.ticks import Tick, coarse_ticks, fine_step, fine_ticks

GAP = 5.0  # from a tick to its label


def draw_guides(painter: QPainter, frame: Frame, style: Style) -> None:
    """Hairlines over the whole height, stronger at the coarser ticks."""
    fine, coarse = _ticks(frame, style)
    for ticks, role in ((fine, "guide"), (coarse, "line")):
        painter.setPen(QPen(style.colour(role), 1.0))
        painter.drawLines([QLineF(x, frame.plot.top(), x, frame.plot.bottom()) for x in _places(frame, ticks)])


def draw(painter: QPainter, frame: Frame, style: Style) -> None:
    """The two rows of labels, the zone at their left end, and the line that ends them."""
    fine, coarse = _ticks(frame, style)
    axis, line = frame.axis, QPen(style.colour("line"), 1.0)
    middle = axis.top() + AXIS_ROW
    painter.setPen(line)
    painter.drawLines([QLineF(x, axis.top(), x, axis.bottom()) for x in _places(frame, coarse)])
    painter.drawLines([QLineF(x, middle + 12, x, axis.bottom()) for x in _places(frame, fine)])
    painter.drawLine(QLineF(frame.left, axis.bottom() - 0.5, axis.right(), axis.bottom() - 0.5))
    _draw_row(painter, frame, style, coarse, axis.top(), style.bold, "text")
    _draw_row(painter, frame, style, fine, middle, style.plain, "muted")
    _draw_zone(painter, frame, style, middle)


def _ticks(frame: Frame, style: Style) -> tuple[list[Tick], list[Tick]]:
    step = fine_step(frame.scale, style.plain.width)
    return fine_ticks(frame.scale, step, frame.zone), coarse_ticks(frame.scale, step, frame.zone)


def _places(frame: Frame, ticks: Sequence[Tick]) -> list[float]:
    """The ticks' pixels in view, on whole ones so that hairlines are crisp."""
    places = (floor(frame.scale.x(tick.time)) + 0.5 for tick in ticks)
    return [x for x in places if frame.scale.left <= x <= frame.scale.right]


def spans(frame: Frame, ticks: Sequence[Tick], type: Type) -> list[tuple[Tick, float]]:
    """The ticks whose labels show and where; one that began earlier keeps to the left edge."""
    shown: list[tuple[Tick, float]] = []
    ends = [frame.scale.x(tick.time) for tick in ticks[1:]] + [frame.scale.right]
    for tick, end in zip(ticks, ends, strict=True):
        x = max(frame.scale.x(tick.time), frame.scale.left) + GAP
        if x + type.width(tick.label) <= min(end, frame.scale.right) - 2:
            shown.append((tick, x))
    return shown


def _draw_row(
    painter: QPainter, frame: Frame, style: Style, ticks: Sequence[Tick], top: float, type: Type, role: str
) -> None:
    painter.setFont(type.font)
    painter.setPen(style.colour(role))
    for tick, x in spans(frame, ticks, type):
        painter.drawText(QPointF(x, type.baseline(top, AXIS_ROW)), tick.label)


def _draw_zone(painter: QPainter, frame: Frame, style: Style, top: float) -> None:
    moment = from_seconds((frame.scale.start + frame.scale.end) / 2)
    text = zone_label(frame.zone, moment)
    area = QRectF(frame.left, top, frame.column, AXIS_ROW)
    x = area.right() - style.plain.width(text) - 8
    painter.setFont(style.plain.font)
    painter.setPen(style.colour("muted"))
    painter.drawText(QPointF(x, style.plain.baseline(top, AXIS_ROW)), text)
