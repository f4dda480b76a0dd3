"""Who is aboard, in the flight of the article and in any other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import flight
from tests.domain.strategies import times
from tracker.domain.aboard import VesselReport, aboard
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Event, Leg, Person, Spacecraft
from tracker.domain.times import UNKNOWN

ABOARD_SINCE_DOCKING = {"peresild", "shipenko", "shkaplerov", "novitsky"}


def reports(at: str, book: Book | None = None) -> dict[str, VesselReport]:
    time = read(at)
    assert time is not None
    return {report.vessel.id: report for report in aboard(book or flight.book(), time)}


def counts(at: str, book: Book | None = None) -> dict[str, tuple[int, int]]:
    return {id: (report.count, report.possible) for id, report in reports(at, book).items()}


@pytest.mark.parametrize(
    ("at", "iss"),
    [
        ("2021-10-05T12:22Z", (10, 10)),
        ("2021-10-05T12:22:30Z", (10, 10)),
        ("2021-10-05T12:21Z", (7, 7)),
        ("2021-10-05T12:21:59Z", (7, 7)),
        ("2021-10-05", (7, 10)),
        ("2021-10-06", (10, 10)),
        ("2021-10-16", (10, 10)),
        ("2021-10-16T23:59:59Z", (10, 10)),
        ("2021-10-17", (7, 10)),
        ("2021-10-17T00:00Z", (7, 10)),
        ("2021-10-18", (7, 10)),
        ("2021-10", (0, 10)),
        ("2021-10-01", (1, 7)),
        ("2021-03-10", (0, 7)),
        ("2021-02-10", (0, 6)),
        ("2021-12-01", (7, 10)),
    ],
)
def test_the_station_is_counted_certain_and_possible(at: str, iss: tuple[int, int]) -> None:
    assert counts(at)["iss"] == iss


def test_four_of_the_ten_after_docking_are_named() -> None:
    people = reports("2021-10-05T12:22Z")["iss"].people
    assert {one.person.id for one in people if one.named} == ABOARD_SINCE_DOCKING
    assert len(people) == 10
    assert all(one.certain for one in people)
    assert [one.named for one in people] == [True] * 4 + [False] * 6


def test_seven_stay_when_the_three_have_gone() -> None:
    people = reports("2021-10-18")["iss"].people
    gone = {one.person.id for one in people if not one.certain}
    assert gone == {"peresild", "shipenko", "novitsky"}
    assert people[0].person.id == "shkaplerov"


def test_a_ride_is_possible_on_a_day_of_which_nobody_knows_the_hour() -> None:
    assert counts("2021-10-05T08:00Z") == {"iss": (7, 7), "ms19": (0, 3)}
    assert counts("2021-10-04") == {"iss": (1, 7)}


def test_the_return_capsule_is_possible_on_the_planned_day_alone() -> None:
    assert counts("2021-10-16") == {"iss": (10, 10)}
    assert counts("2021-10-17") == {"capsule": (0, 3), "iss": (7, 10)}
    assert counts("2021-10-18") == {"iss": (7, 10)}


def test_once_they_have_landed_they_are_gone() -> None:
    landed = flight.changed("landing", actual="2021-10-17T04:35Z")
    book = flight.book(landed)
    assert counts("2021-10-17T04:34Z", book) == {"iss": (10, 10)}
    assert counts("2021-10-17T04:35Z", book) == {"iss": (7, 7)}


def test_a_station_with_nobody_is_reported_empty() -> None:
    assert counts("1957-10-04") == {"iss": (0, 6)}  # "by 4 October 2021" has no beginning
    assert counts("1957", Book([Spacecraft(id="iss", name="ISS", type="station")])) == {"iss": (0, 0)}


def test_animals_and_fictional_people_never_count() -> None:
    book = flight.book(Leg(person="laika", arrival="dock"), Leg(person="physician", arrival="dock"))
    assert counts("2021-10-05T12:22Z", book)["iss"] == (10, 10)


def test_the_swap_leaves_nobody_on_board_for_a_year() -> None:
    """Peresild's way down is her own leg: the commander of MS-19 staying on does not keep her."""
    book = flight.book(
        flight.changed("landing", actual="2021-10-17T04:35Z"),
        Event(id="landing-19", type="landing", name="MS-19 lands", actual=read("2022-03-30T11:28Z")),
        flight.down("shkaplerov", "landing-19", "ms19"),
    )
    people = reports("2021-12-01", book)["iss"].people
    assert "peresild" not in {one.person.id for one in people}
    assert "shkaplerov" in {one.person.id for one in people}
    assert counts("2022-03-30T11:28Z", book)["iss"] == (6, 6)


def test_times_hang_on_other_events() -> None:
    arrival = flight.changed("met", actual="before:dock")
    assert counts("2021-10-05T12:22Z", flight.book(arrival))["iss"] == (4, 10)
    assert counts("2021-10-05T12:23Z", flight.book(arrival))["iss"] == (10, 10)


def test_reports_are_sorted_by_name() -> None:
    names = [report.vessel.name for report in aboard(flight.book(), read("2021-10-17") or UNKNOWN)]
    assert names == ["International Space Station", "unnamed return capsule"]


def test_a_second_flight_follows_the_first() -> None:
    book = flight.book(
        flight.changed("landing", actual="2021-10-17T04:35Z"),
        Event(id="again", type="docking", name="Again", actual=read("2023-01-01T10:00Z"), station="iss"),
        Leg(person="novitsky", arrival="again"),
    )
    assert "novitsky" not in {p.person.id for p in reports("2022-06-01", book)["iss"].people}
    assert "novitsky" in {p.person.id for p in reports("2023-01-01T10:00Z", book)["iss"].people}


PEOPLE, VESSELS, EVENTS = ["p1", "p2", "p3"], ["v1", "v2", "s1"], ["e1", "e2", "e3", "e4"]


@st.composite
def books(draw: st.DrawFn) -> Book:
    """Any flights at all, sensible or not."""
    a_time = st.none() | times(*EVENTS)
    some = lambda ids: st.sampled_from(["", *ids])  # noqa: E731
    return Book(
        [
            *(Person(id=id, name=id, nature=draw(st.sampled_from(["human", "placeholder"]))) for id in PEOPLE),
            *(Spacecraft(id=id, name=id, type="station" if id == "s1" else "") for id in VESSELS),
            *(
                Event(id=id, name=id, planned=draw(a_time), actual=draw(a_time), station=draw(some(["s1"])))
                for id in EVENTS
            ),
            *draw(
                st.lists(
                    st.builds(
                        Leg,
                        person=st.sampled_from(PEOPLE),
                        direction=st.sampled_from(["up", "down"]),
                        spacecraft=some(VESSELS),
                        departure=some(EVENTS),
                        arrival=some(EVENTS),
                    ),
                    max_size=6,
                )
            ),
        ]
    )


@given(books(), times(*EVENTS))
def test_nobody_is_certainly_in_two_places(book: Book, at: object) -> None:
    found = aboard(book, at)  # type: ignore[arg-type]
    for report in found:
        assert report.count <= report.possible == len(report.people) <= len(PEOPLE)
        assert report.count == sum(one.certain for one in report.people)
    certain = [one.person.id for report in found for one in report.people if one.certain]
    assert len(certain) == len(set(certain))
    possible = {one.person.id for report in found for one in report.people if not one.certain}
    assert not possible & set(certain)
