"""By vessel: packed bars, head counts as steps, docking ports as lanes."""

from datetime import UTC, datetime
from math import inf

import pytest

from tests.domain import flight
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Event, Spacecraft
from tracker.domain.times import seconds
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import View
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.plans.plan import Bar, Count, Look, Plan

OCTOBER_18 = float(seconds(datetime(2021, 10, 18, tzinfo=UTC)))


def plan(*more: object) -> Plan:
    return feed.plan(flight.book(*more), View("vessel"))  # type: ignore[arg-type]


def in_lane(drawn: Plan, key: str) -> list[Bar]:
    return [bar for bar in drawn.bars if bar.lane == key]


def test_the_station_s_heading_carries_its_head_count() -> None:
    steps = [bar for bar in in_lane(plan(), "iss") if bar.look is Look.COUNT]
    [on_the_18th] = [bar for bar in steps if bar.start_lower <= OCTOBER_18 < bar.end_upper]
    assert on_the_18th.count == Count(certain=7, possible=10, most=10)
    assert on_the_18th.label == "7–10"
    assert on_the_18th.end_upper == inf
    assert "7 people aboard for certain, 10 possible" in on_the_18th.tip
    assert "10" in [bar.label for bar in steps]


def test_a_count_that_never_changes_has_no_strip() -> None:
    assert all(bar.look is not Look.COUNT for bar in in_lane(plan(), "ms19"))


def test_who_is_aboard_is_packed_and_named() -> None:
    drawn = plan()
    [lane] = [lane for lane in drawn.lanes if lane.key == "iss/aboard"]
    assert lane.stacks
    assert {"Yulia Peresild", "Oleg Novitsky", "a Frenchman"} <= {bar.label for bar in in_lane(drawn, lane.key)}
    rows = arrange(drawn, 1.0, lambda text: 6.0 * len(text))
    place = list(drawn.lanes).index(lane)
    assert rows.lane_top[place + 1] - rows.lane_top[place] == 10


def test_a_docking_at_no_named_port_is_shown_as_such() -> None:
    drawn = plan()
    [bar] = in_lane(drawn, "iss/port=")
    assert (bar.label, bar.key, bar.end_upper) == ("Soyuz MS-19", "dock", inf)
    assert [lane.name for lane in drawn.lanes if lane.key == bar.lane] == ["Port not named"]


def docking(id: str, craft: str, port: str, time: str, type: str = "docking") -> Event:
    return Event(id=id, name=id, type=type, spacecraft=craft, station="iss", port=port, actual=read(time))


STATION = Spacecraft(id="iss", name="ISS", type="station", ports=("Rassvet", "Poisk"))


def test_every_port_of_a_station_is_a_lane_under_one_heading() -> None:
    book = Book([STATION, Spacecraft(id="a", name="A"), docking("one", "a", "rassvet", "2021-10-05T12:00Z")])
    drawn = feed.plan(book, View("vessel"))
    lanes = [(lane.key, lane.name, lane.level) for lane in drawn.lanes if "port" in lane.key]
    assert lanes == [
        ("iss/ports", "Docking ports", 1),
        ("iss/ports/port=rassvet", "Rassvet", 2),
        ("iss/ports/port=poisk", "Poisk", 2),
    ]
    assert [bar.key for bar in in_lane(drawn, "iss/ports/port=rassvet")] == ["one"]


def test_a_relocation_ends_one_bar_and_begins_another() -> None:
    moved = docking("two", "a", "Poisk", "2021-10-06T12:00Z", "relocation")
    book = Book([STATION, Spacecraft(id="a", name="A"), docking("one", "a", "Rassvet", "2021-10-05T12:00Z"), moved])
    drawn = feed.plan(book, View("vessel"))
    [first], [second] = (in_lane(drawn, f"iss/ports/port={port}") for port in ("rassvet", "poisk"))
    assert first.end_lower == second.start_lower
    assert not first.is_clash
    assert "two" in first.also


@pytest.mark.parametrize(("port", "clashes"), [("Rassvet ", True), ("Poisk", False)])
def test_two_at_one_port_clash_and_lie_in_two_rows(port: str, clashes: bool) -> None:
    crafts = [Spacecraft(id=id, name=id) for id in ("a", "b")]
    dockings = (docking("one", "a", "Rassvet", "2021-10-05T12:00Z"), docking("two", "b", port, "2021-10-06T12:00Z"))
    drawn = feed.plan(Book([STATION, *crafts, *dockings]), View("vessel"))
    assert {bar.is_clash for bar in drawn.bars if bar.key in ("one", "two") and "ports" in bar.lane} == {clashes}
    rows = arrange(drawn, 1.0, lambda text: 6.0 * len(text))
    place = [lane.key for lane in drawn.lanes].index("iss/ports/port=rassvet")
    assert rows.lane_top[place + 1] - rows.lane_top[place] == 1 + clashes
