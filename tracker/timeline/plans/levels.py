"""What of many bars shows in a stretch of time, and coarser levels of them: where bars are narrower than
a pixel, those of one pixel are made one beforehand, so that a million cost no more than a screenful.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from tracker.timeline.plans.bar_arrays import Array, Floats

Ints = NDArray[np.int64]
MIXED = -2  # the slot of merged bars of several colours
FEW = 4096  # bars that need no coarser level
COARSER = 2.0  # levels that are nearer take more memory, and less time where one has just not been reached
MARGIN, WIDEST = 0.5, 4.0  # of a view: what is searched on either side of it, and in all until it is searched anew


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """Bars of a level from left to right in each row, and how many of the finest each stands for."""

    place: Ints
    row: Ints
    start: Floats
    end: Floats
    slot: Array
    count: Array

    def only(self, chosen: Array) -> Found:
        parts: list[Array] = [self.place, self.row, self.start, self.end, self.slot, self.count]
        places = np.flatnonzero(chosen)
        return Found(*(part[places] for part in parts))


@dataclass(frozen=True, slots=True, eq=False)
class Level:
    """Bars sorted by row, then by start; those of row r are `first[r]` to `first[r + 1]`. What is narrower than
    `resolution` seconds is merged. `index` is the first bar of each, and one past the last; None if each is its own.
    `reach` is how far any bar of the row up to this one goes, so that both ends of what is in view are found
    by bisection. `told` counts the bars before each of the finest level that are told in numbers, where not all are:
    a plan under what came of it is no other thing.
    """

    resolution: float
    start: Floats
    end: Floats
    slot: Array
    index: Array | None
    first: Ints
    reach: Floats
    told: Array | None = None
    _views: dict[int, tuple[int, Floats, Floats]] = field(default_factory=dict)
    _wide: list[tuple[range, float, float, Found]] = field(default_factory=list)  # what was found last

    def slice_of(self, row: int, lower: float, upper: float) -> tuple[int, int]:
        """From and to which of a row's bars some may show between two times."""
        begin, reach, start = self._view_of(row)
        return begin + int(reach.searchsorted(lower)), begin + int(start.searchsorted(upper, "right"))

    def _view_of(self, row: int) -> tuple[int, Floats, Floats]:
        if row not in self._views:
            begin, end = int(self.first[row]), int(self.first[row + 1])
            self._views[row] = begin, self.reach[begin:end], self.start[begin:end]
        return self._views[row]

    def finest_of(self, place: int) -> range:
        """Which of the finest bars one of this level is made of."""
        return range(place, place + 1) if self.index is None else range(*self.index[place : place + 2].tolist())

    def between(self, rows: range, lower: float, upper: float) -> Found:
        """All that shows between two times. While a view moves, it stays for some frames within a wider stretch
        that is searched but once.
        """
        if not self._wide or not _is_within(self._wide[0], rows, lower, upper):
            margin = (upper - lower) * MARGIN
            self._wide[:] = [(rows, lower - margin, upper + margin, self._search(rows, lower - margin, upper + margin))]
        found = self._wide[0][3]
        shows = (found.start <= upper) & (found.end >= lower)
        return found if shows.all() else found.only(shows)

    def _search(self, rows: range, lower: float, upper: float) -> Found:
        """All that may show."""
        ends = np.array([self.slice_of(row, lower, upper) for row in rows], dtype=np.int64).reshape(-1, 2)
        many = np.maximum(ends[:, 1] - ends[:, 0], 0)
        before = np.cumsum(many) - many
        place = np.arange(many.sum()) + np.repeat(ends[:, 0] - before, many)
        row = np.repeat(np.arange(rows.start, rows.stop), many)
        return Found(place, row, self.start[place], self.end[place], self.slot[place], self._counts(place))

    def _counts(self, place: Ints) -> Array:
        if self.index is None and self.told is None:
            return np.ones(len(place), dtype=np.int32)
        begin, end = (place, place + 1) if self.index is None else (self.index[place], self.index[place + 1])
        return end - begin if self.told is None else self.told[end] - self.told[begin]


def _is_within(wide: tuple[range, float, float, Found], rows: range, lower: float, upper: float) -> bool:
    """Whether a search holds all of a view, and not much more."""
    return wide[0] == rows and wide[1] <= lower and upper <= wide[2] and wide[2] - wide[1] <= WIDEST * (upper - lower)


def reach_of(ends: Floats, first: Ints) -> Floats:
    """The same array where each bar ends after those before it."""
    if len(ends) < 2:
        return ends
    rises = ends[1:] >= ends[:-1]
    inner = first[1:-1]
    rises[inner[(inner > 0) & (inner < len(ends))] - 1] = True
    if rises.all():
        return ends
    reach = ends.copy()
    for begin, end in zip(first[:-1].tolist(), first[1:].tolist(), strict=True):
        np.maximum.accumulate(reach[begin:end], out=reach[begin:end])
    return reach


def pyramid(finest: Level) -> list[Level]:
    """The level with every bar, and those above it, each with fewer."""
    found = [finest]
    for resolution in _resolutions(finest):
        made = _merged(found[-1], resolution)
        if len(made.start) < len(found[-1].start) * 0.7:
            found.append(made)
    return found


def _resolutions(finest: Level) -> Iterator[float]:
    """From where neighbours begin to share a pixel to where a whole row is one."""
    starts = finest.start[np.isfinite(finest.start)]
    if len(starts) < FEW:
        return
    gaps = np.abs(np.diff(starts[:: max(1, len(starts) // 100_000)])) / max(1, len(starts) // 100_000)
    gaps = gaps[gaps > 0]
    extent = float(starts.max() - starts.min())
    resolution = 2 * float(np.partition(gaps, len(gaps) // 2)[len(gaps) // 2]) if len(gaps) else extent
    while 0 < resolution < extent:
        yield resolution
        resolution *= COARSER


def _merged(level: Level, resolution: float) -> Level:
    """What is narrow and begins in one cell of the resolution becomes one, as wide as it is together."""
    narrow = level.end - level.start < resolution
    cell = np.floor(level.start / resolution)
    is_new = np.ones(len(cell), dtype=np.bool_)
    is_new[1:] = (cell[1:] != cell[:-1]) | ~narrow[1:] | ~narrow[:-1]
    is_new[level.first[:-1][level.first[:-1] < len(cell)]] = True
    begins = np.flatnonzero(is_new)
    bounds = np.append(begins, len(cell))
    least, most = (f.reduceat(level.slot, begins) for f in (np.minimum, np.maximum))
    end = np.maximum.reduceat(level.end, begins)
    first = np.searchsorted(begins, level.first).astype(np.int64)
    return Level(
        resolution,
        level.start[begins],
        end,
        np.where(least == most, least, MIXED).astype(np.int16),
        bounds.astype(np.int32) if level.index is None else level.index[bounds],
        first,
        reach_of(end, first),
        level.told,
    )
