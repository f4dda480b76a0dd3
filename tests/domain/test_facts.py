"""The claims as rows for scripts."""

from tests.domain import flight
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.facts import facts
from tracker.domain.plain import Plain
from tracker.domain.records import Claim, Part, Production

MADE = Production(id="made", title="The Challenge", parts=(Part("peresild", "physician"),))


def fact(about: str, field: str, value: str, **more: str) -> dict[str, Plain]:
    claim = Claim(id="claim", about=about, field=field, value=value, source="article", **more)  # type: ignore[arg-type]
    (found,) = facts(flight.book(MADE, claim))
    return found


def test_a_claim_is_a_row_with_names_and_ids() -> None:
    assert fact("dock", "actual", "2021-10-05T12:22Z", fragment="To 1222 GMT", remark="GMT is UTC") == {
        "record": "Docking",
        "kind": "event",
        "field": "actual",
        "value": "2021-10-05T12:22Z",
        "certainty": "stated",
        "fragment": "To 1222 GMT",
        "source": "The article",
        "remark": "GMT is UTC",
        "as_of": None,
        "id": "claim",
        "record_id": "dock",
        "value_id": None,
        "source_id": "article",
    }


def test_links_are_names_and_numbers_are_numbers() -> None:
    link = fact("dock", "station", "iss")
    assert (link["value"], link["value_id"]) == ("International Space Station", "iss")
    part = fact("made", "parts", "peresild|physician", certainty="rumoured")
    assert (part["value"], part["value_id"]) == ("Yulia Peresild (physician)", "peresild")
    assert part["certainty"] == "rumoured"
    assert fact("peresild", "age", "37")["value"] == 37
    assert fact("peresild", "name", "37")["value"] == "37"


def test_the_date_of_a_claim_is_canonical() -> None:
    claim = Claim(about="peresild", field="age", value="37", source="article", as_of=read("2021-10"))
    assert facts(flight.book(claim))[0]["as_of"] == "2021-10"


def test_a_claim_about_nothing_keeps_its_text() -> None:
    lost = fact("gone", "age", "37")
    assert (lost["record"], lost["kind"], lost["value"]) == ("missing record", None, "37")
    assert fact("dock", "height", "iss")["value"] == "iss"
    assert facts(Book()) == []
