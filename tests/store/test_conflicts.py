"""Two openers of one store: what merges, what clashes, and that a clash writes nothing."""

import dataclasses
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from tests.store import samples
from tracker.domain.edits import Change, Edit, inverse
from tracker.domain.records import Claim, Leg, Mission, Part, Person, Production, Record, Source
from tracker.domain.times import UNKNOWN, at
from tracker.store import Conflict, Store

ANNA = Person(id="anna", name="Anna", nationality="Soviet", aliases=("A",))
BORIS = Person(id="boris", name="Boris")
MISSION = Mission(id="mission", name="M")
FILM = Production(id="film", title="F", parts=(Part("anna", "x"),))


@pytest.fixture
def other(store: Store, path: Path) -> Iterator[Store]:
    store.apply(samples.adding(ANNA, BORIS, MISSION, FILM))
    with closing(Store.open(path)) as second:
        yield second


def stored(store: Store, id: str) -> Any:
    return {record.id: record for record in store.records()}.get(id)


def clash(store: Store, edit: Edit) -> Conflict:
    """The conflict an edit runs into; nothing may have been written or logged."""
    before, log = samples.rows(store), store.log()
    with pytest.raises(Conflict) as caught:
        store.apply(edit)
    assert samples.rows(store) == before
    assert store.log() == log
    assert str(caught.value)
    return caught.value


def test_different_fields_of_one_record_merge(store: Store, other: Store) -> None:
    store.apply(samples.changing(ANNA, name="Анна"))
    other.apply(samples.changing(ANNA, nationality="Russian", aliases=("B", "C")))
    store.apply(samples.changing(ANNA, birth_date=UNKNOWN))
    assert stored(store, "anna") == dataclasses.replace(
        ANNA, name="Анна", nationality="Russian", aliases=("B", "C"), birth_date=UNKNOWN
    )
    assert store.check() == []


@pytest.mark.parametrize(
    ("record", "field", "theirs", "ours"),
    [
        (ANNA, "name", "Hanna", "Johanna"),
        (ANNA, "age", 37, 38),
        (ANNA, "birth_date", UNKNOWN, at(datetime(1961, 4, 12, tzinfo=UTC))),
        (ANNA, "aliases", ("B",), ("C",)),
        (MISSION, "status", "completed", "cancelled"),
        (FILM, "mission", "mission", "mars"),
        (FILM, "parts", (), (Part("boris"),)),
        (FILM, "parts", (Part("anna", "y"),), (Part("anna", "z"),)),
    ],
)
def test_the_same_field_clashes(store: Store, other: Store, record: Record, field: str, theirs: Any, ours: Any) -> None:
    store.apply(samples.changing(record, **{field: theirs}))
    found = clash(other, samples.changing(record, **{field: ours}))
    assert (found.record_id, found.field, found.ours, found.theirs) == (record.id, field, ours, theirs)


@pytest.mark.parametrize("theirs", ["Борис", "y"])
def test_one_clash_refuses_the_whole_edit(store: Store, other: Store, theirs: str) -> None:
    store.apply(samples.changing(BORIS, name=theirs))
    both = (*samples.changing(ANNA, name="x").changes, *samples.changing(BORIS, name="y").changes)
    assert clash(other, Edit("Both", both)).record_id == "boris"
    assert stored(other, "anna") == ANNA


def test_a_deleted_record_cannot_be_changed(store: Store, other: Store) -> None:
    store.apply(samples.removing(BORIS))
    for values in ({"name": "x"}, {"aliases": ("x",)}):
        found = clash(other, samples.changing(BORIS, **values))
        assert (found.record_id, found.field, found.theirs) == ("boris", "", None)
    store.apply(samples.removing(MISSION))
    assert clash(other, samples.changing(MISSION, spacecraft=("x",))).theirs is None


def test_a_changed_record_cannot_be_deleted(store: Store, other: Store) -> None:
    store.apply(samples.changing(BORIS, note="new"))
    found = clash(other, samples.removing(BORIS))
    assert (found.record_id, found.field, found.theirs) == ("boris", "note", "new")


def test_a_record_cannot_be_deleted_twice(store: Store, other: Store) -> None:
    store.apply(samples.removing(BORIS))
    assert clash(other, samples.removing(BORIS)).theirs is None


def test_a_record_cannot_be_added_twice(store: Store, other: Store) -> None:
    store.apply(samples.adding(Person(id="new", name="theirs")))
    found = clash(other, samples.adding(Person(name="before"), Person(id="new", name="ours")))
    assert (found.record_id, found.field, found.theirs.name) == ("new", "", "theirs")


def test_a_link_to_what_was_deleted_meanwhile(store: Store, other: Store) -> None:
    store.apply(samples.removing(BORIS))
    found = clash(other, samples.adding(Leg(id="leg", person="boris")))
    assert (found.record_id, found.field, found.ours, found.theirs) == ("leg", "person", "boris", None)
    found = clash(other, samples.changing(FILM, parts=(Part("boris"),)))
    assert (found.record_id, found.field) == ("film", "parts")


def test_what_was_linked_to_meanwhile_cannot_be_deleted(store: Store, other: Store) -> None:
    store.apply(samples.adding(Leg(id="leg", person="boris")))
    found = clash(other, samples.removing(BORIS))
    assert (found.record_id, found.field, found.ours, found.theirs) == ("boris", "", None, "leg")


def test_claims_about_what_was_deleted_meanwhile(store: Store, other: Store) -> None:
    source = Source(id="source", title="S")
    claim = Claim(id="claim", about="boris", field="name", source="source")
    store.apply(samples.adding(source))
    store.apply(samples.removing(BORIS))
    assert clash(other, samples.adding(claim)).field == "about"
    store.apply(samples.adding(BORIS))
    other.apply(samples.adding(claim))
    assert clash(store, samples.removing(BORIS)).theirs == "claim"


def test_an_undo_leaves_alone_what_others_changed(store: Store, other: Store) -> None:
    edit = samples.changing(ANNA, name="Анна")
    store.apply(edit)
    other.apply(samples.changing(ANNA, age=40))
    store.apply(inverse(store.edit(edit.id), "Undo"))
    assert stored(store, "anna") == dataclasses.replace(ANNA, age=40)


def test_an_undo_clashes_with_a_later_value(store: Store, other: Store) -> None:
    edit = samples.changing(ANNA, name="Анна")
    store.apply(edit)
    other.apply(samples.changing(dataclasses.replace(ANNA, name="Анна"), name="Ann"))
    found = clash(store, inverse(store.edit(edit.id), "Undo"))
    assert (found.field, found.ours, found.theirs) == ("name", "Anna", "Ann")


def test_an_undo_of_a_change_of_what_is_gone(store: Store, other: Store) -> None:
    edit = samples.changing(BORIS, note="x")
    store.apply(edit)
    other.apply(samples.removing(dataclasses.replace(BORIS, note="x")))
    with pytest.raises(Conflict):
        store.edit(edit.id)


def test_an_edit_is_logged_once(store: Store, other: Store) -> None:
    edit = Edit("Rename", (Change(ANNA, dataclasses.replace(ANNA, name="x")),))
    store.apply(edit)
    with pytest.raises(OSError, match="could not be written"):
        other.apply(Edit("Again", samples.changing(BORIS, name="y").changes, id=edit.id))
    assert stored(store, "boris") == BORIS
