"""The bars in the rows where they are drawn: what the painter and the mouse search.

Rows are counted from the top of the whole timeline; a lane has one, or several if it stacks.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Container, Sequence
from dataclasses import dataclass, field
from itertools import takewhile
from math import inf

import numpy as np

from tracker.timeline.plans.bar_arrays import Array, BarArrays, Floats, arrays_of
from tracker.timeline.plans.levels import Ints, Level, pyramid, reach_of
from tracker.timeline.plans.plan import Bar, Plan

DIAMOND = 10.0
MOST_ROWS = 12  # of a lane for the sake of its labels
LABEL_ROOM = 14.0  # pixels around a label that belong to it


@dataclass(frozen=True, slots=True, eq=False)
class Rows:
    """Everything is sorted by row, then by start, and counted in this order; `order` leads back to the plan's."""

    plan: Plan
    arrays: BarArrays
    order: Array | None  # None if the plan has this order
    finest: Level
    lane_top: tuple[int, ...]  # the first row of each lane, and one past the last lane
    paired: frozenset[str]  # keys of which both the plan and what came of it are here
    thin: Array | None  # which lie thin under others; None if none does
    lifted: Array | None  # which have such a plan below them; None if none is thin
    steps: Array | None  # which are steps of a head count; None if none is
    _levels: list[Level] = field(default_factory=list)
    _marked: dict[int, bool] = field(default_factory=dict)

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

    def is_marked(self, index: int) -> bool:
        """Whether a bar has marks that its arrays do not tell of; kept, as each frame asks."""
        if index not in self._marked:
            self._marked[index] = self.bar(index).is_marked
        return self._marked[index]

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
        found = [int(n) for n in self.arrays.find(key) if n < len(self.arrays)]
        places = found if self.order is None else [int(np.flatnonzero(self.order == n)[0]) for n in found]
        return sorted(places, key=lambda place: self.bar(place).look)


def arrange(plan: Plan, seconds_per_pixel: float, text_width: Callable[[str], float], widest: float = inf) -> Rows:
    """Gives every bar its row. Where lanes stack, labels get room at the given scale; the rows
    stay as they are while one zooms, so that nothing jumps. Whoever reads a lane that is short beside the others
    comes closer, until it is `widest` pixels long: there its labels get their room.
    """
    arrays = arrays_of(plan.bars, [lane.key for lane in plan.lanes])
    order = _order(arrays)
    lane = arrays.lane if order is None else arrays.lane[order]
    of_lane = np.searchsorted(lane, np.arange(len(plan.lanes) + 1))
    tops, stacked = [0], {}
    for n, one in enumerate(plan.lanes):
        if one.stacks:
            bars = np.arange(of_lane[n], of_lane[n + 1]) if order is None else order[of_lane[n] : of_lane[n + 1]]
            stacked[n] = _stacked(arrays, bars, seconds_per_pixel, text_width, widest)
        tops.append(tops[-1] + max(stacked.get(n, [0]), default=0) + 1)
    row = np.array(tops[:-1] or [0], dtype=np.int32)[lane]
    for n, rows in stacked.items():
        row[of_lane[n] : of_lane[n + 1]] += np.array(rows, dtype=np.int32)
    if stacked:
        by_row = np.argsort(row, kind="stable")
        order, row = (by_row if order is None else order[by_row]).astype(np.int32), row[by_row]
    return _packed(plan, arrays, order, np.searchsorted(row, np.arange(tops[-1] + 1)), tuple(tops))


def _order(arrays: BarArrays) -> Array | None:
    """By lane, then start, then look; None if they are sorted already."""
    lane, start = arrays.lane, arrays.start_lower
    later = (lane[1:] > lane[:-1]) | ((lane[1:] == lane[:-1]) & (start[1:] > start[:-1]))
    return None if later.all() else np.lexsort((arrays.look, start, lane)).astype(np.int32)


def _packed(plan: Plan, arrays: BarArrays, order: Array | None, first: Ints, tops: tuple[int, ...]) -> Rows:
    def sorted_(of: Array) -> Array:
        return of if order is None else of[order]

    bars = () if isinstance(plan.bars, BarArrays) else plan.bars
    below = frozenset(bar.key for bar in bars if bar.is_plan_of_actual)
    traits = (
        [bar.is_below for bar in bars],
        [bar.key in below and not bar.is_below for bar in bars] if below else [],
        [bar.count is not None for bar in bars],
    )
    thin, lifted, steps = (sorted_(np.array(which)) if any(which) else None for which in traits)
    end = sorted_(arrays.end_upper)
    told = None if thin is None else np.append(0, np.cumsum(~thin, dtype=np.int32))
    start, slot = sorted_(arrays.start_lower), sorted_(arrays.slot)
    finest = Level(0.0, start, end, slot, None, first, reach_of(end, first), told)
    return Rows(plan, arrays, order, finest, tops, below, thin, lifted, steps)


