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
    taken, following = room(frame, crowd)
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
    inks, of_slot = _inks(style)
    slot = crowd.level.slot[crowd.place[roomy]]
    ink = np.where(inside, of_slot[np.where(slot < 0, -1, slot % (len(of_slot) - 1))], 0)
    shown = np.flatnonzero(inside | beside)
    style.plain.texts.draw(painter, slots[shown], x[shown], baseline[shown], inks, ink[shown], style.is_live)


def room(frame: Frame, crowd: Crowd) -> tuple[Array, Array]:
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
    """The colours of texts, first that beside bars; and which of them each slot takes, last what has no slot."""
    return style.kept("inks", lambda: _made_inks(style))


def _made_inks(style: Style) -> tuple[list[QColor], Array]:
    on_slot = [*map(style.ink, range(len(style.palette.vessels))), style.colour("surface")]
    inks = list({ink.rgba(): ink for ink in (style.colour("text"), *on_slot)}.values())
    return inks, np.array([inks.index(ink) for ink in on_slot])
