"""The time axis: of the first time system the coarser row above and the finer below, of each further one a row;
and the first one's hairlines down the plot."""

from collections.abc import Iterable, Sequence
from math import floor

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

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
    coarse, fine = _two_rows(frame, style)
    for ticks, role in ((fine, "guide"), (coarse, "line")):
        _draw_ticks(painter, frame, style, ticks, frame.plot.top(), frame.plot.bottom(), role)


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


def _two_rows(frame: Frame, style: Style) -> tuple[list[Tick], list[Tick]]:
    """Of the first system; each frame asks twice, for the axis and for the guides."""
    system, scale = frame.systems[0], frame.scale
    ticks: tuple[list[Tick], list[Tick]] = style.last(
        "ticks", (system, scale), lambda: system.two_rows(scale, style.plain.width)
    )
    return ticks


def _draw_first(painter: QPainter, frame: Frame, style: Style) -> None:
    coarse, fine = _two_rows(frame, style)
    bottom = frame.system_top(1)
    _draw_ticks(painter, frame, style, coarse, frame.top, bottom)
    _draw_ticks(painter, frame, style, fine, bottom - SHORT, bottom)
    above = [Label(one.x, one.text, True) for one in axis_labels.of_ticks(frame.scale, coarse, style.bold.width)]
    _draw_labels(painter, style, above, frame.top)
    below = axis_labels.of_ticks(frame.scale, fine, style.plain.width)
    _draw_labels(painter, style, [_name(frame, style, frame.systems[0]), *below], frame.system_top(0))


def _draw_further(painter: QPainter, frame: Frame, style: Style, system: System, top: float) -> None:
    """One row below a quiet line; the ticks of its marks are as high as the row."""
    ticks = system.one_row(frame.scale, style.plain.width)
    bottom = top + AXIS_ROW
    width = frame.axis.right() - frame.left
    hairlines(painter, style.colour("guide"), [QRectF(frame.left, top - 1, width, 1)])
    _draw_ticks(painter, frame, style, ticks, bottom - SHORT, bottom)
    _draw_ticks(painter, frame, style, (tick for tick in ticks if tick.is_mark), top, bottom)
    labels = axis_labels.of_one_row(frame.scale, ticks, style.plain.width, style.bold.width)
    _draw_labels(painter, style, [_name(frame, style, system), *labels], top)


def _draw_ticks(
    painter: QPainter,
    frame: Frame,
    style: Style,
    ticks: Iterable[Tick],
    top: float,
    bottom: float,
    role: str = "line",
) -> None:
    """A hairline for each in view, on whole pixels so that they are crisp."""
    places = (floor(frame.scale.x(tick.time)) for tick in ticks)
    seen = [x for x in places if frame.scale.left <= x < frame.scale.right]
    hairlines(painter, style.colour(role), [QRectF(x, top, 1, bottom - top) for x in seen])


def _draw_labels(painter: QPainter, style: Style, labels: Sequence[Label], top: float) -> None:
    for type, role, is_mark in ((style.plain, "muted", False), (style.bold, "text", True)):
        baseline = type.baseline(top, AXIS_ROW)
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
