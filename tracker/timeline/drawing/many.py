"""A crowd of bars on a screen, placed and drawn by arrays; the few with marks of their own by themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from PySide6.QtGui import QPainter

from tracker.timeline.drawing import counts, crowd, crowd_labels, crowd_shapes, density, detail
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.crowd_labels import Names
from tracker.timeline.drawing.crowd_shapes import Shapes
from tracker.timeline.drawing.density import Dense
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array

MOST_ALONE = 250  # bars with marks of their own; more would not be read


@dataclass(frozen=True, slots=True, eq=False)
class Many:
    """What is in sight, each in its place; None is what there is none of."""

    plain: Crowd
    steps: Crowd | None
    shapes: Shapes | None
    alone: list[Placed]
    dense: Dense | None
    names: list[Names]

    def boxes(self, style: Style) -> Array:
        return np.concatenate([np.zeros((0, 4)), *(some.boxes(style) for some in self.names)])

    def draw(self, painter: QPainter, frame: Frame, style: Style) -> None:
        if self.steps is not None:
            counts.draw_many(painter, frame, style, self.steps)
        crowd.draw(painter, frame, style, self.plain)
        if self.shapes is not None:
            crowd_shapes.draw(painter, frame, style, self.shapes)
        detail.draw_alone(painter, style, self.alone)
        if self.dense:
            density.draw(painter, frame, style, self.dense)

    def write(self, painter: QPainter, frame: Frame, style: Style) -> None:
        """The names, which lie over whatever is drawn until then."""
        for some in self.names:
            some.draw(painter, frame, style)


def placed(frame: Frame, style: Style, things: Crowd, dense: Dense | None) -> Many:
    odd, are_bands = crowd.is_rare(frame, things), density.are_bands(things)
    odd &= ~are_bands
    plain = ~odd & ~are_bands
    body = things if plain.all() else things.only(plain)
    steps, shapes, alone = None, None, []
    if odd.any():
        are_counts = crowd.is_count(frame, things)
        steps = things.only(are_counts)
        places = np.flatnonzero(odd & ~are_counts)
        some = things.only(places)
        every = crowd_shapes.shapes_of(frame, some)
        is_alone = _is_alone(frame, some, every)
        shapes = every.only(~is_alone & ~crowd.are_told(frame, some))
        alone = list(_placed_alone(frame, style, some, is_alone))
        things = crowd_shapes.widened(things, places, every)
    if frame.rows.thin is not None:  # those have the names of what lies over them
        told = (things.count > 0) | (frame.rows.sides(things.index) != 0)
        things, odd = things.only(told), odd[told]
    return Many(body, steps, shapes, alone, dense, crowd_labels.placed(frame, style, things, odd))


def _placed_alone(frame: Frame, style: Style, some: Crowd, is_alone: Array) -> Iterator[Placed]:
    found = detail.placed_alone(frame, style, some, np.flatnonzero(is_alone))
    return (one for one in found.values() if one is not None)


def _is_alone(frame: Frame, some: Crowd, shapes: Shapes) -> Array:
    """Which have marks of their own: the first ones of them."""
    alone: Array = ~np.isfinite(shapes.a) | ~np.isfinite(shapes.d)
    if frame.rows.marks is not None:
        alone |= frame.rows.marks[some.index] > 0
    return alone & (np.cumsum(alone) <= MOST_ALONE)
