"""The bars as arrays, each in the row where it is drawn: what the painter and the mouse search.

Rows are counted from the top of the whole timeline; a lane has one, or several if it stacks.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tracker.timeline.plan import Bar, Plan

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
DIAMOND = 10.0
LABEL_ROOM = 14.0  # pixels around a label that belong to it


@dataclass(frozen=True, slots=True)
class Rows:
    """Struct of arrays, sorted by row, then by start. `bars` are in the same order.

    The bars of row r are `first[r]` to `first[r + 1]`; `reach` is how far any bar up to this one
    goes, so that both ends of what is in view are found by bisection.
    """

    plan: Plan
    bars: tuple[Bar, ...]
    start_lower: Floats
    start_upper: Floats
    end_lower: Floats
    end_upper: Floats
    row: Ints
    first: Ints
    reach: Floats
    lane_top: tuple[int, ...]  # the first row of each lane, and one past the last lane
    paired: frozenset[str]  # keys of which both the plan and what came of it are here

    @property
    def count(self) -> int:
        return self.lane_top[-1]

    def visible(self, row: int, lower: float, upper: float) -> range:
        """The bars of a row that may show between two times."""
        begin, end = int(self.first[row]), int(self.first[row + 1])
        return range(
            begin + int(np.searchsorted(self.reach[begin:end], lower, side="left")),
            begin + int(np.searchsorted(self.start_lower[begin:end], upper, side="right")),
        )

    def lane_of_row(self, row: int) -> int:
        return int(np.searchsorted(self.lane_top, row, side="right")) - 1

    def of_key(self, key: str) -> list[int]:
        """The bars of a record, what really happened first; without any, those that stand for it."""
        found = [i for i, bar in enumerate(self.bars) if bar.key == key]
        found = found or [i for i, bar in enumerate(self.bars) if key in bar.also]
        return sorted(found, key=lambda i: self.bars[i].look)


def arrange(plan: Plan, seconds_per_pixel: float, text_width: Callable[[str], float]) -> Rows:
    """Gives every bar its row. Where lanes stack, labels get room at the given scale; the rows
    stay as they are while one zooms, so that nothing jumps.
    """
    by_lane: dict[str, list[Bar]] = {lane.key: [] for lane in plan.lanes}
    for bar in plan.bars:
        by_lane[bar.lane].append(bar)
    tops, placed = [0], []
    for lane in plan.lanes:
        bars = sorted(by_lane[lane.key], key=lambda bar: (bar.start_lower, bar.look))
        widths = [_width(bar, seconds_per_pixel, text_width) for bar in bars] if lane.stacks else []
        rows = _stacked(bars, widths, seconds_per_pixel) if lane.stacks else [0] * len(bars)
        placed += [(tops[-1] + row, bar) for row, bar in zip(rows, bars, strict=True)]
        tops.append(tops[-1] + max(rows, default=0) + 1)
    return _packed(plan, placed, tops)


def _width(bar: Bar, seconds_per_pixel: float, text_width: Callable[[str], float]) -> float:
    """Seconds from its start to the end of its label, if that stands to the right."""
    if not bar.label or not bar.is_instant:
        return 0.0
    return (text_width(bar.label) + LABEL_ROOM) * seconds_per_pixel


def _stacked(bars: Sequence[Bar], widths: Sequence[float], seconds_per_pixel: float) -> list[int]:
    """The first row in which each bar touches nothing; a plan stays with what came of it."""
    taken: list[float] = []
    row_of: dict[str, int] = {}
    rows = []
    half = DIAMOND * seconds_per_pixel
    for bar, width in zip(bars, widths, strict=True):
        free = (row for row, until in enumerate(taken) if until <= bar.start_lower - half)
        row = row_of.setdefault(bar.key, next(free, len(taken)))
        end = max(bar.end_upper, bar.start_lower + half) + width
        if row == len(taken):
            taken.append(end)
        taken[row] = max(taken[row], end)
        rows.append(row)
    return rows


def _packed(plan: Plan, placed: list[tuple[int, Bar]], tops: list[int]) -> Rows:
    placed.sort(key=lambda item: (item[0], item[1].start_lower))
    bars = tuple(bar for _, bar in placed)
    row = np.array([row for row, _ in placed], dtype=np.int64)
    first = np.searchsorted(row, np.arange(tops[-1] + 1))
    ends = np.array([bar.end_upper for bar in bars], dtype=np.float64)
    return Rows(
        plan,
        bars,
        np.array([bar.start_lower for bar in bars], dtype=np.float64),
        np.array([bar.start_upper for bar in bars], dtype=np.float64),
        np.array([bar.end_lower for bar in bars], dtype=np.float64),
        ends,
        row,
        first,
        _reach(ends, first),
        tuple(tops),
        frozenset(bar.key for bar in bars if bar.is_plan_of_actual),
    )


def _reach(ends: Floats, first: Ints) -> Floats:
    reach = ends.copy()
    for begin, end in _slices(first):
        np.maximum.accumulate(reach[begin:end], out=reach[begin:end])
    return reach


def _slices(first: Ints) -> Iterator[tuple[int, int]]:
    yield from zip(first[:-1].tolist(), first[1:].tolist(), strict=True)
