"""Where the names of bars go: inside where they fit, else beside, else shortened; never over another."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter

from tracker.timeline.drawing import bars, hollow, shapes
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.hollow import OUTLINE
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import Look

PADDING, BESIDE = 6.0, 8.0  # inside a bar, and from a bar to the text next to it
PLATE = 3.0  # pixels of plain ground around a text that stands on something
FOOT = 1.5  # pixels of a soft bar that stay below its name: they say from when till when it may be
GAP = 4.0  # from a text to what comes next
TOUCH = 0.5  # pixels by which places of one moment may differ
LEAST_BAR, APART = 6.0, 12.0  # a narrower interval has a name only where no other bar is so near


@dataclass(frozen=True, slots=True)
class Label:
    """A text and the pixels it takes; `on_bar` is the bar it is written on, if it is."""

    text: str
    x: float
    width: float
    one: Placed
    on_bar: bool = False


def label_of(style: Style, one: Placed, taken: float, following: float) -> Label | None:
    """Where the name of a bar goes between what is taken on its left and what follows; None if it has none."""
    if not one.bar.label or taken > one.rect.right() + TOUCH:
        return None
    if is_slight(one) and min(one.rect.left() - taken, following - one.rect.right()) < APART:
        return None
    if one.gap is not None and one.gap.text:  # its slip stands on one side of it
        is_after = one.gap.area.left() >= one.rect.center().x()
        taken, following = (taken, one.gap.area.left()) if is_after else (one.gap.area.right(), following)
    return _label(style, one, taken, following)


def is_slight(one: Placed) -> bool:
    """Whether a name near it would seem to be that of its neighbour; one that leaves the view keeps its name."""
    return one.count == 1 and not one.bar.is_instant and not one.goes_on and one.rect.width() < LEAST_BAR


def _label(style: Style, one: Placed, taken: float, following: float) -> Label | None:
    """Inside if it fits whole, else to the right, else to the left, else shortened in the widest room."""
    text, width = one.bar.label, style.plain.width(one.bar.label)
    begin, room = _inside(one, taken, following)
    after, before = following - one.rect.right() - BESIDE - GAP, one.rect.left() - taken - BESIDE - GAP
    if width <= room:
        begin += (room - width) / 2 if one.count > 1 else 0.0
        return Label(text, begin, width, one, on_bar=True)
    if width <= after:
        return Label(text, one.rect.right() + BESIDE, width, one)
    if width <= before:
        return Label(text, one.rect.left() - BESIDE - width, width, one)
    widest = max(room, after, before)
    short = style.plain.shortened(text, widest) if one.count == 1 else ""  # half a number is a wrong one
    if not short:
        return None
    width = style.plain.width(short)
    if room == widest:
        return Label(short, begin, width, one, on_bar=True)
    return Label(short, one.rect.right() + BESIDE if after == widest else one.rect.left() - BESIDE - width, width, one)


def _inside(one: Placed, taken: float, following: float) -> tuple[float, float]:
    """Where a text can stand on the bar, and how much room it has there."""
    if one.is_diamond or (one.bar.is_instant and following - one.rect.right() > 60):
        return 0.0, 0.0
    begin, end = one.core if one.bar.look is Look.ACTUAL else (one.rect.left(), one.rect.right())
    if one.bar.is_instant:
        begin, end = one.rect.left(), one.rect.right()
    begin, end = max(begin, taken), min(end, following)
    padding = PADDING if one.count == 1 else PLATE
    return begin + padding, end - begin - 2 * padding


def draw(painter: QPainter, style: Style, labels: Iterable[Label]) -> None:
    """What is plain behind them, then all texts at once."""
    shown = list(labels)
    for label in shown:
        _draw_ground(painter, style, label)
    inks = {ink.rgba(): ink for ink in (_ink(style, label) for label in shown)}
    place = {rgba: n for n, rgba in enumerate(inks)}
    ink = np.array([place[_ink(style, label).rgba()] for label in shown], dtype=np.int8)
    baseline = np.array([_baseline(style, label) for label in shown])
    style.plain.texts.make_room()
    slots, x = style.plain.texts.slots(label.text for label in shown), np.array([label.x for label in shown])
    style.plain.texts.draw(painter, slots, x, baseline, list(inks.values()), ink, style.is_live)


def boxes(style: Style, labels: Iterable[Label]) -> Array:
    """Their left, top, right and bottom."""
    high = style.plain.metrics.capHeight() + 2 * PLATE
    middles = ((label, label.one.rect.center().y()) for label in labels)
    found = [(label.x, y - high / 2, label.x + label.width, y + high / 2) for label, y in middles]
    return np.array(found, dtype=np.float64).reshape(-1, 4)


def _top(style: Style, label: Label) -> float:
    return label.one.rect.center().y() - style.plain.metrics.height() / 2


def _baseline(style: Style, label: Label) -> float:
    bar, rect = label.one.bar, label.one.rect
    if not label.on_bar or bar.is_instant:
        return style.plain.baseline(_top(style, label), style.plain.metrics.height())
    has_rim = _is_hollow(label) and style.plain.fits_inside(rect.height(), OUTLINE)
    return style.plain.baseline_inside(rect.top(), rect.height(), OUTLINE if has_rim else 0.0)


def _ink(style: Style, label: Label) -> QColor:
    bar = label.one.bar
    if _is_on_colour(label):
        return style.body_ink(bar.slot)
    return style.colour("rumoured" if bar.look is Look.RUMOURED else "text")


def _is_on_colour(label: Label) -> bool:
    one = label.one
    return label.on_bar and one.count == 1 and one.bar.look is Look.ACTUAL and not one.bar.is_instant


def _is_hollow(label: Label) -> bool:
    """Whether it is written within a broken line."""
    one = label.one
    return label.on_bar and one.bar.look in (Look.PLANNED, Look.RUMOURED) and not one.bar.is_instant


def _draw_ground(painter: QPainter, style: Style, label: Label) -> None:
    """Where a text stands on something, the plain colour of that or of the paper, so that it reads."""
    one, top = label.one, _top(style, label)
    across = QRectF(label.x - PLATE, one.rect.top(), label.width + 2 * PLATE, one.rect.height())
    if label.on_bar and (one.count > 1 or one.bar.count):
        painter.fillRect(across, style.plate(one.bar.slot))
    elif _is_on_colour(label) and shapes.kind_of(one.bar.slot):
        painter.fillRect(across.adjusted(0, 1, 0, -1), style.fill(one.bar.slot))
    elif _is_hollow(label) and not style.plain.fits_inside(one.rect.height(), OUTLINE):
        painter.fillRect(across, hollow.ground(style, bars.colour_of(style, one), one.bar))
    elif label.on_bar and one.bar.is_instant:
        bottom = one.rect.bottom() - FOOT
        painter.fillRect(QRectF(label.x - 2, top, label.width + 4, bottom - top), style.colour("surface", 0.92))
