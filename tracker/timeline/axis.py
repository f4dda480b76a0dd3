"""The time axis: of the first time system the coarser row above and the finer below, of each further one a row;
and the first one's hairlines down the plot."""

from collections.abc import Iterable, Sequence
from math import floor

from PySide6.QtCore import QLineF, QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from tracker.timeline import axis_labels
from tracker.timeline.axis_labels import Label
from tracker.timeline.frame import AXIS_ROW, Frame
from tracker.timeline.shapes import hairlines
from tracker.timeline.style import Style
from tracker.timeline.systems import System
from tracker.timeline.ticks import Tick

SHORT = 10.0  # pixels of the ticks of a finer row
NAME_GAP = 8.0  # beside a system's name


def draw_guides(painter: QPainter, frame: Frame, style: Style) -> None:
    """Hairlines over the whole height, stronger at the coarser ticks."""
    coarse, fine = frame.systems[0].two_rows(frame.scale, style.plain.width)
    top, height = frame.plot.top(), frame.plot.height()
    for ticks, role in ((fine, "guide"), (coarse, "line")):
        hairlines(painter, style.colour(role), [QRectF(x - 0.5, top, 1, height) for x in _places(frame, ticks)])


def draw(painter: QPainter, frame: Frame, style: Style) -> None:
    """All rows with their labels, the system's name at the left end of each, and the line that ends them."""
    axis = frame.axis
    for index, system in enumerate(frame.systems):
        if index:
            _draw_further(painter, frame, style, system, frame.system_top(index))
        else:
            _draw_first(painter, frame, style, system)
        _draw_name(painter, frame, style, system, frame.system_top(index))
    painter.setPen(QPen(style.colour("line"), 1.0))
    painter.drawLine(QLineF(frame.left, axis.bottom() - 0.5, axis.right(), axis.bottom() - 0.5))


def _draw_first(painter: QPainter, frame: Frame, style: Style, system: System) -> None:
    coarse, fine = system.two_rows(frame.scale, style.plain.width)
    bottom = frame.system_top(1)
    painter.setPen(QPen(style.colour("line"), 1.0))
    painter.drawLines([QLineF(x, frame.top, x, bottom) for x in _places(frame, coarse)])
    painter.drawLines([QLineF(x, bottom - SHORT, x, bottom) for x in _places(frame, fine)])
    above = [Label(one.x, one.text, True) for one in axis_labels.of_ticks(frame.scale, coarse, style.bold.width)]
    _draw_labels(painter, style, above, frame.top)
    _draw_labels(painter, style, axis_labels.of_ticks(frame.scale, fine, style.plain.width), frame.system_top(0))


def _draw_further(painter: QPainter, frame: Frame, style: Style, system: System, top: float) -> None:
    """One row below a quiet line; the ticks of its marks are as high as the row."""
    ticks = system.one_row(frame.scale, style.plain.width)
    bottom = top + AXIS_ROW
    painter.setPen(QPen(style.colour("guide"), 1.0))
    painter.drawLine(QLineF(frame.left, top - 0.5, frame.axis.right(), top - 0.5))
    painter.setPen(QPen(style.colour("line"), 1.0))
    marks = _places(frame, (tick for tick in ticks if tick.is_mark))
    painter.drawLines([QLineF(x, bottom - SHORT, x, bottom) for x in _places(frame, ticks)])
    painter.drawLines([QLineF(x, top, x, bottom) for x in marks])
    labels = axis_labels.of_one_row(frame.scale, ticks, style.plain.width, style.bold.width)
    _draw_labels(painter, style, labels, top)


def _places(frame: Frame, ticks: Iterable[Tick]) -> list[float]:
    """The ticks' pixels in view, on whole ones so that hairlines are crisp."""
    places = (floor(frame.scale.x(tick.time)) + 0.5 for tick in ticks)
    return [x for x in places if frame.scale.left <= x <= frame.scale.right]


def _draw_labels(painter: QPainter, style: Style, labels: Sequence[Label], top: float) -> None:
    for type, role, is_mark in ((style.plain, "muted", False), (style.bold, "text", True)):
        baseline = type.baseline(top, AXIS_ROW)
        style.write(painter, type, role, [(one.x, baseline, one.text) for one in labels if one.is_mark is is_mark])


def _draw_name(painter: QPainter, frame: Frame, style: Style, system: System, top: float) -> None:
    """As much of it as fits: the whole, the name alone, or that shortened."""
    room, type = frame.column - 2 * NAME_GAP, style.plain
    label = system.label(frame.scale.start, frame.scale.end)
    text = label if type.width(label) <= room else type.shortened(label, room)
    if text != label and type.width(system.name) <= room and len(text) <= len(system.name) + 3:
        text = system.name
    painter.setFont(type.font)
    painter.setPen(style.colour("muted"))
    painter.drawText(
        QPointF(frame.left + frame.column - type.width(text) - NAME_GAP, type.baseline(top, AXIS_ROW)), text
    )
