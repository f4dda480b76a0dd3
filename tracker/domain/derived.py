"""What the tables show besides a record's own fields: worked out from other records, never stored."""

from collections.abc import Sequence

from tracker.domain.book import Book
from tracker.domain.moments import Happened, time_of
from tracker.domain.records import Claim, Event, Leg, Record
from tracker.domain.rides import GROUND, Ride, rides_of
from tracker.domain.slip import Slip, slip_of
from tracker.domain.times import OPEN, VagueTime
from tracker.i18n import N_, _


def claims(book: Book, record: Record) -> int:
    """How many claims there are about a record."""
    return len(book.claims(record.id))


def sources(book: Book, record: Record) -> int:
    """How many different sources say something about a record."""
    return len({claim.source for claim in book.claims(record.id)})


def citing(book: Book, record: Record) -> int:
    """How many claims a source makes."""
    return sum(claim.source == record.id for claim in book.linking(record.id, Claim))


def legs_of(book: Book, record: Record) -> Sequence[Leg]:
    """The legs of a person or a mission."""
    return book.linking(record.id, Leg)


def crew(book: Book, record: Record) -> int:
    """How many people go up or come down for a mission."""
    return len({leg.person for leg in legs_of(book, record)})


def roles(book: Book, record: Record) -> str:
    return "; ".join(dict.fromkeys(leg.role for leg in legs_of(book, record) if leg.role))


def up_on(book: Book, record: Record) -> str:
    return _vehicle(book, _latest(book, record, "up"))


def down_on(book: Book, record: Record) -> str:
    return _vehicle(book, _latest(book, record, "down"))


def up_at(book: Book, record: Record) -> VagueTime | None:
    """When the latest way up ended; how it began is often untold."""
    return _arrival(book, _latest(book, record, "up"))


def down_at(book: Book, record: Record) -> VagueTime | None:
    return _arrival(book, _latest(book, record, "down"))


def up_is_planned(book: Book, record: Record) -> bool:
    """Whether the end of the latest way up is only planned."""
    return _is_planned(_latest(book, record, "up"))


def down_is_planned(book: Book, record: Record) -> bool:
    return _is_planned(_latest(book, record, "down"))


def departure_is_planned(book: Book, record: Record) -> bool:
    """Whether nothing but a plan says when a leg begins."""
    return _lacks_actual(book, getattr(record, "departure", ""))


def arrival_is_planned(book: Book, record: Record) -> bool:
    return _lacks_actual(book, getattr(record, "arrival", ""))


def last_place(book: Book, record: Record) -> str:
    """Where a person was after the last move that is not merely planned."""
    moves = [
        place
        for ride in rides_of(book, record.id)
        for moment, place in ((ride.departure, ride.vehicle), (ride.arrival, ride.end))
        if moment.happened(OPEN) is not Happened.NO and not moment.planned
    ]
    if not moves:
        return ""
    return _("on the ground") if moves[-1] == GROUND else book.name(moves[-1]) or _("unknown vehicle")


def departs(book: Book, record: Record) -> VagueTime | None:
    """When a leg begins."""
    return time_of(book.get(getattr(record, "departure", ""), Event))


def arrives(book: Book, record: Record) -> VagueTime | None:
    """When a leg ends."""
    return time_of(book.get(getattr(record, "arrival", ""), Event))


def progress(book: Book, record: Record) -> str:
    """Whether a leg is planned, under way or over; empty if nothing is known of it. A word to be translated."""
    departure = book.get(getattr(record, "departure", ""), Event)
    arrival = book.get(getattr(record, "arrival", ""), Event)
    if arrival and arrival.actual:
        return N_("over")
    if departure and departure.actual:
        return N_("under way")
    return N_("planned") if time_of(departure) or time_of(arrival) else ""


def slip(book: Book, record: Record) -> Slip | None:
    """By how much an event came later than first planned, or is now planned to."""
    return slip_of(book, record) if isinstance(record, Event) else None


def _latest(book: Book, record: Record, direction: str) -> Ride | None:
    rides = [ride for ride in rides_of(book, record.id) if ride.leg.direction == direction]
    return rides[-1] if rides else None


def _vehicle(book: Book, ride: Ride | None) -> str:
    if ride is None:
        return ""
    name = book.name(ride.vehicle) or _("unknown vehicle")
    is_planned = ride.departure.planned and ride.arrival.planned
    return _("{vehicle} (planned)").format(vehicle=name) if is_planned else name


def _is_planned(ride: Ride | None) -> bool:
    return ride is not None and ride.arrival.planned


def _lacks_actual(book: Book, event_id: str) -> bool:
    event = book.get(event_id, Event)
    return event is not None and event.actual is None


def _arrival(book: Book, ride: Ride | None) -> VagueTime | None:
    return None if ride is None else arrives(book, ride.leg) or departs(book, ride.leg)
