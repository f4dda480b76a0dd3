"""The tabs of tables: they follow the selection, know their kind, and are there again as they were left."""

import pytest
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain.records import Event, Organisation
from tracker.models.feed.view import Filter
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.widgets.tables.tabs import Tables


@pytest.fixture
def tables(document: Document, selection: Selection, settings: Settings, qtbot: QtBot) -> Tables:
    made = Tables(document, selection, settings)
    qtbot.addWidget(made)
    made.resize(900, 420)
    made.show()
    return made


def test_crew_comes_first_then_spacecraft(tables: Tables) -> None:
    assert [tables.tabText(index) for index in range(2)] == ["Crew", "Spacecraft"]
    assert tables.panel.table.listing.name == "crew"


def test_a_record_of_another_kind_brings_up_its_tab(tables: Tables, selection: Selection, document: Document) -> None:
    event = document.book.of(Event)[3]
    selection.select(event.id)
    assert tables.kind == "event"
    assert tables.panel.table.id_at(tables.panel.view.currentIndex().row()) == event.id


def test_a_tab_asks_for_a_record_of_its_kind(tables: Tables) -> None:
    tables.setCurrentIndex(tables.names.index("organisations"))
    wanted = QSignalSpy(tables.create_requested)
    tables.panel.create_requested.emit()
    assert wanted.at(0)[0] == Organisation.kind


def test_the_tab_and_its_widths_are_there_again(
    tables: Tables, document: Document, selection: Selection, settings: Settings, qtbot: QtBot
) -> None:
    tables.setCurrentIndex(tables.names.index("places"))
    tables.panel.view.setColumnWidth(0, 321)
    tables.keep()
    again = Tables(document, selection, settings)
    qtbot.addWidget(again)
    assert again.panel.table.listing.name == "places"
    assert again.panel.view.columnWidth(0) == 321


def narrow(tables: Tables, width: int) -> tuple[list[str], list[str]]:
    """The tabs that are shown in so little room, and what the menu beside them offers."""
    tables.resize(width, 420)
    more = tables.cornerWidget()
    assert isinstance(more, QToolButton)
    more.menu().aboutToShow.emit()
    shown = [tables.tabText(index) for index in range(tables.count()) if tables.isTabVisible(index)]
    return shown, [action.text() for action in more.menu().actions()] if more.isVisible() else []


def test_tabs_without_room_are_in_a_menu_beside_the_others(tables: Tables) -> None:
    every = [tables.tabText(index) for index in range(tables.count())]
    assert narrow(tables, 1200) == (every, [])
    shown, more = narrow(tables, 400)
    assert shown + more == every
    assert len(shown) > 2
    assert tables.tabBar().tabRect(len(shown) - 1).right() < tables.cornerWidget().x()
    assert narrow(tables, 1200) == (every, [])


def test_the_tab_in_view_is_always_shown(tables: Tables) -> None:
    narrow(tables, 400)
    tables.cornerWidget().menu().actions()[-1].trigger()  # type: ignore[attr-defined]
    assert tables.panel.table.listing.name == "sources"
    shown, more = narrow(tables, 400)
    assert shown[-1] == "Sources"
    assert "Sources" not in more
    assert set(shown + more) == {tables.tabText(index) for index in range(tables.count())}


def test_the_shared_filter_is_that_of_the_open_tab(tables: Tables) -> None:
    tables.panel.table.set_filter("peresild")
    assert tables.filter.filter == Filter("crew", "peresild")
    assert tables.filter.left == frozenset(tables.panel.table.shown)
    tables.setCurrentIndex(tables.names.index("events"))
    assert tables.filter.left is None
