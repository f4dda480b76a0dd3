"""From bar to bar: in time through all lanes, along a lane, across to the next one. By arrays, however many."""

from collections.abc import Iterator

import numpy as np

from tracker.timeline.drawing.rows import Rows
from tracker.timeline.plans.bar_arrays import Floats


def in_time(rows: Rows, index: int | None, step: int) -> int | None:
    """The next bar of another record by its start (or the previous, with step -1); of equal starts the upper first.

    None at the end. Without a bar to begin at, the first or the last of all.
    """
    return _next(rows, range(len(rows.arrays)), index, step)


def along(rows: Rows, index: int, step: int) -> int | None:
    """The same within the bar's lane, whatever rows of it the bars are stacked in."""
    lane = rows.lane_of_row(rows.row_of(index))
    first, last = (int(rows.first[rows.lane_top[n]]) for n in (lane, lane + 1))
    return _next(rows, range(first, last), index, step)


def across(rows: Rows, index: int, step: int) -> int | None:
    """The bar of another record nearest in time in the next row that has one; None at the last."""
    row, here = rows.row_of(index) + step, rows.bar(index)
    while 0 <= row < rows.count:
        first, last = int(rows.first[row]), int(rows.first[row + 1])
        for place in np.argsort(_distances(rows.finest.start[first:last], here.start_lower), kind="stable"):
            if rows.bar(first + int(place)).key != here.key:
                return first + int(place)
        row += step
    return None


def nearest(rows: Rows, lane: int, step: int, time: float) -> int | None:
    """The bar of a lane nearest to a time; of a lane without any, if there is a step, of the next that has one."""
    while 0 <= lane < len(rows.plan.lanes):
        first, last = (int(rows.first[rows.lane_top[n]]) for n in (lane, lane + 1))
        if first < last:
            return first + int(np.argmin(_distances(rows.finest.start[first:last], time)))
        if not step:
            break
        lane += step
    return None


def _next(rows: Rows, among: range, index: int | None, step: int) -> int | None:
    """The plan of what came about is no place to stop at: it is seen with its bar."""
    key = rows.bar(index).key if index is not None else None
    for place in _onwards(rows.finest.start[among.start : among.stop], among, index, step):
        bar = rows.bar(place)
        if bar.key != key and not bar.is_plan_of_actual:
            return place
    return None


def _onwards(starts: Floats, among: range, index: int | None, step: int) -> Iterator[int]:
    """The places that come after one, nearest first; all of them without one."""
    order = np.argsort(starts, kind="stable")
    at = -1 if index is None else int(np.flatnonzero(order == index - among.start)[0])
    after = order[at + 1 :] if step > 0 else order[: at if index is not None else None][::-1]
    return (among.start + int(place) for place in after)


def _distances(starts: Floats, start: float) -> Floats:
    """An open start is at no distance from another."""
    with np.errstate(invalid="ignore"):
        return np.nan_to_num(np.abs(starts - start), nan=0.0, posinf=np.inf)
