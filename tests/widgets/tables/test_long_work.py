"""What takes long with very many rows: filtering, finding, copying go in slices, say how far they are, can be left."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import count, place
from tracker.document import Document
from tracker.domain import edits
from tracker.domain.records import Person
from tracker.models.order import By
from tracker.widgets.parts import sweep
from tracker.widgets.tables.panel import TablePanel


@pytest.fixture
def in_slices(monkeypatch: pytest.MonkeyPatch) -> None:
    """As with very many rows: every step is a slice of its own."""
    monkeypatch.setattr(sweep, "FIRST", 0.0)
    monkeypatch.setattr(sweep, "SLICE", 0.0)


def test_a_long_filter_shows_how_far_it_is_and_the_last_typed_counts(
    in_slices: None, people: TablePanel, qtbot: QtBot
) -> None:
    total = people.table.total
    people.head.filter.setText("na")
    people.head.filter.setText("nasa")
    assert people._progress.isVisible()
    assert count(people) == f"{total} rows", "nothing is filtered yet"
    qtbot.waitUntil(lambda: count(people) == f"3 of {total}")
    assert not people._progress.isVisible()


def test_who_does_not_wait_for_a_filter_has_none(in_slices: None, people: TablePanel, qtbot: QtBot) -> None:
    people.head.filter.setText("nasa")
    qtbot.mouseClick(people._progress.cancel, Qt.MouseButton.LeftButton)
    assert (people.head.filter.text(), people.table.filter) == ("", "")
    assert not people._progress.isVisible()


def test_an_edit_meanwhile_begins_a_filter_again(
    in_slices: None, people: TablePanel, document: Document, qtbot: QtBot
) -> None:
    people.head.filter.setText("nasa")
    document.do(edits.create(document.book, Person(name="Somebody of NASA")))
    qtbot.waitUntil(lambda: count(people) == f"4 of {people.table.total}")


def test_finding_and_copying_wait_for_their_last_row(in_slices: None, people: TablePanel, qtbot: QtBot) -> None:
    people.find()
    qtbot.keyClicks(people.search.bar.line, "nasa")
    assert people.search.bar.said == ""
    qtbot.waitUntil(lambda: people.search.bar.said.startswith("1 of "))
    people.search.bar.hide()
    people.view.selectAll()
    QGuiApplication.clipboard().setText("before")
    people.copy()
    assert QGuiApplication.clipboard().text() == "before"
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text().count("\n") == people.table.total - 1)


def test_sorting_meanwhile_takes_nothing_from_a_filter(in_slices: None, people: TablePanel, qtbot: QtBot) -> None:
    people.head.filter.setText("nasa")
    people.view.horizontalHeader().sectionClicked.emit(place(people, "name"))
    assert people.table.order == ()
    qtbot.waitUntil(lambda: count(people) == f"3 of {people.table.total}")
    qtbot.waitUntil(lambda: people.table.order == (By(place(people, "name")),))
    assert not people._progress.isVisible()
