"""Bars in words: name, lane, time and certainty, with no more said of a time than is known."""

from dataclasses import replace
from datetime import UTC, datetime
from math import inf
from zoneinfo import ZoneInfo

import pytest

from tests.timeline.conftest import T0
from tracker.domain import edtf
from tracker.domain.times import seconds
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, instant
from tracker.timeline.plans.words import when, words

LANE = Lane("events", "Events")
MINUTE = 60.0


def month(number: int) -> float:
    return float(seconds(datetime(2021, number, 1, tzinfo=UTC)))


@pytest.mark.parametrize(
    ("lower", "upper", "said"),
    [
        (T0, T0 + DAY, "5 Oct 2021"),
        (T0 + 60, T0 + 120, "5 Oct 2021 00:01 UTC"),
        (T0 + 61, T0 + 62, "5 Oct 2021 00:01:01 UTC"),
        (T0 + 61, T0 + 61, "5 Oct 2021 00:01:01 UTC"),
        (month(4), month(5), "Apr 2021"),
        (month(3), month(6), "between 1 Mar 2021 and 31 May 2021"),
        (T0, T0 + 12 * 3600, "between 5 Oct 2021 and 5 Oct 2021 12:00 UTC"),
        (T0, inf, "not earlier than 5 Oct 2021"),
        (-inf, T0 + 3600, "before 5 Oct 2021 01:00 UTC"),
        (-inf, inf, "unknown"),
    ],
)
def test_of_a_moment_as_much_is_said_as_its_bounds_tell(lower: float, upper: float, said: str) -> None:
    bar = instant("docking", "events", lower, upper, label="Docking")
    assert words(bar, LANE, UTC) == f"Docking, lane Events, {said}, stated"


def test_a_stated_time_is_said_as_it_was_stated() -> None:
    bar = instant("docking", "events", 0, 1, label="Docking", start_time=edtf.read("2021-10-05T12:22Z"))
    assert "5 Oct 2021 15:22 " in words(bar, LANE, ZoneInfo("Europe/Moscow"))


def test_both_ends_of_an_interval_are_said() -> None:
    bar = Bar("stay", "events", T0, T0 + DAY, T0 + 3 * DAY, T0 + 4 * DAY, label="Station")
    assert words(bar, LANE, UTC) == "Station, lane Events, start 5 Oct 2021, end 8 Oct 2021, stated"


def test_an_end_of_which_nothing_is_known_is_unknown() -> None:
    """Its bounds in the drawing are only those that the other end gives it."""
    begun = Bar("stay", "events", -inf, T0, T0, T0, label="Station")
    assert "start unknown, end 5 Oct 2021" in words(begun, LANE, UTC)
    assert "start 5 Oct 2021, end unknown" in words(replace(begun, start_lower=T0, end_upper=inf), LANE, UTC)
    assert "start and end unknown" in words(replace(begun, end_upper=inf), LANE, UTC)


@pytest.mark.parametrize("look", Look)
def test_every_look_is_said(look: Look) -> None:
    said = {Look.ACTUAL: "stated", Look.PLANNED: "planned", Look.RUMOURED: "rumoured", Look.COUNT: "counted"}
    assert words(instant("one", "events", T0, T0, look=look), LANE, UTC).endswith(f", {said[look]}")


def test_a_bar_without_a_label_is_named_by_what_it_says_on_hovering() -> None:
    bar = instant("one", "events", T0, T0 + DAY, tell=lambda: "Peresild, aboard Soyuz\nfrom then on")
    assert words(bar, LANE, UTC).startswith("Peresild, aboard Soyuz, lane Events, ")


def test_what_is_about_and_how_far_it_slipped_is_said() -> None:
    time = edtf.read("2021-04~")
    bar = instant("e", "lane", 0, DAY, label="Arrival", look=Look.PLANNED, said=(time, time), slip="+2 months")
    lane = Lane("lane", "Events")
    assert words(bar, lane, UTC) == "Arrival, lane Events, about Apr 2021, planned, slip +2 months"
    assert "planned before" in words(replace(bar, is_superseded=True), lane, UTC)


def test_what_hangs_on_another_event_is_said_by_its_bounds() -> None:
    time = edtf.read("before:docking")
    assert when(instant("e", "lane", -inf, DAY, said=(time, time)), UTC) == "before 2 Jan 1970"
