"""Rules about vehicles: nobody boards one that does not fly, nor one that is full."""

from datetime import datetime

from tracker.domain.book import Book
from tracker.domain.moments import bounds_of, surely_before
from tracker.domain.records import Event, Leg, Spacecraft
from tracker.domain.rules.finding import Found
from tracker.i18n import _

Own = dict[tuple[str, str], list[str]]
"""By vessel and type: the ids of its launches and landings."""


def not_flying(book: Book, now: datetime | None) -> Found:
    """A leg that departs before its vessel was launched or after it landed, or goes to such a station."""
    own: Own = {}
    for event in book.of(Event):
        own.setdefault((event.spacecraft, event.type), []).append(event.id)
    for leg in book.of(Leg):
        arrival = book.get(leg.arrival, Event)
        station = arrival.station if arrival and leg.direction == "up" else ""
        for vessel, at in ((leg.spacecraft, leg.departure or leg.arrival), (station, leg.arrival)):
            if vessel and at and (reason := _grounded(book, own, vessel, at)):
                names = {"leg": book.name(leg.id), "vessel": book.name(vessel)}
                yield reason.format(**names), (leg.id, at, vessel)


def _grounded(book: Book, own: Own, vessel: str, event: str) -> str:
    """Why a vessel cannot fly at an event; empty if it can, as far as is known.

    The event is no witness in its own case.
    """
    at = bounds_of(book, event)
    launches, landings = (
        [bounds_of(book, id) for id in own.get((vessel, type), ()) if id != event] for type in ("launch", "landing")
    )
    if launches and all(surely_before(at, launch) for launch in launches):
        return _("{leg}: “{vessel}” had not been launched yet.")
    flown_since = any(not surely_before(launch, landing) for launch in launches for landing in landings)
    if landings and not flown_since and all(surely_before(landing, at) for landing in landings):
        return _("{leg}: “{vessel}” had landed already.")
    return ""


def seats(book: Book, now: datetime | None) -> Found:
    """More people on one ride of a vehicle than it has seats."""
    riders: dict[tuple[str, str, str], dict[str, str]] = {}
    for leg in book.of(Leg):
        event = leg.departure or leg.arrival
        riders.setdefault((leg.spacecraft, leg.direction, event), {})[leg.person] = leg.id
    for (vessel_id, _direction, event), legs in riders.items():
        vessel = book.get(vessel_id, Spacecraft)
        if vessel and event and vessel.seats is not None and len(legs) > vessel.seats:
            sentence = _("“{vessel}” has {seats} seats, but {people} people ride on it with “{event}”.")
            yield (
                sentence.format(vessel=vessel.name, seats=vessel.seats, people=len(legs), event=book.name(event)),
                (vessel_id, *legs.values()),
            )
