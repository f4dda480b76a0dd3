"""The time systems that an axis can be given by name."""

from datetime import UTC
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import QByteArray, QTimeZone

from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Event, Leg, Mission
from tracker.domain.times import Precision
from tracker.models.axis import launches, local_zone, systems_known, systems_of
from tracker.timeline.times.systems import Clock, Elapsed

MS19 = Event(id="ms19", name="Launch of MS-19", type="launch", mission="m", actual=read("2021-10-05T08:55Z"))
MS18 = Event(id="ms18", name="Launch of MS-18", type="launch", actual=read("2021-04-09T07:42Z"))
VAGUE = Event(id="vague", name="Launch of Nauka", type="launch", actual=read("2021-07"))
BY_DAY = Event(id="day", name="Launch of Vostok", type="launch", planned=read("1961-04-12T06Z"))
BOOK = Book((MS18, MS19, VAGUE, BY_DAY, Mission(id="m", name="MS-19"), Leg(id="leg", person="p", mission="m")))
T0 = 1_633_424_100.0


def test_launches_are_those_known_to_the_day() -> None:
    assert [(launch.id, launch.known) for launch in launches(BOOK)] == [
        ("day", Precision.DAY),
        ("ms18", Precision.MINUTE),
        ("ms19", Precision.MINUTE),
    ]
    assert systems_of(BOOK, ("MET:Launch of Vostok",)) == (Elapsed(-275_270_400.0, "Launch of Vostok", Precision.DAY),)


def test_systems_are_found_by_name_in_their_order() -> None:
    keys = ("Moscow", "UTC", "Asia/Kolkata", "met", "MET:ms18", "MET:Launch of MS-19", "europe/moscow")
    assert systems_of(BOOK, keys) == (
        Clock(ZoneInfo("Europe/Moscow")),
        Clock(UTC),
        Clock(ZoneInfo("Asia/Kolkata")),
        Elapsed(T0, "Launch of MS-19"),
        Elapsed(1_617_954_120.0, "Launch of MS-18"),
    )
    assert systems_of(BOOK, ()) == (Clock(UTC),)


@pytest.mark.parametrize(
    ("key", "words"),
    [("Mars", "Mars"), ("MET:nothing", "nothing"), ("MET:Launch of Nauka", "the day is known")],
)
def test_what_is_no_system_is_said_or_left_out(key: str, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        systems_of(BOOK, ("UTC", key))
    assert systems_known(BOOK, (key,)) == (Clock(UTC),)
    assert systems_known(BOOK, (key, "MET")) == (Elapsed(T0, "Launch of MS-19"),)


def test_a_book_without_launches_has_no_mission_time() -> None:
    with pytest.raises(ValueError, match="needs a launch"):
        systems_of(Book(()), ("MET",))


@pytest.mark.parametrize(
    ("system", "key"), [(b"Europe/Berlin", "Europe/Berlin"), (b"Etc/UTC", "UTC"), (b"", "UTC"), (b"none", "UTC")]
)
def test_the_local_zone_is_the_computers(system: bytes, key: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QTimeZone, "systemTimeZoneId", lambda: QByteArray(system))
    assert local_zone() == key
