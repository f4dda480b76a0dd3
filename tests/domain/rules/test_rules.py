"""Each mission rule finds what it is for, and leaves a sound book alone."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from tests.domain import flight
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.records import Claim, Event, Leg, Person, Record, Source, Spacecraft
from tracker.domain.rules import RULES, Finding, findings
from tracker.domain.times import VagueTime

NOW = datetime(2021, 10, 20, tzinfo=UTC)


def found(*more: Record, now: datetime | None = None) -> list[Finding]:
    return findings(flight.book(*more), now)


def rules(*more: Record, now: datetime | None = None) -> list[str]:
    return [finding.rule for finding in found(*more, now=now)]


def claim(about: str, field: str, value: str, source: str = "article", **more: Any) -> Claim:
    return Claim(about=about, field=field, value=value, source=source, **more)


def test_the_flight_of_the_article_has_no_findings() -> None:
    assert found() == []
    assert found(now=datetime(2021, 10, 5, 13, tzinfo=UTC)) == []


def test_an_empty_book_has_no_findings() -> None:
    assert findings(Book(), NOW) == []


def test_errors_come_first_and_name_their_records() -> None:
    all_found = found(Leg(person="physician", departure="gone"), now=NOW)
    assert [finding.severity for finding in all_found] == sorted(finding.severity for finding in all_found)
    assert {finding.rule for finding in all_found} <= set(RULES)
    assert all(finding.records and finding.sentence.endswith(".") for finding in all_found)


def test_a_link_or_relative_time_that_leads_nowhere() -> None:
    (lost,) = found(Event(id="e", name="Filming", station="mir"))
    assert lost.sentence == "Station of “Filming” leads to a record that is not here."
    assert lost.records == ("e",)
    assert rules(Event(name="Filming", planned=VagueTime(anchor="gone"))) == ["dangling-reference"]


def test_a_claim_about_something_that_is_not_there() -> None:
    assert rules(claim("gone", "name", "x")) == ["dangling-reference"]
    assert rules(claim("dock", "height", "x")) == ["dangling-reference"]
    assert rules(claim("dock", "station", "mir")) == ["dangling-reference"]
    assert rules(claim("dock", "station", "iss"), claim("dock", "actual", "2021-10-05T12:22Z")) == []


@pytest.mark.parametrize(
    ("fragment", "expected"),
    [
        ("To 1222 GMT", []),
        ("To 1222\n GMT", []),
        ("", []),
        ("to 1222 GMT", ["fragment"]),
        ("12:22 GMT", ["fragment"]),
        ("To 1222 GMT, they arrived at the ISS late. On October 17,", []),
        ("To 1222 GMT, they arrived at the ISS late. On October 17, Shipenko", ["fragment"]),
    ],
)
def test_fragments_are_in_their_source_and_short(fragment: str, expected: list[str]) -> None:
    assert rules(claim("dock", "actual", "2021-10-05T12:22Z", fragment=fragment)) == expected


def test_a_source_without_its_text_cannot_be_checked() -> None:
    book = Source(id="book", title="A book")
    assert rules(book, claim("dock", "port", "Rassvet", "book", fragment="any words")) == []


def test_a_person_who_never_came_down_is_launched_again() -> None:
    launch = Event(id="again", name="Again", type="launch", actual=read("2022-03-18"))
    (two,) = found(launch, Leg(id="leg", person="shkaplerov", departure="again"))
    assert two.rule == "two-places"
    assert set(two.records) == {"shkaplerov", "shkaplerov-up", "leg"}
    assert "Anton Shkaplerov is in two places at once" in two.sentence


def test_a_person_who_leaves_before_arriving() -> None:
    early = Event(id="early", name="Early return", actual=read("2021-10-05T09:00Z"))
    slow = Leg(id="slow", person="physician", departure="start", arrival="dock")
    start = Event(id="start", name="Start", actual=read("2021-10-05T08:55Z"))
    home = Leg(person="physician", direction="down", departure="early", arrival="early")
    assert rules(early, start, slow, home, flight.changed("physician", nature="human")) == ["two-places"]


def test_a_person_on_two_vehicles_of_one_launch() -> None:
    assert rules(Leg(person="peresild", departure="launch", arrival="dock", spacecraft="capsule")) == ["two-places"]


def test_the_second_flight_after_landing_is_sound() -> None:
    landed = flight.changed("landing", actual="2021-10-17T04:35Z")
    launch = Event(id="again", name="Again", type="launch", actual=read("2023-03-18"))
    assert rules(landed, launch, Leg(person="novitsky", departure="again")) == []


def test_boarding_before_launch_and_after_landing() -> None:
    early = Event(id="early", name="Early", actual=read("2021-09-01"))
    late = Event(id="late", name="Late", actual=read("2021-12-01"))
    landing = Event(id="l", name="MS-19 lands", type="landing", spacecraft="ms19", actual=read("2021-11-01"))
    person = Person(id="new", name="A new one")
    (before,) = found(person, early, Leg(person="new", departure="early", spacecraft="ms19"))
    assert before.rule == "not-flying"
    assert before.sentence == "A new one, up on Soyuz MS-19: “Soyuz MS-19” had not been launched yet."
    (after,) = found(person, late, landing, Leg(person="new", departure="late", spacecraft="ms19"))
    assert "“Soyuz MS-19” had landed already." in after.sentence


def test_a_vehicle_that_flies_again_can_be_boarded_again() -> None:
    events = [
        Event(id=f"{type}-{year}", name=type, type=type, spacecraft="dragon", actual=read(f"{year}-{month}"))
        for year in (2020, 2021)
        for type, month in (("launch", "04"), ("landing", "10"))
    ]
    craft = Spacecraft(id="dragon", name="Dragon")
    leg = Leg(person="physician", departure="launch-2021", spacecraft="dragon")
    assert rules(craft, *events, leg) == []


def test_a_station_that_is_not_there_yet() -> None:
    launch = Event(name="Launch of the station", type="launch", spacecraft="iss", actual=read("2022"))
    assert set(rules(launch)) == {"not-flying"}


def test_coming_down_without_having_gone_up() -> None:
    (down,) = found(flight.changed("physician", nature="human"), flight.down("physician"))
    assert (down.rule, down.sentence) == ("no-launch", "the physician comes down without having gone up.")
    again = Leg(id="twice", person="peresild", direction="down", arrival="second")
    second = Event(id="second", name="Second landing", planned=read("2021-10-18"))
    assert "no-launch" in rules(again, second)


def test_more_people_than_seats() -> None:
    assert rules(flight.changed("ms19", seats=3)) == []
    (full,) = found(flight.changed("ms19", seats=2))
    assert full.sentence == "“Soyuz MS-19” has 2 seats, but 3 people ride on it with “Launch”."
    assert full.records[0] == "ms19"
    assert len(full.records) == 4
    assert rules(flight.changed("capsule", seats=2)) == ["seats"]


def test_an_order_that_cannot_be() -> None:
    undocking = Event(id="u", name="Undocking", type="undocking", spacecraft="ms19", actual=read("2021-10-04"))
    assert found(undocking) == [Finding("order", "error", "“Undocking” comes before “Launch”.", ("u", "launch"))]
    assert rules(flight.changed("launch", actual="2021-10-06")) == ["order"]


def test_plans_are_not_compared_with_what_happened() -> None:
    undocking = Event(name="Undocking", type="undocking", spacecraft="ms19", planned=read("2021-10-04"))
    assert rules(undocking) == []


def test_a_leg_that_arrives_before_it_departs() -> None:
    start = Event(id="start", name="Start", actual=read("2021-10-06"))
    leg = Leg(person="laika", departure="start", arrival="dock")
    assert rules(start, leg) == ["order"]


def ported(id: str, vessel: str, actual: str, type: str = "docking") -> Event:
    return Event(id=id, name=id, type=type, spacecraft=vessel, station="iss", port="Rassvet", actual=read(actual))


def test_two_vehicles_at_one_port() -> None:
    first, second = ported("first", "capsule", "2021-04-09"), ported("second", "ms19", "2021-10-06")
    (taken,) = found(first, second)
    assert (taken.rule, taken.severity) == ("port", "warning")
    assert "at port Rassvet of “International Space Station”: a relocation may be missing." in taken.sentence
    moved = replace(ported("moved", "capsule", "2021-09-28", "relocation"), port="Nauka")
    assert rules(first, second, moved) == []
    left = ported("left", "capsule", "2021-09-28", "undocking")
    assert rules(first, second, left) == []
    assert rules(first, replace(second, port="Poisk")) == []
    too_late = ported("left", "capsule", "2021-10-17", "undocking")
    assert rules(first, second, too_late) == ["port"]


def test_somebody_whose_vehicle_leaves_without_them() -> None:
    landing = Event(id="l", name="MS-19 lands", type="landing", spacecraft="ms19", planned=read("2021-10-17"))
    others = [replace(leg, spacecraft="ms19", arrival="l") for leg in map(flight.down, ("peresild", "shipenko"))]
    (left,) = found(landing, *others)
    assert (left.rule, left.severity) == ("no-seat-home", "warning")
    assert left.sentence == "Anton Shkaplerov has no seat home: “Soyuz MS-19” leaves with “MS-19 lands” without them."


OTHER = Source(id="other", title="Another source", date=read("2021-10-06"))


def disagree(field: str, one: str, other: str, about: str = "dock", **more: str) -> list[str]:
    return rules(OTHER, claim(about, field, one, **more), claim(about, field, other, "other"))


def test_two_sources_that_disagree() -> None:
    assert disagree("port", "Rassvet", "Nauka") == ["disagreement"]
    assert disagree("port", "Rassvet", "rassvet ") == []
    assert disagree("spacecraft", "ms19", "capsule") == ["disagreement"]
    assert disagree("people", "peresild", "shipenko") == []
    assert disagree("detail", "one wording", "another") == []
    assert disagree("port", "Rassvet", "Nauka", certainty="rumoured") == []
    assert disagree("name", "Oleg Novitsky", "Oleg Novitskiy", about="novitsky") == ["disagreement"]


def test_one_source_does_not_disagree_with_itself() -> None:
    assert rules(claim("dock", "port", "Rassvet"), claim("dock", "port", "Nauka")) == []


def test_a_finer_time_does_not_contradict_a_coarser_one() -> None:
    assert disagree("actual", "2021-10-05", "2021-10-05T12:22Z") == []
    assert disagree("actual", "2021-10-05T12:22Z", "2021-10-06") == ["disagreement"]


def test_whole_hours_apart_look_like_a_mistaken_zone() -> None:
    (found_one,) = found(
        OTHER, claim("dock", "actual", "2021-10-05T12:22Z"), claim("dock", "actual", "2021-10-05T15:22Z", "other")
    )
    assert found_one.sentence == (
        "Two sources disagree on Actual of “Docking”: “5 Oct 2021 12:22 UTC” and “5 Oct 2021 15:22 UTC”. "
        "They are whole hours apart: a zone may be mistaken."
    )


def test_another_spelling_and_a_later_plan_are_no_disagreement() -> None:
    spelt = Person(id="novitsky", name="Oleg Novitsky", aliases=("Oleg Novitskiy",))
    one, other = claim("novitsky", "name", "Oleg Novitsky"), claim("novitsky", "name", "Oleg Novitskiy", "other")
    assert rules(OTHER, spelt, one, other) == []
    assert disagree("planned", "2021-10-16", "2021-10-17") == []
    assert disagree("age", "37", "38", about="peresild") == []


def test_a_plan_that_has_run_out() -> None:
    (past,) = found(now=NOW)
    assert (past.rule, past.severity, past.records) == ("past-plan", "warning", ("landing",))
    assert past.sentence == "“Landing” was planned for 17 Oct 2021 and has no actual time yet."
    assert rules(now=datetime(2021, 10, 17, 23, 59, tzinfo=UTC)) == []
    assert rules(flight.changed("landing", actual="unknown"), now=NOW) == []


def test_a_stay_longer_than_any_so_far() -> None:
    late = [finding for finding in found(now=datetime(2024, 1, 1, tzinfo=UTC)) if finding.rule == "long-stay"]
    assert len(late) == 7
    assert "Anton Shkaplerov has been aboard" in late[0].sentence
