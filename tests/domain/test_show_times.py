"""Times as people read them."""

from collections.abc import Iterator
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

import pytest

from tracker import i18n
from tracker.domain import show_times
from tracker.domain.edtf import read
from tracker.domain.show_times import show
from tracker.domain.times import Precision
from tracker.domain.typed_times import understand
from tracker.i18n import LANGUAGES
from tracker.settings import DATE_STYLES


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


@pytest.fixture
def styles() -> Iterator[None]:
    yield
    show_times.use(show_times.USUAL)
    i18n.use("en")


SHOWN = {
    "day": ("5 Oct 2021 12:22 UTC", "5 Oct 2021", "Oct 2021", "2021"),
    "iso": ("2021-10-05 12:22 UTC", "2021-10-05", "2021-10", "2021"),
    "month": ("Oct 5, 2021 12:22 UTC", "Oct 5, 2021", "Oct 2021", "2021"),
    "dots": ("05.10.2021 12:22 UTC", "05.10.2021", "10.2021", "2021"),
}


def test_the_settings_know_every_style() -> None:
    assert tuple(SHOWN) == tuple(show_times.STYLES) == DATE_STYLES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("style", SHOWN)
def test_whatever_is_written_is_understood(style: str, language: str, styles: None) -> None:
    i18n.use(language)
    show_times.use(style)
    for month in range(1, 13):
        for text in (f"2021-{month:02}-05T12:22Z", f"2021-{month:02}-05", f"2021-{month:02}", f"2021-{month:02}~"):
            time = read(text)
            assert understand(show(time)) == time, show(time)


def test_in_russian_a_month_beside_its_day_is_declined(styles: None) -> None:
    i18n.use("ru")
    may = datetime(2021, 5, 5, tzinfo=UTC)
    assert (show_times.date(may), show_times.date(may, Precision.MONTH)) == ("5 мая 2021", "май 2021")
    assert (show_times.day(may), show_times.month(may)) == ("5 мая", "май")
    show_times.use("month")
    assert (show_times.date(may), show_times.date(may, Precision.MONTH)) == ("5 мая 2021 г.", "май 2021 г.")
    assert show_times.day(may) == "5 мая"


@pytest.mark.parametrize("style", SHOWN)
def test_a_date_is_written_in_the_style_chosen_and_read_in_each(style: str, styles: None) -> None:
    show_times.use(style)
    for text, shown in zip(("2021-10-05T12:22Z", "2021-10-05", "2021-10", "2021"), SHOWN[style], strict=True):
        time = read(text)
        assert show(time) == shown
        for other in show_times.STYLES:
            show_times.use(other)
            assert understand(shown) == time
        show_times.use(style)
