"""Times as people read them."""

from datetime import UTC, tzinfo
from zoneinfo import ZoneInfo

import pytest

from tracker.domain.edtf import read
from tracker.domain.show_times import show


@pytest.mark.parametrize(
    ("text", "zone", "shown"),
    [
        ("2021-10-05T12:22Z", UTC, "5 Oct 2021 12:22 UTC"),
        ("2021-10-05T12:22:05Z", UTC, "5 Oct 2021 12:22:05 UTC"),
        ("2021-10-05T12:22Z", ZoneInfo("Europe/Moscow"), "5 Oct 2021 15:22 Moscow (UTC+3)"),
        ("2021-10-05T12:22Z", ZoneInfo("Asia/Qyzylorda"), "5 Oct 2021 17:22 Baikonur (UTC+5)"),
        ("2021-10-17T01:14Z", ZoneInfo("America/Chicago"), "16 Oct 2021 20:14 Houston (UTC-5)"),
        ("2021-10-05T12:22Z", ZoneInfo("Asia/Kolkata"), "5 Oct 2021 17:52 Kolkata (UTC+5:30)"),
        ("2021-01-05T12:22Z", ZoneInfo("Europe/London"), "5 Jan 2021 12:22 London (UTC)"),
        ("2021-10-05", ZoneInfo("America/Chicago"), "5 Oct 2021"),
        ("2021-10-05T12Z", UTC, "5 Oct 2021"),
        ("2021-10", UTC, "Oct 2021"),
        ("2020", UTC, "2020"),
        ("2021-04~", UTC, "about Apr 2021"),
        ("2021-10-17/..", UTC, "not earlier than 17 Oct 2021"),
        ("../2021-10-04", UTC, "not later than 4 Oct 2021"),
        ("before:dock", UTC, "before the docking"),
        ("after:dock", UTC, "after the docking"),
        ("unknown", UTC, "unknown"),
        ("", UTC, ""),
    ],
)
def test_a_time_is_shown_with_its_zone_and_precision(text: str, zone: tzinfo, shown: str) -> None:
    assert show(read(text), zone, {"dock": "the docking"}.__getitem__) == shown
