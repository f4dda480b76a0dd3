"""Time zones by their names."""

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from tracker.domain.zones import NAMED, key_of, label, name, offset, zone

DOCKING = datetime(2021, 10, 5, 12, 22, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("UTC", "UTC"),
        ("gmt", "UTC"),
        ("", "UTC"),
        ("Moscow", "Europe/Moscow"),
        (" baikonur ", "Asia/Qyzylorda"),
        ("europe/moscow", "Europe/Moscow"),
        ("America/Argentina/Buenos_Aires", "America/Argentina/Buenos_Aires"),
    ],
)
def test_a_zone_is_found_by_our_name_or_its_key(typed: str, key: str) -> None:
    assert key_of(zone(typed)) == key


@pytest.mark.parametrize("typed", ["Mars", "../etc/passwd", "Europe", "UTC+3"])
def test_what_is_no_zone_is_refused(typed: str) -> None:
    with pytest.raises(ValueError, match="is no time zone I know"):
        zone(typed)


def test_all_named_zones_exist() -> None:
    assert [key_of(zone(key)) for key in NAMED] == list(NAMED)


def test_labels_say_name_and_offset() -> None:
    assert label(UTC, DOCKING) == "UTC"
    assert label(ZoneInfo("Asia/Qyzylorda"), DOCKING) == "Baikonur (UTC+5)"
    assert label(ZoneInfo("America/Argentina/Buenos_Aires"), DOCKING) == "Buenos Aires (UTC-3)"
    assert name(ZoneInfo("Europe/Moscow")) == "Moscow"
    assert name(timezone(timedelta(hours=3))) == "UTC+03:00"


def test_baikonur_had_another_offset_before_2018() -> None:
    assert label(ZoneInfo("Asia/Qyzylorda"), datetime(2018, 1, 1, tzinfo=UTC)) == "Baikonur (UTC+6)"


def test_offsets_are_written_short() -> None:
    assert offset(timedelta(hours=5, minutes=30)) == "UTC+5:30"
    assert offset(timedelta(hours=-3, minutes=-30)) == "UTC-3:30"
    assert offset(timedelta()) == "UTC"
    assert offset(None) == "UTC"
