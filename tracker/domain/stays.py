"""Where a person is between the events that move them: the bars of the crew's timeline."""

from dataclasses import dataclass, replace
from itertools import zip_longest

from tracker.domain.book import Book
from tracker.domain.moments import Moment
from tracker.domain.rides import GROUND, UNKNOWN_VEHICLE, Ride, rides_of
from tracker.domain.times import OPEN, Bounds


@dataclass(frozen=True, slots=True)
class Stay:
    """A person aboard one vessel ("" for an unknown vehicle), from one event to another.

    An open stay has no end event and open end bounds. `planned`: its beginning is only planned;
    `end_planned`: its end is. `legs` are the rides it begins with, consists of and ends with.
    """

    person: str
    vessel: str
    start: Bounds
    end: Bounds
    planned: bool
    end_planned: bool
    legs: tuple[str, ...]
    start_event: str
    end_event: str

    @property
    def is_open(self) -> bool:
        return not self.end_event

    @property
    def certain(self) -> bool:
        """Whether it has surely begun: not by plan, and at a time that is known."""
        return not self.planned and self.start != OPEN


def stays(book: Book, person_id: str) -> list[Stay]:
    """The stays of a person in the order of time, rides included, the ground left out."""
    rides = rides_of(book, person_id)
    found: list[Stay] = []
    for ride, following in zip_longest(rides, rides[1:]):
        found += [*_riding(ride), *_staying(ride, following)]
    return found


def _riding(ride: Ride) -> list[Stay]:
    """The time in a vehicle that leads elsewhere; not in one of which nothing at all is known."""
    leg = ride.leg
    is_known = ride.vehicle != UNKNOWN_VEHICLE or (leg.departure and leg.arrival)
    if ride.end == ride.vehicle or not is_known:
        return []
    return [_stay(ride, ride.vehicle, _departing(ride), (leg.arrival or leg.departure, ride.arrival))]


def _staying(ride: Ride, following: Ride | None) -> list[Stay]:
    """The time at the place the ride led to, or in the vehicle itself, until the next ride departs."""
    if ride.end == GROUND:
        return []
    arriving = (ride.leg.arrival or ride.leg.departure, ride.arrival)
    begun = _departing(ride) if ride.end == ride.vehicle else arriving
    if following is None:
        return [_stay(ride, ride.end, begun, None)]
    stay = _stay(ride, ride.end, begun, _departing(following))
    return [replace(stay, legs=(ride.leg.id, following.leg.id))]


def _departing(ride: Ride) -> tuple[str, Moment]:
    return ride.leg.departure or ride.leg.arrival, ride.departure


def _stay(ride: Ride, vessel: str, start: tuple[str, Moment], end: tuple[str, Moment] | None) -> Stay:
    end_event, ended = end or ("", Moment(OPEN))
    start_event, begun = start
    return Stay(
        person=ride.leg.person,
        vessel=vessel,
        start=begun.bounds,
        end=ended.bounds,
        planned=begun.planned,
        end_planned=ended.planned,
        legs=(ride.leg.id,),
        start_event=start_event,
        end_event=end_event,
    )
