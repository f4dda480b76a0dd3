"""The rides of a person: each leg as a move into a vehicle and a move out of it, in the order of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import inf, isfinite

from tracker.domain.book import Book
from tracker.domain.moments import Happened, Moment, moment_of
from tracker.domain.records import Event, Leg
from tracker.domain.times import Bounds

GROUND = "ground"
UNKNOWN_VEHICLE = ""
"""Places are the ids of spacecraft, or one of these two."""


@dataclass(frozen=True, slots=True)
class Ride:
    """A leg with its two moments; where one is not known it is the other. `end` is where it leads."""

    leg: Leg
    departure: Moment
    arrival: Moment
    end: str

    @property
    def vehicle(self) -> str:
        return self.leg.spacecraft

    @property
    def key(self) -> tuple[float, float, bool]:
        """By departure, then arrival, up before down; a way down of unknown date comes last."""
        known = [moment.key for moment in (self.departure, self.arrival) if isfinite(moment.key)]
        is_down = self.leg.direction == "down"
        first, *last = known or [inf if is_down else -inf]
        return first, last[0] if last else first, is_down


def rides_of(book: Book, person_id: str) -> list[Ride]:
    """All rides of a person of which anything is known, in the order of time."""
    return in_order(book, (leg for leg in book.linking(person_id, Leg) if leg.person == person_id))


def in_order(book: Book, legs: Iterable[Leg]) -> list[Ride]:
    rides = (ride_of(book, leg) for leg in legs)
    return sorted((ride for ride in rides if ride is not None), key=lambda ride: ride.key)


def ride_of(book: Book, leg: Leg) -> Ride | None:
    """The ride of a leg; None if neither of its events has a time."""
    departure, arrival = moment_of(book, leg.departure), moment_of(book, leg.arrival)
    first, last = departure or arrival, arrival or departure
    if first is None or last is None:
        return None
    return Ride(leg, first, last, _end(book, leg))


def _end(book: Book, leg: Leg) -> str:
    """Down leads to the ground; up to the station of the arrival, or no further than the vehicle."""
    if leg.direction == "down":
        return GROUND
    arrival = book.get(leg.arrival, Event)
    return (arrival.station if arrival else "") or leg.spacecraft


def places(rides: Iterable[Ride], window: Bounds) -> frozenset[str]:
    """Everywhere a person may be at some moment of a window; one place alone is certain throughout.

    What surely happened before replaces all that was; what may have happened adds to it, and so does
    what is only planned, for plans fail. A planned ride is over when its planned arrival is.
    """
    found = {GROUND}
    for ride in rides:
        before = set(found)
        for moment, place in ((ride.departure, ride.vehicle), (ride.arrival, ride.end)):
            happened = moment.happened(window)
            if happened is Happened.NO:
                return frozenset(found)
            found = {place} if happened is Happened.YES else found | {place}
        if _is_over(ride, window):
            found -= {ride.vehicle} - before - {ride.end}
    return frozenset(found)


def _is_over(ride: Ride, window: Bounds) -> bool:
    end = ride.arrival.bounds.upper
    is_planned = ride.departure.planned and ride.arrival.planned
    return is_planned and end is not None and window.lower is not None and end <= window.lower
