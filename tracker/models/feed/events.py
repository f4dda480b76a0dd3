"""All events of a book as columns, in their order: of a million none is made an object to be drawn.

A place counts them. What is odd, a time that hangs on another event or a plan that was given up, is looked up.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.domain.book import Book
from tracker.domain.records import Claim, Event
from tracker.domain.shelf import Listed, Shelf
from tracker.models.feed.ahead import TIMES
from tracker.models.feed.times import Times

Places = NDArray[np.int32]
Mask = NDArray[np.bool_]
NONE: Places = np.empty(0, dtype=np.int32)


class Events:
    def __init__(self, book: Book) -> None:
        self.book = book
        shelf = book.shelf(Event)
        self._shelf: Shelf[Event] = Listed(Event, book.of(Event)) if shelf is None else shelf
        self._numbers = self._shelf.numbers()
        self._fields: dict[str, Values] = {}

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, place: int) -> Event:
        return self._shelf.numbered(self._numbers[place])

    @property
    def all(self) -> Places:
        return np.arange(len(self), dtype=np.int32)

    def fetch(self, ids: Iterable[str]) -> None:
        """Reads at once what will be asked for one by one."""
        self._shelf.fetch(frozenset(ids) - {""})

    def id(self, place: int) -> str:
        """Empty if it was deleted since."""
        try:
            return self[place].id
        except KeyError:
            return ""

    def names(self, places: Sequence[int]) -> Sequence[str]:
        return self._shelf.texts("name", [self._numbers[place] for place in places])

    def place(self, id: str) -> int:
        """Where a record is, -1 if it is no event."""
        number = self._shelf.number(id)
        return int(self._placed([number])[0]) if number >= 0 else -1

    def places(self, ids: Iterable[str]) -> Places:
        """Where those of the records are that are events."""
        numbers = self._shelf.numbers_of({*ids})
        return np.sort(self._placed(list(numbers.values())))

    def _placed(self, numbers: Sequence[int] | NDArray[Any]) -> Places:
        known = self._numbers
        if isinstance(known, range):
            return np.asarray(numbers, dtype=np.int32) - np.int32(known.start)
        return np.searchsorted(known, numbers).astype(np.int32)

    def of(self, field: str) -> Values:
        """The values of a field that holds one."""
        if field not in self._fields:
            found = dict(self._shelf.sorted_by(field))
            code = np.full(len(self), -1, dtype=np.int16 if len(found) < 2**15 else np.int32)
            for n, numbers in enumerate(found.values()):
                code[self._placed(np.fromstring(numbers, dtype=np.int64, sep=","))] = n
            self._fields[field] = Values(tuple(found), code)
        return self._fields[field]

    def forget(self) -> None:
        """Lets go of the values of fields, which are read again if somebody asks."""
        self._fields.clear()

    def linked(self, field: str) -> Mapping[int, list[str]]:
        """The ids in a field that holds several, by place; most events have none."""
        found: dict[int, list[str]] = {}
        for id, number in self._shelf.linked_by(field):
            found.setdefault(int(self._placed([number])[0]), []).append(id)
        return found

    @cached_property
    def certainties(self) -> dict[int, set[str]]:
        """What the claims are that speak of an event, by place; of most nobody does."""
        said: dict[str, set[str]] = {}
        for claim in self.book.of(Claim):
            said.setdefault(claim.about, set()).add(claim.certainty)
        numbers = self._shelf.numbers_of(said)
        places = self._placed(list(numbers.values())).tolist()
        return dict(zip(places, (said[id] for id in numbers), strict=True))

    def times(self) -> Times:
        """When they were or are to be; read anew each time."""
        times = Times(len(self), ((self._placed, some) for some in self._shelf.times(*TIMES)))
        for event in self._shelf.unbounded():
            times.put(self.place(event.id), self.book, event)
        return times

    @cached_property
    def is_hanging(self) -> Mask:
        """Which have a time that hangs on another event."""
        hanging = np.zeros(len(self), dtype=np.bool_)
        hanging[self.places(event.id for event in self._shelf.unbounded() if _hangs(event))] = True
        return hanging

    @cached_property
    def is_odd(self) -> Mask:
        """Which have bars of their own kind: a time that hangs on another, or plans that were given up."""
        odd = self.is_hanging.copy()
        odd[self.places(self.book.earlier_plans)] = True
        return odd


def _hangs(event: Event) -> bool:
    return any(time is not None and bool(time.anchor) for time in (event.actual, event.planned))


class Values:
    """For each event one of some names, or none."""

    def __init__(self, names: tuple[str, ...], code: NDArray[Any]) -> None:
        self.names, self.code = names, code

    def among(self, wanted: Collection[str], places: Places | slice = slice(None)) -> Mask:
        """Which have one of some names."""
        is_wanted = np.array([*(name in wanted for name in self.names), False])
        found: Mask = is_wanted[self.code[places]]
        return found

    def in_order(self, places: Places) -> dict[str, int]:
        """The names there are, each with which of the places it is first at."""
        codes, first = np.unique(self.code[places], return_index=True)
        found = [(int(n), self.names[code]) for code, n in zip(codes.tolist(), first, strict=True) if code >= 0]
        return {name: n for n, name in sorted(found)}

    def sorted(self, places: Places) -> dict[str, Places]:
        """The places by the name of their events, in their order; without those that have none."""
        code = self.code[places]
        order = np.argsort(code, kind="stable")
        ends = np.searchsorted(code[order], np.arange(len(self.names) + 1))
        places = places[order]
        parts = zip(self.names, ends[:-1].tolist(), ends[1:].tolist(), strict=True)
        return {name: places[begin:end] for name, begin, end in parts if end > begin}
