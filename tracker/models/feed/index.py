"""The book as one plan asks for it: what would be looked up again for every lane or bar is looked up once."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

import numpy as np

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.moments import bounds_in
from tracker.domain.records import KINDS, Event, Leg, Mission, Person, Production, Spacecraft
from tracker.domain.stays import Stay, stays
from tracker.domain.times import OPEN, Bounds, VagueTime
from tracker.models.feed.events import NONE, Events, Mask, Places
from tracker.models.feed.filter import Involved
from tracker.models.feed.times import Times
from tracker.timeline.plans.plan import DAY

R = TypeVar("R")
TALK = frozenset({"announcement", "press conference", "statement", "conversation", "selection"})


class Index:
    """`left` are the ids that a filter leaves: all here involves one of these; without it, all is here."""

    def __init__(self, book: Book, left: Collection[str] | None = None) -> None:
        self.book = book
        self.events = Events(book)
        self._passes = Involved(self.events, left)
        self.shown = self._passes.events  # their places
        self.legs = book.of(Leg)
        self.events.fetch(self.ways)
        self._times: Times | None = None
        self.legs_of_person = grouped(self.legs, lambda leg: (leg.person,))
        self.legs_of_mission = grouped(self.legs, lambda leg: (leg.mission,))
        self.legs_of_craft = grouped(self.legs, lambda leg: (leg.spacecraft,))
        self._bounds: dict[int, tuple[VagueTime, Bounds]] = {}  # by identity: a hash would cost as much as the bounds
        self._stays: dict[str, list[Stay]] = {}

    def bounds(self, time: VagueTime | None) -> Bounds:
        """The bounds of a time; without one, or if nothing is known of it, open on both sides."""
        if time is None:
            return OPEN
        kept = self._bounds.get(id(time))
        if kept is None:
            kept = self._bounds[id(time)] = (time, bounds_in(self.book, time))
        return kept[1]

    @property
    def times(self) -> Times:
        """When events were or are to be."""
        if self._times is None:
            self._times = self.events.times()
        return self._times

    def forget(self) -> None:
        """Lets go of what only the making of a plan needs; a million places take their room."""
        self._times, self.shown = None, NONE
        self.events.forget()
        for name in (
            "is_drawn",
            "are_flights",
            "span_events",
            "events_of_mission",
            "events_of_craft",
            "all_events_of_craft",
        ):
            self.__dict__.pop(name, None)

    @cached_property
    def is_drawn(self) -> Mask:
        """Whether anything is known of when it was or is to be, for each event."""
        return self.times.is_known

    def are_drawn(self, places: Places) -> bool:
        """The same of any of some events."""
        return bool(self.is_drawn[places].any())

    def flights(self, places: Places) -> Places:
        """The events that are not mere talk and known to the day at least."""
        return places[self.are_flights[places]]

    @cached_property
    def are_flights(self) -> Mask:
        return self.times.are_known_within(DAY) & ~self.events.of("type").among(TALK)

    def stays(self, person: str) -> list[Stay]:
        if person not in self._stays:
            self._stays[person] = [stay for stay in stays(self.book, person) if self._passes.stay(stay)]
        return self._stays[person]

    @cached_property
    def travellers(self) -> list[Person]:
        """In the order of the book."""
        everybody = travellers(self.book)
        return [person for person in everybody if self.stays(person.id) or self._passes.record(person.id)]

    def in_order(self, people: Iterable[str]) -> list[Person]:
        """The travellers among these, each once."""
        return [self._travelling[id] for id in sorted({*people} & self._travelling.keys(), key=self.place.__getitem__)]

    @cached_property
    def _travelling(self) -> dict[str, Person]:
        return {person.id: person for person in self.travellers}

    @cached_property
    def unattached(self) -> dict[str, list[str]]:
        """By vessel those who are ever aboard and do not ride for any mission."""
        free = (p.id for p in self.travellers if not any(leg.mission for leg in self.legs_of_person[p.id]))
        return grouped(free, lambda person: dict.fromkeys(stay.vessel for stay in self.stays(person)))

    @cached_property
    def events_of_mission(self) -> dict[str, Places]:
        return self.events.of("mission").sorted(self.shown)

    @cached_property
    def events_of_craft(self) -> dict[str, Places]:
        return self.events.of("spacecraft").sorted(self.shown)

    @cached_property
    def all_events_of_craft(self) -> dict[str, Places]:
        """Whatever the filter."""
        return self.events.of("spacecraft").sorted(self.events.all)

    @cached_property
    def missions(self) -> list[Mission]:
        """Those with an event or a leg."""
        return [mission for mission in self.book.of(Mission) if self._is_shown(mission)]

    def _is_shown(self, mission: Mission) -> bool:
        if mission.id in self.events_of_mission:
            return True
        legs = self.legs_of_mission.get(mission.id, [])
        return any(self._passes.record(leg.id) for leg in legs)

    @cached_property
    def crafts(self) -> Sequence[Spacecraft]:
        return self.book.of(Spacecraft)

    @cached_property
    def vessels(self) -> dict[str, Spacecraft]:
        """Those that can carry people; stations first, as the longest bars are best in the calmest colour."""
        found = sorted((craft for craft in self.crafts if craft.is_vessel), key=lambda craft: craft.type != "station")
        return {craft.id: craft for craft in found}

    @cached_property
    def span_events(self) -> dict[str, Places]:
        """By mission all its events, whatever the filter: a mission is as long as it is."""
        if len(self.shown) == len(self.events):
            return self.events_of_mission
        return self.events.of("mission").sorted(self.events.all)

    def weight(self, mission: Mission) -> int:
        """How many records are about it."""
        others = sum(len(self.book.linking(mission.id, kind)) for kind in KINDS.values() if kind is not Event)
        return len(self.span_events.get(mission.id, ())) + others

    @cached_property
    def productions_of_mission(self) -> dict[str, list[Production]]:
        return grouped(self.book.of(Production), lambda production: (production.mission,))

    @cached_property
    def place(self) -> dict[str, int]:
        """The order of the book, events aside: nothing is grouped by one."""
        kinds = (self.book.of(kind) for kind in KINDS.values() if kind is not Event)
        return {record.id: n for n, record in enumerate(chain.from_iterable(kinds))}

    @cached_property
    def ways(self) -> frozenset[str]:
        """The events that somebody departs or arrives with."""
        return frozenset(id for leg in self.legs for id in (leg.departure, leg.arrival))

    def begin_stays(self, places: Places) -> Mask:
        """Which are only how somebody got there, which the bar in that person's lane shows."""
        arrives = self.events.of("type").among(("arrival",), places)
        return arrives & np.isin(places, self.events.places(self.ways)) if arrives.any() else arrives

    def passes(self, *ids: str) -> bool:
        """Whether something drawn for these records involves what the filter leaves."""
        return any(map(self._passes.record, ids))

    def vessels_of(self, mission: Mission) -> list[str]:
        """The vessels of a mission in the order of its own list, then as they appear."""
        legs = (leg.spacecraft for leg in self.legs_of_mission.get(mission.id, []))
        places = self.events_of_mission.get(mission.id, NONE)
        crafts, stations = (self.events.of(field).in_order(places).items() for field in ("spacecraft", "station"))
        named = sorted([(n, 0, id) for id, n in crafts] + [(n, 1, id) for id, n in stations])
        found = dict.fromkeys([*mission.spacecraft, *legs, *(id for *_place, id in named)])
        return [id for id in found if id in self.vessels]

    def launches(self, places: Places) -> list[Event]:
        """Those of some events, as records."""
        return [self.events[place] for place in places[self.events.of("type").among(("launch",), places)].tolist()]


def grouped(records: Iterable[R], keys: Callable[[R], Iterable[str]]) -> dict[str, list[R]]:
    """The records by their keys; those without any are left out."""
    found: dict[str, list[R]] = {}
    for record in records:
        for key in keys(record):
            if key:
                found.setdefault(key, []).append(record)
    return found
