"""The description of the fields is complete and sound, for every kind of record."""

import dataclasses

import pytest

from tracker.domain.book import Book
from tracker.domain.edits import problems
from tracker.domain.fields import Type, field_of, fields_of
from tracker.domain.records import KINDS, Claim, Event, Person, Spacecraft, new_id


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_every_field_is_described(kind: type) -> None:
    fields = fields_of(kind)
    assert len({field.name for field in fields}) == len(fields)
    assert ["id", *(field.name for field in fields)] == [declared.name for declared in dataclasses.fields(kind)]
    for field in fields:
        assert field.label
        assert bool(field.choices) == (field.type is Type.CHOICE)
        assert bool(field.to) == field.is_link
        assert all(to in KINDS for to in field.to if to)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_a_new_record_lacks_nothing_but_what_is_required(kind: type) -> None:
    wrong = {problem.field for problem in problems(kind(), Book())}
    assert wrong == {field.name for field in fields_of(kind) if field.required}


def test_ids_are_made_anew() -> None:
    assert new_id() != new_id()
    assert Person(name="A") != Person(name="A")


def test_a_field_is_found_by_name() -> None:
    assert field_of(Event, "actual").type is Type.TIME
    assert field_of(Claim, "about").to == ("",)
    with pytest.raises(KeyError):
        field_of(Event, "height")


def test_choices_are_shown_by_label() -> None:
    assert field_of(Event, "type").choice_label("") == "other"
    assert field_of(Event, "type").choice_label("docking") == "docking"
    assert field_of(Event, "type").choice_label("odd") == "odd"


def test_people_ride_on_capsules_and_stations_not_on_satellites() -> None:
    vessels = [type for type in ("", "capsule", "station", "satellite", "launcher") if Spacecraft(type=type).is_vessel]
    assert vessels == ["", "capsule", "station"]
