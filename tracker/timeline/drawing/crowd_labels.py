"""The names of many bars, and the numbers of bands: inside where they fit whole, else beside where there is room,
else shortened. Much the same rules as for few, as arrays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from PySide6.QtGui import QBrush, QColor, QPainter

from tracker.i18n import number
from tracker.timeline.drawing import density
from tracker.timeline.drawing.crowd import Crowd, fill
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.labels import APART, BESIDE, GAP, LEAST_BAR, PADDING, PLATE
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.levels import Ints
from tracker.timeline.plans.plan import NEUTRAL, SLOTS, Look

LEAST = 20  # pixels that a name needs at the least
SIDE = 2.0**20  # wider than any screen: keeps rows apart where they are searched as one
Room = tuple[Array, Array]


class Places(NamedTuple):
    """Where texts may begin and how wide they may be."""

    x: Array
    width: Array

    def only_where(self, holds: Array) -> Places:
        return Places(self.x, np.where(holds, self.width, -1.0))


class Figures(NamedTuple):
    """Which texts have a plate, in which row, and of which slot."""

    which: Ints
    row: Ints
    slot: Array


@dataclass(frozen=True, slots=True, eq=False)
class Names:
    """Texts in their places: where each begins and on what line it stands, in one of the inks; figures have a plate
    that makes them legible on a band of any strength.
    """

    slots: Array
    x: Array
    baseline: Array
    inks: Sequence[QColor]
    ink: Array
    figures: Figures | None = None

    def boxes(self, style: Style) -> Array:
        """The left, top, right and bottom of each."""
        high, right = style.plain.metrics.capHeight(), self.x + style.plain.texts.widths(self.slots)
        return np.stack((self.x, self.baseline - high - PLATE, right, self.baseline + PLATE), axis=1)

    def draw(self, painter: QPainter, frame: Frame, style: Style) -> None:
        texts = style.plain.texts
        if self.figures is not None and len(self.figures.which):
            which, row, slot = self.figures
            left, right = self.x[which] - PLATE, self.x[which] + texts.widths(self.slots[which]) + PLATE
            fill(painter, frame, row, left, right, slot, lambda slot: QBrush(style.plate(slot)))
        texts.draw(painter, self.slots, self.x, self.baseline, self.inks, self.ink, style.is_live)


def placed(frame: Frame, style: Style, crowd: Crowd, odd: Array) -> list[Names]:
    """`odd` are those that have no solid ground to write on; what is hollow has the paper's."""
    if not frame.has_labels or len(crowd.place) == 0:
        return []
    style.plain.texts.make_room()
    taken, following = free = room(frame, crowd)
    found = [] if frame.rows.ends is None else [_names_before(frame, style, crowd, free)]
    roomy = following - np.maximum(crowd.left, taken) >= LEAST
    are_bands = density.are_bands(crowd)
    found += [_names(frame, style, crowd, free, np.flatnonzero(roomy & ~are_bands), odd)]
    if are_bands.any():
        found.append(_numbers(frame, style, crowd, free, np.flatnonzero(roomy & are_bands)))
    return found


def _names_before(frame: Frame, style: Style, crowd: Crowd, free: Room) -> Names:
    """Of events that begin a bar, which has the room behind them; what stands before them gets so much less."""
    taken, following = free
    room = crowd.left - taken - BESIDE - GAP
    places = np.flatnonzero((frame.rows.sides(crowd.index) < 0) & (room > 0))
    label = frame.rows.trait(frame.rows.arrays.label, crowd.index[places])
    slots = _shortened(style, style.plain.texts.slots_in(frame.rows.arrays.texts, label), room[places])
    width = style.plain.texts.widths(slots)
    places, slots, width = (part[width > 0] for part in (places, slots, width))
    x = crowd.left[places] - BESIDE - width
    begins = np.full(len(crowd.left), np.inf)
    begins[places] = x - GAP
    following[:-1] = np.minimum(following[:-1], np.where(crowd.row[1:] == crowd.row[:-1], begins[1:], np.inf))
    ink = np.zeros(len(places), dtype=np.int8)
    return Names(slots, x, _baseline(frame, style, crowd.row[places]), [style.colour("text")], ink)


def _names(frame: Frame, style: Style, crowd: Crowd, free: Room, roomy: Array, odd: Array) -> Names:
    label = frame.rows.trait(frame.rows.arrays.label, crowd.index[roomy])
    if not (named := label > 0).all():
        roomy, label = roomy[named], label[named]
    slots = style.plain.texts.slots_in(frame.rows.arrays.texts, label)
    within, beside = _rooms(frame, crowd, free, roomy)
    if (some_odd := odd[roomy]).any():
        return _odd_names(frame, style, crowd, roomy, slots, some_odd, within, beside)
    slots = _shortened(style, slots, np.maximum(within.width, beside.width))
    x, inside, shown = _chosen(style, slots, within, beside)
    inks, of_slot = _inks(style)
    ink = np.where(inside, of_slot[np.clip(crowd.slot[roomy[shown]], NEUTRAL, SLOTS)], 0)
    return Names(slots[shown], x, _baseline(frame, style, crowd.row[roomy[shown]], inside), inks, ink)


