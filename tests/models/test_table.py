"""The table model: what it shows, how it sorts and filters, and that it follows every edit row by row."""

import dataclasses
import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.listings import LISTINGS
from tracker.domain.records import KINDS, Event, Person, Record
from tracker.models.order import By, clicked
from tracker.models.table import RecordTable
from tracker.models.table_roles import CERTAIN
from tracker.palette import LIGHT
from tracker.settings import Settings

Role = Qt.ItemDataRole
Made = Callable[[str], RecordTable]


@pytest.fixture
def made(document: Document, settings: Settings) -> Made:
    """Tables of the seeded store, each watched by Qt's own tester, which aborts at the first fault."""
    kept: list[object] = []

    def make(name: str) -> RecordTable:
        table = RecordTable(document, LISTINGS[name], settings)
        kept.extend((table, QAbstractItemModelTester(table, QAbstractItemModelTester.FailureReportingMode.Fatal)))
        return table

    return make


def cell(table: RecordTable, id: str, name: str, role: int = Role.DisplayRole) -> object:
    return table.index(table.row_of(id), place(table, name)).data(role)


def place(table: RecordTable, name: str) -> int:
    return [column.name for column in table.listing.columns].index(name)


def names(table: RecordTable) -> list[str]:
    return [str(table.index(row, 0).data()) for row in range(table.rowCount())]


def person(document: Document, name: str) -> Person:
    return next(one for one in document.book.of(Person) if name in one.name)


def event(document: Document, name: str) -> Event:
    return next(one for one in document.book.of(Event) if one.name.startswith(name))


def state(table: RecordTable) -> dict[str, list[object]]:
    """Every cell by the record's id, whatever the order."""
    columns = range(table.columnCount())
    return {table.id_at(row): [table.index(row, c).data() for c in columns] for row in range(table.rowCount())}


def renamed(record: Record) -> Record:
    key = "name" if hasattr(record, "name") else "title" if hasattr(record, "title") else "role"
    return dataclasses.replace(record, **{key: "Zz 2"})


@pytest.mark.parametrize("name", list(LISTINGS))
@pytest.mark.parametrize("typed", ["", "o"])
def test_a_table_stays_what_a_new_one_would_be(
    made: Made, document: Document, settings: Settings, name: str, typed: str
) -> None:
    table = made(name)
    table.set_order((By(1), By(0, descending=True)))
    table.set_filter(typed)
    state(table)
    book, kind = document.book, LISTINGS[name].kind
    first, last = table.id_at(0), table.id_at(table.rowCount() - 1)
    steps: list[Callable[[], None]] = [
        lambda: document.do(edits.change(book, renamed(book[first]))),
        lambda: document.do(edits.remove(book, [last])),
        lambda: document.do(edits.remove(book, [record.id for record in list(book.of(kind))[::2]])),
        document.undo,
        document.undo,
        lambda: document.do(edits.change(book, *map(renamed, book.of(kind)))),
        document.undo,
        document.undo,
        document.redo,
    ]
    for step in steps:
        step()
        fresh = RecordTable(document, LISTINGS[name], settings)
        fresh.set_filter(typed)
        assert state(table) == state(fresh)
        keys = [[table.row(row).key(1), table.row(row).key(0)] for row in range(table.rowCount())]
        assert [key[0] for key in keys] == sorted(key[0] for key in keys)


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "claim"])
def test_any_change_anywhere_reaches_every_table(made: Made, document: Document, settings: Settings, kind: str) -> None:
    tables = [made(name) for name in LISTINGS]
    for table in tables:
        state(table)
    record = document.book.of(KINDS[kind])[0]
    for step in (
        lambda: document.do(edits.change(document.book, renamed(record))),
        lambda: document.do(edits.remove(document.book, [record.id])),
        document.undo,
        document.undo,
    ):
        step()
        for table in tables:
            assert state(table) == state(RecordTable(document, table.listing, settings))


def test_a_changed_time_reaches_what_is_derived_from_it(made: Made, document: Document) -> None:
    crew = made("crew")
    peresild = person(document, "Peresild").id
    assert cell(crew, peresild, "down_at") == "17 Oct 2021"
    landing = event(document, "Return to Earth")
    table = made("events")
    table.change([table.row_of(landing.id)], place(table, "planned"), table.understood(3, "18 Oct 2021"))
    assert cell(crew, peresild, "down_at") == "18 Oct 2021"


def test_one_changed_cell_is_one_signal(made: Made, document: Document) -> None:
    table = made("people")
    state(table)
    spies = [QSignalSpy(signal) for signal in (table.rowsInserted, table.rowsRemoved, table.modelReset)]
    spies.append(QSignalSpy(table.layoutChanged))
    changed = QSignalSpy(table.dataChanged)
    row = table.row_of(person(document, "Peresild").id)
    assert table.setData(table.index(row, place(table, "age")), "38")
    assert [spy.count() for spy in spies] == [0, 0, 0, 0]
    assert changed.count() == 1
    top, bottom = changed.at(0)[:2]
    assert (top.row(), top.column(), bottom.row(), bottom.column()) == (row, place(table, "age")) * 2


def test_a_changed_row_moves_to_its_place_and_takes_its_index_along(made: Made, document: Document) -> None:
    table = made("people")
    table.set_order((By(0),))
    id = table.id_at(0)
    held = QPersistentModelIndex(table.index(0, 2))
    table.setData(table.index(0, 0), "Zzz")
    assert table.id_at(table.rowCount() - 1) == id
    assert (held.row(), held.column()) == (table.rowCount() - 1, 2)
    assert names(table) == sorted(names(table), key=str.casefold)


