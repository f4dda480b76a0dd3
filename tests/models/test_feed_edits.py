"""From a hand on the timeline back to records: an event drawn in a lane."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from tests.timeline.article_book import article_book
from tracker.domain import edits, edtf
from tracker.domain.book import Book
from tracker.domain.records import Event
from tracker.domain.times import UNKNOWN, VagueTime
from tracker.models.feed import changes
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import KINDS, View


@pytest.fixture
def book() -> Book:
    return article_book()


def drawn(book: Book, lane: str, time: str) -> Event:
    what = next(one.creates for one in feed.plan(book).lanes if one.name == lane and one.creates)
    found = edtf.read(time)
    assert found is not None
    event = changes.created(book, what, found)
    book.apply(edits.create(book, event).changes)
    return event


def test_an_event_drawn_in_a_vessel_s_lane_is_the_vessel_s_and_the_mission_s(book: Book) -> None:
    event = drawn(book, "Soyuz MS-19", "2021-10-06")
    assert (event.mission, book.name(event.spacecraft)) == ("mission", "Soyuz MS-19")
    [bar] = [bar for bar in feed.plan(book).bars if bar.key == event.id]
    [lane] = [lane for lane in feed.plan(book).lanes if lane.key == bar.lane]
    assert lane.creates


def test_in_each_view_it_comes_up_in_the_lane_it_was_drawn_in(book: Book) -> None:
    for view in map(View, KINDS):
        for lane in [lane for lane in feed.plan(book, view).lanes if lane.creates]:
            time = edtf.read("2021-10-06")
            assert time is not None
            event = changes.created(book, lane.creates, time)
            edit = edits.create(book, event)
            book.apply(edit.changes)
            assert lane.key in {bar.lane for bar in feed.plan(book, view).bars if bar.key == event.id}
            book.apply(edits.inverse(edit, "").changes)


def test_what_is_past_has_happened_and_what_is_to_come_is_planned(book: Book) -> None:
    past = drawn(book, "Statements", "2021-10-06")
    assert (past.planned, past.type) == (None, "statement")
    assert past.actual is not None
    to_come = drawn(book, "Statements", str(datetime.now(UTC).year + 1))
    assert to_come.actual is None
    assert to_come.planned is not None


def test_where_values_are_derived_nothing_is_drawn_and_it_is_said_why(book: Book) -> None:
    plan = feed.plan(book, View("crew"))
    people = {lane.key for lane in plan.lanes if lane.level == 1}
    assert not any(lane.creates for lane in plan.lanes if lane.key in people)
    stays = [bar for bar in plan.bars if bar.lane in people]
    assert stays
    assert all("A stay is changed by its events" in bar.locked for bar in stays)


def time(text: str) -> VagueTime:
    found = edtf.read(text)
    assert found is not None
    return found


def test_what_had_no_date_gets_one(book: Book) -> None:
    """What is past has happened; a plan without a date stays a plan."""
    past, to_come = time("1957-10-04"), time(str(datetime.now(UTC).year + 1))
    bare = book.get("sputnik", Event)
    assert bare is not None
    unknown, planned = replace(bare, actual=UNKNOWN), replace(bare, planned=UNKNOWN)
    for before, to, after in (
        (bare, past, replace(bare, actual=past)),
        (bare, to_come, replace(bare, planned=to_come)),
        (unknown, past, replace(unknown, actual=past)),
        (planned, past, replace(planned, planned=past)),
    ):
        assert changes.moved(Book([before]), "sputnik", "both", to) == after
