"""Bars as arrays, one for each of their traits: what is drawn and searched a million at a time.

A plan is made of `Bar` objects where bars are few; where they are many, from arrays directly.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from tracker.timeline.plans.plan import NEUTRAL, Bar, Look

Array = NDArray[Any]
Floats = NDArray[np.float64]


def _text(number: int) -> str:
    return str(number)


def _number(key: str) -> Sequence[int]:
    return [int(key)] if key.isdecimal() else []


@dataclass(frozen=True, slots=True, eq=False)
class BarArrays(Sequence[Bar]):
    """As many bars as each array is long; an array may stand in two places where the ends are sharp.

    `lane` counts the plan's lanes, `label` the `texts`, of which the first is empty. `key` names the record of a
    bar, `find` says which bars a record has; `make` gives the whole bar, for a tool tip or a drag.
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
    key: Callable[[int], str] = _text
    find: Callable[[str], Sequence[int]] = _number
    make: Callable[[int], Bar] | None = None

    def __len__(self) -> int:
        return len(self.start_lower)

    @overload
    def __getitem__(self, index: int) -> Bar: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Bar]: ...
    def __getitem__(self, index: int | slice) -> Bar | Sequence[Bar]:
        if isinstance(index, slice):
            return [self[n] for n in range(*index.indices(len(self)))]
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        return self.make(index) if self.make else self._made(index % len(self))

    def _made(self, index: int) -> Bar:
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

    def only(self, kept: Array, lanes: Sequence[str]) -> BarArrays:
        """Some of the bars, in rising order, in those of the lanes that they need."""
        number = {lane: n for n, lane in enumerate(lanes)}
        renumbered = np.array([number.get(lane, 0) for lane in self.lanes], dtype=np.int32)
        parts = ("start_lower", "start_upper", "end_lower", "end_upper", "look", "slot", "is_instant", "label")
        return replace(
            self,
            lane=renumbered[self.lane[kept]],
            lanes=tuple(lanes),
            **{part: getattr(self, part)[kept] for part in parts},
            key=lambda n: self.key(int(kept[n])),
            find=lambda key: np.flatnonzero(np.isin(kept, self.find(key))).tolist(),
            make=lambda n: self[int(kept[n])],
        )

    def extent(self) -> tuple[float, float] | None:
        """From the first to the last time that is known; None if none is."""
        parts = [
            part[np.isfinite(part)] for part in (self.start_lower, self.start_upper, self.end_lower, self.end_upper)
        ]
        found = [part for part in parts if len(part)]
        return (min(float(p.min()) for p in found), max(float(p.max()) for p in found)) if found else None


def beyond(bars: Sequence[Bar], span: tuple[float, float]) -> list[int]:
    """Which of the bars lie wholly before or after a stretch of time."""
    if isinstance(bars, BarArrays):
        return np.flatnonzero((bars.end_upper < span[0]) | (bars.start_lower > span[1])).tolist()
    return [n for n, bar in enumerate(bars) if bar.end_upper < span[0] or bar.start_lower > span[1]]


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
        look=_alike(Look.ACTUAL, many),
        slot=_alike(NEUTRAL, many) if slot is None else slot,
        is_instant=_alike(False, many),
        label=_alike(0, many) if label is None else label,
        lanes=tuple(lanes),
        texts=texts,
    )


def _alike(value: int, many: int) -> Array:
    return np.broadcast_to(np.array(value, dtype=np.bool_ if isinstance(value, bool) else np.int16), many)


def arrays_of(bars: Sequence[Bar], lanes: Sequence[str]) -> BarArrays:
    """The same bars as arrays."""
    if isinstance(bars, BarArrays):
        return bars
    place = {lane: n for n, lane in enumerate(lanes)}
    texts = tuple(dict.fromkeys(["", *(bar.label for bar in bars)]))
    label = {text: n for n, text in enumerate(texts)}
    of_key: dict[str, list[int]] = {}
    for n, bar in enumerate(bars):
        of_key.setdefault(bar.key, []).append(n)
    also: dict[str, list[int]] = {}
    for n, bar in enumerate(bars):
        for key in bar.also:
            also.setdefault(key, []).append(n)
    return BarArrays(
        np.array([place[bar.lane] for bar in bars], dtype=np.int32),
        np.array([bar.start_lower for bar in bars], dtype=np.float64),
        np.array([bar.start_upper for bar in bars], dtype=np.float64),
        np.array([bar.end_lower for bar in bars], dtype=np.float64),
        np.array([bar.end_upper for bar in bars], dtype=np.float64),
        look=np.array([bar.look for bar in bars], dtype=np.int8),
        slot=np.array([bar.slot for bar in bars], dtype=np.int16),
        is_instant=np.array([bar.is_instant for bar in bars], dtype=np.bool_),
        label=np.array([label[bar.label] for bar in bars], dtype=np.int32),
        lanes=tuple(lanes),
        texts=texts,
        key=lambda n: bars[n].key,
        find=lambda key: of_key.get(key) or also.get(key, []),
        make=bars.__getitem__,
    )
