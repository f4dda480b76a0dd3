"""The series that a vessel's name tells."""

import pytest

from tracker.domain.series import series_of


@pytest.mark.parametrize(
    ("name", "series"),
    [
        ("Soyuz MS-19", "Soyuz MS"),
        ("Союз МС-19", "Союз МС"),
        ("Soyuz TMA-01M", "Soyuz TMA"),
        ("STS-107", "STS"),
        ("STS-41-B", "STS"),
        ("Vostok 1", "Vostok"),
        ("Soyuz T-2 ", "Soyuz T"),
        ("X-15 Flight 90", "X-15 Flight"),
        ("Mercury-Redstone 3", "Mercury-Redstone"),
        ("International Space Station", "International Space Station"),
        ("Unnamed return capsule", "Unnamed return capsule"),
        ("19", "19"),
        ("", ""),
    ],
)
def test_a_name_without_its_number_is_the_series(name: str, series: str) -> None:
    assert series_of(name) == series
