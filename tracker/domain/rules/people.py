"""Rules about people: one place at a time, up before down, a seat home."""

from datetime import datetime
from itertools import pairwise

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.moments import bounds_of, surely_before
from tracker.domain.records import Event, Leg
from tracker.domain.rides import Ride, rides_of
from tracker.domain.rules.finding import Found
from tracker.i18n import _


def two_places(book: Book, now: datetime | None) -> Found:
    """A ride that begins before the one before it is over, or from the ground when still aboard."""
    for person in travellers(book):
        for one, other in pairwise(rides_of(book, person.id)):
            if surely_before(other.departure.bounds, one.arrival.bounds) or _overlap(book, one, other):
                sentence = _("{name} is in two places at once: “{one}” and “{other}”.").format(
                    name=person.name, one=book.name(one.leg.id), other=book.name(other.leg.id)
                )
                yield sentence, (person.id, one.leg.id, other.leg.id)


def _overlap(book: Book, one: Ride, other: Ride) -> bool:
    """Whether two ways up share an event, or somebody who never came down is launched again."""
    if not one.leg.direction == other.leg.direction == "up":
        return False
    shared = {one.leg.departure, one.leg.arrival} & {other.leg.departure, other.leg.arrival} - {""}
    departure = book.get(other.leg.departure, Event)
    return bool(shared) or (departure is not None and departure.type == "launch")


def down_without_up(book: Book, now: datetime | None) -> Found:
    """Somebody who comes down without having gone up, or twice after going up once."""
    for person in travellers(book):
        aloft = False
        for ride in rides_of(book, person.id):
            if ride.leg.direction == "down" and not aloft:
                sentence = _("{name} comes down without having gone up.").format(name=person.name)
                yield sentence, (person.id, ride.leg.id)
            aloft = ride.leg.direction == "up"


def left_behind(book: Book, now: datetime | None) -> Found:
    """Somebody whose way up is a vehicle that goes home without them, and who has no other."""
    for person in travellers(book):
        rides = rides_of(book, person.id)
        if rides and rides[-1].leg.direction == "up" and (leaving := _leaves(book, rides[-1])):
            sentence = _("{name} has no seat home: “{vessel}” leaves with “{event}” without them.").format(
                name=person.name, vessel=book.name(rides[-1].vehicle), event=leaving.name
            )
            yield sentence, (person.id, rides[-1].leg.id, leaving.id)


def _leaves(book: Book, ride: Ride) -> Event | None:
    """The event with which the vehicle of a way up comes down later, others aboard."""
    for leg in book.linking(ride.vehicle, Leg):
        landing = book.get(leg.arrival, Event)
        is_down = leg.spacecraft == ride.vehicle and leg.direction == "down"
        if is_down and landing and surely_before(ride.arrival.bounds, bounds_of(book, landing.id)):
            return landing
    return None