def test_several_columns_sort_and_the_heads_say_how(made: Made) -> None:
    table = made("people")
    nature, age = place(table, "nature"), place(table, "age")
    table.set_order(clicked(table.order, nature, add=False))
    table.set_order(clicked(table.order, age, add=True))
    table.set_order(clicked(table.order, age, add=True))
    assert table.headerData(nature, Qt.Orientation.Horizontal) == "Nature ↑1"
    assert table.headerData(age, Qt.Orientation.Horizontal) == "Age ↓2"
    humans = [row for row in range(table.rowCount()) if table.index(row, nature).data() == "human"]
    ages = [table.row(row).record.age for row in humans]  # type: ignore[attr-defined]
    known = [age for age in ages if age is not None]
    assert known == sorted(known, reverse=True) == ages[: len(known)] == [49, 38, 37]
    table.set_order(clicked(table.order, age, add=True))
    assert table.headerData(nature, Qt.Orientation.Horizontal) == "Nature ↑"


def test_the_filter_counts_and_finds_other_spellings(made: Made, document: Document) -> None:
    table = made("people")
    table.set_filter("NOVITSKY russ")
    assert (table.rowCount(), table.total) == (1, document.book.count(Person))
    table.setData(table.index(0, place(table, "nationality")), "Soviet")
    assert table.rowCount() == 0
    table.set_filter("")
    assert table.rowCount() == table.total


def test_silence_is_said_in_muted_words(made: Made, document: Document) -> None:
    table = made("events")
    sputnik = event(document, "First satellite").id
    assert cell(table, sputnik, "actual") == "unknown"
    assert cell(table, sputnik, "actual", Role.ForegroundRole).name() == LIGHT.muted  # type: ignore[attr-defined]
    assert cell(table, sputnik, "mission") == "not said"
    assert cell(table, sputnik, "mission", Role.EditRole) == ""
    assert cell(table, sputnik, "port") == "not said"


def test_certainty_is_that_of_the_claims_for_the_value_held(made: Made, document: Document) -> None:
    table = made("events")
    landing = event(document, "Return to Earth").id
    assert cell(table, landing, "planned", CERTAIN) == "planned"
    assert cell(table, landing, "planned", Role.ForegroundRole).name() == LIGHT.planned  # type: ignore[attr-defined]
    assert str(cell(table, landing, "planned", Role.AccessibleTextRole)).endswith(", planned")
    peresild = person(document, "Peresild").id
    assert [cell(made("crew"), peresild, name, CERTAIN) for name in ("up_at", "down_at")] == ["", "planned"]
    table.setData(table.index(table.row_of(landing), place(table, "planned")), "19 Oct 2021")
    assert cell(table, landing, "planned", CERTAIN) == ""


def test_a_persons_text_is_never_html(made: Made, document: Document) -> None:
    table = made("people")
    table.setData(table.index(0, 0), "<img src='x'>")
    assert "&lt;img" in table.index(0, 0).data(Role.ToolTipRole)


def test_what_cannot_be_is_refused_with_a_sentence(made: Made, document: Document) -> None:
    table = made("people")
    refused = QSignalSpy(table.refused)
    before = state(table)
    assert not table.setData(table.index(0, place(table, "age")), "old")
    assert not table.setData(table.index(0, 0), "  ")
    assert [refused.at(0)[0], refused.at(1)[0]] == [
        "Age must be a whole number, not “old”.",
        "Name must not be empty.",
    ]
    assert state(table) == before


def test_what_is_derived_cannot_be_edited(made: Made) -> None:
    table = made("crew")
    derived = table.index(0, place(table, "up_at"))
    assert not table.flags(derived) & Qt.ItemFlag.ItemIsEditable
    assert not table.setData(derived, "2021")
    assert table.flags(table.index(0, 0)) & Qt.ItemFlag.ItemIsEditable


def test_times_follow_the_zone(made: Made, document: Document, settings: Settings) -> None:
    table = made("events")
    docking = event(document, "Docking").id
    assert cell(table, docking, "actual") == "5 Oct 2021 12:22 UTC"
    settings.zone = "Europe/Moscow"
    assert cell(table, docking, "actual") == "5 Oct 2021 15:22 Moscow (UTC+3)"


@pytest.mark.parametrize("seed", range(3))
def test_fifty_random_edits_are_undone_and_redone(
    made: Made, document: Document, settings: Settings, seed: int
) -> None:
    tables = [made(name) for name in LISTINGS]
    dice = random.Random(seed)
    start = {record.id: record for record in document.book}
    while len(document.history.undoable) < 50:
        _edit_at_random(dice.choice(tables), dice)
    end = {record.id: record for record in document.book}
    while document.history.undoable:
        document.undo()
    assert {record.id: record for record in document.book} == start
    while document.history.redoable:
        document.redo()
    assert {record.id: record for record in document.book} == end
    for table in tables:
        fresh = RecordTable(document, table.listing, settings)
        fresh.set_filter(table.filter)
        assert state(table) == state(fresh)


def _edit_at_random(table: RecordTable, dice: random.Random) -> None:
    """Sorts, filters, deletes now and then; mostly gives a cell the text of another in its column."""
    rows, columns = range(table.rowCount()), range(table.columnCount())
    what = dice.random()
    if what < 0.1:
        table.set_filter(dice.choice(("", "", "a", "russ", "zz")))
    elif what < 0.2:
        table.set_order(tuple(By(dice.choice(columns), dice.random() < 0.5) for _by in range(2)))
    elif rows and what < 0.25:
        table.document.do(edits.remove(table.document.book, [table.id_at(dice.choice(rows))]))
    elif rows:
        column = dice.choice(columns)
        table.setData(
            table.index(dice.choice(rows), column), table.index(dice.choice(rows), column).data(Role.EditRole)
        )
