"""Finding in a table, and the selection it shares."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import Control, Key, Made, Named, go, place
from tracker.domain.records import Person
from tracker.models.selection import Selection
from tracker.widgets.tables.panel import TablePanel


def test_find_walks_through_the_cells_and_round(made: Made, qtbot: QtBot) -> None:
    events = made("events")
    events.find()
    bar = events.search.bar
    qtbot.keyClicks(bar.line, "docking")
    places = []
    for _step in range(4):
        index = events.view.currentIndex()
        places.append((index.row(), index.column()))
        assert "docking" in str(index.data()).casefold()
        events.find_next()
    assert len(set(places)) > 1
    events.find_previous()
    assert (events.view.currentIndex().row(), events.view.currentIndex().column()) == places[3]
    total = int(bar.said.rpartition(" ")[2])
    here = events.view.currentIndex()
    for _step in range(total):
        events.find_next()
    assert events.view.currentIndex() == here
    qtbot.keyClick(bar.line, Key.Key_Escape)
    assert events.view.hasFocus()
    said = QSignalSpy(events.said)
    bar.line.setText("zzz")
    qtbot.keyClick(events.view, Key.Key_G, Control)
    assert said.at(0)[0] == "“zzz” is in no cell shown here."


def test_the_selection_is_shared_both_ways(people: TablePanel, selection: Selection, named: Named) -> None:
    heard = QSignalSpy(selection.changed)
    peresild, laika = named(Person, "Peresild").id, named(Person, "Laika").id
    go(people, peresild, "age")
    assert (selection.current, heard.count()) == (peresild, 1)
    selection.select(laika)
    assert people.table.id_at(people.view.currentIndex().row()) == laika
    assert people.view.currentIndex().column() == place(people, "age")
    assert heard.count() == 2


def test_a_record_selected_elsewhere_comes_past_the_filter(
    people: TablePanel, selection: Selection, named: Named
) -> None:
    people.head.filter.setText("nasa")
    laika = named(Person, "Laika").id
    selection.select(laika)
    assert people.table.id_at(people.view.currentIndex().row()) == laika
    assert people.head.filter.text() == ""


def test_filtering_and_sorting_keep_the_selection(people: TablePanel, selection: Selection, named: Named) -> None:
    heard = QSignalSpy(selection.changed)
    peresild = named(Person, "Peresild").id
    go(people, peresild, "age")
    people.head.filter.setText("peresild")
    people.head.filter.setText("nasa")
    people.head.filter.setText("")
    people.columns.sort_down()
    assert people.table.id_at(people.view.currentIndex().row()) == peresild
    assert (selection.current, heard.count()) == (peresild, 1)


def test_enter_asks_for_the_form(people: TablePanel, qtbot: QtBot) -> None:
    opened = QSignalSpy(people.open_requested)
    go(people, people.table.id_at(3), "name")
    qtbot.keyClick(people.view, Key.Key_Return)
    assert opened.count() == 1


def test_the_filter_has_a_button_that_clears_it(people: TablePanel, qtbot: QtBot) -> None:
    line = people.head.filter
    qtbot.keyClicks(line, "nasa")
    [button] = line.findChildren(QToolButton)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert line.text() == ""
    assert people.table.filter == ""
