"""Records on a shelf: a book that reads through says the same as one that has all in memory, after any edits."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import invariant, rule

from tests.missions import made_up
from tests.store import samples, test_machine
from tracker.document import Document
from tracker.domain import edits, edtf, names
from tracker.domain.book import Book
from tracker.domain.fields import Type, fields_of
from tracker.domain.links import references
from tracker.domain.records import KINDS, Claim, Event, Person, Record, Spacecraft
from tracker.store import Conflict, Store
from tracker.store import store as stores

ALL = tuple(kind for kind in KINDS.values() if kind is not Claim)


def referring(book: Book) -> dict[str, set[str]]:
    ids = {target for record in book for target in references(record)} | {record.id for record in book}
    found = {id: [record.id for record in book.referring(id)] for id in ids}
    assert all(len(found[id]) == len(set(found[id])) == book.count_referring(id) for id in ids)
    return {id: set(those) for id, those in found.items()}


def chosen(book: Book) -> dict[tuple[str, str, str], list[str]]:
    """By kind, field and value the records that have it."""
    fields = [(kind, field) for kind in ALL for field in fields_of(kind) if field.type is Type.CHOICE]
    return {
        (kind.kind, field.name, value): [one.id for one in book.where(kind, field.name, (value,))]
        for kind, field in fields
        for value, _label in field.choices
    }


class Shelved(test_machine.Edits):
    """The same edits; the book has nothing in memory but claims."""

    def read(self) -> Book:
        kept = stores.SHELVED, stores.MANY
        stores.SHELVED, stores.MANY = ALL, 0  # type: ignore[assignment]
        try:
            return self.store.book()
        finally:
            stores.SHELVED, stores.MANY = kept

    @rule()
    def reopen(self) -> None:
        super().reopen()
        self.book = self.read()

    @invariant()
    def it_says_what_one_in_memory_says(self) -> None:
        memory = Book(self.store.records())
        assert any(self.book.shelf(kind) is not None for kind in ALL)
        assert len(self.book) == len(memory)
        assert referring(self.book) == referring(memory)
        assert chosen(self.book) == chosen(memory)
        for kind in ALL:
            assert [one.id for one in self.book.of(kind)] == [one.id for one in memory.of(kind)]
            assert self.book.count(kind) == memory.count(kind)
        for record in memory:
            assert self.book.get(record.id, type(record)) == record
            assert self.book.name(record.id) == memory.name(record.id)
            assert self.book.claims(record.id) == memory.claims(record.id)
            assert self.book.starting(record.id[:8]) == memory.starting(record.id[:8])
        assert "nobody" not in self.book
        assert self.book.referring("nobody") == []


TestShelved = Shelved.TestCase
TestShelved.settings = settings(
    max_examples=15, stateful_step_count=12, deadline=None, suppress_health_check=list(HealthCheck)
)


@pytest.fixture
def many(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """A store whose events stay on the shelf."""
    monkeypatch.setattr(stores, "MANY", 20)
    with closing(Store.create(path, samples.adding(*made_up(40)))) as store:
        yield store


def an_event(document: Document) -> Event:
    return document.book.where(Event, "type", ("filming",))[0]


def test_only_many_events_are_on_a_shelf(many: Store) -> None:
    book = many.book()
    assert book.shelf(Event) is not None
    assert [kind for kind in KINDS.values() if book.shelf(kind) is not None] == [Event]
    events = [record for record in many.records() if isinstance(record, Event)]
    assert list(book.of(Event)) == events
    assert [book.of(Event)[place] for place in (0, 7, -1)] == [events[place] for place in (0, 7, -1)]
    assert book.of(Event)[3:5] == events[3:5]
    with pytest.raises(IndexError):
        book.of(Event)[40]


def test_columns_tell_of_all_events_in_their_order(many: Store) -> None:
    shelf, events = many.book().shelf(Event), list(many.book().of(Event))
    assert shelf is not None
    numbers = list(shelf.numbers())
    assert [shelf.numbered(number) for number in numbers] == events
    assert [shelf.number(event.id) for event in events] == numbers
    assert shelf.texts("name", numbers[2:5]) == [event.name for event in events[2:5]]
    assert shelf.number("nobody") == -1
    [[(planned, lower, upper)]] = shelf.times("planned")
    known = [(number, *event.planned.bounds()) for number, event in zip(numbers, events, strict=True) if event.planned]
    assert [text.split(",") for text in (planned, lower, upper)] == [[str(one[n]) for one in known] for n in range(3)]
    by_type = {type: [shelf.numbered(int(n)).id for n in found.split(",")] for type, found in shelf.sorted_by("type")}
    assert by_type == {type: [e.id for e in events if e.type == type] for type in {event.type for event in events}}
    with pytest.raises(KeyError):
        shelf.numbered(10**6)


def test_links_and_times_without_bounds_are_told_of_too(many: Store) -> None:
    book = many.book()
    person, first, *_rest = book.of(Person)[0], *book.of(Event)
    odd = Event(name="Odd", people=(person.id,), actual=edtf.read(f"before:{first.id}"))
    unknown = Event(name="Some time", planned=edtf.read("unknown"))
    many.apply(edits.create(book, odd, unknown))
    shelf = many.book().shelf(Event)
    assert shelf is not None
    assert shelf.unbounded() == [odd, unknown]
    assert list(shelf.linked_by("people")) == [(person.id, shelf.number(odd.id))]
    assert odd in shelf.referring(first.id)


def test_an_edit_undone_and_redone(many: Store) -> None:
    document = Document(Store.open(many.path))
    event = an_event(document)
    document.do(edits.change(document.book, replace(event, name="Filmed anew")))
    assert document.book.name(event.id) == "Filmed anew"
    document.undo()
    assert document.book[event.id] == event
    document.redo()
    assert document.book.name(event.id) == "Filmed anew"
    document.do(edits.remove(document.book, [event.id]))
    assert event.id not in document.book
    assert document.book.count(Event) == 39
    document.undo()
    assert document.book.name(event.id) == "Filmed anew"
    document.close()


def test_what_another_window_does_is_not_seen_before_it_is_taken_over(many: Store) -> None:
    one, other = Document(Store.open(many.path)), Document(Store.open(many.path))
    event, doomed = one.book.where(Event, "type", ("filming", "transfer"))[:2]
    other.do(edits.change(other.book, replace(event, name="By another")))
    other.do(edits.remove(other.book, [doomed.id]))
    assert one.book[event.id] == event
    assert one.book.get(doomed.id, Event) == doomed
    one.catch_up()
    assert one.book.name(event.id) == "By another"
    assert doomed.id not in one.book
    one.close()
    other.close()


def test_a_form_that_was_filled_before_does_not_undo_what_another_window_did(many: Store) -> None:
    one, other = Document(Store.open(many.path)), Document(Store.open(many.path))
    event = an_event(one)
    other.do(edits.change(other.book, replace(event, detail="Seen by another", name="By another")))
    one.do(edits.change(one.book, replace(event, port="aft")))
    now = one.book.get(event.id, Event)
    assert now is not None
    assert (now.detail, now.port) == ("Seen by another", "aft")
    other.catch_up()
    other.do(edits.change(other.book, replace(now, name="Once more")))
    with pytest.raises(Conflict):
        one.do(edits.change(one.book, replace(now, name="Mine")))
    assert one.book.name(event.id) == "Once more"
    one.close()
    other.close()


def test_only_what_changed_is_said_when_catching_up(many: Store) -> None:
    one, other = Document(Store.open(many.path)), Document(Store.open(many.path))
    heard: list[Record] = []
    one.changed.connect(lambda edit: heard.extend(change.record for change in edit.changes))
    event, craft = an_event(other), other.book.of(Spacecraft)[0]
    other.do(edits.change(other.book, replace(event, name="First")))
    other.do(edits.change(other.book, replace(craft, seats=4)))
    other.do(edits.change(other.book, replace(event, name="Second")))
    other.do(edits.create(other.book, passing := Event(name="Made and gone")))
    other.do(edits.remove(other.book, [passing.id]))
    one.catch_up()
    assert {record.id for record in heard} == {event.id, craft.id}
    assert one.book.name(event.id) == "Second"
    one.close()
    other.close()


def test_a_name_leads_to_the_event_that_has_it(many: Store) -> None:
    document = Document(Store.open(many.path))
    for name in ("Стыковка 100%", "Стыковка 1000", "Under_score", "Underscore"):
        document.do(edits.create(document.book, Event(name=name)))
    book = document.book
    assert book.name(names.find(book, ("event",), "стыковка 100%")) == "Стыковка 100%"
    assert book.name(names.find(book, ("event", "mission"), "under_SCORE")) == "Under_score"
    event = an_event(document)
    assert names.find(book, ("event",), event.name.upper()) == event.id
    assert names.sure_name(book, ("event",), event.id) == event.name
    document.do(edits.create(book, Event(name=event.name)))
    assert names.find(book, ("",), names.sure_name(book, ("",), event.id)) == event.id
    assert "#" in names.sure_name(book, ("event",), event.id)
    with pytest.raises(ValueError, match="No event is called"):
        names.find(book, ("event",), "%")
    document.close()


def test_what_was_read_ahead_is_what_is_there_and_goes_with_an_edit(many: Store) -> None:
    document = Document(Store.open(many.path))
    shelf = document.book.shelf(Event)
    assert shelf is not None
    times, types = list(shelf.times("planned")), list(shelf.sorted_by("type"))
    shelf.read_ahead(("planned",), ("type",))
    assert (list(shelf.times("planned")), list(shelf.sorted_by("type"))) == (times, types)
    shelf.read_ahead(("planned",), ("type",))
    document.do(edits.create(document.book, Event(name="Said", type="statement", planned=edtf.read("2021"))))
    assert list(shelf.times("planned")) != times
    assert dict(shelf.sorted_by("type"))["statement"].endswith(str(shelf.number(list(shelf)[-1].id)))
    document.close()
