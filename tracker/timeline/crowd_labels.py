"""The names of many bars: inside where they fit whole, else beside where there is room, else left out.
The same rules as for few, as arrays; what is shortened there would only flicker here.
"""

import numpy as np
from PySide6.QtGui import QColor, QPainter

from tracker.timeline.bar_arrays import Array
from tracker.timeline.crowd import Crowd
from tracker.timeline.frame import Frame
from tracker.timeline.labels import BESIDE, GAP, LEAST_ROW, PADDING
from tracker.timeline.style import Style

LEAST = 20  # pixels that a name needs at the least
SIDE = 2.0**20  # wider than any screen: keeps rows apart where they are searched as one


def draw(painter: QPainter, frame: Frame, style: Style, crowd: Crowd, odd: Array) -> None:
    """`odd` are those that have no solid ground to write on."""
    if frame.row_height < LEAST_ROW or len(crowd.place) == 0:
        return
    taken, following = _room(frame, crowd)
    roomy = np.flatnonzero(following - np.maximum(crowd.left, taken) >= LEAST)
    label = frame.rows.trait(frame.rows.arrays.label, crowd.index[roomy])
    roomy, label = roomy[label > 0], label[label > 0]
    slots = style.plain.texts.slots_in(frame.rows.arrays.texts, label)
    width = style.plain.texts.widths(slots)
    left, right = np.maximum(crowd.left, taken)[roomy], np.minimum(crowd.right, frame.scale.right)[roomy]
    inner = np.minimum(right, following[roomy])
    inside = (width + 2 * PADDING <= inner - left) & ~odd[roomy]
    beside = ~inside & (width + BESIDE + GAP <= following[roomy] - right) & (right > left)
    baseline = style.plain.baseline(frame.row_top(0), frame.row_height) + crowd.row[roomy] * frame.row_height
    x = np.where(inside, left + PADDING, right + BESIDE)
    slot = crowd.level.slot[crowd.place[roomy]]
    for colour, chosen in _inks(style, slot, inside, beside):
        style.plain.texts.draw(painter, slots[chosen], x[chosen], baseline[chosen], colour, style.is_live)


def _room(frame: Frame, crowd: Crowd) -> tuple[Array, Array]:
    """From where each bar is free of those before it in its row, and where the next one begins."""
    side = crowd.row * SIDE
    reached = np.maximum.accumulate(crowd.right + side)
    taken = np.full(len(side), frame.scale.left)
    taken[1:] = np.maximum(reached[:-1] - side[1:], frame.scale.left)
    following = np.full(len(side), frame.scale.right)
    same = crowd.row[1:] == crowd.row[:-1]
    following[:-1] = np.where(same, np.minimum(crowd.left[1:], frame.scale.right), frame.scale.right)
    return taken, following


def _inks(style: Style, slot: Array, inside: Array, beside: Array) -> list[tuple[QColor, Array]]:
    """The colours that are needed, each with those who have it."""
    inks = {slot: style.colour("surface") if slot < 0 else style.ink(slot) for slot in set(slot.tolist())}
    found = [(style.colour("text"), np.flatnonzero(beside))]
    for colour in {ink.rgba(): ink for ink in inks.values()}.values():
        chosen = inside
        if others := [slot for slot, ink in inks.items() if ink != colour]:
            chosen = inside & ~np.isin(slot, others)
        found.append((colour, np.flatnonzero(chosen)))
    return [(colour, chosen) for colour, chosen in found if len(chosen)]
