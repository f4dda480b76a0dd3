"""The bars of collapsed groups: those that touch as one, which stays as soft and as sure as they are together.

As arrays throughout: of a million bars none is made for this.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np

from tracker.i18n import _, counted
from tracker.timeline.plans.bar_arrays import Array, BarArrays, Floats, arrays_of
from tracker.timeline.plans.levels import Ints
from tracker.timeline.plans.plan import NEUTRAL, Bar, Look, Plan


@dataclass(frozen=True, slots=True, eq=False)
class Lots:
    """For each lane of a plan the lane that its bars go to, -1 for none, and whether they are condensed there."""

    target: Ints
    is_folded: Array

    @classmethod
    def none(cls, count: int) -> Lots:
        return cls(np.full(count, -1, dtype=np.int64), np.zeros(count, dtype=np.bool_))

    def keep(self, place: int, target: int) -> None:
        self.target[place] = target

    def fold(self, place: int, target: int) -> None:
        self.target[place], self.is_folded[place] = target, True


@dataclass(frozen=True, slots=True, eq=False)
class Runs:
    """Bars that touch one another, by what owns them: `order` sorts the bars, each run begins at one of `begins`."""

    order: Ints
    begins: Ints
    owner: Array
    start: Floats
    end: Floats

    def reduced(self, by: np.ufunc, of: Array) -> Array:
        return by.reduceat(of[self.order], self.begins) if len(self.begins) else of[:0]


def runs(owner: Array, start: Floats, end: Floats) -> Runs:
    """What has an owner of -1 is left out."""
    order = np.lexsort((start, owner))
    order = order[np.searchsorted(owner[order], 0) :]
    owner, start, end = owner[order], start[order], end[order]
    if len(order) == 0:
        return Runs(order, order, owner, start, end)
    first = float(start.min())
    apart = float(end.max()) - first + 1.0  # keeps owners from one another, so that all are searched at once
    reach = np.maximum.accumulate(end - first + owner * apart)
    is_new = np.ones(len(order), dtype=np.bool_)
    is_new[1:] = start[1:] - first + owner[1:] * apart > reach[:-1]
    begins = np.flatnonzero(is_new)
    return Runs(order, begins, owner[begins], start[begins], np.maximum.reduceat(end, begins))


def _finite(plan: Plan, arrays: BarArrays) -> tuple[Floats, Floats]:
    """Starts and ends; what is open reaches as far as anything does."""
    lower, upper = plan.extent
    start, end = np.clip(arrays.start_lower, lower, upper), np.clip(arrays.end_upper, lower, upper)
    return start, np.maximum(start, end)


def _arrays(plan: Plan) -> BarArrays:
    return arrays_of(plan.bars, [lane.key for lane in plan.lanes])


def starts(plan: Plan, owners: Sequence[int]) -> list[float]:
    """When the first bar of each owner begins; infinite without any. `owners` names one for each lane, or -1."""
    arrays = _arrays(plan)
    owner = np.array(owners, dtype=np.int64)[arrays.lane]
    found = np.full(len(owners), np.inf)
    np.minimum.at(found, owner[owner >= 0], _finite(plan, arrays)[0][owner >= 0])
    return [float(time) for time in found]


def lengths(plan: Plan, owners: Sequence[int]) -> list[float]:
    """For how many seconds there is any bar of each owner."""
    arrays = _arrays(plan)
    found = runs(np.array(owners, dtype=np.int64)[arrays.lane], *_finite(plan, arrays))
    return [float(sum_) for sum_ in np.bincount(found.owner, found.end - found.start, len(owners))]


def condensed(plan: Plan, lots: Lots, lanes: Sequence[str]) -> BarArrays:
    """The bars in the lanes they go to; those of collapsed groups as summaries. `lanes` are the lanes' new keys."""
    arrays = _arrays(plan)
    target, is_folded = lots.target[arrays.lane], lots.is_folded[arrays.lane]
    target = np.where(is_folded & (arrays.look == Look.COUNT), -1, target)  # no sum of numbers is one of people
    if not is_folded.any() and (target >= 0).all():
        return replace(arrays, lane=target.astype(np.int32), lanes=tuple(lanes))
    kept = np.flatnonzero(~is_folded & (target >= 0))
    found = runs(np.where(is_folded, target * len(Look) + arrays.look, -1), *_finite(plan, arrays))
    return _joined(arrays, kept, target[kept], _Summaries(arrays, found, tuple(lanes), target[kept]))


