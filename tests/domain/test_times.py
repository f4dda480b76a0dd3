"""The vague time: precision, bounds, order."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import STATED, moments, related_times, stated_times, times
from tracker.domain.edtf import read
from tracker.domain.times import (
    OPEN,
    UNKNOWN,
    Bounds,
    Precision,
    Sense,
    VagueTime,
    at,
    floored,
    from_seconds,
    seconds,
    shifted,
)


def time(text: str) -> VagueTime:
    found = read(text)
    assert found is not None
    return found


def span(text: str) -> tuple[str, str]:
    bounds = time(text).bounds()
    return tuple("" if b is None else from_seconds(b).strftime("%Y-%m-%d %H:%M:%S") for b in bounds)  # type: ignore[return-value]


@pytest.mark.parametrize(
    ("text", "lower", "upper"),
    [
        ("2021-10-05T12:22:30Z", "2021-10-05 12:22:30", "2021-10-05 12:22:31"),
        ("2021-10-05T12:22Z", "2021-10-05 12:22:00", "2021-10-05 12:23:00"),
        ("2021-10-05T12Z", "2021-10-05 12:00:00", "2021-10-05 13:00:00"),
        ("2021-10-05", "2021-10-05 00:00:00", "2021-10-06 00:00:00"),
        ("2021-12", "2021-12-01 00:00:00", "2022-01-01 00:00:00"),
        ("2020", "2020-01-01 00:00:00", "2021-01-01 00:00:00"),
        ("2021-04~", "2021-03-01 00:00:00", "2021-06-01 00:00:00"),
        ("1957~", "1956-01-01 00:00:00", "1959-01-01 00:00:00"),
        ("2021-10-17/..", "2021-10-17 00:00:00", ""),
        ("../2021-10-04", "", "2021-10-05 00:00:00"),
        ("1961-04-12", "1961-04-12 00:00:00", "1961-04-13 00:00:00"),
        ("1900", "1900-01-01 00:00:00", "1901-01-01 00:00:00"),
        ("2100-12-31", "2100-12-31 00:00:00", "2101-01-01 00:00:00"),
        ("unknown", "", ""),
        ("before:dock", "", ""),
    ],
)
def test_bounds_are_the_whole_stated_unit(text: str, lower: str, upper: str) -> None:
    assert span(text) == (lower, upper)


def test_sputnik_lies_before_1970_in_negative_seconds() -> None:
    assert time("1957-10-04T19:28:34Z").bounds() == Bounds(-386310686, -386310685)
    assert from_seconds(-386310686) == datetime(1957, 10, 4, 19, 28, 34, tzinfo=UTC)


def test_only_a_minute_or_finer_has_a_clock() -> None:
    assert [precision for precision in Precision if VagueTime(precision=precision).has_clock] == [
        Precision.SECOND,
        Precision.MINUTE,
    ]


def test_a_plain_time_is_cut_to_its_precision_in_utc() -> None:
    moscow = timezone(timedelta(hours=3))
    assert at(datetime(2021, 10, 6, 1, 22, 30, tzinfo=moscow)) == time("2021-10-05T22:22Z")
    assert at(datetime(2021, 10, 6, 1, 22, tzinfo=moscow), Precision.DAY) == time("2021-10-05")


def test_a_relative_time_takes_the_bounds_of_its_event() -> None:
    docking = Bounds(100, 160)
    assert time("before:dock").bounds(lambda id: docking) == Bounds(None, 160)
    assert time("after:dock").bounds(lambda id: docking) == Bounds(100, None)


def test_unknown_is_a_value_and_relative_is_not_unknown() -> None:
    assert UNKNOWN.is_unknown
    assert UNKNOWN.bounds() == OPEN
    assert not time("before:dock").is_unknown
    assert not time("2020").is_unknown


def test_times_sort_by_start_then_finer_first_unknown_last() -> None:
    texts = ["1957-10-04", "2021", "2021-10", "2021-10-05", "2021-10-05T12:22Z", "before:dock", "unknown"]
    texts.insert(2, "2021-01-01T00:00Z")
    ordered = sorted(map(time, reversed(texts)), key=lambda each: each.sort_key)
    assert ordered[1:3] == [time("2021-01-01T00:00Z"), time("2021")]
    assert ordered[-2:] == [time("before:dock"), UNKNOWN]
    assert ordered[0] == time("1957-10-04")


@given(stated_times())
def test_the_bounds_hold_the_start_unless_open(stated: VagueTime) -> None:
    lower, upper = stated.bounds()
    assert stated.start is not None
    assert stated.end is not None
    start = seconds(stated.start)
    assert lower is None or lower <= start
    assert upper is None or upper >= seconds(stated.end) > start
    assert (lower is None) == (stated.sense is Sense.NOT_LATER)
    assert (upper is None) == (stated.sense is Sense.NOT_EARLIER)


@given(stated_times())
def test_about_never_narrows(stated: VagueTime) -> None:
    exact = VagueTime(stated.start, stated.precision, False, stated.sense).bounds()
    about = VagueTime(stated.start, stated.precision, True, stated.sense).bounds()
    assert about.lower is None or exact.lower is None or about.lower < exact.lower
    assert about.upper is None or exact.upper is None or about.upper > exact.upper


@given(st.lists(times("dock")))
def test_any_times_can_be_ordered(many: list[VagueTime]) -> None:
    ordered = sorted(many, key=lambda each: each.sort_key)
    starts = [each.start for each in ordered if each.start]
    assert starts == sorted(starts)
    kinds = [each.sort_key[0] for each in ordered]
    assert kinds == sorted(kinds)


@given(moments, st.sampled_from(STATED))
def test_a_unit_begins_at_or_before_the_moment_and_ends_after(moment: datetime, precision: Precision) -> None:
    start = floored(moment, precision)
    assert start <= moment < shifted(start, precision, 1)
    assert floored(start, precision) == start


@given(moments, st.sampled_from(STATED), st.integers(-50, 50))
def test_shifting_there_and_back_is_nothing(moment: datetime, precision: Precision, units: int) -> None:
    start = floored(moment, precision)
    assert shifted(shifted(start, precision, units), precision, -units) == start


@given(moments)
def test_seconds_count_both_ways(moment: datetime) -> None:
    assert from_seconds(seconds(moment)) == moment.replace(microsecond=0)


@given(related_times("dock"), st.integers(-(10**9), 10**9), st.integers(1, 10**6))
def test_relative_bounds_touch_their_event(related: VagueTime, start: int, length: int) -> None:
    bounds = related.bounds(lambda id: Bounds(start, start + length))
    assert bounds in (Bounds(None, start + length), Bounds(start, None))
