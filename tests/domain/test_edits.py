"""Edits: what they change, what they refuse, and that they can be taken back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain import flight
from tests.domain.editing import SLOWLY, edits, played, started, state
from tracker.domain.book import Book
from tracker.domain.edits import Change, Refused, change, create, describe, inverse, named, problems, remove
from tracker.domain.records import Claim, Event, Leg, Part, Person, Production, Spacecraft
from tracker.domain.times import UNKNOWN, Sense, VagueTime


@SLOWLY
@given(st.data())
def test_an_edit_and_its_inverse_leave_the_book_as_it_was(data: st.DataObject) -> None:
    book = started(data)
    before = state(book)
    edit = played(book, data.draw(edits(book)))
    played(book, inverse(edit, "Undo"))
    assert state(book) == before


@SLOWLY
@given(st.data())
def test_many_edits_are_undone_and_redone(data: st.DataObject) -> None:
    book = started(data)
    states, done = [state(book)], []
    for _number in range(data.draw(st.integers(1, 5))):
        done.append(played(book, data.draw(edits(book))))
        states.append(state(book))
    undone = []
    for edit, expected in zip(reversed(done), reversed(states[:-1]), strict=True):
        undone.append(played(book, inverse(edit, "Undo")))
        assert state(book) == expected
    for edit, expected in zip(reversed(undone), states[1:], strict=True):
        played(book, inverse(edit, "Redo"))
        assert state(book) == expected


@SLOWLY
@given(st.data())
def test_whatever_is_edited_every_record_stays_valid(data: st.DataObject) -> None:
    book = started(data)
    for _number in range(3):
        played(book, data.draw(edits(book)))
    links = [p for record in book for p in problems(record, book)]
    assert links == []


def test_a_new_record_is_one_change_from_nothing() -> None:
    person = Person(name="Mark Vande Hei")
    edit = create(Book(), person)
    assert edit.changes == (Change(None, person),)
    assert edit.text == "Add person “Mark Vande Hei”"


def test_new_records_may_link_to_each_other() -> None:
    craft = Spacecraft(name="Soyuz MS-18")
    event = Event(name="Undocking", spacecraft=craft.id)
    assert len(create(Book(), event, craft).changes) == 2


def test_a_change_names_the_fields_and_leaves_equals_out() -> None:
    book = flight.book()
    before = book["peresild"]
    edit = change(book, flight.changed("peresild", age=38), book["iss"])
    assert [c.before for c in edit.changes] == [before]
    assert [field.name for field in edit.changes[0].fields] == ["age"]
    assert edit.text == "Change Age of “Yulia Peresild”"
    assert change(book, before).changes == ()


def test_several_changes_are_counted_and_a_text_may_be_given() -> None:
    book = flight.book()
    two = [flight.changed("peresild", age=38), flight.changed("shipenko", age=39)]
    assert change(book, *two).text == "Change 2 records"
    assert change(book, *two, text="Birthdays").text == "Birthdays"


@pytest.mark.parametrize(
    ("record", "field", "sentence"),
    [
        (Person(name=" "), "name", "Name must not be empty."),
        (Person(name="A", nature="ghost"), "nature", "Nature cannot be “ghost”."),
        (Person(name="A", age=-1), "age", "Age cannot be negative."),
        (Person(name="A", organisation="nowhere"), "organisation", "Organisation leads to a record that is not here."),
        (Leg(), "person", "Person must not be empty."),
        (Event(name="E", people=("x",)), "people", "People leads to a record that is not here."),
        (Event(name="E", planned=VagueTime(anchor="x")), "planned", "Planned leads to a record that is not here."),
        (
            Production(title="P", parts=(Part("x"),)),
            "parts",
            "People and parts leads to a record that is not here.",
        ),
    ],
)
def test_an_invalid_record_is_refused_with_a_sentence(record: Person, field: str, sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        create(Book(), record)
    assert [(p.field, p.sentence) for p in refused.value.problems] == [(field, sentence)]
    assert str(refused.value) == sentence


def test_deleting_takes_links_away_and_what_cannot_be_without() -> None:
    book = flight.book(
        Claim(id="claim", about="peresild", field="age", value="37", source="article"),
        Claim(id="naming", about="film", field="spacecraft", value="ms19", source="article"),
        Event(id="after", name="After", planned=VagueTime(sense=Sense.AFTER, anchor="dock"), people=("peresild",)),
        Production(id="film-made", title="The Challenge", parts=(Part("peresild"), Part("shipenko"))),
    )
    edit = played(book, remove(book, ["peresild", "dock", "ms19"]))
    assert edit.text == "Change 3 records"
    gone = {"peresild", "dock", "ms19", "peresild-up", "peresild-down", "claim", "naming"}
    assert not gone & state(book).keys()
    after, made = book.get("after", Event), book.get("film-made", Production)
    assert after == Event(id="after", name="After", planned=UNKNOWN)
    assert made is not None
    assert made.parts == (Part("shipenko"),)
    ride = book.get("shipenko-up", Leg)
    assert ride is not None
    assert (ride.spacecraft, ride.arrival, ride.departure) == ("", "", "launch")


def test_deleting_one_record_names_it_and_ids_that_are_gone_are_ignored() -> None:
    book = flight.book()
    assert remove(book, ["laika", "nowhere", "laika"]).text == "Delete person “Laika”"
    assert remove(book, ["nowhere"]).changes == ()


def test_deleting_a_source_deletes_its_claims() -> None:
    book = flight.book(Claim(id="claim", about="peresild", field="age", value="37", source="article"))
    assert {c.record.id for c in remove(book, ["article"]).changes} == {"article", "claim"}


def test_what_a_record_is_called_before_it_is_in_the_book() -> None:
    book = flight.book()
    assert named(book, Person(name="A")) == "A"
    assert named(book, Leg(person="peresild")) == "leg"
    assert named(book, book["peresild-up"]) == "Yulia Peresild, up on Soyuz MS-19"
    assert describe(book, [Change(book["iss"], None)]) == "Delete spacecraft “International Space Station”"


def test_an_inverse_names_what_it_undoes() -> None:
    book = flight.book()
    edit = change(book, flight.changed("peresild", age=38))
    back = inverse(edit, "Undo")
    assert back.undoes == edit.id
    assert back.changes == (Change(edit.changes[0].after, edit.changes[0].before),)
    assert inverse(replace(back, undoes=""), "Redo").changes == edit.changes
