"""Lengths of time in words: since a launch, until it, and between two moments."""

import pytest

from tracker import i18n
from tracker.domain.elapsed import in_words, mission_time, signed
from tracker.domain.times import Precision

DAY, HOUR = 86_400, 3600


@pytest.mark.parametrize(
    ("seconds", "precision", "text"),
    [
        (0, Precision.MINUTE, "T+00:00"),
        (3 * HOUR + 22 * 60 + 59, Precision.MINUTE, "T+03:22"),
        (2 * DAY + 3 * HOUR + 22 * 60, Precision.MINUTE, "T+2 d 03:22"),
        (2 * DAY + 3 * HOUR + 22 * 60 + 7, Precision.SECOND, "T+2 d 03:22:07"),
        (213 * DAY, Precision.DAY, "T+213 d"),
        (-0.5, Precision.SECOND, "T−00:00:01"),
        (-0.5, Precision.MINUTE, "T−00:01"),
        (-90 * 60, Precision.MINUTE, "T−01:30"),
        (-2 * DAY - 6 * HOUR, Precision.MINUTE, "T−2 d 06:00"),
        (-1, Precision.DAY, "T−1 d"),
    ],
)
def test_mission_time_counts_from_the_launch_and_down_to_it(seconds: float, precision: Precision, text: str) -> None:
    assert mission_time(seconds, precision) == text


@pytest.mark.parametrize(
    ("seconds", "precision", "text"),
    [
        (12 * DAY + 3 * HOUR + 20 * 60, Precision.MINUTE, "12 days 3 hours 20 minutes"),
        (DAY + HOUR + 60, Precision.MINUTE, "1 day 1 hour 1 minute"),
        (-2 * HOUR, Precision.MINUTE, "2 hours"),
        (61, Precision.SECOND, "1 minute 1 second"),
        (59.7, Precision.SECOND, "1 minute"),
        (40 * DAY + HOUR, Precision.DAY, "40 days"),
        (10, Precision.MINUTE, "0 minutes"),
        (0, Precision.SECOND, "0 seconds"),
        (HOUR, Precision.DAY, "0 days"),
    ],
)
def test_a_span_in_words(seconds: float, precision: Precision, text: str) -> None:
    assert in_words(seconds, precision) == text


def test_lengths_in_russian() -> None:
    i18n.use("ru")
    try:
        assert mission_time(2 * DAY + 3 * HOUR) == "T+2 сут 03:00"
        assert mission_time(12_000 * DAY, Precision.DAY) == "T+12\xa0000 сут"
        assert in_words(22 * DAY + HOUR) == "22 дня 1 час"
        assert signed(-5, Precision.MONTH) == "−5 месяцев"
    finally:
        i18n.use("en")


@pytest.mark.parametrize(
    ("count", "precision", "text"),
    [
        (600, Precision.MINUTE, "+10 min"),
        (-2 * DAY, Precision.DAY, "−2 d"),
        (3 * HOUR + 20 * 60, Precision.MINUTE, "+3 h 20 min"),
        (-DAY - 30, Precision.SECOND, "−1 d 30 s"),
        (2 * HOUR, Precision.HOUR, "+2 h"),
        (0, Precision.MINUTE, "0 min"),
        (0, Precision.DAY, "0 d"),
        (-1, Precision.MONTH, "−1 month"),
        (3, Precision.YEAR, "+3 years"),
    ],
)
def test_later_and_earlier_in_few_letters(count: int, precision: Precision, text: str) -> None:
    assert signed(count, precision) == text
