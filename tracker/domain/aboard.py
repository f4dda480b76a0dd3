"""Who is aboard which vessel at a time: derived from the legs, never stored.

Only humans and placeholders for them are counted. `certain` holds throughout the time asked for,
`possible` at some moment of it.
"""

from dataclasses import dataclass

from tracker.domain.book import Book
from tracker.domain.moments import window_of
from tracker.domain.records import Leg, Person, Spacecraft
from tracker.domain.rides import places, rides_of
from tracker.domain.times import Bounds, VagueTime

COUNTED = frozenset({"human", "placeholder"})


@dataclass(frozen=True, slots=True)
class Aboard:
    """A person who is or may be aboard; a placeholder is not named."""

    person: Person
    named: bool
    certain: bool


@dataclass(frozen=True, slots=True)
class VesselReport:
    """Who is aboard one vessel: `count` for certain, `possible` at the most.

    Those who certainly are come first, the named ones before placeholders.
    """

    vessel: Spacecraft
    count: int
    possible: int
    people: list[Aboard]


def aboard(book: Book, at: VagueTime) -> list[VesselReport]:
    """Each vessel that somebody may be aboard of, and every station, in the order of the book."""
    where = _whereabouts(book, window_of(book, at))
    vessels = (vessel for vessel in book.of(Spacecraft) if vessel.id in where or vessel.type == "station")
    return [_report(vessel, where.get(vessel.id, [])) for vessel in vessels]


def _whereabouts(book: Book, window: Bounds) -> dict[str, list[Aboard]]:
    """By place, whoever is or may be there."""
    found: dict[str, list[Aboard]] = {}
    for person in travellers(book):
        spots = places(rides_of(book, person.id), window)
        one = Aboard(person, person.nature != "placeholder", certain=len(spots) == 1)
        for spot in spots:
            found.setdefault(spot, []).append(one)
    return found


def travellers(book: Book) -> list[Person]:
    """The people with a leg who are counted, in the order of the book."""
    going = {leg.person for leg in book.of(Leg)}
    return [person for person in book.of(Person) if person.id in going and person.nature in COUNTED]


def _report(vessel: Spacecraft, people: list[Aboard]) -> VesselReport:
    count = sum(one.certain for one in people)
    ordered = sorted(people, key=lambda one: (not one.certain, not one.named))
    return VesselReport(vessel, count, len(people), ordered)
