"""Flights of which nobody aboard is known: a bar from launch to landing, by vessel and by crew."""

from dataclasses import replace

from tests.domain import flight
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Event, Leg, Person, Record, Spacecraft
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import Filter, View
from tracker.timeline.plans.plan import Bar, Look, Plan

VOSTOK = Spacecraft(id="vostok", name="Vostok 1", type="capsule")
NOTHING_LEFT_OUT = Filter()
LAUNCH = Event(id="up", name="Launch", type="launch", spacecraft="vostok", actual=read("1961-04-12"))
LANDING = Event(id="down", name="Landing", type="landing", spacecraft="vostok", actual=read("1961-04-13"))


def drawn(kind: str, *records: Record, left: Filter = NOTHING_LEFT_OUT) -> Plan:
    return feed.plan(Book([VOSTOK, *records]), View(kind, filter=left))


def flights(plan: Plan) -> list[Bar]:
    return [bar for bar in plan.bars if bar.key == "vostok" and bar.look is not Look.COUNT]


def test_by_vessel_it_stands_beside_the_name_with_its_events() -> None:
    plan = drawn("vessel", LAUNCH, LANDING)
    [bar] = flights(plan)
    assert {one.key for one in plan.bars if one.lane == bar.lane} == {"vostok", "up", "down"}
    launch, landing = (next(one for one in plan.bars if one.key == key) for key in ("up", "down"))
    assert (bar.start_lower, bar.start_upper) == (launch.start_lower, launch.end_upper)
    assert (bar.end_lower, bar.end_upper) == (landing.start_lower, landing.end_upper)
    assert bar.tip.splitlines() == ["Vostok 1, crew not named", "from 12 Apr 1961", "to 13 Apr 1961"]


def test_by_crew_all_share_a_lane_and_stand_for_their_events() -> None:
    talk = Event(id="talk", name="Told", type="statement", actual=read("1961-04-14"))
    plan = drawn("crew", LAUNCH, LANDING, talk)
    [bar] = flights(plan)
    assert [(lane.name, lane.count) for lane in plan.lanes if lane.key == bar.lane] == [("Crew not named", 1)]
    assert bar.label == "Vostok 1"
    assert bar.also == ("up", "down")
    assert {one.key for one in plan.bars} == {"vostok", "talk"}


def test_who_is_known_to_be_aboard_takes_its_place() -> None:
    gagarin = Person(id="gagarin", name="Yuri Gagarin")
    ride = Leg(id="leg", person="gagarin", spacecraft="vostok", direction="up", departure="up")
    for kind in ("vessel", "crew"):
        assert flights(drawn(kind, LAUNCH, LANDING, gagarin, ride)) == []


def test_what_has_not_landed_or_cannot_carry_people_has_none() -> None:
    assert flights(drawn("crew", LAUNCH)) == []
    assert flights(drawn("crew", LAUNCH, replace(LANDING, actual=read("1961-04-11")))) == []
    satellite = feed.plan(Book([replace(VOSTOK, type="satellite"), LAUNCH, LANDING]), View("crew"))
    assert flights(satellite) == []


def test_what_flies_twice_has_two_and_what_is_planned_is_hollow() -> None:
    again = replace(LAUNCH, id="up again", actual=None, planned=read("1962-01-01"))
    home = replace(LANDING, id="down again", actual=None, planned=read("1962-01-05"))
    assert [bar.look for bar in flights(drawn("vessel", LAUNCH, LANDING, again, home))] == [Look.ACTUAL, Look.PLANNED]


def test_a_filter_leaves_out_the_flights_of_others() -> None:
    assert len(flights(drawn("crew", LAUNCH, LANDING, left=Filter("spacecraft", "vostok")))) == 1
    assert flights(drawn("crew", LAUNCH, LANDING, left=Filter("spacecraft", "sputnik"))) == []


def test_the_film_mission_has_none() -> None:
    assert all(lane.key != "unnamed" for lane in feed.plan(flight.book(), View("crew")).lanes)
