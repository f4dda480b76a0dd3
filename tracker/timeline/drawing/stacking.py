"""Which row of its lane a bar goes to, where lanes stack: the first in which it touches nothing."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from math import inf

import numpy as np

from tracker.timeline.drawing.sides import Sides, sides
from tracker.timeline.plans.bar_arrays import BarArrays, Floats
from tracker.timeline.plans.lazy_texts import texts_at
from tracker.timeline.plans.levels import Ints

DIAMOND = 10.0
MOST_ROWS = 12  # of a lane for the sake of its labels
MOST_OF_MARKS = 48  # rows of a lane of events alone: more would be a rain of marks
LABEL_ROOM = 14.0  # pixels around a label that belong to it
Moment = tuple[float, float]  # something happened within these bounds


def stacked(
    arrays: BarArrays, bars: Ints, seconds_per_pixel: float, text_width: Callable[[str], float], widest: float
) -> tuple[list[int], Sides]:
    """The row of each bar of a lane, and which stand at the ends of others."""
    lane = _Lane(arrays, bars)
    scale = min(seconds_per_pixel, lane.length / widest) if widest < inf else seconds_per_pixel
    others = bars[lane.with_side]
    rows = _rows_at(lane, scale, lambda: _room(arrays, bars, text_width)) or [0] * len(bars)
    return rows, Sides(lane.side, arrays.end_upper[others] - arrays.start_lower[others])


def _rows_at(lane: _Lane, scale: float, rooms: Callable[[], Floats]) -> list[int]:
    """With room for the labels, unless that made the lane too high: then they have to do with what there is. None at
    all for events that are too many even so: they have one row for all, where they become bands with their number
    until one looks closer.
    """
    highest = MOST_OF_MARKS if lane.is_instant.all() else inf  # intervals would hide one another
    for share, most in ((1.0, MOST_ROWS), (0.25, MOST_ROWS), (0.0, highest)):
        if lane.least_rows(DIAMOND * scale, LABEL_ROOM * scale * share) > most:  # known before any label is read
            continue
        room = rooms() * scale * share if share else np.zeros(len(lane.start))
        if rows := _rows_with(lane, DIAMOND * scale, room, most):
            return rows
    return []


def _room(arrays: BarArrays, bars: Ints, text_width: Callable[[str], float]) -> Floats:
    """What the label beside each instant takes, as wide as its letters: to ask a font for each text costs ten times as
    much, and a pixel more or less moves nothing.
    """
    label = np.where(arrays.is_instant[bars], arrays.label[bars], 0)
    texts = texts_at(arrays.texts, label)
    written = "".join(texts)
    letters = set(written)
    widths = np.zeros(ord(max(letters, default="\0")) + 1)
    for letter in letters:
        widths[ord(letter)] = text_width(letter)
    taken = widths[np.frombuffer(written.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)]
    ends = np.cumsum(np.fromiter(map(len, texts), dtype=np.int64, count=len(texts)))
    width = np.diff(np.append(0.0, np.cumsum(taken))[ends], prepend=0.0)
    return np.where(label > 0, width + LABEL_ROOM, 0.0)


class _Lane:
    """The bars of one lane, and from where to where each is seen: an instant that is open to one side is a mark at the
    other. Intervals begin and end at a moment each, instants do neither. Those of one record share a row; so does an
    event with the bar that it begins or ends: its side is -1 or 1, else 0, and `with_side` says which bar that is.
    """

    def __init__(self, arrays: BarArrays, bars: Ints) -> None:
        self._arrays, self._bars = arrays, bars
        a, *__, d = self._bounds
        self.is_instant = arrays.is_instant[bars]
        self._to_left, self._to_right = np.isinf(a), np.isinf(d)
        self.start = np.where(self.is_instant & self._to_left, d, a)
        self.end = np.where(self.is_instant & self._to_right, a, d)
        self.side, self.with_side = sides(arrays, bars)

    @property
    def _bounds(self) -> list[Floats]:
        return [of[self._bars] for of in self._arrays.bounds]

    def least_rows(self, mark: float, room: float) -> int:
        """Rows that are needed if each label takes no more than so much: as many instants as are at one place. Those
        that share the row of something else are not counted.
        """
        alone = self.is_instant & (self.side == 0)
        for of in (self._arrays.is_below, self._arrays.is_above):
            alone &= True if of is None else ~of[self._bars]
        start, has_label = self.start[alone], self._arrays.label[self._bars[alone]] > 0
        ends = np.maximum(self.end[alone], start + mark) + np.where(has_label, room, 0.0)
        begins, until = np.sort(start - mark, kind="stable"), np.sort(ends, kind="stable")  # nearly sorted as they are
        there = np.arange(1, len(begins) + 1) - np.searchsorted(until, begins, "right")
        return int(there.max(initial=0))

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

    # What only is asked for when the bars are gone through one by one

    @cached_property
    def records(self) -> list[int]:
        records = self._arrays.records(self._bars).tolist()
        joined = {records[n]: records[self.with_side[n]] for n in np.flatnonzero(self.side).tolist()}
        return [joined.get(record, record) for record in records] if joined else records

    @cached_property
    def open_sides(self) -> list[tuple[bool, bool]]:
        return list(zip(self._to_left.tolist(), self._to_right.tolist(), strict=True))

    @cached_property
    def moments(self) -> list[tuple[Moment | None, Moment | None]]:
        a, b, c, d = self._bounds
        first, last = _moments(a, b, self.is_instant), _moments(c, d, self.is_instant | (a == c))
        return list(zip(first, last, strict=True))


def _moments(lower: Floats, upper: Floats, are_none: Ints) -> list[Moment | None]:
    found = zip(lower.tolist(), upper.tolist(), are_none.tolist(), strict=True)
    return [None if is_none else (one, other) for one, other, is_none in found]


def _rows_with(lane: _Lane, mark: float, room: Floats, most: float) -> list[int]:
    """None at all if these would be more than `most`. A plan stays with what came of it."""
    before, behind = lane.beside(mark, room)
    begins = (lane.start - np.where(lane.is_instant, mark, before)).tolist()
    until = (np.maximum(lane.end + behind, lane.start + mark) + np.where(lane.side < 0, 0.0, room)).tolist()
    records, moments, open_sides = lane.records, lane.moments, lane.open_sides
    shelf, row_of = _Shelf(), dict[int, int]()
    for place in np.lexsort((lane.side != 0, lane.start - before)).tolist():
        record, (first, last), (to_left, to_right) = records[place], moments[place], open_sides[place]
        if record not in row_of:
            row_of[record] = shelf.row_for(begins[place], first, to_left)
            if row_of[record] >= most:
                return []
        shelf.take(row_of[record], until[place], last, to_right)
    return [row_of[record] for record in records]


class _Shelf:
    """The rows of a lane while it is filled from left to right. There are never so many that it would cost much to look
    at each.

    An interval may begin just where another ends, and at the same moment even if that is known only vaguely.
    An instant that is open to one side is a mark with a fine line to that side, along which other marks may stand,
    but no such line to the other side.
    """

    def __init__(self) -> None:
        self._until: list[float] = []  # how far each row is taken
        self._moment: list[Moment | None] = []  # at which the last in each row ends
        self._crossed: set[int] = set()  # the rows with a line to the right

    def row_for(self, begin: float, moment: Moment | None, is_open_to_left: bool) -> int:
        """The first row with room from a time on; a new one if none has any. An instant has no moment."""
        shut = self._crossed if is_open_to_left else ()
        for row, until in enumerate(self._until):
            if (until <= begin or (moment and self._moment[row] == moment)) and row not in shut:
                return row
        return len(self._until)

    def take(self, row: int, until: float, moment: Moment | None, is_open_to_right: bool) -> None:
        if row == len(self._until):
            self._until.append(-inf)
            self._moment.append(None)
        self._until[row], self._moment[row] = max(self._until[row], until), moment
        if is_open_to_right:
            self._crossed.add(row)
