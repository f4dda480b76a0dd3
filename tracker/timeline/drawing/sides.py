"""Events that begin or end a bar of their lane, as a launch and a landing do: they stand at its ends, in its row, with
their names before and behind it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from tracker.timeline.plans.bar_arrays import Array, BarArrays, Floats
from tracker.timeline.plans.levels import Ints
from tracker.timeline.plans.plan import Look

Moments = dict[tuple[float, float], int]  # the bar that begins or ends within some bounds, by its place


@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """Which bars are such events: `side` is -1 at the start of another bar and 1 at its end, 0 at none; `length` is how
    many seconds long that bar is.
    """

    side: Array
    length: Floats

    @classmethod
    def none(cls, many: int) -> Sides:
        return cls(np.zeros(many, dtype=np.int8), np.zeros(many))

    def put(self, where: slice, some: Sides) -> None:
        self.side[where], self.length[where] = some.side, some.length

    def only(self, places: Ints) -> Sides:
        return Sides(self.side[places], self.length[places])


def sides(arrays: BarArrays, bars: Ints) -> tuple[Array, Ints]:
    """Of the bars of a lane the side of each; and the places of the bars at which they stand."""
    side, of = np.zeros(len(bars), dtype=np.int8), np.arange(len(bars))
    is_instant = arrays.is_instant[bars]
    spans = np.flatnonzero(~is_instant & (arrays.look[bars] != Look.COUNT))
    if 0 < len(spans) < len(bars):
        begun = _moments(spans, arrays.start_lower[bars], arrays.start_upper[bars])
        ended = _moments(spans, arrays.end_lower[bars], arrays.end_upper[bars])
        events = is_instant if arrays.is_below is None else is_instant & ~arrays.is_below[bars]
        bounds = zip(arrays.start_lower[bars].tolist(), arrays.end_upper[bars].tolist(), strict=True)
        for place, (moment, is_event) in enumerate(zip(bounds, events.tolist(), strict=True)):
            if is_event:
                side[place], of[place] = _side(place, moment, begun, ended)
    return side, of


def _moments(spans: Ints, lower: Floats, upper: Floats) -> Moments:
    return {(float(lower[place]), float(upper[place])): place for place in spans.tolist()}


def _side(place: int, moment: tuple[float, float], begun: Moments, ended: Moments) -> tuple[int, int]:
    """One event has room at each end of a bar, and none where another begins; of two within the bounds of a whole bar
    the first begins it.
    """
    if moment in begun and ended.get(moment, begun[moment]) == begun[moment]:
        return -1, begun.pop(moment)
    if moment in ended and moment not in begun:
        return 1, ended.pop(moment)
    return 0, place
