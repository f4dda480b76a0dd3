"""What people read and type for the value of any field."""

import re
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.domain.strategies import times
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.fields import Field, Type, field_of, fields_of
from tracker.domain.names import numbered
from tracker.domain.records import KINDS, Claim, Event, Mission, Part, Person, Place, Production, Source, Spacecraft
from tracker.domain.texts import claimed, editable, field_label, show, understand

MOSCOW = ZoneInfo("Europe/Moscow")
HOUSTON = ZoneInfo("America/Chicago")

BOOK = Book(
    [
        Person(id="yulia", name="Yulia Peresild", aliases=("Julia Peresild",), native_name="Юлия Пересильд"),
        Person(id="oleg", name="Oleg Novitsky", aliases=("Novitskiy", "Nowitzki"), native_name="Новицкий"),
        Person(id="volkov-1", name="Sergey Volkov", aliases=("Volkov",)),
        Person(id="volkov-2", name="Alexander Volkov", aliases=("Volkov",)),
        Person(id="twin-1234-a", name="Ivan Ivanov"),
        Person(id="twin-1234-b", name="Ivan Ivanov"),
        Person(id="ann", name="Ann"),
        Person(id="ann-a", name="Ann (A)"),
        Person(id="semi", name="No. 5; the #1"),
        Person(id="spaced", name="Ivan  Ivanov\nof Perm"),
        Spacecraft(id="ms19", name="Soyuz MS-19"),
        Spacecraft(id="iss", name="International Space Station", aliases=("ISS",), type="station"),
        Event(id="dock", name="Docking of Soyuz MS-19", actual=read("2021-10-05T12:22Z")),
        Event(id="landing-1", name="Landing"),
        Event(id="landing-2", name="Landing"),
        Event(id="dated", name="2021-10-05"),
        Mission(id="film", name="The flight"),
        Production(id="challenge", title="The Challenge", mission="film"),
        Source(id="article", title="The article"),
        Place(id="baikonur", name="Baikonur Cosmodrome"),
    ]
)


def field(kind: type, name: str) -> Field:
    return field_of(kind, name)


def typed(kind: type, name: str, text: str) -> Any:
    return understand(field(kind, name), text, BOOK)


def ids(to: tuple[str, ...]) -> list[str]:
    return [record.id for record in BOOK if not all(to) or record.kind in to]


line = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"])).map(str.strip)
full_line = line.filter(bool)


def values(field: Field) -> st.SearchStrategy[Any]:
    """Whatever a field may hold in the book."""
    some_id = st.sampled_from(ids(field.to)) if ids(field.to) else st.nothing()
    return {
        Type.TEXT: line,
        Type.LONG_TEXT: st.text().filter(lambda text: not text or text.strip()),
        Type.WORDS: st.lists(full_line).map(tuple),
        Type.NUMBER: st.none() | st.integers(0, 999_999_999),
        Type.FLAG: st.booleans(),
        Type.CHOICE: st.sampled_from([value for value, __ in field.choices] or [""]),
        Type.ZONE: st.sampled_from(["", *sorted(available_timezones() - {"GMT"})]),  # GMT is UTC here
        Type.TIME: st.none() | times("dock", "landing-1", "landing-2", "dated"),
        Type.LINK: st.one_of(some_id, st.just("")),
        Type.LINKS: st.lists(some_id, unique=True).map(tuple),
        Type.PARTS: st.lists(st.builds(Part, some_id, line)).map(tuple),
    }[field.type]


@st.composite
def fields_and_values(draw: st.DrawFn) -> tuple[Field, Any]:
    kind = draw(st.sampled_from(list(KINDS.values())))
    chosen = draw(st.sampled_from(fields_of(kind)))
    return chosen, draw(values(chosen))


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(fields_and_values(), st.sampled_from([MOSCOW, HOUSTON]))
def test_what_stands_in_an_edit_field_means_the_same_value(case: tuple[Field, Any], zone: ZoneInfo) -> None:
    chosen, value = case
    assert understand(chosen, editable(chosen, value, BOOK, zone), BOOK, zone) == value


@given(st.lists(st.builds(Part, st.sampled_from(ids(("person",))), line)).map(tuple))
def test_parts_are_typed_as_names_and_brackets(parts: tuple[Part, ...]) -> None:
    chosen = field(Production, "parts")
    assert understand(chosen, editable(chosen, parts, BOOK), BOOK) == parts


