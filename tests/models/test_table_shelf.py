"""The table of events that stay on a shelf: sorted, filtered and brought up to date as the one of events in memory."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.missions import made_up
from tracker.document import Document
from tracker.domain import edits
from tracker.domain.edits import Change, Edit
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event
from tracker.models.order import By
from tracker.models.table import RecordTable
from tracker.models.table_steps import comparing, reading
from tracker.settings import Settings
from tracker.store import Store
from tracker.store import store as stores

EVENTS = LISTINGS["events"]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    edit = Edit("Import", tuple(Change(None, record) for record in made_up(60)))
    Store.create(tmp_path / "a.tracker", edit).close()
    return tmp_path / "a.tracker"


@pytest.fixture
def memory(path: Path, settings: Settings) -> Iterator[RecordTable]:
    document = Document(Store.open(path))
    yield RecordTable(document, EVENTS, settings)
    document.close()


@pytest.fixture
def shelved(path: Path, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[RecordTable]:
    monkeypatch.setattr(stores, "MANY", 20)
    document = Document(Store.open(path))
    assert document.book.shelf(Event) is not None
    yield RecordTable(document, EVENTS, settings)
    document.close()


def cells(table: RecordTable) -> list[tuple[str, ...]]:
    return [table.row(number).texts for number in range(table.rowCount())]


@pytest.mark.parametrize("column", range(len(EVENTS.columns)), ids=[column.name for column in EVENTS.columns])
def test_it_is_sorted_by_any_column(memory: RecordTable, shelved: RecordTable, column: int) -> None:
    for descending in (False, True):
        for table in (memory, shelved):
            order = (By(column, descending),)
            assert all(0 <= share < 1 for share in comparing(table, order))
            table.set_order(order)
        assert shelved.shown == memory.shown
    assert cells(shelved) == cells(memory)


def test_it_is_filtered(memory: RecordTable, shelved: RecordTable) -> None:
    for words in ("docking", "vessel 3 launch", "1961", "nothing at all"):
        for table in (memory, shelved):
            assert len(list(reading(table))) == 60
            table.set_filter(words)
        assert shelved.shown == memory.shown
    assert shelved.rowCount() == 0


def test_it_follows_edits(shelved: RecordTable) -> None:
    document, book = shelved.document, shelved.document.book
    first = shelved.row(3)
    event = book.get(shelved.id_at(3), Event)
    assert event is not None
    assert first.texts[0] == event.name
    changed: list[int] = []
    shelved.dataChanged.connect(lambda top, _bottom: changed.append(top.row()))
    document.do(edits.change(book, replace(event, name="Renamed")))
    assert changed == [3]
    assert shelved.row(3).texts[0] == "Renamed"
    document.do(edits.remove(book, [event.id]))
    assert shelved.row_of(event.id) == -1
    assert shelved.rowCount() == 59
    document.undo()
    document.undo()
    assert shelved.row(shelved.row_of(event.id)).texts[0] == event.name
