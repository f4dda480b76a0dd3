"""The bars in the rows where they are drawn: what the painter and the mouse search.

Rows are counted from the top of the whole timeline; a lane has one, or several if it stacks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import inf

import numpy as np

from tracker.timeline.drawing.sides import Sides
from tracker.timeline.drawing.stacking import stacked
from tracker.timeline.plans.bar_arrays import Array, BarArrays, arrays_of
from tracker.timeline.plans.levels import Ints, Level, pyramid, reach_of
from tracker.timeline.plans.plan import Bar, Plan


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Everything is sorted by row, then by start, and counted in this order; `order` leads back to the plan's."""

    plan: Plan
    arrays: BarArrays
    order: Array | None  # None if the plan has this order
    finest: Level
    lane_top: tuple[int, ...]  # the first row of each lane, and one past the last lane
    thin: Array | None  # which lie thin under others; None if none does
    lifted: Array | None  # which have their plan below them; None if none has
    steps: Array | None  # which are steps of a head count; None if none is
    marks: Array | None  # what else each is marked with, as `Bar.marks`; None if none is
    ends: Sides | None  # which are events at the ends of other bars; None if none is
    _levels: list[Level] = field(default_factory=list)
    _inverse: list[Array] = field(default_factory=list)

    @property
    def count(self) -> int:
        return self.lane_top[-1]

    @property
    def extent(self) -> tuple[float, float]:
        """As that of the plan, but found in the arrays, however many bars there are."""
        return self.arrays.extent() or self.plan.home

    @property
    def pinned(self) -> int:
        """The rows of the pinned lanes, which are the first."""
        return self.lane_top[sum(1 for _ in takewhile(lambda lane: lane.is_pinned, self.plan.lanes))]

    @property
    def first(self) -> Ints:
        return self.finest.first

    @property
    def levels(self) -> list[Level]:
        """From the finest on; made when first asked for."""
        if not self._levels:
            self._levels.extend(pyramid(self.finest))
        return self._levels

    def level_for(self, resolution: float) -> Level:
        """The coarsest in which nothing moves by more than so many seconds."""
        return next(level for level in reversed(self.levels) if level.resolution <= resolution)

    def bar(self, index: int) -> Bar:
        return self.arrays[index if self.order is None else int(self.order[index])]

    @property
    def bars(self) -> Sequence[Bar]:
        """All of them, made one by one: for what is small."""
        return tuple(map(self.bar, range(len(self.arrays))))

    def sides(self, index: Ints) -> Array:
        """At which end of a bar some stand, as its events: -1 or 1, 0 at none."""
        return np.zeros(len(index), dtype=np.int8) if self.ends is None else self.ends.side[index]

    def row_of(self, index: int) -> int:
        return int(np.searchsorted(self.first, index, side="right")) - 1

    def trait(self, of: Array, place: Ints | range) -> Array:
        """Those of one of the plan's arrays that belong to some bars."""
        return of[place] if self.order is None else of[self.order[place]]

    def visible(self, row: int, lower: float, upper: float) -> range:
        """The bars of a row that may show between two times."""
        return range(*self.finest.slice_of(row, lower, upper))

    def lane_of_row(self, row: int) -> int:
        return bisect_right(self.lane_top, row) - 1

    def of_key(self, key: str) -> list[int]:
        """The bars of a record, what really happened first; without any, those that stand for it."""
        found = np.array([n for n in self.arrays.find(key) if n < len(self.arrays)], dtype=np.int64)
        places = found if self.order is None else self._places(self.order)[found]
        look = self.trait(self.arrays.look, places)
        return [int(place) for place in places[np.argsort(look, kind="stable")]]

    def _places(self, order: Array) -> Array:
        """The place of each of the plan's bars; made when first asked for."""
        if not self._inverse:
            self._inverse.append(np.empty_like(order))
            self._inverse[0][order] = np.arange(len(order), dtype=order.dtype)
        return self._inverse[0]


def arrange(plan: Plan, seconds_per_pixel: float, text_width: Callable[[str], float], widest: float = inf) -> Rows:
    """Gives every bar its row. Where lanes stack, labels get room at the given scale; the rows
    stay as they are while one zooms, so that nothing jumps. Whoever reads a lane that is short beside the others
    comes closer, until it is `widest` pixels long: there its labels get their room.
    """
    arrays = arrays_of(plan.bars, [lane.key for lane in plan.lanes])
    order = _order(arrays)
    lane = arrays.lane if order is None else arrays.lane[order]
    of_lane = np.searchsorted(lane, np.arange(len(plan.lanes) + 1))
    tops, rows_of, ends = [0], {}, Sides.none(len(arrays))
    for n, one in enumerate(plan.lanes):
        if one.stacks:
            bars = np.arange(of_lane[n], of_lane[n + 1]) if order is None else order[of_lane[n] : of_lane[n + 1]]
            rows_of[n], found = stacked(arrays, bars, seconds_per_pixel, text_width, widest)
            if found.side.any():
                ends.put(slice(of_lane[n], of_lane[n + 1]), found)
        tops.append(tops[-1] + max(rows_of.get(n, [0]), default=0) + 1)
    row = np.array(tops[:-1] or [0], dtype=np.int32)[lane]
    for n, rows in rows_of.items():
        row[of_lane[n] : of_lane[n + 1]] += np.array(rows, dtype=np.int32)
    has_ends = bool(ends.side.any())
    if rows_of and (has_ends or (row[1:] < row[:-1]).any()):
        start = arrays.start_lower if order is None else arrays.start_lower[order]
        by_row = np.lexsort((ends.side, start, row)) if has_ends else np.argsort(row, kind="stable")
        order, row, ends = (by_row if order is None else order[by_row]).astype(np.int32), row[by_row], ends.only(by_row)
    return _packed(
        plan,
        arrays,
        order,
        np.searchsorted(row, np.arange(tops[-1] + 1)),
        tuple(tops),
        ends if has_ends else None,
    )


def _order(arrays: BarArrays) -> Array | None:
    """By lane, then start, then look; None if they are sorted already."""
    lane, start, look = arrays.lane, arrays.start_lower, arrays.look
    later = (start[1:] > start[:-1]) | ((start[1:] == start[:-1]) & (look[1:] >= look[:-1]))
    later = (lane[1:] > lane[:-1]) | ((lane[1:] == lane[:-1]) & later)
    return None if later.all() else np.lexsort((arrays.look, start, lane)).astype(np.int32)


def _packed(
    plan: Plan, arrays: BarArrays, order: Array | None, first: Ints, tops: tuple[int, ...], ends: Sides | None
) -> Rows:
    def sorted_(of: Array) -> Array:
        return of if order is None else of[order]

    rare = (arrays.is_below, arrays.is_above, arrays.is_step, arrays.marks)
    thin, lifted, steps, marks = (None if of is None else sorted_(of) for of in rare)
    end = sorted_(arrays.end_upper)
    beside = None if ends is None else ends.side != 0
    untold = beside if thin is None else thin if beside is None else thin | beside
    told = None if untold is None else np.append(np.int32(0), np.cumsum(~untold, dtype=np.int32))
    start, slot = sorted_(arrays.start_lower), sorted_(arrays.slot)
    finest = Level(0.0, start, end, slot, None, first, reach_of(end, first), told)
    return Rows(plan, arrays, order, finest, tops, thin, lifted, steps, marks, ends)
