"""Head counts for all time: at every second the same as who is aboard then."""

from datetime import UTC, datetime
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import flight
from tests.domain.test_aboard import books
from tracker.domain.aboard import aboard
from tracker.domain.book import Book
from tracker.domain.head_counts import HeadCount, head_counts
from tracker.domain.times import Precision, VagueTime, from_seconds, seconds


def at(text: str) -> float:
    return float(seconds(datetime.fromisoformat(text).replace(tzinfo=UTC)))


def on(counts: list[HeadCount], time: float) -> tuple[int, int]:
    found = [(one.certain, one.possible) for one in counts if one.start <= time < one.end]
    assert len(found) <= 1
    return found[0] if found else (0, 0)


def test_the_station_before_the_docking_after_it_and_when_three_are_to_have_left() -> None:
    counts = head_counts(flight.book())["iss"]
    assert on(counts, at("2021-10-05T12:21:59")) == (7, 7)
    assert on(counts, at("2021-10-05T12:22")) == (10, 10)
    assert on(counts, at("2021-10-16T23:59:59")) == (10, 10)
    assert on(counts, at("2021-10-18")) == (7, 10)
    assert counts[-1] == HeadCount(at("2021-10-17"), inf, 7, 10)


def test_a_count_goes_on_until_it_changes() -> None:
    for counts in head_counts(flight.book()).values():
        for one, other in pairwise(counts):
            assert one.end <= other.start
            assert one.end < other.start or (one.certain, one.possible) != (other.certain, other.possible)


def test_nobody_is_counted_in_an_empty_book() -> None:
    assert head_counts(Book()) == {}


@pytest.mark.parametrize("vessel", ["iss", "ms19", "capsule"])
def test_a_vessel_that_is_empty_has_no_count(vessel: str) -> None:
    assert all(one.possible for one in head_counts(flight.book())[vessel])


@given(books(), st.data())
def test_at_every_second_it_is_who_is_aboard_then(book: Book, data: st.DataObject) -> None:
    counts = head_counts(book)
    edges = sorted({int(t) for steps in counts.values() for one in steps for t in (one.start, one.end) if abs(t) < inf})
    second = data.draw(st.sampled_from(edges or [0])) + data.draw(st.integers(-2, 2))
    reports = aboard(book, VagueTime(from_seconds(second), Precision.SECOND))
    wanted = {report.vessel.id: (report.count, report.possible) for report in reports if report.possible}
    found = {vessel: on(steps, second) for vessel, steps in counts.items() if vessel}
    assert {vessel: number for vessel, number in found.items() if number != (0, 0)} == wanted