def _odd_names(
    frame: Frame, style: Style, crowd: Crowd, roomy: Array, slots: Array, odd: Array, within: Places, beside: Places
) -> Names:
    """Where some are hollow, instants or figures. Beside its step a figure would be that of another."""
    rows, index = frame.rows, crowd.index[roomy]
    look = rows.trait(rows.arrays.look, index)
    is_count = look == Look.COUNT
    within = within.only_where(~odd | ((look != Look.ACTUAL) & ~rows.trait(rows.arrays.is_instant, index)))
    beside = beside.only_where(~is_count)
    slots = _shortened(style, slots, np.where(is_count, np.inf, np.maximum(within.width, beside.width)))
    x, inside, shown = _chosen(style, slots, within, beside)
    inks, of_slot = _inks(style)
    slot, row = crowd.slot[roomy[shown]], crowd.row[roomy[shown]]
    on_paper = np.where(look[shown] == Look.RUMOURED, len(inks) - 1, 0)
    ink = np.where(inside & ~odd[shown], of_slot[np.clip(slot, NEUTRAL, SLOTS)], on_paper)
    which = np.flatnonzero(is_count[shown])
    figures = Figures(which, row[which], slot[which])
    return Names(slots[shown], x, _baseline(frame, style, row, inside), inks, ink, figures)


def _chosen(style: Style, slots: Array, within: Places, beside: Places) -> tuple[Array, Array, Ints]:
    """Of the texts that fit where each begins, and whether on its bar; and which these are."""
    width = style.plain.texts.widths(slots)
    inside = width <= within.width
    shown = np.flatnonzero((inside | (width <= beside.width)) & (width > 0))
    inside = inside[shown]
    return np.where(inside, within.x[shown], beside.x[shown]), inside, shown


def _numbers(frame: Frame, style: Style, crowd: Crowd, free: Room, roomy: Array) -> Names:
    slots = style.plain.texts.slots(map(number, crowd.count[roomy].tolist()))
    within, beside = _rooms(frame, crowd, free, roomy, PLATE)
    middle = within.x + (within.width - style.plain.texts.widths(slots)) / 2
    x, inside, shown = _chosen(style, slots, Places(middle, within.width), beside)
    which, on_band = np.flatnonzero(inside), roomy[shown[inside]]
    figures = Figures(which, crowd.row[on_band], crowd.slot[on_band])
    ink, baseline = np.zeros(len(x), dtype=np.int8), _baseline(frame, style, crowd.row[roomy[shown]])
    return Names(slots[shown], x, baseline, [style.colour("text")], ink, figures)


def _baseline(frame: Frame, style: Style, row: Array, in_bar: Array | bool = False) -> Array:
    top = frame.row_top(0)
    usual = style.plain.baseline(top, frame.row_height)
    inside = style.plain.baseline_inside(top + round((frame.row_height - frame.bar_height) / 2), frame.bar_height)
    baseline: Array = row * frame.row_height + (usual if inside == usual else np.where(in_bar, inside, usual))
    return baseline


def _shortened(style: Style, slots: Array, widest: Array) -> Array:
    """The same where they fit, else shortened; the slot of no text where hardly any letters fit."""
    texts = style.plain.texts
    long = np.flatnonzero(texts.widths(slots) > widest)
    slots[long] = texts.shortened_slots(slots[long], widest[long])
    return slots


def _rooms(frame: Frame, crowd: Crowd, free: Room, roomy: Array, padding: float = PADDING) -> tuple[Places, Places]:
    """On each bar and beside it."""
    taken, following = (part[roomy] for part in free)
    left, right = np.maximum(crowd.left[roomy], taken), np.minimum(crowd.right[roomy], frame.scale.right)
    wide = crowd.right - crowd.left >= LEAST_BAR
    is_clear = (wide | density.are_bands(crowd) | (crowd.left - free[0] >= APART))[roomy] & (right > left)
    within = Places(left + padding, np.minimum(right, following) - left - 2 * padding)
    return within, Places(right + BESIDE, following - right - BESIDE - GAP).only_where(is_clear)


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
    on_slot = [style.body_ink(slot) for slot in (*range(SLOTS + 1), NEUTRAL)]
    inks = list({ink.rgba(): ink for ink in (style.colour("text"), *on_slot)}.values())
    return [*inks, style.colour("rumoured")], np.array([inks.index(ink) for ink in on_slot])
