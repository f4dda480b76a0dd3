"""The book as one plan asks for it: what would be looked up again for every lane or bar is looked up once."""

from collections.abc import Callable, Collection, Iterable, Sequence
from functools import cached_property
from typing import TypeVar

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.moments import bounds_in, time_of
from tracker.domain.records import Event, Leg, Mission, Person, Production, Spacecraft
from tracker.domain.stays import Stay, stays
from tracker.domain.times import OPEN, Bounds, VagueTime
from tracker.models.feed.filter import Involved

R = TypeVar("R")


class Index:
    """`left` are the ids that a filter leaves: all here involves one of these; without it, all is here."""

    def __init__(self, book: Book, left: Collection[str] | None = None) -> None:
        self.book = book
        self._passes = Involved(book, left)
        self.all_events = book.of(Event)
        self.events = [event for event in self.all_events if self._passes.event(event)]
        self.legs = book.of(Leg)
        self.events_of_mission = grouped(self.events, lambda event: (event.mission,))
        self.events_of_craft = grouped(self.events, lambda event: (event.spacecraft,))
        self.all_events_of_craft = grouped(self.all_events, lambda event: (event.spacecraft,))
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

    def when(self, event: Event) -> Bounds:
        """The bounds of what is known best: the actual time, else the planned one."""
        return self.bounds(time_of(event))

    def is_drawn(self, event: Event) -> bool:
        """Whether anything is known of when it was or is to be."""
        return self.bounds(event.actual) != OPEN or self.bounds(event.planned) != OPEN

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
    def span_events(self) -> dict[str, list[Event]]:
        """By mission all its events, whatever the filter: a mission is as long as it is."""
        return grouped(self.all_events, lambda event: (event.mission,))

    @cached_property
    def productions_of_mission(self) -> dict[str, list[Production]]:
        return grouped(self.book.of(Production), lambda production: (production.mission,))

    @cached_property
    def place(self) -> dict[str, int]:
        """The order of the book."""
        return {record.id: n for n, record in enumerate(self.book)}

    @cached_property
    def ways(self) -> frozenset[str]:
        """The events that somebody departs or arrives with."""
        return frozenset(id for leg in self.legs for id in (leg.departure, leg.arrival))

    def begins_stay(self, event: Event) -> bool:
        """Whether it is only how somebody got there, which the bar in that person's lane shows."""
        return event.type == "arrival" and event.id in self.ways

    def passes(self, *ids: str) -> bool:
        """Whether something drawn for these records involves what the filter leaves."""
        return any(map(self._passes.record, ids))

    def vessels_of(self, mission: Mission) -> list[str]:
        """The vessels of a mission in the order of its own list, then as they appear."""
        legs = (leg.spacecraft for leg in self.legs_of_mission.get(mission.id, []))
        events = self.events_of_mission.get(mission.id, [])
        named = [*mission.spacecraft, *legs, *(id for event in events for id in (event.spacecraft, event.station))]
        return [id for id in dict.fromkeys(named) if id in self.vessels]


def grouped(records: Iterable[R], keys: Callable[[R], Iterable[str]]) -> dict[str, list[R]]:
    """The records by their keys; those without any are left out."""
    found: dict[str, list[R]] = {}
    for record in records:
        for key in keys(record):
            if key:
                found.setdefault(key, []).append(record)
    return found
