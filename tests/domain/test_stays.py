"""The bars of the crew: where each is between the events that move them."""

from tests.domain import flight
from tracker.domain.records import Event, Leg, Spacecraft
from tracker.domain.stays import stays
from tracker.domain.times import OPEN


def test_a_flight_is_a_ride_a_stay_and_a_planned_ride() -> None:
    ride, stay, home = stays(flight.book(), "peresild")
    assert (ride.vessel, ride.start_event, ride.end_event) == ("ms19", "launch", "dock")
    assert (stay.vessel, stay.start_event, stay.end_event) == ("iss", "dock", "landing")
    assert (home.vessel, home.start_event, home.end_event) == ("capsule", "landing", "landing")
    assert (ride.planned, stay.planned, home.planned) == (False, False, True)
    assert (ride.end_planned, stay.end_planned, home.end_planned) == (False, True, True)
    assert stay.legs == ("peresild-up", "peresild-down")
    assert ride.certain
    assert not home.certain
    assert not stay.is_open


def test_the_commander_stays_on() -> None:
    ride, stay = stays(flight.book(), "shkaplerov")
    assert (ride.vessel, stay.vessel) == ("ms19", "iss")
    assert stay.is_open
    assert stay.end == OPEN
    assert stay.legs == ("shkaplerov-up",)


def test_who_was_met_aboard_has_no_ride_to_show() -> None:
    (stay,) = stays(flight.book(), "frenchman")
    assert (stay.vessel, stay.start_event, stay.end_event) == ("iss", "met", "")
    assert stay.start.lower is None


def test_who_never_flew_has_no_stay() -> None:
    assert stays(flight.book(), "physician") == []


def test_a_flight_that_docks_nowhere_is_one_stay_in_the_vehicle() -> None:
    book = flight.book(
        Spacecraft(id="vostok", name="Vostok"),
        Event(id="up", name="Launch"),
        Leg(id="leg", person="physician", departure="launch", spacecraft="vostok"),
    )
    (stay,) = stays(book, "physician")
    assert (stay.vessel, stay.start_event, stay.is_open) == ("vostok", "launch", True)


def test_a_leg_without_any_time_says_nothing() -> None:
    book = flight.book(Event(id="none", name="None"), Leg(person="physician", departure="none"))
    assert stays(book, "physician") == []
