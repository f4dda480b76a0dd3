"""What must be answerable from the article alone."""

import pytest

from tests.seeds.finding import event, legs, person
from tracker.domain.aboard import VesselReport, aboard
from tracker.domain.book import Book
from tracker.domain.edtf import read, write
from tracker.domain.records import Event, Leg
from tracker.domain.show_times import show
from tracker.domain.zones import zone

AFTER_DOCKING = "2021-10-05T12:22Z"


def on_the_station(book: Book, at: str) -> VesselReport:
    time = read(at)
    assert time is not None
    (found,) = [report for report in aboard(book, time) if report.vessel.type == "station"]
    return found


@pytest.mark.parametrize(
    ("at", "count", "possible"),
    [("2021-10-05T12:21Z", 7, 7), (AFTER_DOCKING, 10, 10), ("2021-10-16", 10, 10), ("2021-10-18", 7, 10)],
)
def test_how_many_are_aboard(book: Book, at: str, count: int, possible: int) -> None:
    report = on_the_station(book, at)
    assert (report.count, report.possible) == (count, possible)


def test_four_of_the_ten_are_named(book: Book) -> None:
    people = on_the_station(book, AFTER_DOCKING).people
    assert {one.person.name.split()[1] for one in people if one.named} == {
        "Peresild",
        "Shipenko",
        "Shkaplerov",
        "Novitsky",
    }


def test_who_comes_down_on_17_october(book: Book) -> None:
    landing = event(book, "landing")
    assert (write(landing.planned), landing.actual) == ("2021-10-17", None)
    riders = {leg.person for leg in book.of(Leg) if leg.arrival == landing.id}
    assert riders == set(landing.people) == {person(book, name).id for name in ("Shipenko", "Peresild", "Novitsky")}


def test_nobody_rides_both_ways_on_one_vehicle(book: Book) -> None:
    for surname in ("Shipenko", "Peresild"):
        (up,), (down,) = legs(book, surname, "up"), legs(book, surname, "down")
        assert book.name(up.spacecraft) == "Soyuz MS-19"
        assert up.spacecraft != down.spacecraft


def test_when_the_docking_was_elsewhere(book: Book) -> None:
    docking = event(book, "docking").actual
    assert docking is not None
    assert docking == read(AFTER_DOCKING)
    assert "15:22" in show(docking, zone("Europe/Moscow"))
    assert "17:22" in show(docking, zone("Asia/Qyzylorda"))


def test_last_year_and_six_months_ago(book: Book) -> None:
    arrived = legs(book, "Novitsky", "up")[0].arrival
    assert write(event(book, "announcement").actual) == "2020"
    assert [write(one.actual) for one in book.of(Event) if one.id == arrived] == ["2021-04~"]
