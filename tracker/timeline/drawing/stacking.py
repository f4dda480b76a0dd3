"""Which row of its lane a bar goes to, where lanes stack: the first in which it touches nothing."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from heapq import heapify, heappop, heappush
from math import inf

import numpy as np

from tracker.timeline.drawing.sides import Sides, sides
from tracker.timeline.plans.bar_arrays import Array, BarArrays, Floats
from tracker.timeline.plans.levels import Ints

DIAMOND = 10.0
MOST_ROWS = 12  # of a lane for the sake of its labels
MOST_OF_MARKS = 48  # rows of a lane of events alone: more would be a rain of marks
LABEL_ROOM = 14.0  # pixels around a label that belong to it
NONE = 2**31  # no row
Moment = tuple[float, float]  # something happened within these bounds


def stacked(
    arrays: BarArrays, bars: Ints, seconds_per_pixel: float, text_width: Callable[[str], float], widest: float
) -> tuple[list[int], Sides]:
    """The row of each bar of a lane, and which stand at the ends of others. With room for the labels, unless that made
    the lane too high: then they have to do with what there is. Events that are too many even so have one row for all,
    where they become bands with their number until one looks closer.
    """
    lane = _Lane.of(arrays, bars)
    scale = min(seconds_per_pixel, lane.length / widest) if widest < inf else seconds_per_pixel
    room = _room(arrays, bars, text_width)
    rows: list[int] = []
    highest = MOST_OF_MARKS if lane.is_instant.all() else inf  # intervals would hide one another
    for share, most in ((1.0, MOST_ROWS), (0.25, MOST_ROWS), (0.0, highest)):
        rows = _rows_with(lane, DIAMOND * scale, room * scale * share, most)
        if rows:
            break
    others = bars[lane.with_side]
    return rows or [0] * len(bars), Sides(lane.side, arrays.end_upper[others] - arrays.start_lower[others])


def _room(arrays: BarArrays, bars: Ints, text_width: Callable[[str], float]) -> Floats:
    """What the label beside each instant takes, as wide as its letters: to ask a font for each text costs ten times as
    much, and a pixel more or less moves nothing.
    """
    label = np.where(arrays.is_instant[bars], arrays.label[bars], 0)
    texts = [arrays.texts[n] for n in label.tolist()]
    written = "".join(texts)
    letters = set(written)
    widths = np.zeros(ord(max(letters, default="\0")) + 1)
    for letter in letters:
        widths[ord(letter)] = text_width(letter)
    taken = widths[np.frombuffer(written.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]
    reached = np.append(0.0, np.cumsum(taken))[np.cumsum([0, *map(len, texts)])]
    return np.where(label > 0, np.diff(reached) + LABEL_ROOM, 0.0)


@dataclass(frozen=True, slots=True, eq=False)
class _Lane:
    """The bars of one lane, and from where to where each is seen: an instant that is open to one side is a mark at the
    other. Intervals begin and end at a moment each, instants do neither. Those of one key share a row; so does an
    event with the bar that it begins or ends: its side is -1 or 1, else 0, and `with_side` says which bar that is.
    """

    start: Floats
    end: Floats
    is_instant: Ints
    keys: list[str]
    first: list[Moment | None]
    last: list[Moment | None]
    to_left: list[bool]
    to_right: list[bool]
    side: Array
    with_side: Ints

    @classmethod
    def of(cls, arrays: BarArrays, bars: Ints) -> _Lane:
        a, b, c, d = (of[bars] for of in (arrays.start_lower, arrays.start_upper, arrays.end_lower, arrays.end_upper))
        is_instant, to_left, to_right = arrays.is_instant[bars], np.isinf(a), np.isinf(d)
        start, end = np.where(is_instant & to_left, d, a), np.where(is_instant & to_right, a, d)
        keys = [arrays.key(n) for n in bars.tolist()]
        first, last = _moments(a, b, is_instant), _moments(c, d, is_instant | (a == c))
        side, with_side = sides(arrays, bars)
        joined = {keys[n]: keys[with_side[n]] for n in np.flatnonzero(side).tolist()}
        keys = [joined.get(key, key) for key in keys]
        return cls(start, end, is_instant, keys, first, last, to_left.tolist(), to_right.tolist(), side, with_side)

    def beside(self, mark: float, room: Floats) -> tuple[Floats, Floats]:
        """What the events at the ends of bars take before and behind these, with their labels."""
        before, behind = np.zeros(len(self.side)), np.zeros(len(self.side))
        for taken, which in ((before, self.side < 0), (behind, self.side > 0)):
            np.maximum.at(taken, self.with_side[which], mark + room[which])
        return before, behind

    @property
    def length(self) -> float:
        """From the first to the last time that is known."""
        times = np.concatenate([self.start, self.end])
        return float(np.ptp(times[np.isfinite(times)])) if np.isfinite(times).any() else 0.0


def _moments(lower: Floats, upper: Floats, are_none: Ints) -> list[Moment | None]:
    found = zip(lower.tolist(), upper.tolist(), are_none.tolist(), strict=True)
    return [None if is_none else (one, other) for one, other, is_none in found]


def _rows_with(lane: _Lane, mark: float, room: Floats, most: float) -> list[int]:
    """None at all if these would be more than `most`. A plan stays with what came of it."""
    before, behind = lane.beside(mark, room)
    begins = (lane.start - np.where(lane.is_instant, mark, before)).tolist()
    until = (np.maximum(lane.end + behind, lane.start + mark) + np.where(lane.side < 0, 0.0, room)).tolist()
    shelf, row_of = _Shelf(), dict[str, int]()
    for place in np.lexsort((lane.side != 0, lane.start - before)).tolist():
        key = lane.keys[place]
        if key not in row_of:
            row_of[key] = shelf.row_for(begins[place], lane.first[place], lane.to_left[place])
            if row_of[key] >= most:
                return []
        shelf.take(row_of[key], until[place], lane.last[place], lane.to_right[place])
    return [row_of[key] for key in lane.keys]


class _Shelf:
    """The rows of a lane while it is filled from left to right; which has room is known without looking at each.

    An interval may begin just where another ends, and at the same moment even if that is known only vaguely.
    An instant that is open to one side is a mark with a fine line to that side, along which other marks may stand,
    but no such line to the other side.
    """

    def __init__(self) -> None:
        self._until: list[float] = []  # how far each row is taken
        self._moment: list[Moment | None] = []  # at which the last in each row ends
        self._crossed: set[int] = set()  # the rows with a line to the right
        self._ending: dict[Moment, list[int]] = {}  # heaps
        self._room: dict[bool, _Room] = {}  # for instants and for intervals

    def row_for(self, begin: float, moment: Moment | None, is_open_to_left: bool) -> int:
        """The first row with room from a time on; a new one if none has any. An instant has no moment."""
        shut = self._crossed if is_open_to_left else ()
        room = self._room.get(moment is None) or self._room.setdefault(moment is None, _Room(self._until))
        row = room.first(begin, shut)
        if moment in self._ending:
            row = min(row, _first(self._ending[moment], lambda row: self._moment[row] == moment, shut))
        return min(row, len(self._until))

    def take(self, row: int, until: float, moment: Moment | None, is_open_to_right: bool) -> None:
        if row == len(self._until):
            self._until.append(-inf)
            self._moment.append(None)
        self._until[row], self._moment[row] = max(self._until[row], until), moment
        for room in self._room.values():
            room.taken(row)
        if moment is not None:
            heappush(self._ending.setdefault(moment, []), row)
        if is_open_to_right:
            self._crossed.add(row)


class _Room:
    """Which rows are taken no further than to a time that only rises; instants ask for theirs, intervals for theirs."""

    def __init__(self, until: list[float]) -> None:
        self._until = until
        self._busy = [(end, row) for row, end in enumerate(until)]  # a heap
        heapify(self._busy)
        self._free: list[int] = []  # another

    def first(self, begin: float, shut: Collection[int]) -> int:
        busy, free = self._busy, self._free
        while busy and busy[0][0] <= begin:
            heappush(free, heappop(busy)[1])
        if free and not shut and self._until[free[0]] <= begin:  # as for nearly all
            return free[0]
        return _first(free, lambda row: self._until[row] <= begin, shut)

    def taken(self, row: int) -> None:
        heappush(self._busy, (self._until[row], row))


def _first(rows: list[int], holds: Callable[[int], bool], shut: Collection[int]) -> int:
    """Of a heap of rows, from which goes what no longer holds; beyond all rows if none is left."""
    aside = []
    while rows and (rows[0] in shut or not holds(rows[0])):
        row = heappop(rows)
        if holds(row):
            aside.append(row)
    found = rows[0] if rows else NONE
    for row in aside:
        heappush(rows, row)
    return found
