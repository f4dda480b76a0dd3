"""Slip: from the first plan to what came of it, no finer than both are known."""

import pytest

from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.listings import LISTINGS, described
from tracker.domain.records import Event
from tracker.domain.slip import plans_of, slip, slip_of
from tracker.domain.times import VagueTime


def book_with(event: Event, *earlier: str) -> Book:
    return Book([event], lambda: {event.id: [time for text in earlier if (time := edtf.read(text))]})


def launch(planned: str = "", actual: str = "") -> Event:
    return Event(id="launch", name="Launch", planned=edtf.read(planned), actual=edtf.read(actual))


@pytest.mark.parametrize(
    ("first", "last", "text"),
    [
        ("2021-10-05T08:45Z", "2021-10-05T08:55Z", "+10 min"),
        ("2021-10-17", "2021-10-15", "−2 d"),
        ("2021-10-05T08:45:10Z", "2021-10-05T08:55Z", "+10 min"),
        ("2021-10-05", "2021-10-06T08:55Z", "+1 d"),
        ("2021-10-05", "2021-10-05T23:59Z", "0 d"),
        ("2021-12", "2022-02-27", "+2 months"),
        ("2019~", "2021-10", "about +2 years"),
        ("1957-10-06", "1957-10-04T19:28Z", "−2 d"),
        ("1969-12-31T23:00Z", "1970-01-01T01:00Z", "+2 h"),
    ],
)
def test_the_coarser_of_the_two_counts(first: str, last: str, text: str) -> None:
    assert str(slip(edtf.read(first), edtf.read(last))) == text


@pytest.mark.parametrize(
    ("first", "last"),
    [("", "2021"), ("2021", ""), ("2021-10-17/..", "2021-10-20"), ("before:docking", "2021"), ("unknown", "2021")],
)
def test_nothing_is_said_where_nothing_is_known(first: str, last: str) -> None:
    assert slip(edtf.read(first), edtf.read(last)) is None


def test_it_counts_from_the_first_plan() -> None:
    event = launch("2021-10-05T08:50Z", "2021-10-05T08:55Z")
    assert str(slip_of(book_with(event, "2021-10-05T08:40Z"), event)) == "+15 min"
    assert str(slip_of(book_with(event), event)) == "+5 min"


def test_a_plan_that_nobody_changed_has_not_slipped() -> None:
    event = launch("2021-10-05")
    assert slip_of(book_with(event), event) is None
    assert str(slip_of(book_with(event, "2021-10-03"), event)) == "+2 d"


def times(*texts: str) -> list[VagueTime | None]:
    return [edtf.read(text) for text in texts]


def test_a_plan_made_more_exact_is_the_same_plan() -> None:
    event = launch("2021-10-07T08:55Z")
    assert plans_of(book_with(event, "2021-10", "2021-10-05", "2021-10-07"), event) == times(
        "2021-10-05", "2021-10-07T08:55Z"
    )


def test_a_plan_may_come_back() -> None:
    event = launch("2021-10-05")
    assert plans_of(book_with(event, "2021-10-05", "2021-10-07"), event) == times(
        "2021-10-05", "2021-10-07", "2021-10-05"
    )


def test_the_table_of_events_has_a_column_of_it() -> None:
    late, early, none = launch("2021-10-05", "2021-10-15"), launch("2021-10-05", "2021-10-04"), launch()
    column = LISTINGS["events"].column("slip")
    assert [column.text(book_with(one), one) for one in (late, early, none)] == ["+10 d", "−1 d", ""]
    assert described(book_with(late), late, LISTINGS["events"])["slip"] == "+10 d"