def _stacked(
    arrays: BarArrays, bars: Ints, seconds_per_pixel: float, text_width: Callable[[str], float], widest: float
) -> list[int]:
    """With room for the labels, unless that made the lane too high: then they have to do with what there is."""
    start, end = _seen(arrays, bars)
    scale = min(seconds_per_pixel, _length(start, end) / widest) if widest < inf else seconds_per_pixel
    room = _room(arrays, bars, text_width)
    keys = [arrays.key(n) for n in bars.tolist()]
    rows: list[int] = []
    for share, most in ((1.0, MOST_ROWS), (0.25, MOST_ROWS), (0.0, inf)):
        rows = _rows_with(arrays, bars, keys, (start, end), DIAMOND * scale, room * scale * share, most)
        if rows:
            break
    return rows


def _room(arrays: BarArrays, bars: Ints, text_width: Callable[[str], float]) -> Floats:
    """What the label beside each instant takes, as wide as its letters: to ask a font for each text costs ten times as
    much, and a pixel more or less moves nothing.
    """
    label = np.where(arrays.is_instant[bars], arrays.label[bars], 0)
    texts = [arrays.texts[n] for n in label.tolist()]
    written = "".join(texts)
    widths = np.zeros(ord(max(written, default="\0")) + 1)
    for letter in set(written):
        widths[ord(letter)] = text_width(letter)
    letters = np.frombuffer(written.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    reached = np.append(0.0, np.cumsum(widths[letters]))[np.cumsum([0, *map(len, texts)])]
    return np.where(label > 0, np.diff(reached) + LABEL_ROOM, 0.0)


def _rows_with(
    arrays: BarArrays,
    bars: Ints,
    keys: Sequence[str],
    seen: tuple[Floats, Floats],
    mark: float,
    room: Floats,
    most: float,
) -> list[int]:
    """The first row in which each bar touches nothing; none at all if these would be more than `most`. A plan stays
    with what came of it. An interval may begin just where another ends, and at the same moment even if that is known
    only vaguely.

    An instant that is open to one side is a mark with a fine line to that side, along which other marks may stand,
    but no such line to the other side.
    """
    (start, end), is_instant = seen, arrays.is_instant[bars]
    begins = (start - np.where(is_instant, mark, 0.0)).tolist()
    until = (np.maximum(end, start + mark) + room).tolist()
    to_left, to_right = np.isinf(arrays.start_lower[bars]).tolist(), np.isinf(arrays.end_upper[bars]).tolist()
    first, last = _moments(arrays, bars)
    taken: list[float] = []
    ended: list[object] = []  # the moment at which the last of each row ends
    crossed: set[int] = set()  # the rows with a line to the right
    row_of: dict[str, int] = {}
    for place in np.argsort(start, kind="stable").tolist():
        row = row_of.get(keys[place], -1)
        if row < 0:
            shut = crossed if to_left[place] else ()
            row = row_of[keys[place]] = _free_row(taken, ended, begins[place], first[place], shut)
        if row == len(taken):
            taken.append(until[place])
            ended.append(None)
        taken[row], ended[row] = max(taken[row], until[place]), last[place]
        if to_right[place]:
            crossed.add(row)
        if len(taken) > most:
            return []
    return [row_of[key] for key in keys]


def _free_row(
    taken: Sequence[float], ended: Sequence[object], begin: float, moment: object, shut: Container[int]
) -> int:
    """The first row that is free from a time on, or whose last bar ends at that very moment; else a new one."""
    for row, end in enumerate(taken):
        if (end <= begin or ended[row] == moment) and row not in shut:
            return row
    return len(taken)


def _moments(arrays: BarArrays, bars: Ints) -> tuple[list[object], list[object]]:
    """At which moments intervals begin and end, each within its bounds; an instant does neither."""
    is_instant = arrays.is_instant[bars].tolist()
    times = (arrays.start_lower, arrays.start_upper, arrays.end_lower, arrays.end_upper)
    a, b, c, d = (of[bars].tolist() for of in times)
    first = [() if one else (lower, upper) for one, lower, upper in zip(is_instant, a, b, strict=True)]
    last = [
        None if one or start == lower else (lower, upper)
        for one, start, lower, upper in zip(is_instant, a, c, d, strict=True)
    ]
    return list(first), list(last)


def _seen(arrays: BarArrays, bars: Ints) -> tuple[Floats, Floats]:
    """From where to where each bar is seen: an instant that is open to one side is a mark at the other."""
    start, end, is_instant = arrays.start_lower[bars], arrays.end_upper[bars], arrays.is_instant[bars]
    left, right = is_instant & np.isinf(start), is_instant & np.isinf(end)
    return np.where(left, end, start), np.where(right, start, end)


def _length(start: Floats, end: Floats) -> float:
    """From the first to the last time that is known."""
    times = np.concatenate([start, end])
    return float(np.ptp(times[np.isfinite(times)])) if np.isfinite(times).any() else 0.0
