"""What people type as a time."""

import re
from collections.abc import Iterator
from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.strategies import STATED, stated_times, times
from tracker import i18n
from tracker.domain.edtf import read, write
from tracker.domain.show_times import show
from tracker.domain.times import Precision, VagueTime
from tracker.domain.typed_times import understand

MOSCOW = ZoneInfo("Europe/Moscow")
HOUSTON = ZoneInfo("America/Chicago")
ZONES = [UTC, MOSCOW, HOUSTON, ZoneInfo("Asia/Kolkata"), ZoneInfo("Asia/Qyzylorda")]


def event_named(name: str) -> str:
    if name.casefold() == "docking of soyuz ms-19":
        return "dock"
    raise ValueError(f"No event is called “{name}”.")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2021-10-05 12:22", "2021-10-05T12:22Z"),
        ("2021-10-05T12:22", "2021-10-05T12:22Z"),
        ("2021-10-5 9:07", "2021-10-05T09:07Z"),
        ("2021-10-05 12:22:30", "2021-10-05T12:22:30Z"),
        ("2021-10-05 12:22 UTC", "2021-10-05T12:22Z"),
        ("2021-10-05 12:22 GMT", "2021-10-05T12:22Z"),
        ("2021-10-05 12:22Z", "2021-10-05T12:22Z"),
        ("2021-10-05 15:22+03:00", "2021-10-05T12:22Z"),
        ("2021-10-05 15:22 +0300", "2021-10-05T12:22Z"),
        ("2021-10-05 15:22 UTC+3", "2021-10-05T12:22Z"),
        ("2021-10-05 08:22 UTC−4", "2021-10-05T12:22Z"),
        ("2021-10-05 17:52 UTC+5:30", "2021-10-05T12:22Z"),
        ("2021-10-05 15:22 Moscow", "2021-10-05T12:22Z"),
        ("2021-10-05 15:22 europe/moscow", "2021-10-05T12:22Z"),
        ("2021-10-05 17:22 Baikonur", "2021-10-05T12:22Z"),
        ("5 Oct 2021 15:22 Moscow (UTC+3)", "2021-10-05T12:22Z"),
        ("5 October 2021 12:22", "2021-10-05T12:22Z"),
        ("5 October 2021, 12:22", "2021-10-05T12:22Z"),
        ("  5   Oct\u00a02021 ", "2021-10-05"),
        ("5. Oct. 2021", "2021-10-05"),
        ("October 5, 2021", "2021-10-05"),
        ("OCTOBER 5 2021", "2021-10-05"),
        ("sept 2021", "2021-09"),
        ("Oct 2021", "2021-10"),
        ("2021-10", "2021-10"),
        ("2020", "2020"),
        ("1957-10-04 19:28:34", "1957-10-04T19:28:34Z"),
        ("about April 2021", "2021-04~"),
        ("~2021-04", "2021-04~"),
        ("2021-04~", "2021-04~"),
        ("c. 1957", "1957~"),
        ("circa 1957", "1957~"),
        ("not earlier than 17 Oct 2021", "2021-10-17/.."),
        ("NET 17 Oct 2021", "2021-10-17/.."),
        ("from about 2021", "2021~/.."),
        ("not later than 4 Oct 2021", "../2021-10-04"),
        ("by 4 Oct 2021", "../2021-10-04"),
        ("2021-10-17/..", "2021-10-17/.."),
        ("../2021-10-04", "../2021-10-04"),
        ("before docking of Soyuz MS-19", "before:dock"),
        ("After DOCKING of soyuz ms-19", "after:dock"),
        ("before: Docking of Soyuz MS-19", "before:dock"),
        ("unknown", "unknown"),
        ("?", "unknown"),
        ("", ""),
        ("   ", ""),
    ],
)
def test_what_is_typed_is_understood(text: str, meant: str) -> None:
    assert write(understand(text, UTC, event_named)) == meant


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("yesterday", "“yesterday” is not a time I can read"),
        ("10/05/2021", "write it like 2021-10-05 12:22"),
        ("12:22", "is not a time I can read"),
        ("Oct 2021 12:22", "is not a time I can read"),
        ("5 Oct 2021 Moscow", "is not a time I can read"),
        ("5 Okt 2021", "“Okt” is no month."),
        ("31 April 2021", "“31 April 2021” is not a date of the calendar."),
        ("2021-13", "“2021-13” is not a date of the calendar."),
        ("29 Feb 2021", "not a date of the calendar"),
        ("2021-10-05 25:00", "“25:00” is not a time of the clock."),
        ("2021-10-05 12:60 UTC", "“12:60” is not a time of the clock."),
        ("1899", "The year 1899 is outside 1900 to 2100."),
        ("3 Jan 2101", "The year 2101 is outside 1900 to 2100."),
        ("2021-10-05 12:22 Mars", "“Mars” is no time zone I know."),
        ("2021-10-05 12:22 UTC+15", "further from UTC than any zone"),
        ("before lunch", "No event is called “lunch”."),
        ("before 17 Oct 2021", "Write “not earlier than” or “not later than” with a date"),
        ("about unknown", "is not a time I can read"),
    ],
)
def test_what_cannot_be_understood_is_said(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        understand(text, UTC, event_named)


def test_an_event_needs_somebody_who_knows_events() -> None:
    with pytest.raises(ValueError, match="needs an event"):
        understand("before docking")


def test_a_local_time_that_would_leave_the_years_is_refused() -> None:
    with pytest.raises(ValueError, match="outside 1900 to 2100"):
        understand("1900-01-01 00:10", MOSCOW)


def test_the_zone_asked_for_counts_only_without_one_in_the_text() -> None:
    assert write(understand("2021-10-05 15:22", MOSCOW)) == "2021-10-05T12:22Z"
    assert write(understand("2021-10-05 15:22 UTC", MOSCOW)) == "2021-10-05T15:22Z"
    assert write(understand("2021-10-05", MOSCOW)) == "2021-10-05"


def test_a_wall_time_skipped_in_spring_is_refused() -> None:
    with pytest.raises(ValueError, match="02:30 on 14 Mar 2021 does not exist in Houston"):
        understand("2021-03-14 02:30", HOUSTON)


def test_of_a_wall_time_that_comes_twice_the_first_is_taken() -> None:
    assert write(understand("2021-11-07 01:30", HOUSTON)) == "2021-11-07T06:30Z"
    assert write(understand("2021-11-07 01:30 UTC-6", HOUSTON)) == "2021-11-07T07:30Z"


@pytest.fixture
def _in_russian() -> Iterator[None]:
    i18n.use("ru")
    yield
    i18n.use("en")


@pytest.mark.usefixtures("_in_russian")
def test_translated_wordings_are_understood() -> None:
    time = understand("не ранее 17 октября 2021")
    assert write(time) == "2021-10-17/.."
    assert show(time) == "не ранее 17 окт. 2021"
    assert understand(show(time)) == time
    assert write(understand("Примерно окт 2021")) == "2021-10~"
    assert write(understand("Неизвестно")) == "unknown"
    assert write(understand("about Oct 2021")) == "2021-10~"


@pytest.mark.usefixtures("_in_russian")
@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_declined_as_one_writes_them(month: int) -> None:
    day, whole = f"2021-{month:02}-05", f"2021-{month:02}"
    assert [write(understand(show(read(text)))) for text in (day, whole)] == [day, whole]
    assert show(read("2021-05-05")) == "5 мая 2021"
    assert show(read("2021-05")) == "май 2021"
    assert write(understand("май 2021")) == "2021-05"
    assert write(understand("1 сентября 2021")) == write(understand("1 сентябрь 2021")) == "2021-09-01"


@given(times("dock", "3f2a"))
def test_the_canonical_form_is_understood(time: VagueTime) -> None:
    assert understand(write(time)) == time


KEPT = [precision for precision in STATED if precision is not Precision.HOUR]


@given(stated_times(KEPT), st.sampled_from(ZONES))
def test_what_is_shown_is_understood(time: VagueTime, zone: ZoneInfo) -> None:
    shown = show(time, zone)
    odd = time.start and time.start.astimezone(zone).utcoffset()
    if not (odd and odd.total_seconds() % 60):  # offsets with seconds are shown without them
        assert understand(shown) == time


def outcome(text: str) -> str:
    try:
        return write(understand(text, HOUSTON, event_named)) and "understood."
    except ValueError as error:
        return str(error)


@given(st.text())
def test_any_text_is_understood_or_refused_with_a_sentence(text: str) -> None:
    assert not text.strip() or outcome(text).endswith(".")
