"""The named tables: what they list, how cells read and sort, what scripts get."""

import json
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.domain import flight
from tracker.domain.book import Book
from tracker.domain.fields import fields_of
from tracker.domain.listings import LISTINGS, described, rows
from tracker.domain.records import Claim, Leg, Part, Place, Production, Record, Source

MOSCOW = ZoneInfo("Europe/Moscow")


def cell(listing: str, id: str, column: str, book: Book | None = None) -> str:
    book = book or flight.book()
    return LISTINGS[listing].column(column).text(book, book[id])


def row(listing: str, id: str, *more: Record) -> dict[str, Any]:
    book = flight.book(*more)
    return described(book, book[id], LISTINGS[listing])


def test_the_tables_stand_in_the_order_of_the_tabs() -> None:
    assert " ".join(LISTINGS) == (
        "crew spacecraft missions events legs people places organisations productions sources"
    )


@pytest.mark.parametrize("name", LISTINGS)
def test_every_field_is_a_column_and_names_are_unique(name: str) -> None:
    listing = LISTINGS[name]
    names = [column.name for column in listing.columns]
    assert len(set(names)) == len(names)
    assert {field.name for field in fields_of(listing.kind)} <= set(names)
    assert all((column.field is None) != (column.derive is None) for column in listing.columns)
    assert any(column.shown for column in listing.columns)


@pytest.mark.parametrize("name", LISTINGS)
def test_every_cell_of_every_table_has_a_text_and_a_plain_value(name: str) -> None:
    book = flight.book(Production(title="The Challenge"), Place(name="Baikonur"))
    found = rows(book, name)
    for column in LISTINGS[name].columns:
        assert all(isinstance(column.text(book, record), str) for record in found)
    described_rows = [described(book, record, LISTINGS[name]) for record in found]
    assert json.loads(json.dumps(described_rows)) == described_rows


def test_the_crew_are_those_with_a_leg() -> None:
    crew = {record.id for record in rows(flight.book(), "crew")}
    assert "physician" not in crew
    assert {"peresild", "frenchman", "laika"} <= crew
    assert len(rows(flight.book(), "people")) == 12


def test_the_crew_table_tells_the_swap() -> None:
    assert cell("crew", "peresild", "up_on") == "Soyuz MS-19"
    assert cell("crew", "peresild", "down_on") == "unnamed return capsule (planned)"
    assert cell("crew", "peresild", "role") == "actress"
    assert cell("crew", "peresild", "up_at") == "5 Oct 2021 12:22 UTC"
    assert cell("crew", "peresild", "down_at") == "17 Oct 2021"
    assert cell("crew", "peresild", "last_place") == "International Space Station"
    assert cell("crew", "shkaplerov", "down_on") == ""
    assert cell("crew", "shkaplerov", "down_at") == ""
    assert cell("crew", "novitsky", "up_on") == "unknown vehicle"
    assert cell("crew", "novitsky", "up_at") == "about Apr 2021"


def test_a_landing_changes_where_people_were_last() -> None:
    book = flight.book(flight.changed("landing", actual="2021-10-17T04:35Z"))
    assert cell("crew", "peresild", "last_place", book) == "on the ground"
    assert cell("crew", "peresild", "down_on", book) == "unnamed return capsule"
    assert cell("people", "physician", "claims", book) == "0"


def test_legs_say_how_far_they_are() -> None:
    assert cell("legs", "peresild-up", "progress") == "over"
    assert cell("legs", "peresild-down", "progress") == "planned"
    assert cell("legs", "peresild-up", "departs") == "5 Oct 2021"
    book = flight.book(Leg(id="on-the-way", person="peresild", departure="launch"), Leg(id="idle", person="laika"))
    assert cell("legs", "on-the-way", "progress", book) == "under way"
    assert cell("legs", "idle", "progress", book) == ""


def test_claims_and_sources_are_counted() -> None:
    claims = [
        Claim(about="peresild", field="age", value="37", source="article"),
        Claim(about="peresild", field="age", value="38", source="other"),
        Claim(about="iss", field="name", value="ISS", source="article"),
    ]
    book = flight.book(Source(id="other", title="Another"), *claims)
    assert cell("crew", "peresild", "claims", book) == "2"
    assert cell("crew", "peresild", "sources", book) == "2"
    assert cell("spacecraft", "iss", "sources", book) == "1"
    assert cell("sources", "article", "claims", book) == "2"
    assert cell("missions", "film", "crew", book) == "3"


def test_cells_show_times_in_the_zone() -> None:
    book = flight.book()
    actual = LISTINGS["events"].column("actual")
    assert actual.text(book, book["dock"], MOSCOW) == "5 Oct 2021 15:22 Moscow (UTC+3)"
    arrived = LISTINGS["crew"].column("up_at")
    assert arrived.text(book, book["peresild"], MOSCOW) == "5 Oct 2021 15:22 Moscow (UTC+3)"


def test_scripts_get_names_and_ids_and_canonical_times() -> None:
    found = row("events", "dock")
    assert found["id"] == "dock"
    assert found["actual"] == "2021-10-05T12:22Z"
    assert found["planned"] is None
    assert (found["spacecraft"], found["spacecraft_id"]) == ("Soyuz MS-19", "ms19")
    assert (found["place"], found["place_id"]) == (None, None)
    assert (found["people"], found["people_ids"]) == ([], [])
    assert found["type"] == "docking"
    assert found["detail"] == ""
    assert found["claims"] == 0
    assert row("crew", "peresild")["age"] == 37
    assert row("crew", "novitsky")["age"] is None
    assert row("crew", "peresild")["down_at"] == "2021-10-17"
    assert row("crew", "shkaplerov")["down_at"] is None
    assert row("crew", "peresild")["aliases"] == []
    assert row("spacecraft", "capsule")["is_placeholder"] is True
    film = Production(id="challenge", title="The Challenge", parts=(Part("peresild", "a physician"),))
    assert row("productions", "challenge", film)["parts"] == [
        {"person": "Yulia Peresild", "person_id": "peresild", "part": "a physician"}
    ]


def test_scripts_get_local_times_beside_utc_in_another_zone() -> None:
    book = flight.book()
    found = described(book, book["dock"], LISTINGS["events"], MOSCOW)
    assert found["actual"] == "2021-10-05T12:22Z"
    assert found["actual_local"] == "5 Oct 2021 15:22 Moscow (UTC+3)"
    assert found["planned_local"] is None
    assert "name_local" not in found
    arrived = described(book, book["peresild"], LISTINGS["crew"], MOSCOW)
    assert arrived["up_at_local"] == "5 Oct 2021 15:22 Moscow (UTC+3)"
    assert arrived["down_at_local"] == "17 Oct 2021"
