"""The legend: an entry for each look that is really used in what is drawn, and none besides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from tracker.i18n import _
from tracker.timeline import bars, column, density, detail
from tracker.timeline.bars import Placed
from tracker.timeline.edges import POSSIBLE, Stops
from tracker.timeline.frame import Frame
from tracker.timeline.plan import NEUTRAL, Bar, Look, instant
from tracker.timeline.style import Style

ROW = 20.0
SAMPLE, GAP, BETWEEN = 26.0, 6.0, 20.0


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and what draws its sample into a rectangle."""

    text: str
    draw: Callable[[QPainter, Style, QRectF], None]


def entries(*frames: Frame) -> list[Entry]:
    """The colours, then the looks, in a fixed order, of frames that make one picture. What is plain has no look
    that would need telling.
    """
    slots: set[int] = set()
    drawn: list[Placed] = []
    for frame in frames:
        many = detail.in_sight(frame, frame.rows.finest)
        slots.update(np.unique(many.slot).tolist())
        odd = many.index[detail.is_odd(frame, many)].tolist()
        drawn += [one for one in (bars.placed(frame, index) for index in odd) if one is not None]
    names = frames[0].rows.plan.slots
    colours = [Entry(names[slot], _swatch(slot)) for slot in sorted(slots) if NEUTRAL < slot < len(names)]
    is_dense = any(density.is_used(frame) for frame in frames)
    bands = [Entry(_("many together, and how many"), density.draw_sample)] if is_dense else []
    return colours + [Entry(text, sample) for text, is_used, sample in _looks(drawn) if is_used] + bands


def _looks(drawn: Sequence[Placed]) -> Iterator[tuple[str, bool, Callable[[QPainter, Style, QRectF], None]]]:
    def has(look: Look, is_diamond: bool) -> bool:
        return any(one.bar.look is look and one.is_diamond is is_diamond for one in drawn)

    soft = any(0.0 in (one.stops[0][1], one.stops[-1][1]) for one in drawn)
    pale = any(POSSIBLE in (one.stops[0][1], one.stops[-1][1]) for one in drawn)
    no_start, no_end = any(one.left == "open" for one in drawn), any(one.right == "open" for one in drawn)
    ends = (
        _("start or end not known") if no_start and no_end else _("start not known") if no_start else _("end not known")
    )
    yield _("event"), has(Look.ACTUAL, True), _diamond(Look.ACTUAL)
    yield _("planned event"), has(Look.PLANNED, True), _diamond(Look.PLANNED)
    yield _("planned"), has(Look.PLANNED, False), _sample(Look.PLANNED)
    yield _("rumoured"), has(Look.RUMOURED, False) or has(Look.RUMOURED, True), _sample(Look.RUMOURED)
    yield _("some time within the fade"), soft, _sample(Look.ACTUAL, [(0.0, 0.0), (0.5, 1.0), (1.0, 0.0)])
    yield _("possible"), pale, _sample(Look.ACTUAL, [(0.0, POSSIBLE), (1.0, POSSIBLE)])
    tips = ("open" if no_start else "round", "open" if no_end else "round")
    yield ends, no_start or no_end, _sample(Look.ACTUAL, tips=tips)


def _swatch(slot: int) -> Callable[[QPainter, Style, QRectF], None]:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        column.draw_swatch(painter, style, slot, area)

    return draw


def _diamond(look: Look) -> Callable[[QPainter, Style, QRectF], None]:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        square = QRectF(area.center().x() - 5, area.center().y() - 5, 10, 10)
        bar = instant("", "", 0, 0, look=look)
        bars.draw(
            painter, style, Placed(0, bar, square, [(square.left(), 1.0), (square.right(), 1.0)], is_diamond=True)
        )

    return draw


def _sample(
    look: Look,
    stops: Sequence[tuple[float, float]] = ((0.0, 1.0), (1.0, 1.0)),
    tips: tuple[str, str] = ("round", "round"),
) -> Callable[[QPainter, Style, QRectF], None]:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        places: Stops = [(area.left() + x * area.width(), alpha) for x, alpha in stops]
        bars.draw(painter, style, Placed(0, Bar("", "", 0, 0, 1, 1, look=look), area, places, *tips))

    return draw


def arranged(found: Sequence[Entry], style: Style, width: float) -> list[list[tuple[float, Entry]]]:
    """The entries in lines no wider than the picture, each with its x."""
    lines: list[list[tuple[float, Entry]]] = [[]]
    x = 0.0
    for entry in found:
        needed = SAMPLE + GAP + style.small.width(entry.text)
        if lines[-1] and x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += needed + BETWEEN
    return lines if lines[0] else []


def draw(
    painter: QPainter, style: Style, lines: Sequence[Sequence[tuple[float, Entry]]], left: float, top: float
) -> None:
    for row, line in enumerate(lines):
        y = top + row * ROW
        for x, entry in line:
            area = QRectF(left + x, y + (ROW - 10) / 2, SAMPLE, 10)
            entry.draw(painter, style, area)
            painter.setFont(style.small.font)
            painter.setPen(style.colour("text"))
            at = QPointF(area.right() + GAP, style.small.baseline(y, ROW))
            painter.drawText(at, entry.text)
