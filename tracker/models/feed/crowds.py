"""All bars of a plan as arrays: most events come from their columns, and are whole bars only when asked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from tracker.domain.times import VagueTime
from tracker.models.feed.bars import RUMOUR, Pencil
from tracker.models.feed.events import NONE, Mask, Places
from tracker.timeline.plans.bar_arrays import Array, BarArrays, alike, arrays_of
from tracker.timeline.plans.lazy_texts import LazyTexts, texts_at
from tracker.timeline.plans.plan import DAY, Bar, Look, instant

MOST_MADE = 4096  # whole bars that are kept for the next frame
# the spans of what is known to the second, minute, hour, day, month or year and not only about
EXACT = (1, 60, 3600, *(days * 86_400 for days in (1, 28, 29, 30, 31, 365, 366)))


def drawn(pencil: Pencil) -> BarArrays:
    """The bars that were made one by one, then those of the events that were only placed."""
    made = arrays_of(pencil.bars, [lane.key for lane in pencil.lanes])
    return _Crowd(pencil, made).bars() if any(len(some) for _lane, some in pencil.placed) else made


def _marks_of(**more: Any) -> np.uint8:
    return np.uint8(instant("", "", **more).marks)


ABOUT, SLIP = _marks_of(said=(VagueTime(approximate=True),) * 2), _marks_of(slip="?")


class _Crowd:
    """The bars that are made, then one for what is known best of each event, then one below it for the plan of what has
    happened. That is how they are counted here; the plan has them by lane and start, as they are drawn.
    """

    def __init__(self, pencil: Pencil, made: BarArrays) -> None:
        self._pencil, self._made, self._many = pencil, made, len(made)
        self._events, times = pencil.index.events, pencil.index.times
        place = np.concatenate([NONE, *(some for _lane, some in pencil.placed)])
        lane = np.repeat([lane for lane, _some in pencil.placed], [len(some) for _lane, some in pencil.placed])
        has_plan = np.zeros(len(self._events), dtype=np.bool_)
        has_plan[times.planned] = True
        self._below = np.flatnonzero(has_plan[place] & ~times.is_plan[place])
        self._mains = len(place)
        self._place: Places = np.concatenate([place, place[self._below]])
        self._lane = np.concatenate([made.lane, lane, lane[self._below]]).astype(np.min_scalar_type(len(made.lanes)))
        self._is_plan: Mask = np.append(times.is_plan[place], np.ones(len(self._below), dtype=np.bool_))
        self._whole = lru_cache(maxsize=MOST_MADE)(self._made_whole)

    def bars(self) -> BarArrays:
        made, own = self._made, slice(self._many, None)
        lower, upper = self._times()
        look = np.append(made.look, self._looks())
        order = self._order = np.lexsort((look, lower, self._lane)).astype(np.int32)
        marks = self._rare(made.marks, self._marks(lower[own], upper[own]))
        first, last = lower[order], upper[order]
        lower[: self._many], upper[: self._many] = made.end_lower, made.start_upper
        is_sharp = self._many == 0
        is_below, is_above = np.zeros(len(self._place), np.bool_), np.zeros(len(self._place), np.bool_)
        is_below[self._mains :], is_above[self._below] = True, True
        self._pencil.placed.clear()
        return BarArrays(
            self._lane[order].astype(np.int32),
            first,
            last if is_sharp else upper[order],
            first if is_sharp else lower[order],
            last,
            look=look[order],
            slot=np.append(made.slot, self._slots())[order],
            is_instant=np.append(made.is_instant, alike(True, len(self._place)))[order],
            label=np.append(made.label, self._labels())[order],
            lanes=made.lanes,
            texts=LazyTexts(len(made.texts) + len(self._events), self._texts),
            key=self._key,
            find=self._find,
            make=self._make,
            is_below=self._rare(made.is_below, is_below),
            is_above=self._rare(made.is_above, is_above),
            is_step=self._rare(made.is_step, alike(False, len(self._place))),
            marks=marks,
            record=np.append(made.records(np.arange(self._many)), self._place + np.int32(self._many))[order],
        )

    def _labels(self) -> Array:
        labels = self._place + np.int32(len(self._made.texts))
        labels[self._mains :] = 0
        return labels

    def _rare(self, made: Array | None, own: Array) -> Array | None:
        """None where no bar has it."""
        found = np.append(np.zeros(self._many, own.dtype) if made is None else made, own)
        return found[self._order] if found.any() else None

    def _marks(self, lower: Array, upper: Array) -> Array:
        """Of what may be known only about, and what may have slipped: when it is drawn it is made, and looked at."""
        with np.errstate(invalid="ignore"):
            spans = upper - lower
        marks = np.where(np.isin(spans, EXACT), np.uint8(0), ABOUT)
        plans, mains = slice(self._mains, None), self._below
        unit = np.maximum(spans[plans], spans[mains])
        unit = np.where(unit <= DAY, unit, 1.0)  # months and years have no fixed length
        with np.errstate(invalid="ignore"):
            slips = np.floor(lower[plans] / unit) != np.floor(lower[mains] / unit)
        marks[plans] |= np.where(slips, SLIP, np.uint8(0))
        marks[mains] |= np.where(slips, SLIP, np.uint8(0))
        return marks

    def _times(self) -> tuple[Array, Array]:
        times, mains, below = self._pencil.index.times, self._place[: self._mains], self._place[self._mains :]
        order = np.argsort(times.planned, kind="stable")
        plans = order[np.searchsorted(times.planned, below, sorter=order)]
        lower = np.concatenate([self._made.start_lower, times.lower[mains], times.plan_lower[plans]])
        return lower, np.concatenate([self._made.end_upper, times.upper[mains], times.plan_upper[plans]])

    def _looks(self) -> Array:
        looks = np.where(self._is_plan, np.int8(Look.PLANNED), np.int8(Look.ACTUAL))
        rumours = [place for place, said in self._events.certainties.items() if said == RUMOUR]
        if rumours:
            looks[~self._is_plan & np.isin(self._place, rumours)] = Look.RUMOURED
        return looks

    def _slots(self) -> Array:
        colours = self._pencil.colours
        slots = colours.of_events(self._place, "actual")
        if colours.differ:
            slots[self._is_plan] = colours.of_events(self._place[self._is_plan], "planned")
        return slots

    def _texts(self, numbers: Sequence[int]) -> Sequence[str]:
        """Those of the bars that are made come first."""
        many = len(self._made.texts)
        here = [n for n in numbers if n < many]
        return [
            *texts_at(self._made.texts, np.array(here, dtype=np.int64)),
            *self._events.names([n - many for n in numbers[len(here) :]]),
        ]

    def _key(self, index: int) -> str:
        number = int(self._order[index])
        return self._made.key(number) if number < self._many else self._events.id(int(self._place[number - self._many]))

    def _find(self, key: str) -> Sequence[int]:
        return np.flatnonzero(np.isin(self._order, self._found(key))).tolist()

    def _found(self, key: str) -> Sequence[int]:
        """The bars of a record; without any of its own what stands for it, and the events that are about it."""
        found = self._made.find(key)
        is_own = any(self._made.key(n) == key for n in found[:1])
        place = self._events.place(key)
        if is_own or place >= 0:
            own = np.flatnonzero(self._place == place) if place >= 0 else NONE
            return [*(found if is_own or not len(own) else ()), *(own + self._many).tolist()]
        return [*found, *(np.flatnonzero(self._about(key)[self._place]) + self._many).tolist()]

    def _about(self, key: str) -> Mask:
        events = self._events
        about = events.of("spacecraft").among((key,)) | events.of("place").among((key,))
        for field in ("people", "organisations"):
            about[[n for n, ids in events.linked(field).items() if key in ids]] = True
        return about

    def _make(self, index: int) -> Bar | None:
        number = int(self._order[index])
        return self._made[number] if number < self._many else self._whole(number - self._many)

    def _made_whole(self, number: int) -> Bar | None:
        try:
            event = self._events[int(self._place[number])]
        except KeyError:  # deleted since, and the plan is about to be made anew
            return None
        lane, is_below = self._made.lanes[self._lane[self._many + number]], number >= self._mains
        return next((bar for bar in self._pencil.event(lane, event) if bar.is_below == is_below), None)
