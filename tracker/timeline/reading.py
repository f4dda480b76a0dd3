"""The bars in the order in which they are read: lane by lane, from left to right.

All that the stretch of time in view holds, the lanes that are scrolled out of sight included: who cannot see the
timeline, or uses keys alone, moves through the lanes without scrolling first.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import islice

from tracker.timeline.plan import Bar, Lane
from tracker.timeline.sight import Sight
from tracker.timeline.words import words

MOST = 1000  # nobody walks through more; closer in time there are fewer


@dataclass(frozen=True)
class Item:
    """One bar to be read. `identity` stays the same while one moves about, and when the plan is made anew."""

    index: int
    bar: Bar
    lane: Lane
    identity: tuple[object, ...]
    sight: Sight

    @cached_property
    def text(self) -> str:
        return words(self.bar, self.lane, self.sight.plan.zone)


def in_view(sight: Sight) -> tuple[list[Item], bool]:
    """The bars to be read now, and whether there are more than can be."""
    found = list(islice(_items(sight), MOST + 1))
    return found[:MOST], len(found) > MOST


def _items(sight: Sight) -> Iterator[Item]:
    rows, start, end = sight.rows, sight.scale.start, sight.scale.end
    seen: Counter[tuple[object, ...]] = Counter()
    for row in range(rows.count):
        lane = rows.plan.lanes[rows.lane_of_row(row)] if rows.plan.lanes else None
        for index in rows.visible(row, start, end):
            bar = rows.bar(index)
            if lane is None or bar.end_upper < start or bar.start_lower > end:
                continue
            same = (lane.key, bar.key, bar.look, bar.is_plan_of_actual)
            seen[same] += 1
            yield Item(index, bar, lane, (*same, seen[same]), sight)
