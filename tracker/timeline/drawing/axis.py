"""The time axis: of the first time system the coarser row above and the finer below, of each further one a row;
and the first one's hairlines down the plot."""

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

from tracker.domain import show_times
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.shapes import hairlines
from tracker.timeline.drawing.style import Style
from tracker.timeline.times import axis_labels
from tracker.timeline.times.axis_labels import Label
from tracker.timeline.times.scale import TimeScale
from tracker.timeline.times.systems import System
from tracker.timeline.times.ticks import Tick

SHORT = 10.0  # pixels of the ticks of a finer row
NAME_GAP = 8.0  # beside a system's name


class Row(NamedTuple):
    """Ticks, and the pixels of those in view: whole ones, so that hairlines are crisp."""

    ticks: Sequence[Tick]
    places: Sequence[int]


def draw_guides(painter: QPainter, frame: Frame, style: Style) -> None:
    """Hairlines over the whole height, stronger at the coarser ticks."""
    coarse, fine = _two_rows(frame, style)
    for row, role in ((fine, "guide"), (coarse, "line")):
        _draw_ticks(painter, style, row.places, frame.plot.top(), frame.plot.bottom(), role)


def draw(painter: QPainter, frame: Frame, style: Style) -> None:
    """All rows with their labels, the system's name at the left end of each, and the line that ends them."""
    axis = frame.axis
    for index, system in enumerate(frame.systems):
        if index:
            _draw_further(painter, frame, style, system, frame.system_top(index))
        else:
            _draw_first(painter, frame, style)
    width = axis.right() - frame.left
    hairlines(painter, style.colour("line"), [QRectF(frame.left, axis.bottom() - 1, width, 1)])


def _two_rows(frame: Frame, style: Style) -> tuple[Row, Row]:
    """Of the first system; each frame asks twice, for the axis and for the guides."""
    system, scale = frame.systems[0], frame.scale

    def made() -> tuple[Row, ...]:
        return tuple(_row(scale, ticks) for ticks in system.two_rows(scale, style.plain.width))

    rows: tuple[Row, Row] = style.last("ticks", (system, scale, show_times.manner()), made)
    return rows


def _row(scale: TimeScale, ticks: Sequence[Tick]) -> Row:
    places = (floor(scale.x(tick.time)) for tick in ticks)
    return Row(ticks, [x for x in places if scale.left <= x < scale.right])


def _draw_first(painter: QPainter, frame: Frame, style: Style) -> None:
    coarse, fine = _two_rows(frame, style)
    bottom = frame.system_top(1)
    _draw_ticks(painter, style, coarse.places, frame.top, bottom)
    _draw_ticks(painter, style, fine.places, bottom - SHORT, bottom)
    above = axis_labels.of_ticks(frame.scale, coarse.ticks, style.bold.width)
    _draw_labels(painter, frame, style, [Label(one.x, one.text, True) for one in above], frame.top)
    below = axis_labels.of_ticks(frame.scale, fine.ticks, style.plain.width)
    _draw_labels(painter, frame, style, [_name(frame, style, frame.systems[0]), *below], frame.system_top(0))


def _draw_further(painter: QPainter, frame: Frame, style: Style, system: System, top: float) -> None:
    """One row below a quiet line; the ticks of its marks are as high as the row."""
    ticks = system.one_row(frame.scale, style.plain.width)
    bottom = top + frame.axis_row
    width = frame.axis.right() - frame.left
    hairlines(painter, style.colour("guide"), [QRectF(frame.left, top - 1, width, 1)])
    _draw_ticks(painter, style, _row(frame.scale, ticks).places, bottom - SHORT, bottom)
    marks = [tick for tick in ticks if tick.is_mark]
    _draw_ticks(painter, style, _row(frame.scale, marks).places, top, bottom)
    labels = axis_labels.of_one_row(frame.scale, ticks, style.plain.width, style.bold.width)
    _draw_labels(painter, frame, style, [_name(frame, style, system), *labels], top)


def _draw_ticks(
    painter: QPainter, style: Style, places: Sequence[int], top: float, bottom: float, role: str = "line"
) -> None:
    hairlines(painter, style.colour(role), [QRectF(x, top, 1, bottom - top) for x in places])


def _draw_labels(painter: QPainter, frame: Frame, style: Style, labels: Sequence[Label], top: float) -> None:
    for type, role, is_mark in ((style.plain, "muted", False), (style.bold, "text", True)):
        baseline = type.baseline(top, frame.axis_row)
        style.write(painter, type, role, [(one.x, baseline, one.text) for one in labels if one.is_mark is is_mark])


def _name(frame: Frame, style: Style, system: System) -> Label:
    """At the left end of its row as much of a system's name as fits: the whole, the name alone, or that shortened.

    Half a difference from UTC would be a wrong one.
    """
    room, type = frame.column - 2 * NAME_GAP, style.plain
    label = system.label(frame.scale.start, frame.scale.end)
    text = label if type.width(label) <= room else type.shortened(label, room)
    is_torn = text.count("(") > text.count(")") or len(text) <= len(system.name) + 3
    if text != label and is_torn and type.width(system.name) <= room:
        text = system.name
    return Label(frame.left + frame.column - type.width(text) - NAME_GAP, text)
