"""Filter, sort and columns of a table, by pointer and by key."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import Alt, Key, Made, Shift, count, go, place
from tracker.document import Document
from tracker.domain import edits
from tracker.domain.records import Person
from tracker.widgets.tables.chooser import ColumnChooser
from tracker.widgets.tables.panel import TablePanel


def test_the_filter_counts_as_one_types(people: TablePanel, document: Document, qtbot: QtBot) -> None:
    total = document.book.count(Person)
    assert count(people) == f"{total} rows"
    qtbot.keyClicks(people.head.filter, "nasa")
    assert count(people) == f"3 of {total}"
    qtbot.keyClick(people.head.filter, Key.Key_Down)
    assert people.view.hasFocus()
    assert people.view.currentIndex().row() == 0
    qtbot.keyClick(people.view, Key.Key_Escape)
    assert count(people) == f"{total} rows"


def test_a_filter_without_rows_says_so_and_can_be_cleared(people: TablePanel, qtbot: QtBot) -> None:
    qtbot.keyClicks(people.head.filter, "zzz")
    empty = people._empty
    assert empty.isVisible()
    assert not people.view.isVisible()
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    assert people.view.isVisible()


def test_an_empty_table_says_what_to_do(made: Made, document: Document, qtbot: QtBot) -> None:
    panel = made("productions")
    document.do(edits.remove(document.book, [panel.table.id_at(row) for row in range(panel.table.rowCount())]))
    wanted = QSignalSpy(panel.create_requested)
    assert panel._empty.button.text() == "Add production"
    panel._empty.show_new("crew", read_only=False)
    text = panel._empty._text
    assert text.minimumHeight() > 1.5 * text.fontMetrics().height()  # two lines, both to be seen
    qtbot.mouseClick(panel._empty.button, Qt.MouseButton.LeftButton)
    assert wanted.count() == 1
    document.undo()
    assert panel.view.isVisible()


def test_heads_sort_by_click_and_shift_click(people: TablePanel, qtbot: QtBot) -> None:
    header = people.view.horizontalHeader()

    def click(name: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        at = QPoint(header.sectionViewportPosition(place(people, name)) + 20, 10)
        qtbot.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, modifier, at)

    click("nature")
    click("name", Shift)
    click("name", Shift)
    assert [(by.column, by.descending) for by in people.table.order] == [
        (place(people, "nature"), False),
        (place(people, "name"), True),
    ]
    assert not people.view.selectionModel().selectedColumns()


def test_columns_sort_move_and_widen_by_key(people: TablePanel, qtbot: QtBot) -> None:
    go(people, people.table.id_at(0), "age")
    age, name = place(people, "age"), place(people, "name")
    width = people.view.columnWidth(age)
    left = people.columns.shown().index(age)
    qtbot.keyClick(people.view, Key.Key_Up, Alt)
    qtbot.keyClick(people.view, Key.Key_Left, Alt)
    qtbot.keyClick(people.view, Key.Key_Plus, Alt)
    go(people, people.table.id_at(0), "name")
    qtbot.keyClick(people.view, Key.Key_Down, Alt | Shift)
    assert [(by.column, by.descending) for by in people.table.order] == [(age, False), (name, True)]
    assert people.columns.shown().index(age) == left - 1
    assert people.view.columnWidth(age) == width + 16


def test_columns_are_remembered(made: Made, people: TablePanel, qtbot: QtBot) -> None:
    age, note = place(people, "age"), place(people, "note")
    go(people, people.table.id_at(0), "age")
    qtbot.keyClick(people.view, Key.Key_Left, Alt)
    people.view.setColumnWidth(age, 133)
    people.columns.show(note, True)
    people.columns.show(place(people, "claims"), False)
    qtbot.keyClick(people.view, Key.Key_Down, Alt)
    people.columns.keep()
    again = made("people")
    assert again.columns.in_order() == people.columns.in_order()
    assert again.columns.shown() == people.columns.shown()
    assert again.view.columnWidth(age) == 133
    assert again.table.order == people.table.order
    again.columns.show(place(people, "claims"), True)
    assert again.view.columnWidth(place(people, "claims")) == 96


def test_the_chooser_shows_hides_moves_and_resets(people: TablePanel, qtbot: QtBot) -> None:
    people.choose_columns()
    [chooser] = people.window().findChildren(ColumnChooser)
    before = people.columns.in_order(), people.columns.shown()
    note = place(people, "note")
    chooser.list.item(people.columns.in_order().index(note)).setCheckState(Qt.CheckState.Checked)
    assert note in people.columns.shown()
    chooser.list.setCurrentRow(1)
    moved = people.columns.in_order()[1]
    chooser.move_up()
    assert people.columns.in_order()[0] == moved
    chooser._reset.click()
    assert (people.columns.in_order(), people.columns.shown()) == before
    for row in range(chooser.list.count()):
        chooser.list.item(row).setCheckState(Qt.CheckState.Unchecked)
    assert len(people.columns.shown()) == 1
    chooser.reject()


def test_the_menu_key_opens_the_menu_at_the_cell(people: TablePanel, qtbot: QtBot) -> None:
    go(people, people.table.id_at(0), "name")
    asked = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), people.mapToGlobal(QPoint()))
    QApplication.sendEvent(people.view.viewport(), asked)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    texts = [action.text() for action in menu.actions()]
    assert "Empty the cells" in texts
    cell = people.view.visualRect(people.view.currentIndex())
    assert menu.pos() == people.view.viewport().mapToGlobal(cell.bottomLeft())
    menu.close()
    people.view.menu_requested.emit(people.mapToGlobal(QPoint(20, 20)), place(people, "age"))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    next(action for action in menu.actions() if action.text() == "Age").trigger()
    assert place(people, "age") not in people.columns.shown()
    menu.close()
