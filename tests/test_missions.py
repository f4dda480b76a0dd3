"""The stores that are made to look at and to measure with are sound themselves."""

from pathlib import Path

import pytest

from tests import missions
from tracker.domain import rules
from tracker.domain.book import Book
from tracker.domain.records import Claim, Event, Leg, Mission
from tracker.store import Store

TABLE = """launch,touchdown,program,name,altitude,destination
1975-07-15,1975-07-21,Soyuz,Soyuz 19,231,Apollo
2021-04-09,,Soyuz,Soyuz MS-18,426,ISS
"""


def test_as_many_events_as_asked_for_and_nothing_wrong_with_them() -> None:
    book = Book(missions.made_up(1000))
    assert (book.count(Event), book.count(Leg)) == (1000, 600)
    assert rules.findings(book) == []


def test_a_real_mission_cites_its_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / missions.TABLE
    path.parent.mkdir()
    path.write_text(TABLE, encoding="utf-8")
    monkeypatch.setenv("MISSION_TRACKER_DATA", str(tmp_path))
    book = Book(missions.real())
    assert [mission.objective for mission in book.of(Mission)] == ["Apollo", "ISS"]
    assert {event.name for event in book.of(Event)} == {
        "Launch of Soyuz 19",
        "Landing of Soyuz 19",
        "Launch of Soyuz MS-18",
    }
    assert {claim.fragment for claim in book.of(Claim)} == set(TABLE.splitlines()[1:])
    assert rules.findings(book) == []


def test_a_store_is_made(tmp_path: Path) -> None:
    missions.fill(tmp_path / "a.tracker", 16)
    assert sum(isinstance(record, Event) for record in Store.open(tmp_path / "a.tracker").records()) == 16
