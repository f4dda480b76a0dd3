"""Random books and random edits of them, for tests of whatever must survive any edit."""

import dataclasses
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from tests.domain.strategies import times
from tracker.domain.book import Book
from tracker.domain.edits import Change, Edit, change, create, remove
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import KINDS, Claim, Part, Record

# Building a book takes its time, and half of what comes to mind is no valid record of it.
SLOWLY = settings(max_examples=50, suppress_health_check=list(HealthCheck), deadline=None)

words = st.text("abж é;", max_size=6)
names = st.text("abж", min_size=1, max_size=6)


def values(field: Field, ids: list[str]) -> st.SearchStrategy[Any]:
    """Whatever a field may hold when these ids can be linked to."""
    some_id = st.sampled_from(ids) if ids else st.nothing()
    most = 3 if ids else 0
    text = names if field.required else words
    return {
        Type.TEXT: lambda: text,
        Type.LONG_TEXT: lambda: words,
        Type.WORDS: lambda: st.lists(names, max_size=3).map(tuple),
        Type.NUMBER: lambda: st.none() | st.integers(0, 1000),
        Type.FLAG: lambda: st.booleans(),
        Type.CHOICE: lambda: st.sampled_from([value for value, __ in field.choices] or [""]),
        Type.ZONE: lambda: st.sampled_from(["", "Europe/Moscow"]),
        Type.TIME: lambda: st.none() | times(*ids) if ids else st.none(),
        Type.LINK: lambda: some_id if field.required else st.one_of(some_id, st.just("")),
        Type.LINKS: lambda: st.lists(some_id, max_size=most, unique=True).map(tuple),
        Type.PARTS: lambda: st.lists(st.builds(Part, some_id, words), max_size=most).map(tuple),
    }[field.type]()


@st.composite
def new_records(draw: st.DrawFn, book: Book) -> Record:
    """A valid record of any kind that the book has something to link it to."""
    ids = [record.id for record in book]
    kinds = [kind for kind in KINDS.values() if ids or not any(f.required and f.is_link for f in fields_of(kind))]
    kind = draw(st.sampled_from(kinds))
    made = {field.name: draw(values(field, ids)) for field in fields_of(kind)}
    if kind is Claim:
        made["value"] = draw(st.sampled_from(ids) | words)
    return kind(id=f"r{draw(st.integers(0, 10**9))}", **made)


@st.composite
def changed_records(draw: st.DrawFn, book: Book) -> Record:
    """One of the records with another value in one field."""
    ids = [record.id for record in book]
    record = book[draw(st.sampled_from(ids))]
    field = draw(st.sampled_from(fields_of(type(record))))
    return dataclasses.replace(record, **{field.name: draw(values(field, ids))})


@st.composite
def edits(draw: st.DrawFn, book: Book) -> Edit:
    """One edit that the book allows: records added, changed, or deleted with what hangs on them."""
    act = draw(st.sampled_from(["create", "change", "remove"] if len(book) else ["create"]))
    if act == "create":
        return create(book, draw(new_records(book).filter(lambda record: record.id not in book)))
    if act == "change":
        return change(book, draw(changed_records(book)))
    return remove(book, draw(st.lists(st.sampled_from([record.id for record in book]), max_size=3)))


def state(book: Book) -> dict[str, Record]:
    """All that a book holds, whatever the order."""
    return {record.id: record for record in book}


def played(book: Book, edit: Edit) -> Edit:
    """The edit, applied to the book."""
    book.apply(edit.changes)
    return edit


def started(data: st.DataObject) -> Book:
    """A book with a few records in it."""
    book = Book()
    for _number in range(data.draw(st.integers(1, 6))):
        book.apply([Change(None, data.draw(new_records(book).filter(lambda r: r.id not in book)))])
    return book
