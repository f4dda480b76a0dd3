"""All that shows in a stretch of time, in whichever lane: gathered once, however long one walks about in it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np

from tracker.timeline.drawing import crowd, density
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.plans.levels import Ints
from tracker.timeline.plans.plan import Lane
from tracker.timeline.plans.tree import above, groups


class Stretch:
    """What shows is counted lane by lane, from left to right; a band is one thing."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.things, self._dense = density.gathered(frame, crowd.in_sight(frame, range(frame.rows.count)))
        self._is_band = density.are_bands(self.things)
        tops = np.array(frame.rows.lane_top)
        self._begins: Ints = np.searchsorted(self.things.row, tops)

    def shows(self, frame: Frame) -> bool:
        """Whether it is all that shows in another frame as well."""
        return self.frame.rows is frame.rows and self.frame.scale == frame.scale

    def count(self, lanes: range) -> int:
        """How many bars and bands some lanes hold."""
        things = slice(int(self._begins[lanes.start]), int(self._begins[lanes.stop]))
        return int(np.where(self._is_band, 1, np.maximum(self.things.count, 1))[things].sum())

    @cached_property
    def lanes(self) -> list[int]:
        """Those that hold something."""
        found: list[int] = np.flatnonzero(np.diff(self._begins)).tolist()
        return found

    @cached_property
    def folding(self) -> frozenset[str]:
        """The lanes that can be collapsed, or are."""
        return frozenset(groups(self.frame.rows.plan.lanes))

    @cached_property
    def above(self) -> dict[str, Lane]:
        """The lane that each is directly below."""
        return above(self.frame.rows.plan.lanes)

    def things_of(self, lane: int) -> range:
        return range(*self._begins[lane : lane + 2].tolist())

    def is_band(self, thing: int) -> bool:
        return bool(self._is_band[thing])

    def row_of(self, thing: int) -> int:
        return int(self.things.row[thing])

    def first_of(self, thing: int) -> int:
        """Its first bar, by which a band is known."""
        return self.things.level.finest_of(int(self.things.place[thing])).start

    def bars_of(self, thing: int) -> list[int]:
        """The bars that it is, where it is no band."""
        level, scale = self.frame.rows.finest, self.frame.scale
        inside = self.things.level.finest_of(int(self.things.place[thing]))
        return [n for n in inside if level.start[n] <= scale.end and level.end[n] >= scale.start]

    def band(self, thing: int) -> Placed:
        """A band with what there is to say of it."""
        assert self._dense is not None
        return density.band(self.frame, self.things, self._dense, thing)

    def hidden(self, bars: Iterable[int]) -> dict[int, list[int]]:
        """Which of some bars are in a band, each with its band: what is selected is drawn over it."""
        found: dict[int, list[int]] = {}
        for index in bars:
            thing = self._band_around(index)
            if thing is not None:
                found.setdefault(thing, []).append(index)
        return found

    def _band_around(self, index: int) -> int | None:
        rows, scale = self.frame.rows, self.frame.scale
        start, end = float(rows.finest.start[index]), float(rows.finest.end[index])
        if self._dense is None or end - start >= density.WIDE * scale.seconds_per_pixel:
            return None
        x = min(max(scale.x(start), scale.left - crowd.BEYOND), scale.right + crowd.BEYOND)
        of = self.things
        near = self._is_band & (of.row == rows.row_of(index)) & (of.left - 1 <= x) & (x <= of.right + 1)
        told = ((thing, self.band(thing).bar) for thing in np.flatnonzero(near).tolist())
        return next((thing for thing, bar in told if bar.start_lower <= start <= bar.end_upper), None)
