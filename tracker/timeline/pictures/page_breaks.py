"""Where the lanes of a picture are cut into pages, and what goes on from the page before."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np

from tracker.i18n import _
from tracker.timeline.drawing.rows import Rows
from tracker.timeline.plans.plan import Lane, Plan

FEW_LANES = 3  # of such a height that a page holds: higher ones are cut where it ends


def bands_of(rows: Rows, capacity: int) -> Iterable[Plan]:
    """The plan cut after so many rows. A lane that is cut goes on, and so do the headings above it."""
    first = 0
    while first < rows.count:
        above = _headings(rows, first)[: capacity - 1]
        last = _end(rows, first, min(rows.count, first + capacity - len(above)))
        yield _band(rows, above, first, last)
        first = last


def _headings(rows: Rows, row: int) -> list[Lane]:
    """Those that the lane of a row stands under, if they are on a page before."""
    lanes, at = rows.plan.lanes, rows.lane_of_row(row)
    found: list[Lane] = []
    level = lanes[at].level
    for lane in reversed(lanes[:at]):
        if lane.level < level:
            found.insert(0, _continued(lane))
            level = lane.level
    return found


def _continued(lane: Lane) -> Lane:
    return replace(lane, name=_("{name}, continued").format(name=lane.name), count=None, stacks=False)


def _end(rows: Rows, first: int, last: int) -> int:
    """No lane is cut that a page can hold with much else, and no heading is left alone at the foot of a page."""
    lanes = rows.plan.lanes
    if last < rows.count:
        at = rows.lane_of_row(last)
        begin, rest = rows.lane_top[at], rows.lane_top[at + 1]
        if first < begin < last and (rest - begin) * FEW_LANES <= last - first:
            last = begin
        while last - 1 > first and _is_heading_row(rows, lanes, last - 1):
            last -= 1
    return last


def _is_heading_row(rows: Rows, lanes: Sequence[Lane], row: int) -> bool:
    """Whether the lane that begins there has others below it; a group that is collapsed is a lane as any."""
    at = rows.lane_of_row(row)
    heads = lanes[at].is_group and at + 1 < len(lanes) and lanes[at + 1].level > lanes[at].level
    return heads and rows.lane_top[at] == row


def _band(rows: Rows, above: Sequence[Lane], first: int, last: int) -> Plan:
    begin, end = rows.lane_of_row(first), rows.lane_of_row(last - 1)
    lanes = list(rows.plan.lanes[begin : end + 1])
    if rows.lane_top[begin] < first:
        lanes[0] = replace(lanes[0], name=_continued(lanes[0]).name)
    here = np.arange(rows.first[first], rows.first[last])
    places, lanes = here if rows.order is None else np.sort(rows.order[here]), [*above, *lanes]
    return replace(rows.plan, lanes=tuple(lanes), bars=rows.arrays.only(places, [lane.key for lane in lanes]))
