"""Planned, planned before, and what came of it, in one lane; and the links between bars."""

from dataclasses import replace

import pytest

from tests.timeline.article_book import article_book
from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.records import Event
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import View
from tracker.timeline.plans.plan import Bar, Look, Plan


def drawn(planned: str, actual: str, *earlier: str) -> list[Bar]:
    event = Event(id="launch", name="Launch", type="launch", planned=edtf.read(planned), actual=edtf.read(actual))
    before = [time for text in earlier if (time := edtf.read(text))]
    book = Book([event], lambda: {"launch": before})
    return [bar for bar in feed.plan(book).bars if bar.key == "launch"]


def summary(bars: list[Bar]) -> list[tuple[str, Look, bool, bool, str]]:
    return [(edtf.write(bar.said[0]), bar.look, bar.is_plan_of_actual, bar.is_superseded, bar.slip) for bar in bars]


def test_every_plan_lies_below_what_came_of_them() -> None:
    bars = drawn("2021-10-07", "2021-10-08", "2021-10-03", "2021-10-05")
    assert summary(bars) == [
        ("2021-10-03", Look.PLANNED, True, True, "+5 d"),
        ("2021-10-05", Look.PLANNED, True, True, ""),
        ("2021-10-07", Look.PLANNED, True, False, ""),
        ("2021-10-08", Look.ACTUAL, False, False, "+5 d"),
    ]
    assert [bar.label for bar in bars] == ["", "", "", "Launch"]
    assert [bar.start_time is not None for bar in bars] == [False, False, False, True]


def test_a_plan_that_was_put_off_shows_from_where() -> None:
    assert summary(drawn("2021-10-07", "", "2021-10-05")) == [
        ("2021-10-05", Look.PLANNED, True, True, "+2 d"),
        ("2021-10-07", Look.PLANNED, False, False, "+2 d"),
    ]


def test_a_plan_given_up_altogether_is_not_drawn() -> None:
    assert drawn("", "", "2021-10-05") == []
    assert drawn("unknown", "", "2021-10-05") == []


def test_what_came_as_planned_has_not_slipped() -> None:
    assert [one[-1] for one in summary(drawn("2021-10-05", "2021-10-05T08:55Z"))] == ["", ""]


def test_the_tool_tip_tells_all_of_it() -> None:
    tip = drawn("2021-10-07", "2021-10-08", "2021-10-03", "2021-10-05")[0].tip.splitlines()
    assert tip[1:] == ["8 Oct 2021", "planned: 7 Oct 2021", "planned before: 3 Oct 2021; 5 Oct 2021", "slip: +5 d"]


@pytest.fixture(scope="module")
def by_vessel() -> Plan:
    return feed.plan(article_book(), View(kind="vessel"))


def test_who_goes_from_one_vessel_to_the_next_is_linked(by_vessel: Plan) -> None:
    lanes = {lane.key: lane.name for lane in by_vessel.lanes}
    goes = [(link.source, link.target) for link in by_vessel.links if not link.is_tie]
    assert goes.count(("up-shkaplerov", "up-shkaplerov")) == 1
    assert ("up-peresild", "down-peresild") in goes
    for link in by_vessel.links:
        assert link.is_tie or lanes[link.source_lane] == lanes[link.target_lane]
        assert link.is_tie or link.source_lane != link.target_lane


def test_what_is_dated_by_another_event_is_tied_to_it(by_vessel: Plan) -> None:
    ties = [link for link in by_vessel.links if link.is_tie]
    assert {link.target for link in ties} == {"docking"}
    assert len({link.source for link in ties}) == 6
    docking = next(bar for bar in by_vessel.bars if bar.key == "docking" and bar.is_instant)
    assert {link.leaves for link in ties} == {docking.end_upper}


def test_in_one_lane_there_is_nothing_to_link() -> None:
    assert [link for link in feed.plan(article_book(), View(kind="crew")).links if not link.is_tie] == []


def test_after_an_event_is_tied_to_its_beginning() -> None:
    book = article_book()
    hatches = book.get("hatches", Event)
    assert hatches is not None
    changed = Book([replace(hatches, actual=edtf.read("after:docking")), *(one for one in book if one.id != "hatches")])
    [tie] = [link for link in feed.plan(changed).links if link.source == "hatches"]
    docking = next(bar for bar in feed.plan(changed).bars if bar.key == "docking")
    assert tie.leaves == docking.start_lower
