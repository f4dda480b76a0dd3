"""What is printed is kept as printed, and what is not said stays empty."""

import pytest

from tests.seeds.finding import event, legs, named, person
from tracker.domain import edtf, plain
from tracker.domain.book import Book
from tracker.domain.records import Event, Leg, Place, Production, Source, Spacecraft
from tracker.domain.times import UNKNOWN

RETURNING = ("Shipenko", "Peresild", "Novitsky")


@pytest.mark.parametrize(
    ("surname", "quotation"),
    [
        ("Novitsky", "Welcome to the International Space Station."),
        ("Ernst", "They are in high spirits and appear to be in good health,"),
        ("Peresild", "Psychologically, physiologically, and emotionally, it was challenging…"),
        ("Peresild", "I hope when we attain our goal, all the hurdles won’t seem so hard."),
        (
            "Peskov",
            "Space is where we became pioneers, where we maintain a fairly strong position despite everything,",
        ),
    ],
)
def test_quotations_are_as_printed(book: Book, surname: str, quotation: str) -> None:
    (source,) = book.of(Source)
    assert f"“{quotation}" in source.text
    (found,) = [event for event in book.of(Event) if event.quotation == quotation]
    assert (found.type, found.people) == ("statement", (person(book, surname).id,))
    claims = book.claims(found.id, "quotation")
    assert all(claim.certainty == "stated" for claim in claims)
    assert sum(len(claim.fragment.split()) for claim in claims) == len(quotation.split())


def test_there_are_five_quotations(book: Book) -> None:
    assert sum(bool(event.quotation) for event in book.of(Event)) == 5


@pytest.mark.parametrize(("surname", "age"), [("Peresild", "37"), ("Shipenko", "38"), ("Shkaplerov", "49")])
def test_ages_are_as_of_the_article(book: Book, surname: str, age: str) -> None:
    (claim,) = book.claims(person(book, surname).id, "age")
    assert (claim.value, edtf.write(claim.as_of)) == (age, "2021-10-05")


def test_what_the_article_does_not_say_stays_empty(book: Book) -> None:
    assert not any("oscosmos" in str(plain.row(record)) for record in book)
    assert {craft.name for craft in book.of(Spacecraft)} == {
        "Soyuz MS-19",
        "International Space Station",
        "Unnamed return capsule",
        "Sputnik",
    }
    crafts = [craft for craft in book.of(Spacecraft) if craft.name != "Sputnik"]
    assert not any(craft.ports or craft.seats or craft.operator for craft in crafts)
    assert not any(event.port or event.type in ("undocking", "relocation") for event in book.of(Event))
    assert not any(leg.seat for leg in book.of(Leg))
    assert not any(place.zone for place in book.of(Place))


def test_the_return_is_on_a_capsule_nobody_names(book: Book) -> None:
    capsule = named(book, "Unnamed return capsule")
    down = [leg for leg in book.of(Leg) if leg.direction == "down"]
    assert {book.name(leg.person).split()[1] for leg in down} == set(RETURNING)
    assert {(leg.spacecraft, leg.arrival, leg.departure) for leg in down} == {
        (capsule.id, event(book, "landing").id, "")
    }
    assert legs(book, "Shkaplerov", "down") == []


def test_only_the_docking_has_a_clock(book: Book) -> None:
    times = [time for event in book.of(Event) for time in (event.planned, event.actual) if time and time.has_clock]
    assert [edtf.write(time) for time in times] == ["2021-10-05T12:22Z"]
    assert edtf.write(event(book, "launch").actual) == "2021-10-05"


def test_the_soviet_firsts_have_no_dates(book: Book) -> None:
    firsts = [event for event in book.of(Event) if event.type == "first"]
    assert len(firsts) == 4
    for first in firsts:
        assert (first.planned, first.actual) == (None, UNKNOWN)
        assert [book.name(id) for id in first.organisations] == ["Soviet Union"]


def test_the_film_s_title_is_bare(book: Book) -> None:
    assert {production.title for production in book.of(Production)} == {
        "The Challenge",
        "Untitled Hollywood initiative",
    }