def test_every_kind_of_value_is_shown() -> None:
    def shown(kind: type, name: str, value: Any, zone: ZoneInfo | None = None) -> str:
        return show(field(kind, name), value, BOOK, *([zone] if zone else []))

    assert shown(Event, "actual", read("2021-10-05T12:22Z")) == "5 Oct 2021 12:22 UTC"
    assert shown(Event, "actual", read("2021-10-05T12:22Z"), MOSCOW) == "5 Oct 2021 15:22 Moscow (UTC+3)"
    assert shown(Event, "actual", read("before:dock")) == "before Docking of Soyuz MS-19"
    assert shown(Event, "actual", read("unknown")) == "unknown"
    assert shown(Event, "actual", None) == ""
    assert shown(Event, "people", ("yulia", "oleg")) == "Yulia Peresild; Oleg Novitsky"
    assert shown(Event, "spacecraft", "ms19") == "Soyuz MS-19"
    assert shown(Event, "spacecraft", "lost") == "missing record"
    assert shown(Event, "spacecraft", "") == ""
    assert shown(Event, "type", "docking") == "docking"
    assert shown(Event, "type", "") == ""
    assert shown(Spacecraft, "is_placeholder", True) == "yes"
    assert shown(Spacecraft, "is_placeholder", False) == ""
    assert shown(Spacecraft, "seats", 0) == "0"
    assert shown(Spacecraft, "seats", None) == ""
    assert shown(Person, "aliases", ("A", "B")) == "A; B"
    assert shown(Production, "parts", (Part("yulia", "a physician"), Part("oleg"))) == (
        "Yulia Peresild (a physician); Oleg Novitsky"
    )


@pytest.mark.parametrize(
    ("time", "text"),
    [
        ("2021-10-05T12:22Z", "2021-10-05 12:22"),
        ("2021-10-05T12:22:30Z", "2021-10-05 12:22:30"),
        ("2021-04~", "about 2021-04"),
        ("2021-10-17/..", "not earlier than 2021-10-17"),
        ("../2021-10-04", "not later than 2021-10-04"),
        ("before:dock", "before Docking of Soyuz MS-19"),
        ("after:landing-2", "after Landing #landing-2"),
        ("unknown", "unknown"),
        ("", ""),
    ],
)
def test_times_are_edited_as_they_are_typed(time: str, text: str) -> None:
    assert editable(field(Event, "planned"), read(time), BOOK) == text


def test_a_clock_time_is_edited_in_the_zone_unless_it_comes_twice_there() -> None:
    planned = field(Event, "planned")
    assert editable(planned, read("2021-10-05T12:22Z"), BOOK, MOSCOW) == "2021-10-05 15:22"
    assert editable(planned, read("2021-11-07T06:30Z"), BOOK, HOUSTON) == "2021-11-07 01:30"
    assert editable(planned, read("2021-11-07T07:30Z"), BOOK, HOUSTON) == "2021-11-07 07:30 UTC"


@pytest.mark.parametrize("name", ["Oleg Novitsky", "oleg novitsky", "NOWITZKI", "Новицкий", "novits\u00adkiy"])
def test_a_person_is_found_by_any_name(name: str) -> None:
    assert typed(Event, "people", name) == ("oleg",)


def test_a_part_of_a_name_is_not_enough() -> None:
    with pytest.raises(ValueError, match=r"No person is called “novits”\."):
        typed(Event, "people", "novits")


def test_an_ambiguous_name_says_whom_it_can_mean() -> None:
    with pytest.raises(ValueError, match=r"“volkov” can be each of these: Sergey Volkov, Alexander Volkov\."):
        typed(Event, "people", "volkov")
    with pytest.raises(ValueError, match="Ivan Ivanov #twin-1234-a, Ivan Ivanov #twin-1234-b"):
        typed(Event, "people", "Ivan Ivanov")
    assert typed(Event, "people", "Ivan Ivanov #twin-1234-b") == ("twin-1234-b",)
    assert numbered(BOOK, "volkov-2") == "Alexander Volkov #volkov-2"


def test_the_own_name_wins_over_another_ones_alias() -> None:
    book = Book([Person(id="a", name="Volkov"), Person(id="b", name="B", aliases=("Volkov",))])
    assert understand(field(Event, "people"), "Volkov", book) == ("a",)


