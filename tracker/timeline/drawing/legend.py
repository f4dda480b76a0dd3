"""The legend: an entry for each look that is really used in what is drawn, and none besides."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter

from tracker.domain.times import VagueTime
from tracker.i18n import _
from tracker.timeline.drawing import bars, column, crowd, density, detail, links, slips, vague
from tracker.timeline.drawing.bars import Gap, Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.edges import POSSIBLE, Stops
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.plan import NEUTRAL, SLOTS, Bar, Count, Look, Plan, instant

ROW = 20.0
SAMPLE, GAP, BETWEEN = 26.0, 6.0, 20.0
Draw = Callable[[QPainter, Style, QRectF], None]
_Look = tuple[str, bool, Draw]  # its text, whether it is used, and what draws its sample
FADE = ((0.0, 0.0), (0.5, 1.0), (1.0, 0.0))
ABOUT = (VagueTime(approximate=True),) * 2
HANGING = (VagueTime(anchor="another event"),) * 2


@dataclass(frozen=True, slots=True)
class Entry:
    """A text and what draws its sample into a rectangle; without a sample it is a heading."""

    text: str
    draw: Draw | None

    @property
    def sample(self) -> float:
        """The width that the sample takes, and the gap after it."""
        return SAMPLE + GAP if self.draw else 0.0


def entries(*frames: Frame) -> list[Entry]:
    """The colours, the looks, then the lines between bars, of frames that make one picture. What is plain has no look
    that would need telling.
    """
    slots: set[int] = set()
    drawn: list[Placed] = []
    for frame in frames:
        many = crowd.in_sight(frame, level=frame.rows.finest)
        slots.update(many.slot.tolist())
        places = examples(frame, many.only(detail.is_odd(frame, many) & ~crowd.are_told(frame, many)))
        drawn += [one for one in (bars.placed(frame, index) for index in places) if one is not None]
    colours = _colours(frames[0].rows.plan, sorted(slots))
    strips, drawn = [one for one in drawn if one.bar.count], [one for one in drawn if not one.bar.count]
    found = (*_looks(drawn), *_vague(drawn), *_plans(drawn), *_counts(strips), *_lines(frames))
    return colours + [Entry(text, sample) for text, is_used, sample in found if is_used]


def examples(frame: Frame, many: Crowd) -> list[int]:
    """Which bars show all looks that there are: of those that look alike the first. What lies at an edge of the picture
    and the steps of head counts are looked at one by one.
    """
    rows, index = frame.rows, many.index
    a, b, c, d = (frame.scale.x(rows.trait(of, index)) for of in rows.arrays.bounds)
    alone = (a <= frame.scale.left + DIAMOND) | (d >= frame.scale.right - DIAMOND) | crowd.is_count(frame, many)
    marks = np.zeros(len(index), dtype=np.int8) if rows.marks is None else rows.marks[index]
    kinds = (rows.trait(rows.arrays.look, index), rows.trait(rows.arrays.is_instant, index), d - a <= DIAMOND)
    alike = np.stack([*kinds, a == b, c == d, b > c, marks], axis=1)[~alone]
    firsts = np.unique(alike, axis=0, return_index=True)[1]
    return [*index[alone].tolist(), *index[~alone][firsts].tolist()]


def _colours(plan: Plan, slots: Sequence[int]) -> list[Entry]:
    """What the colours are of, then each; last what it means to have none."""
    names = [(plan.slots[slot], slot) for slot in slots if NEUTRAL < slot < len(plan.slots)]
    if NEUTRAL in slots and plan.no_colour:
        names.append((plan.no_colour, SLOTS))
    heading = [Entry(_("{what}:").format(what=plan.colour_title), None)] if names and plan.colour_title else []
    return heading + [Entry(name, _swatch(slot)) for name, slot in names]


def _looks(drawn: Sequence[Placed]) -> Iterator[_Look]:
    def has(look: Look, is_diamond: bool) -> bool:
        return any(one.bar.look is look and one.is_diamond is is_diamond for one in drawn if not one.open_side)

    yield _("event"), has(Look.ACTUAL, True), _diamond(Look.ACTUAL)
    yield _("planned event"), has(Look.PLANNED, True), _diamond(Look.PLANNED)
    yield _("planned"), has(Look.PLANNED, False), _sample(Look.PLANNED)
    yield _("rumoured"), any(one.bar.look is Look.RUMOURED for one in drawn), _sample(Look.RUMOURED)
    yield _("two at one port"), any(one.bar.is_clash for one in drawn), _sample(Look.ACTUAL, is_clash=True)


def _vague(drawn: Sequence[Placed]) -> Iterator[_Look]:
    """What is not known exactly, and which way."""
    bodies = [one for one in drawn if not one.open_side]
    halves = [one for one in drawn if one.open_side and one.left != "cut" and not _hangs(one)]
    soft = any(0.0 in (one.stops[0][1], one.stops[-1][1]) for one in bodies)
    pale = any(POSSIBLE in (one.stops[0][1], one.stops[-1][1]) for one in bodies)
    no_start, no_end = any(one.left == "open" for one in bodies), any(one.right == "open" for one in bodies)
    ends = (
        _("start or end not known") if no_start and no_end else _("start not known") if no_start else _("end not known")
    )
    yield _("some time within the fade"), soft, _sample(Look.ACTUAL, FADE, is_instant=True)
    yield _("about"), any(vague.is_about(one) for one in drawn), _diamond(Look.ACTUAL, said=ABOUT)
    yield _("not earlier than"), any(one.open_side == "right" for one in halves), _half("right")
    yield _("not later than"), any(one.open_side == "left" for one in halves), _half("left")
    yield _("before or after another event"), any(map(_hangs, drawn)), _half("left", HANGING)
    yield _("possible"), pale, _sample(Look.ACTUAL, [(0.0, POSSIBLE), (1.0, POSSIBLE)])
    tips = ("open" if no_start else "round", "open" if no_end else "round")
    yield ends, no_start or no_end, _sample(Look.ACTUAL, tips=tips)


def _hangs(one: Placed) -> bool:
    return one.bar.hangs_on("start") or one.bar.hangs_on("end")


def _plans(drawn: Sequence[Placed]) -> Iterator[_Look]:
    is_revised = any(one.bar.is_superseded for one in drawn)
    yield _("earlier plan"), is_revised, _sample(Look.PLANNED, is_superseded=True, is_plan_of_actual=True)
    yield _("slip from the first plan"), any(one.bar.slip for one in drawn), _slip


def _counts(strips: Sequence[Placed]) -> Iterator[_Look]:
    found = [one.bar.count for one in strips if one.bar.count]
    sure, perhaps = (_sample(Look.COUNT, count=Count(certain, 2, 2)) for certain in (2, 0))
    yield _("aboard for certain"), any(count.certain for count in found), sure
    yield _("possibly aboard"), any(count.possible > count.certain for count in found), perhaps


def _lines(frames: Sequence[Frame]) -> Iterator[_Look]:
    yield _("goes on to"), any(map(links.has_transfers, frames)), links.draw_sample
    yield _("many together, and how many"), any(map(density.is_used, frames)), density.draw_sample


def _swatch(slot: int) -> Draw:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        column.draw_swatch(painter, style, slot, area)

    return draw


def _diamond(look: Look, **more: Any) -> Draw:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        square = QRectF(area.center().x() - 5, area.center().y() - 5, 10, 10)
        bar = instant("", "", 0, 0, look=look, **more)
        bars.draw(painter, style, Placed(0, bar, square, _hard(square), is_diamond=True))

    return draw


def _half(side: str, said: tuple[VagueTime, VagueTime] | tuple[None, None] = (None, None)) -> Draw:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        x, reach = (area.left(), area.right()) if side == "right" else (area.right() - 7, area.left())
        rect = QRectF(x, area.top() + 1, 7, 7)
        bar = instant("", "", 0, 0, said=said)
        bars.draw(painter, style, Placed(0, bar, rect, _hard(rect), is_diamond=True, open_side=side, reach=reach))

    return draw


def _hard(rect: QRectF) -> Stops:
    return [(rect.left(), 1.0), (rect.right(), 1.0)]


def _slip(painter: QPainter, style: Style, area: QRectF) -> None:
    slips.draw(painter, style, Gap("", area, area.center().y()))


def _sample(
    look: Look,
    stops: Sequence[tuple[float, float]] = ((0.0, 1.0), (1.0, 1.0)),
    tips: tuple[str, str] = ("round", "round"),
    **more: Any,
) -> Draw:
    def draw(painter: QPainter, style: Style, area: QRectF) -> None:
        bar = Bar("", "", 0, 0, 1, 1, look=look, **more)
        if bar.is_plan_of_actual:
            area = area.adjusted(0, (area.height() - bars.THIN) / 2, 0, (bars.THIN - area.height()) / 2)
        places: Stops = [(area.left() + x * area.width(), alpha) for x, alpha in stops]
        bars.draw(painter, style, Placed(0, bar, area, places, *tips))

    return draw


def arranged(found: Sequence[Entry], style: Style, width: float) -> list[list[tuple[float, Entry]]]:
    """The entries in lines no wider than the picture, each with its x."""
    lines: list[list[tuple[float, Entry]]] = [[]]
    x = 0.0
    for entry in found:
        needed = entry.sample + style.small.width(entry.text)
        if lines[-1] and x + needed > width:
            lines.append([])
            x = 0.0
        lines[-1].append((x, entry))
        x += needed + (BETWEEN if entry.draw else GAP)
    return lines if lines[0] else []


def draw(
    painter: QPainter, style: Style, lines: Sequence[Sequence[tuple[float, Entry]]], left: float, top: float
) -> None:
    for row, line in enumerate(lines):
        y = top + row * ROW
        for x, entry in line:
            area = QRectF(left + x, y + (ROW - 10) / 2, SAMPLE, 10)
            if entry.draw:
                entry.draw(painter, style, area)
            painter.setFont(style.small.font)
            painter.setPen(style.colour("text" if entry.draw else "muted"))
            at = QPointF(area.left() + entry.sample, style.small.baseline(y, ROW))
            painter.drawText(at, entry.text)
