"""The names of many bars, and the numbers of bands: inside where they fit whole, else beside where there is room,
else left out. The same rules as for few, as arrays; what is shortened there would only flicker here.
"""

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter

from tracker.timeline.drawing import density
from tracker.timeline.drawing.crowd import Crowd, draw_rects
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.labels import APART, BESIDE, GAP, LEAST_BAR, PADDING, PLATE
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import SLOTS, Look

LEAST = 20  # pixels that a name needs at the least
SIDE = 2.0**20  # wider than any screen: keeps rows apart where they are searched as one
Room = tuple[Array, Array]


def draw(painter: QPainter, frame: Frame, style: Style, crowd: Crowd, odd: Array) -> None:
    """`odd` are those that have no solid ground to write on; what is hollow has the paper's."""
    if not frame.has_labels or len(crowd.place) == 0:
        return
    taken, following = free = room(frame, crowd)
    roomy = following - np.maximum(crowd.left, taken) >= LEAST
    are_bands = density.are_bands(crowd)
    _draw_names(painter, frame, style, crowd, free, np.flatnonzero(roomy & ~are_bands), odd)
    if are_bands.any():
        _draw_numbers(painter, frame, style, crowd, free, np.flatnonzero(roomy & are_bands))


def _draw_names(
    painter: QPainter, frame: Frame, style: Style, crowd: Crowd, free: Room, roomy: Array, odd: Array
) -> None:
    label = frame.rows.trait(frame.rows.arrays.label, crowd.index[roomy])
    roomy, label = roomy[label > 0], label[label > 0]
    slots = style.plain.texts.slots_in(frame.rows.arrays.texts, label)
    is_solid = ~odd[roomy]
    is_hollow, beyond = np.zeros_like(is_solid), np.zeros(len(roomy), dtype=np.int64)
    is_count = np.zeros_like(is_solid)
    inks, of_slot = _inks(style)
    if not is_solid.all():
        rows, index = frame.rows, crowd.index[roomy]
        look = rows.trait(rows.arrays.look, index)
        is_hollow = (look != Look.ACTUAL) & ~rows.trait(rows.arrays.is_instant, index)
        is_count = look == Look.COUNT
        beyond = np.where(look == Look.RUMOURED, len(inks) - 1, 0)
    x, inside, beside = _places(frame, style, crowd, free, roomy, slots, is_solid | is_hollow)
    slot = crowd.slot[roomy]
    on_slot = of_slot[np.where((slot < 0) | (slot >= SLOTS), -1, slot % (len(of_slot) - 1))]
    ink = np.where(inside & is_solid, on_slot, beyond)
    shown = inside | (beside & ~is_count)  # beside its step a figure would be that of another
    baseline = _baseline(frame, style, crowd.row[roomy], inside)
    if (figures := inside & is_count).any():
        _draw_plates(painter, style, x[figures], style.plain.texts.widths(slots[figures]), baseline[figures])
    style.plain.texts.draw(painter, slots[shown], x[shown], baseline[shown], inks, ink[shown], style.is_live)


def _draw_numbers(painter: QPainter, frame: Frame, style: Style, crowd: Crowd, free: Room, roomy: Array) -> None:
    if len(roomy) == 0:
        return
    slots = style.plain.texts.slots(map(density.number, crowd.count[roomy].tolist()))
    x, inside, beside = _places(frame, style, crowd, free, roomy, slots, np.ones(len(roomy), dtype=np.bool_), PLATE)
    taken, following = free
    left, right = np.maximum(crowd.left, taken)[roomy], np.minimum(crowd.right, following)[roomy]
    width = style.plain.texts.widths(slots)
    x = np.where(inside, (left + right - width) / 2, x)
    baseline, shown = _baseline(frame, style, crowd.row[roomy]), inside | beside
    _draw_plates(painter, style, x[inside], width[inside], baseline[inside])
    inks = [style.colour("text")]
    ink = np.zeros(len(slots), dtype=np.int8)
    style.plain.texts.draw(painter, slots[shown], x[shown], baseline[shown], inks, ink[shown], style.is_live)


def _draw_plates(painter: QPainter, style: Style, x: Array, width: Array, baseline: Array) -> None:
    """What makes a number legible on a band of any strength."""
    metrics = style.plain.metrics
    rects = np.empty((len(x), 4), dtype=np.int32)
    rects[:, 0], rects[:, 2] = x - PLATE, x + width + PLATE
    rects[:, 1], rects[:, 3] = baseline - metrics.capHeight() - PLATE, baseline + PLATE - 1
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("surface"))
    draw_rects(painter, rects)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _baseline(frame: Frame, style: Style, row: Array, in_bar: Array | bool = False) -> Array:
    top = frame.row_top(0)
    inside = style.plain.baseline_inside(top + round((frame.row_height - frame.bar_height) / 2), frame.bar_height)
    first = np.where(in_bar, inside, style.plain.baseline(top, frame.row_height))
    baseline: Array = first + row * frame.row_height
    return baseline


def _places(
    frame: Frame,
    style: Style,
    crowd: Crowd,
    free: Room,
    roomy: Array,
    slots: Array,
    is_solid: Array,
    padding: float = PADDING,
) -> tuple[Array, Array, Array]:
    """Where each text begins; which of them stand inside, and which beside."""
    taken, following = (part[roomy] for part in free)
    width = style.plain.texts.widths(slots)
    left, right = np.maximum(crowd.left[roomy], taken), np.minimum(crowd.right[roomy], frame.scale.right)
    inside = (width + 2 * padding <= np.minimum(right, following) - left) & is_solid
    wide = crowd.right - crowd.left >= LEAST_BAR
    is_clear = (wide | density.are_bands(crowd) | (crowd.left - free[0] >= APART))[roomy]
    beside = ~inside & (width + BESIDE + GAP <= following - right) & (right > left) & is_clear
    return np.where(inside, left + padding, right + BESIDE), inside, beside


def room(frame: Frame, crowd: Crowd) -> Room:
    """From where each bar is free of those before it in its row, and where the next one begins."""
    side = crowd.row * SIDE
    reached = np.maximum.accumulate(crowd.right + side)
    taken = np.full(len(side), float(frame.scale.left))
    taken[1:] = np.maximum(reached[:-1] - side[1:], frame.scale.left)
    following = np.full(len(side), float(frame.scale.right))
    same = crowd.row[1:] == crowd.row[:-1]
    following[:-1] = np.where(same, np.minimum(crowd.left[1:], frame.scale.right), frame.scale.right)
    return taken, following


def _inks(style: Style) -> tuple[list[QColor], Array]:
    """The colours of texts, first that beside bars, last that of rumours; and which of them each slot takes, last what
    has no slot.
    """
    return style.kept("inks", lambda: _made_inks(style))


def _made_inks(style: Style) -> tuple[list[QColor], Array]:
    on_slot = [*map(style.ink, range(len(style.palette.vessels))), style.colour("surface")]
    inks = list({ink.rgba(): ink for ink in (style.colour("text"), *on_slot)}.values())
    return [*inks, style.colour("rumoured")], np.array([inks.index(ink) for ink in on_slot])
