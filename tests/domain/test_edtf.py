"""The canonical written form of times."""

import re

import pytest
from hypothesis import given

from tests.domain.strategies import times
from tracker.domain.edtf import read, write
from tracker.domain.times import UNKNOWN, Precision, Sense, VagueTime


@given(times("dock", "0b5c-1"))
def test_what_is_written_is_read_back(time: VagueTime) -> None:
    assert read(write(time)) == time


@pytest.mark.parametrize(
    "text",
    [
        "2021-10-05T12:22:30Z",
        "2021-10-05T12:22Z",
        "2021-10-05T12Z",
        "2021-10-05",
        "2021-10",
        "2020",
        "2021-04~",
        "2021-10-17/..",
        "../2021-10-04",
        "../1957~",
        "before:dock",
        "after:dock",
        "unknown",
        "",
    ],
)
def test_the_canonical_form_stays_as_it_is(text: str) -> None:
    assert write(read(text)) == text


def test_an_offset_is_turned_into_utc() -> None:
    assert write(read("2021-10-05T15:22+03:00")) == "2021-10-05T12:22Z"
    assert write(read("2021-10-16T20:14-05:00")) == "2021-10-17T01:14Z"
    assert write(read(" 2021-10-05T17:52+05:30 ")) == "2021-10-05T12:22Z"


def test_the_parts_say_the_precision() -> None:
    docking, april = read("2021-10-05T12:22Z"), read("2021-04~/..")
    assert docking is not None
    assert docking.precision is Precision.MINUTE
    assert april is not None
    assert (april.precision, april.approximate, april.sense) == (Precision.MONTH, True, Sense.NOT_EARLIER)
    assert read("unknown") is UNKNOWN
    assert read("") is None


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("yesterday", "“yesterday” is not a time in a form like 2021-10-05T12:22Z."),
        ("2021-10-05T12:22", "is not a time in a form like"),
        ("2021-10-05 12:22", "is not a time in a form like"),
        ("2021-1-5", "is not a time in a form like"),
        ("1222", "The year 1222 is outside 1900 to 2100."),
        ("before:", "is not a time in a form like"),
        ("../..", "is not a time in a form like"),
        ("2021-02-29", "“2021-02-29” is not a date of the calendar."),
        ("2021-10-05T24:00Z", "is not a date of the calendar."),
        ("2101", "The year 2101 is outside 1900 to 2100."),
        ("1900-01-01T00:10+03:00", "The year 1899 is outside 1900 to 2100."),
        ("２０２１", "is not a time in a form like"),
        ("2021-10-05T12+05:30", "is no hour of UTC: write it to the minute."),
    ],
)
def test_anything_else_is_refused_with_a_sentence(text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        read(text)
