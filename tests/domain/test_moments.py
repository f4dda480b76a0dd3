"""When events were, what hangs on what, and what had happened by a time."""

from hypothesis import given

from tests.domain import flight
from tests.domain.strategies import times
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.moments import Happened, Moment, bounds_of, moment_of, surely_before, window_of
from tracker.domain.records import Event
from tracker.domain.times import OPEN, Bounds, VagueTime


def event(id: str, planned: str = "", actual: str = "") -> Event:
    return Event(id=id, name=id, planned=read(planned), actual=read(actual))


def bounds(text: str) -> Bounds:
    time = read(text)
    assert time is not None
    return time.bounds()


def test_the_actual_time_counts_and_the_plan_without_it() -> None:
    book = Book([event("a", "2021-10-04", "2021-10-05"), event("b", "2021-10-17"), event("c")])
    assert bounds_of(book, "a") == bounds("2021-10-05")
    assert bounds_of(book, "b") == bounds("2021-10-17")
    assert bounds_of(book, "c") == OPEN
    assert bounds_of(book, "nowhere") == OPEN
    assert moment_of(book, "b") == Moment(bounds("2021-10-17"), planned=True)
    assert moment_of(book, "c") is None


def test_a_relative_time_takes_its_bounds_from_its_anchor() -> None:
    book = Book([event("dock", actual="2021-10-05T12:22Z"), event("a", actual="before:dock"), event("b", "after:a")])
    assert bounds_of(book, "a") == Bounds(None, bounds("2021-10-05T12:22Z").upper)
    assert bounds_of(book, "b") == OPEN


def test_a_circle_of_relative_times_is_open() -> None:
    book = Book([event("a", "after:b"), event("b", "after:a"), event("c", "before:c")])
    assert [bounds_of(book, id) for id in "abc"] == [OPEN, OPEN, OPEN]


def test_a_minute_is_an_instant_and_a_day_a_span() -> None:
    at_1222, before = bounds("2021-10-05T12:22:00Z"), bounds("2021-10-05T12:21:59Z")
    docking = moment_of(flight.book(), "dock")
    assert docking is not None
    assert docking.instant
    assert docking.happened(at_1222) is Happened.YES
    assert docking.happened(before) is Happened.NO
    assert docking.happened(bounds("2021-10-05")) is Happened.PERHAPS
    launch = moment_of(flight.book(), "launch")
    assert launch is not None
    assert launch.happened(at_1222) is Happened.PERHAPS
    assert launch.happened(bounds("2021-10-06")) is Happened.YES


def test_a_plan_never_surely_happened() -> None:
    planned = moment_of(flight.book(), "landing")
    assert planned is not None
    assert planned.happened(bounds("2099")) is Happened.PERHAPS
    assert planned.happened(bounds("2021-10-16")) is Happened.NO


def test_an_instant_is_asked_for_as_one_second() -> None:
    book = flight.book()
    start = bounds("2021-10-05T12:22Z").lower or 0
    assert window_of(book, read("2021-10-05T12:22Z") or VagueTime()) == Bounds(start, start + 1)
    assert window_of(book, read("2021-10-05") or VagueTime()) == bounds("2021-10-05")
    assert window_of(book, read("after:dock") or VagueTime()) == Bounds(start, None)


@given(times("dock"), times("dock"))
def test_before_is_never_both_ways(one: VagueTime, other: VagueTime) -> None:
    book = flight.book(Event(id="dock", name="Docking", planned=one, actual=other))
    a, b = (time.bounds(lambda id: bounds_of(book, id)) for time in (one, other))
    assert not (surely_before(a, b) and surely_before(b, a))
