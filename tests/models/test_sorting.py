"""How the cells of a column are put in order; the order of names is in tests/test_collation.py."""

from dataclasses import replace

import pytest

from tests.domain import flight
from tracker import i18n
from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.listings import LISTINGS, rows
from tracker.domain.records import Event, Person, Place, Production, Record, Spacecraft
from tracker.models.sorting import cell_key


def in_order(listing: str, column: str, *records: Record) -> list[str]:
    book = Book(records)
    chosen = LISTINGS[listing].column(column)
    return [record.id for record in sorted(book, key=lambda record: cell_key(chosen, book, record))]


@pytest.mark.parametrize("name", LISTINGS)
def test_every_cell_of_every_table_has_a_key(name: str) -> None:
    book = flight.book(Production(title="The Challenge"), Place(name="Baikonur"))
    found = rows(book, name)
    for column in LISTINGS[name].columns:
        assert len(sorted(cell_key(column, book, record) for record in found)) == len(found)


def test_names_sort_by_their_numbers_and_empty_cells_last() -> None:
    craft = [Spacecraft(id=name, name=name) for name in ("Soyuz 10", "soyuz 9", "Salyut", "")]
    assert in_order("spacecraft", "name", *craft) == ["Salyut", "soyuz 9", "Soyuz 10", ""]
    people = [Person(id=str(age), name="x", age=age) for age in (100, None, 9, 0)]
    assert in_order("people", "age", *people) == ["0", "9", "100", "None"]


def test_times_sort_by_their_start_and_unknown_ones_after() -> None:
    texts = ("2021-10-17", "", "1957-10-04", "unknown", "2021-10-05T12:22Z", "2021~", "../1961-04")
    events = [flight.event(text, text) for text in texts]
    assert in_order("events", "actual", *events, flight.event("later", "after:2021-10-05T12:22Z")) == [
        "1957-10-04",
        "../1961-04",
        "2021~",
        "2021-10-05T12:22Z",
        "later",
        "2021-10-17",
        "unknown",
        "",
    ]


def test_choices_sort_as_in_their_vocabulary() -> None:
    events = [Event(id=type, name=type, type=type) for type in ("landing", "", "launch", "docking")]
    assert in_order("events", "type", *events) == ["launch", "docking", "landing", ""]


def test_slips_sort_by_their_length_and_what_did_not_slip_comes_last() -> None:
    late, early, none = (Event(id=id, name=id, planned=read("2021-10-05")) for id in ("late", "early", "none"))
    late, early = replace(late, actual=read("2021-10-15")), replace(early, actual=read("2021-10-04"))
    plan = read("2021-10-05")
    assert plan is not None
    book = Book([late, none, early], lambda: {one.id: [plan] for one in (late, early)})
    column = LISTINGS["events"].column("slip")
    assert [one.id for one in sorted(book, key=lambda one: cell_key(column, book, one))] == ["early", "late", "none"]


def test_one_order_for_those_who_read_russian_and_another_for_those_who_do_not() -> None:
    people = [Person(id=name, name=name) for name in ("Шипенко", "Shkaplerov", "Ёлкин", "Жуков")]
    assert in_order("people", "name", *people) == ["Shkaplerov", "Ёлкин", "Жуков", "Шипенко"]
    i18n.use("ru")
    try:
        assert in_order("people", "name", *people) == ["Ёлкин", "Жуков", "Шипенко", "Shkaplerov"]
    finally:
        i18n.use("en")
