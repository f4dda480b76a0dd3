"""The edit log as undo, history and other windows read it, and the drafts beside it."""

import dataclasses
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.store import samples
from tracker.domain.edits import Change, Edit
from tracker.domain.records import Part, Person, Production
from tracker.domain.times import Precision, at
from tracker.store import Draft, LoggedChange, Store

NOON = datetime(2021, 10, 5, 12, 0, 0, 123456, tzinfo=UTC)
ANNA = Person(id="anna", name="Анна")


def test_an_edit_is_logged_as_it_was_made(store: Store) -> None:
    edit = Edit("Add Анна", (Change(None, ANNA),), at=NOON, author="Me", is_seed=True)
    assert store.apply(edit) == 1
    undo = Edit("Undo", (Change(ANNA, None),), at=NOON, undoes=edit.id)
    assert store.apply(undo) == 2
    first, second = store.log()
    assert (first.seq, first.id, first.at, first.author) == (1, edit.id, NOON, "Me")
    assert (first.text, first.undoes, first.is_seed) == ("Add Анна", "", True)
    assert (second.undoes, second.is_seed) == (edit.id, False)
    assert store.log_since(1) == [second]
    assert store.log_since(2) == []


def test_an_empty_edit_is_not_logged(store: Store) -> None:
    assert store.apply(Edit("Nothing", ())) == 0
    assert store.log() == []


def test_a_change_logs_only_what_differs(store: Store) -> None:
    film = Production(id="film", title="F")
    store.apply(samples.adding(ANNA, film))
    parts = (Part("anna", "лекарь"),)
    edit = samples.changing(film, parts=parts, title="Вызов")
    store.apply(edit)
    assert store.changes_of(edit.id) == [
        LoggedChange(
            "production",
            "film",
            {"title": "F", "parts": []},
            {"title": "Вызов", "parts": [{"person": "anna", "part": "лекарь"}]},
        )
    ]
    assert store.changes_of(edit.id)[0].act == "change"


def test_creation_and_deletion_log_everything(store: Store) -> None:
    add, remove = samples.adding(ANNA), samples.removing(ANNA)
    store.apply(add)
    store.apply(remove)
    created, deleted = store.changes_of(add.id)[0], store.changes_of(remove.id)[0]
    assert (created.act, created.before, deleted.act, deleted.after) == ("create", None, "delete", None)
    assert created.after == deleted.before
    assert created.after is not None
    assert created.after["name"] == "Анна"


def test_the_history_of_a_record_is_by_field(store: Store) -> None:
    store.apply(dataclasses.replace(samples.adding(ANNA), author="Seeds"))
    born = at(datetime(1984, 9, 5, tzinfo=UTC), Precision.DAY)
    store.apply(dataclasses.replace(samples.changing(ANNA, birth_date=born, age=37), author="Me"))
    store.apply(samples.adding(Person(name="somebody else")))
    found = store.history_of("anna")
    shown = [(one.edit.author, one.act, one.field, one.before, one.after) for one in found]
    assert shown == [
        ("Seeds", "create", "name", None, "Анна"),
        ("Seeds", "create", "nature", None, "human"),
        ("Me", "change", "age", None, 37),
        ("Me", "change", "birth_date", None, "1984-09-05"),
    ]
    assert [one.edit.text for one in found] == ["Add", "Add", "Change", "Change"]
    assert store.history_of("nobody") == []


def test_a_logged_edit_has_whole_records_again(store: Store) -> None:
    add = samples.adding(*samples.one_of_each(), author="A")
    store.apply(add)
    assert store.edit(add.id) == add
    one = next(change.record for change in add.changes if isinstance(change.record, Person))
    change = samples.changing(one, name="x", age=None)
    store.apply(change)
    assert store.edit(change.id) == change
    with pytest.raises(KeyError):
        store.edit("nothing")


def test_one_record_several_times_in_one_edit(store: Store) -> None:
    second = dataclasses.replace(ANNA, age=1)
    third = dataclasses.replace(second, name="Anna")
    edit = Edit("All", (Change(None, ANNA), Change(ANNA, second), Change(second, third), Change(third, None)))
    store.apply(edit)
    assert store.edit(edit.id) == edit
    assert list(store.records()) == []
    assert store.check() == []


def test_drafts_are_kept_replaced_and_dropped(store: Store, path: Path) -> None:
    store.keep_draft("b", "event", {"name": "Стыковка", "people": ["x"], "seats": None}, NOON)
    store.keep_draft("a", "person", {"name": "first"}, NOON)
    store.keep_draft("a", "person", {"name": "second"})
    with closing(Store.open(path)) as again:
        assert again.draft("b") == Draft("b", "event", {"name": "Стыковка", "people": ["x"], "seats": None}, NOON)
        assert [(one.record_id, one.values["name"]) for one in again.drafts()] == [("b", "Стыковка"), ("a", "second")]
        again.drop_draft("a")
        again.drop_draft("never there")
    assert store.draft("a") is None
    assert store.log() == []
