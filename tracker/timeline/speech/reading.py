"""The bars in the order in which they are read: lane by lane, from left to right; as they are seen, those of a band
together, but for what is selected.

All that the stretch of time in view holds, the lanes that are scrolled out of sight included: who cannot see the
timeline, or uses keys alone, moves through the lanes without scrolling first.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from itertools import islice

import numpy as np

from tracker.timeline.drawing import crowd, density
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.plans.plan import Bar, Lane
from tracker.timeline.plans.words import band_words, words
from tracker.timeline.viewing.sight import Sight

MOST = 1000  # nobody walks through more; closer in time there are fewer


@dataclass(frozen=True)
class Item:
    """One bar to be read, or a band of many. `identity` stays the same while one moves about, and when the plan is
    made anew.
    """

    index: int
    bar: Bar
    lane: Lane
    identity: tuple[object, ...]
    zone: tzinfo
    band: Placed | None = None  # what the bar stands for many in

    @cached_property
    def text(self) -> str:
        if self.band is not None:
            return band_words(self.band.count, self.bar, self.lane, self.zone)
        return words(self.bar, self.lane, self.zone)


def in_view(sight: Sight) -> tuple[list[Item], bool]:
    """The bars to be read now, and whether there are more than can be: then those from the lanes in sight on."""
    every = range(sight.rows.count)
    count = crowd.in_sight(sight.frame, every).count
    if int(np.where(count >= density.MANY, 1, count).sum()) <= MOST:
        return list(_items(sight, every)), False
    seen = sight.frame.parts[-1].rows_in_view()
    return list(islice(_items(sight, range(sight.frame.pinned), range(seen.start, sight.rows.count)), MOST)), True


def _items(sight: Sight, *parts: range) -> Iterator[Item]:
    rows, seen = sight.rows, Counter[tuple[object, ...]]()
    for row, index, band in (one for part in parts if part for one in _shown(sight, part)):
        lane = rows.plan.lanes[rows.lane_of_row(row)]
        if band is not None:
            yield Item(-1, band.bar, lane, (lane.key, "band", index), rows.plan.zone, band)
            continue
        bar = rows.bar(index)
        same = (lane.key, bar.key, bar.look, bar.is_plan_of_actual)
        seen[same] += 1
        yield Item(index, bar, lane, (*same, seen[same]), rows.plan.zone)


def _shown(sight: Sight, part: range) -> Iterator[tuple[int, int, Placed | None]]:
    """The row and the bar of all that shows; of a band its first bar and the band."""
    rows, scale = sight.rows, sight.scale
    things, dense = density.gathered(sight.frame, crowd.in_sight(sight.frame, part))
    chosen = rows.of_key(sight.selected) if sight.selected else []
    bands = density.bands(sight.frame, things, dense) if dense else iter(())
    for row, place, count in zip(things.row.tolist(), things.place.tolist(), things.count.tolist(), strict=True):
        bars = things.level.finest_of(place)
        if count >= density.MANY:
            band = next(bands)
            yield row, bars.start, band
            yield from ((row, index, None) for index in chosen if _hides(sight, row, band, index))
            continue
        for index in bars:
            if rows.finest.start[index] <= scale.end and rows.finest.end[index] >= scale.start:
                yield row, index, None


def _hides(sight: Sight, row: int, band: Placed, index: int) -> bool:
    """Whether what is selected is one of a band's: it is drawn over it."""
    rows, narrow = sight.rows, density.WIDE * sight.scale.seconds_per_pixel
    start, end = float(rows.finest.start[index]), float(rows.finest.end[index])
    is_inside = rows.row_of(index) == row and band.bar.start_lower <= start <= band.bar.end_upper
    return is_inside and end - start < narrow
