"""The rule about the order of a flight's events: launch, docking, hatch opening, undocking, landing."""

from collections.abc import Iterator
from datetime import datetime
from itertools import combinations

from tracker.domain.book import Book
from tracker.domain.moments import bounds_in, surely_before
from tracker.domain.records import Event, Leg
from tracker.domain.rules.finding import Found
from tracker.i18n import _

ORDER = ("launch", "docking", "hatch opening", "undocking", "landing")


def impossible(book: Book, now: datetime | None) -> Found:
    """An event that surely came before one that has to precede it. Plans are compared with plans."""
    for earlier, later in dict.fromkeys((*_of_flights(book), *_of_legs(book))):
        if _is_reversed(book, earlier, later):
            sentence = _("“{later}” comes before “{earlier}”.")
            yield sentence.format(later=later.name, earlier=earlier.name), (later.id, earlier.id)


def _of_flights(book: Book) -> Iterator[tuple[Event, Event]]:
    """Pairs that must follow each other: of one vehicle and mission, where each type comes once."""
    flights: dict[tuple[str, str], dict[str, list[Event]]] = {}
    for event in book.where(Event, "type", ORDER):
        if event.spacecraft:
            flight = flights.setdefault((event.spacecraft, event.mission), {})
            flight.setdefault(event.type, []).append(event)
    for flight in flights.values():
        once = [flight[type][0] for type in ORDER if len(flight.get(type, ())) == 1]
        yield from combinations(once, 2)


def _of_legs(book: Book) -> Iterator[tuple[Event, Event]]:
    pairs = {(leg.departure, leg.arrival) for leg in book.of(Leg) if leg.departure != leg.arrival}
    for departure, arrival in sorted(pairs):
        first, last = book.get(departure, Event), book.get(arrival, Event)
        if first and last:
            yield first, last


def _is_reversed(book: Book, earlier: Event, later: Event) -> bool:
    pairs = ((earlier.actual, later.actual), (earlier.planned, later.planned))
    return any(
        first is not None and last is not None and surely_before(bounds_in(book, last), bounds_in(book, first))
        for first, last in pairs
    )