class _Summaries:
    """One bar for each run, as wide and as soft as all of it together; thin where the group has bars of its own."""

    def __init__(self, arrays: BarArrays, found: Runs, lanes: tuple[str, ...], taken: Ints) -> None:
        self._arrays, self._runs, self.lanes = arrays, found, lanes
        self.lane, self.look = found.owner // len(Look), found.owner % len(Look)
        self.is_thin = np.isin(self.lane, taken)
        self.start_lower = found.reduced(np.minimum, arrays.start_lower)
        self.start_upper = found.reduced(np.minimum, arrays.start_upper)
        self.end_lower = found.reduced(np.maximum, arrays.end_lower)
        self.end_upper = found.reduced(np.maximum, arrays.end_upper)
        least, most = found.reduced(np.minimum, arrays.slot), found.reduced(np.maximum, arrays.slot)
        self.slot = np.where(least == most, least, NEUTRAL)
        self._counts = np.diff(np.append(found.begins, len(found.order)))

    def key(self, index: int) -> str:
        return self._arrays.key(int(self._runs.order[self._runs.begins[index]]))

    def bar(self, index: int) -> Bar:
        """It is chosen for the first of its members; `holding` tells for whom else it stands."""
        return Bar(
            self.key(index),
            self.lanes[self.lane[index]],
            float(self.start_lower[index]),
            float(self.start_upper[index]),
            float(self.end_lower[index]),
            float(self.end_upper[index]),
            look=Look(int(self.look[index])),
            slot=int(self.slot[index]),
            tell=partial(_in_words, int(self._counts[index])),
            locked=_("Expand the group to change what is in it."),
            is_summary=bool(self.is_thin[index]),
        )

    def holding(self, index: int) -> int:
        """Which of them a bar is in; -1 if it is in none."""
        return int(self._run_of[index])

    @cached_property
    def _run_of(self) -> Array:
        found = np.full(len(self._arrays), -1, dtype=np.int32)
        found[self._runs.order] = np.repeat(np.arange(len(self._counts)), self._counts)
        return found


def _joined(arrays: BarArrays, kept: Ints, lane: Ints, summaries: _Summaries) -> BarArrays:
    """The bars that stay bars, then the summaries."""

    def traits(of: Array, more: Array | bool | int) -> Array:
        return np.concatenate([of[kept], np.broadcast_to(np.asarray(more, dtype=of.dtype), summaries.lane.shape)])

    def rare(of: Array | None, more: Array | bool = False) -> Array | None:
        if of is None and not np.any(more):
            return None
        return traits(np.zeros(len(arrays), dtype=np.bool_) if of is None else of, more)

    start, end = (
        traits(*pair) for pair in ((arrays.start_lower, summaries.start_lower), (arrays.end_upper, summaries.end_upper))
    )
    is_sharp = arrays.start_lower is arrays.start_upper, arrays.end_lower is arrays.end_upper
    return replace(
        arrays,
        lane=np.concatenate([lane, summaries.lane]).astype(np.int32),
        start_lower=start,
        start_upper=start if is_sharp[0] else traits(arrays.start_upper, summaries.start_upper),
        end_lower=end if is_sharp[1] else traits(arrays.end_lower, summaries.end_lower),
        end_upper=end,
        look=traits(arrays.look, summaries.look),
        slot=traits(arrays.slot, summaries.slot),
        is_instant=traits(arrays.is_instant, False),
        label=traits(arrays.label, 0),
        lanes=summaries.lanes,
        is_below=rare(arrays.is_below, summaries.is_thin),
        is_above=rare(arrays.is_above),
        is_step=rare(arrays.is_step),
        marks=rare(arrays.marks),
        record=traits(arrays.records(np.arange(len(arrays))), len(arrays) + np.arange(len(summaries.lane))),
        key=partial(_key, arrays, kept, summaries),
        find=partial(_find, arrays, kept, summaries),
        make=partial(_make, arrays, kept, summaries),
    )


def _key(arrays: BarArrays, kept: Ints, summaries: _Summaries, index: int) -> str:
    return arrays.key(int(kept[index])) if index < len(kept) else summaries.key(index - len(kept))


def _make(arrays: BarArrays, kept: Ints, summaries: _Summaries, index: int) -> Bar:
    return arrays[int(kept[index])] if index < len(kept) else summaries.bar(index - len(kept))


def _find(arrays: BarArrays, kept: Ints, summaries: _Summaries, key: str) -> list[int]:
    """The bars of a record that stay, without any the summaries that they are in."""
    known = [index for index in arrays.find(key) if index < len(arrays)]
    places = [(int(np.searchsorted(kept, index)), index) for index in known]
    found = [place for place, index in places if place < len(kept) and kept[place] == index]
    inside = {summaries.holding(index) for index in known} - {-1}
    return found or sorted(len(kept) + one for one in inside)


def _in_words(count: int) -> str:
    return counted("{n} bar, collapsed", "{n} bars, collapsed", count)
