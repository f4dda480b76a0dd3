"""What is only planned or rumoured: hollow, its outline dashed or dotted, and fading dash by dash where it is vague."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QLineF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.timeline.drawing import shapes
from tracker.timeline.drawing.fills import draw_outline, fill
from tracker.timeline.drawing.style import Style, faded, mixed
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import Bar, Look

if TYPE_CHECKING:
    from tracker.timeline.drawing.bars import Placed

OUTLINE = 1.2  # pixels
TINT = 0.14  # of the inside of what is planned
SHADES = 24  # of a line that fades dash by dash
FAINTEST = 0.35  # of a dash: a hollow bar has little but its outline to show how far it goes
_DASHES = {Look.PLANNED: (4.0, 3.0), Look.RUMOURED: (1.4, 2.2)}


def draw_hollow(painter: QPainter, style: Style, one: Placed, colour: QColor, line: QColor) -> None:
    fill(painter, style, one, colour, _tint(one.bar))
    if one.is_hard:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(_dashed(one, line))
        draw_outline(painter, replace(one, rect=one.rect.adjusted(0.6, 0.6, -0.6, -0.6)))
    else:
        _draw_fading_dashes(painter, one, line)


def _tint(bar: Bar) -> float:
    return TINT if bar.look is Look.PLANNED and not bar.is_superseded else 0.0


def ground(style: Style, colour: QColor, bar: Bar) -> QColor:
    """What the inside of such a bar looks like, as an opaque colour."""
    return mixed(style.colour("surface"), colour, _tint(bar))


def _dashed(one: Placed, colour: QColor) -> QPen:
    """A broken line; that of a diamond has its gaps in the middle of the sides, not at the corners."""
    pen = QPen(colour, OUTLINE)
    if one.open_side:  # too small for dashes; the line from its foot has them
        return pen
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    dash, gap = _DASHES[one.bar.look]
    if one.is_diamond and one.bar.look is Look.PLANNED:
        side = (one.rect.width() / 2 - 0.6) * 2**0.5
        dash, gap = 0.65 * side, 0.35 * side
        pen.setDashOffset(dash / 2 / OUTLINE)
    pen.setDashPattern([dash / OUTLINE, gap / OUTLINE])
    return pen


def _draw_fading_dashes(painter: QPainter, one: Placed, colour: QColor) -> None:
    """Dash by dash, as a pen that fades is not known to every file format."""
    painter.setBrush(Qt.BrushStyle.NoBrush)  # an SVG would repeat the fill's gradient with each
    end = one.rect.right()
    top, bottom = one.rect.top() + 0.6, one.rect.bottom() - 0.6
    for alpha, lines in _fading_dashes(one, top, bottom):
        painter.setPen(QPen(faded(colour, FAINTEST + (1 - FAINTEST) * alpha), OUTLINE))
        shapes.draw_lines(painter, lines)
    for x, kind, alpha in ((one.rect.left(), one.left, one.stops[0][1]), (end, one.right, one.stops[-1][1])):
        if kind == "round":
            painter.setPen(QPen(faded(colour, alpha), OUTLINE))
            painter.drawLine(QLineF(x, top, x, bottom))
        elif kind == "open":
            painter.setPen(QPen(colour, OUTLINE))
            painter.drawPolyline(shapes.chevron(x, top, bottom, -1.0 if x == end else 1.0))


def _fading_dashes(one: Placed, top: float, bottom: float) -> Iterator[tuple[float, Array]]:
    """Those along both sides of a bar, the ones that are equally faint together."""
    dash, gap = _DASHES[one.bar.look]
    begin = np.arange(one.rect.left(), one.rect.right(), dash + gap)
    end = np.minimum(begin + dash, one.rect.right())
    places, opacities = zip(*one.stops, strict=True)
    shade = np.rint(np.interp((begin + end) / 2, places, opacities) * SHADES)
    for each in sorted(set(shade.tolist())):
        x, stop = begin[shade == each], end[shade == each]
        sides = [np.stack((x, np.full_like(x, y), stop, np.full_like(x, y)), axis=1) for y in (top, bottom)]
        yield each / SHADES, np.concatenate(sides)
