"""Records and claims by the names a person would use."""

from tracker.domain.book import Book
from tracker.domain.facts import value_of
from tracker.domain.records import Claim, Event, Leg, Person, Record


def named(book: Book, name: str) -> Record:
    """The one record of that name."""
    (found,) = [record for record in book if not isinstance(record, Claim) and book.name(record.id) == name]
    return found


def person(book: Book, surname: str) -> Person:
    (found,) = [person for person in book.of(Person) if person.name.endswith(surname)]
    return found


def event(book: Book, type: str) -> Event:
    """The one event of that type."""
    (found,) = [event for event in book.of(Event) if event.type == type]
    return found


def legs(book: Book, surname: str, direction: str) -> list[Leg]:
    rider = person(book, surname).id
    return [leg for leg in book.of(Leg) if leg.person == rider and leg.direction == direction]


def said(book: Book, certainty: str) -> set[tuple[str, str, str]]:
    """Record, field and value of every claim of a certainty."""
    return {
        (book.name(claim.about), claim.field, str(value_of(book, claim)))
        for claim in book.of(Claim)
        if claim.certainty == certainty
    }
