"""What is typed while a time is moved: steps in its units or coarser ones, a clock time alone, a time in full."""

from datetime import UTC
from functools import partial

import pytest

from tracker import i18n
from tracker.domain import edtf, zones
from tracker.domain.times import UNKNOWN, VagueTime
from tracker.domain.typed_moves import moved_by_words
from tracker.domain.typed_times import understand


def moved(text: str, was: str = "2021-10-05T12:22Z", where: str = "UTC") -> str:
    time, zone = edtf.read(was), zones.zone(where)
    assert time is not None
    return edtf.write(moved_by_words(text, time, zone, partial(understand, zone=zone)))


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("+10 min", "2021-10-05T12:32Z"),
        ("+10", "2021-10-05T12:32Z"),
        ("-2 d", "2021-10-03T12:22Z"),
        ("−2d", "2021-10-03T12:22Z"),
        ("+1 d 3 h 5 min", "2021-10-06T15:27Z"),
        ("-1 w", "2021-09-28T12:22Z"),
        ("+3 months", "2022-01-05T12:22Z"),
        ("12:30", "2021-10-05T12:30Z"),
        ("6 Oct 2021 01:00", "2021-10-06T01:00Z"),
        ("about 2021", "2021~"),
    ],
)
def test_steps_clocks_and_whole_times(text: str, wanted: str) -> None:
    assert moved(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [("+10 мин", "2021-10-05T12:32Z"), ("-2 сут.", "2021-10-03T12:22Z"), ("+1 d", "2021-10-06T12:22Z")],
)
def test_units_are_those_of_the_language_too(text: str, wanted: str) -> None:
    i18n.use("ru")
    try:
        assert moved(text) == wanted
    finally:
        i18n.use("en")


def test_a_clock_alone_is_of_the_day_in_the_zone_shown() -> None:
    assert moved("00:30", "2021-10-05T22:22Z", "Europe/Moscow") == "2021-10-05T21:30Z"
    assert moved("00:30", "2021-10-05") == "2021-10-05T00:30Z"


def test_a_step_keeps_what_is_known() -> None:
    assert moved("+1", "2021-10") == "2021-11"
    assert moved("+2 y", "2021-10~") == "2023-10~"


@pytest.mark.parametrize(
    ("text", "was", "sentence"),
    [
        ("+10 min", "2021-10-05", "not known as finely"),
        ("+10 parsecs", "2021-10-05T12:22Z", "no unit"),
        ("+300 y", "2021", "2321"),
        ("soon", "2021-10-05T12:22Z", "not a time I can read"),
    ],
)
def test_what_cannot_be_says_why(text: str, was: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=sentence):
        moved(text, was)


def test_from_nothing_there_is_no_step() -> None:
    with pytest.raises(ValueError, match="no time of its own"):
        moved_by_words("+1 d", UNKNOWN, UTC, understand)


def test_nothing_typed_is_no_time() -> None:
    assert moved_by_words(" ", VagueTime(), UTC, understand) is None
