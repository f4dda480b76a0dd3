"""Bars as arrays, one for each of their traits: what is drawn and searched a million at a time.

A plan is made of `Bar` objects where bars are few; where they are many, from arrays directly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from operator import attrgetter
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from tracker.timeline.plans.lazy_texts import texts_at
from tracker.timeline.plans.plan import NEUTRAL, Bar, Look

Array = NDArray[Any]
Floats = NDArray[np.float64]
TRAITS = (
    *("start_lower", "start_upper", "end_lower", "end_upper", "look", "slot", "is_instant", "label"),
    *("is_below", "is_above", "is_step", "marks", "record"),
)
COLUMNS = (
    *("key", "lane", "start_lower", "start_upper", "end_lower", "end_upper", "look", "slot", "is_instant", "label"),
    *("is_plan_of_actual", "is_summary", "count"),
)


def _text(number: int) -> str:
    return str(number)


def _number(key: str) -> Sequence[int]:
    return [int(key)] if key.isdecimal() else []


@dataclass(frozen=True, slots=True, eq=False)
class BarArrays(Sequence[Bar]):
    """As many bars as each array is long; an array may stand in two places where the ends are sharp.

    `lane` counts the plan's lanes, `label` the `texts`, of which the first is empty. What is rare is None where no bar
    has it. `record` counts the records, of which some have several bars; without it each has one. `key` names the
    record of a bar, `find` says which bars a record has; `make` gives the whole bar, for a tool tip or a drag, None
    if there is no more to it than the arrays tell.
    """

    lane: Array
    start_lower: Floats
    start_upper: Floats
    end_lower: Floats
    end_upper: Floats
    look: Array
    slot: Array
    is_instant: Array
    label: Array
    lanes: tuple[str, ...]
    texts: Sequence[str] = ("",)
    is_below: Array | None = None  # thin under others: a plan under what came of it, what a collapsed group holds
    is_above: Array | None = None  # what came of a plan that lies below it
    is_step: Array | None = None  # of a head count
    marks: Array | None = None  # those that the other arrays do not tell of, as `Bar.marks`
    record: Array | None = None
    key: Callable[[int], str] = _text
    find: Callable[[str], Sequence[int]] = _number
    make: Callable[[int], Bar | None] | None = None

    def __len__(self) -> int:
        return len(self.start_lower)

    @overload
    def __getitem__(self, index: int) -> Bar: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Bar]: ...
    def __getitem__(self, index: int | slice) -> Bar | Sequence[Bar]:
        if isinstance(index, slice):
            return tuple(self[n] for n in range(*index.indices(len(self))))
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        whole = self.make(index % len(self)) if self.make else None
        return self.made(index % len(self)) if whole is None else whole

    def made(self, index: int) -> Bar:
        """A bar of what the arrays tell."""
        return Bar(
            self.key(index),
            self.lanes[self.lane[index]],
            float(self.start_lower[index]),
            float(self.start_upper[index]),
            float(self.end_lower[index]),
            float(self.end_upper[index]),
            is_instant=bool(self.is_instant[index]),
            look=Look(int(self.look[index])),
            slot=int(self.slot[index]),
            label=self.texts[self.label[index]],
        )

    def labels(self, bars: Array) -> Sequence[str]:
        """What is written beside some of them."""
        return texts_at(self.texts, self.label[bars])

    def records(self, bars: Array) -> Array:
        """Which record each of some bars is of, as numbers."""
        return bars if self.record is None else self.record[bars]

    def only(self, kept: Array, lanes: Sequence[str]) -> BarArrays:
        """Some of the bars, in rising order, in those of the lanes that they need."""
        number = {lane: n for n, lane in enumerate(lanes)}
        renumbered = np.array([number.get(lane, 0) for lane in self.lanes], dtype=np.int32)
        traits = {trait: of[kept] for trait in TRAITS if (of := getattr(self, trait)) is not None}
        return replace(
            self,
            lane=renumbered[self.lane[kept]],
            lanes=tuple(lanes),
            **traits,
            key=lambda n: self.key(int(kept[n])),
            find=lambda key: _places_of(self.find(key), kept),
            make=lambda n: self[int(kept[n])],
        )

    @property
    def bounds(self) -> tuple[Floats, Floats, Floats, Floats]:
        """Between which times each begins, and between which it ends."""
        return self.start_lower, self.start_upper, self.end_lower, self.end_upper

    def extent(self) -> tuple[float, float] | None:
        """From the first to the last time that is known; None if none is."""
        parts = {id(part): (part, np.isfinite(part)) for part in self.bounds}.values()  # some may be the same
        lower = min(float(np.min(part, initial=np.inf, where=known)) for part, known in parts)
        upper = max(float(np.max(part, initial=-np.inf, where=known)) for part, known in parts)
        return (lower, upper) if lower <= upper else None


def beyond(bars: BarArrays, span: tuple[float, float]) -> Array:
    """Which of the bars lie wholly before or after a stretch of time."""
    outside: Array = (bars.end_upper < span[0]) | (bars.start_lower > span[1])
    return outside


def intervals(
    lane: Array,
    start: Floats,
    end: Floats,
    lanes: Sequence[str],
    slot: Array | None = None,
    label: Array | None = None,
    texts: Sequence[str] = ("",),
) -> BarArrays:
    """Actual intervals with sharp ends; what they do not differ in takes no memory."""
    many = len(start)
    return BarArrays(
        lane,
        start,
        start,
        end,
        end,
        look=alike(Look.ACTUAL, many),
        slot=alike(NEUTRAL, many) if slot is None else slot,
        is_instant=alike(False, many),
        label=alike(0, many) if label is None else label,
        lanes=tuple(lanes),
        texts=texts,
    )


def alike(value: int, many: int) -> Array:
    """The same for all, in the memory of one."""
    return np.broadcast_to(np.array(value, dtype=np.bool_ if isinstance(value, bool) else np.int16), many)


def arrays_of(bars: Sequence[Bar], lanes: Sequence[str]) -> BarArrays:
    """The same bars as arrays."""
    if isinstance(bars, BarArrays):
        return bars
    place = {lane: n for n, lane in enumerate(lanes)}
    keys, of_lane, *bounds, look, slot, is_instant, labels, planned, summed, count = _columns(bars)
    a, b, c, d = (np.array(times, dtype=np.float64) for times in bounds)
    number = {text: n for n, text in enumerate(dict.fromkeys(("", *labels)))}
    is_below = _some([one or other for one, other in zip(planned, summed, strict=True)])
    with_plan = {key for key, is_plan in zip(keys, planned, strict=True) if is_plan}
    is_above = _some([key in with_plan for key in keys]) if with_plan else None
    finder = cache(partial(_places_by_key, bars))
    record = {key: n for n, key in enumerate(dict.fromkeys(keys))}
    return BarArrays(
        np.array([place[lane] for lane in of_lane], dtype=np.int32),
        a,
        b,
        c,
        d,
        look=np.array(look, dtype=np.int8),
        slot=np.array(slot, dtype=np.int16),
        is_instant=np.array(is_instant, dtype=np.bool_),
        label=np.array([number[text] for text in labels], dtype=np.int32),
        lanes=tuple(lanes),
        texts=tuple(number),
        is_below=is_below,
        is_above=is_above if is_above is None or is_below is None else is_above & ~is_below,
        is_step=_some([one is not None for one in count]),
        marks=_some([bar.marks for bar in bars]),
        record=np.array([record[key] for key in keys], dtype=np.int32),
        key=keys.__getitem__,
        find=lambda key: finder().get(key, ()),
        make=bars.__getitem__,
    )


def _columns(bars: Sequence[Bar]) -> Sequence[Sequence[Any]]:
    return list(zip(*map(attrgetter(*COLUMNS), bars), strict=True)) or [()] * len(COLUMNS)


def _some(which: Sequence[int]) -> Array | None:
    return np.array(which, dtype=np.min_scalar_type(max(which))) if any(which) else None


def _places_of(bars: Sequence[int], kept: Array) -> list[int]:
    """Where some bars are among those that are kept, in rising order."""
    places = np.searchsorted(kept, bars)
    return [place for place, n in zip(places.tolist(), bars, strict=True) if place < len(kept) and kept[place] == n]


def _places_by_key(bars: Sequence[Bar]) -> dict[str, list[int]]:
    """The bars of each record; of one without any those that stand for it."""
    own: dict[str, list[int]] = {}
    also: dict[str, list[int]] = {}
    for n, bar in enumerate(bars):
        own.setdefault(bar.key, []).append(n)
        for key in bar.also:
            also.setdefault(key, []).append(n)
    return also | own