def test_a_link_leads_to_the_right_kind_only() -> None:
    with pytest.raises(ValueError, match=r"No spacecraft is called “Yulia Peresild”\."):
        typed(Event, "spacecraft", "Yulia Peresild")
    assert typed(Event, "spacecraft", "iss") == "iss"
    assert typed(Claim, "about", "Yulia Peresild") == "yulia"
    with pytest.raises(ValueError, match=r"No record is called “Nobody”\."):
        typed(Claim, "about", "Nobody")


def test_parts_name_people_and_what_they_do() -> None:
    assert typed(Production, "parts", "Yulia Peresild (a physician (female)); ann") == (
        Part("yulia", "a physician (female)"),
        Part("ann"),
    )
    with pytest.raises(ValueError, match=r"No person is called “Nobody”\."):
        typed(Production, "parts", "Nobody (cameo)")


@pytest.mark.parametrize(
    ("kind", "name", "text", "value"),
    [
        (Spacecraft, "seats", " 3 ", 3),
        (Spacecraft, "seats", "", None),
        (Mission, "planned_duration", "1,234", 1234),
        (Mission, "planned_duration", "1 234 567 days", 1234567),
        (Mission, "planned_duration", "12 days", 12),
        (Spacecraft, "is_placeholder", "Yes", True),
        (Spacecraft, "is_placeholder", "", False),
        (Spacecraft, "is_placeholder", "0", False),
        (Event, "type", "DOCKING", "docking"),
        (Event, "type", "other", ""),
        (Person, "aliases", "A;B ;; C", ("A", "B", "C")),
        (Place, "zone", "Baikonur", "Asia/Qyzylorda"),
        (Place, "zone", "europe/moscow", "Europe/Moscow"),
        (Place, "zone", "", ""),
        (Person, "name", " Yulia\nPeresild ", "Yulia Peresild"),
        (Person, "note", "two\nlines ", "two\nlines "),
        (Person, "note", " \n", ""),
        (Event, "actual", "before docking of soyuz MS-19", read("before:dock")),
        (Event, "actual", "before dock", read("before:dock")),
    ],
)
def test_plain_values_are_typed(kind: type, name: str, text: str, value: Any) -> None:
    assert typed(kind, name, text) == value


@pytest.mark.parametrize(
    ("kind", "name", "text", "sentence"),
    [
        (Spacecraft, "seats", "three", "Seats must be a whole number, not “three”."),
        (Spacecraft, "seats", "-1", "Seats must be a whole number, not “-1”."),
        (Spacecraft, "seats", "9" * 30, "Seats must be a whole number"),
        (Spacecraft, "seats", "1,23", "Seats must be a whole number"),
        (Spacecraft, "is_placeholder", "perhaps", "Placeholder must be yes or no, not “perhaps”."),
        (Claim, "certainty", "sure", "Certainty cannot be “sure”, but one of: stated, planned, rumoured, opinion."),
        (Claim, "certainty", "", "Certainty cannot be “”"),
        (Place, "zone", "Mars", "“Mars” is no time zone I know."),
        (Event, "actual", "before lunch", "No event is called “lunch”."),
        (Event, "actual", "before Landing", "“Landing” can be each of these: Landing #landing-1, Landing #landing-2."),
    ],
)
def test_wrong_input_is_answered_with_a_sentence(kind: type, name: str, text: str, sentence: str) -> None:
    with pytest.raises(ValueError, match=re.escape(sentence)):
        typed(kind, name, text)


@pytest.mark.parametrize(
    ("about", "name", "value", "label", "text"),
    [
        ("dock", "actual", "2021-10-05T12:22Z", "Actual", "5 Oct 2021 12:22 UTC"),
        ("dock", "people", "yulia", "People", "Yulia Peresild"),
        ("dock", "type", "docking", "Type", "docking"),
        ("challenge", "parts", "oleg|cameo", "People and parts", "Oleg Novitsky (cameo)"),
        ("challenge", "parts", "oleg|", "People and parts", "Oleg Novitsky"),
        ("yulia", "age", "37", "Age", "37"),
        ("yulia", "age", "4600000", "Age", "4,600,000"),
        ("dock", "actual", "soon", "Actual", "soon"),
        ("dock", "height", "2 m", "height", "2 m"),
        ("gone", "age", "37", "age", "37"),
    ],
)
def test_claims_are_read_by_the_field_they_are_about(about: str, name: str, value: str, label: str, text: str) -> None:
    claim = Claim(about=about, field=name, value=value, source="article")
    assert claimed(claim, BOOK) == text
    assert field_label(claim, BOOK) == label
