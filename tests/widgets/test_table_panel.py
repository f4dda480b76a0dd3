"""The table as a person uses it: filter, sort, columns, editing in place, copy, paste, delete and find, by key."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event, Leg, Person, Source
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.tables.chooser import ColumnChooser
from tracker.widgets.tables.panel import TablePanel
from tracker.widgets.tables.paste import PasteDialog

Key = Qt.Key
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Made = Callable[[str], TablePanel]
Named = Callable[[type, str], Any]


@pytest.fixture
def made(document: Document, selection: Selection, settings: Settings, qtbot: QtBot) -> Made:
    """Panels on the screen with the focus in their cells; Qt's tester watches each model."""
    kept: list[object] = []

    def make(name: str) -> TablePanel:
        panel = TablePanel(document, LISTINGS[name], selection, settings)
        kept.append(QAbstractItemModelTester(panel.table, QAbstractItemModelTester.FailureReportingMode.Fatal))
        qtbot.addWidget(panel)
        panel.resize(900, 420)
        with qtbot.waitActive(panel):
            panel.show()
            panel.activateWindow()
        panel.view.setFocus()
        return panel

    return make


@pytest.fixture
def people(made: Made) -> TablePanel:
    return made("people")


def place(panel: TablePanel, name: str) -> int:
    return [column.name for column in panel.table.listing.columns].index(name)


def go(panel: TablePanel, id: str, name: str) -> None:
    """Makes a cell the current and only selected one."""
    panel.view.go(panel.table.row_of(id), place(panel, name))


def select(panel: TablePanel, ids: list[str], name: str) -> None:
    go(panel, ids[0], name)
    flag = panel.view.selectionModel().SelectionFlag.Select
    for id in ids[1:]:
        panel.view.selectionModel().select(panel.table.index(panel.table.row_of(id), place(panel, name)), flag)


def editor(panel: TablePanel) -> Any:
    found = panel.view.itemDelegate().editor  # type: ignore[attr-defined]
    assert found is not None
    return found


def line(panel: TablePanel) -> QLineEdit:
    return editor(panel).focusProxy()


def is_editing(panel: TablePanel) -> bool:
    return panel.view.itemDelegate().editor is not None  # type: ignore[attr-defined]


def clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def dialog(panel: TablePanel) -> PasteDialog:
    [found] = panel.window().findChildren(PasteDialog)
    return found


def count(panel: TablePanel) -> str:
    return panel.head.text


# Editing in place


def test_f2_edits_and_enter_takes(people: TablePanel, document: Document, named: Named, qtbot: QtBot) -> None:
    ernst = named(Person, "Ernst").id
    go(people, ernst, "occupation")
    people.edit_current()
    qtbot.keyClick(line(people), Key.Key_A, Control)
    qtbot.keyClicks(line(people), "producer")
    qtbot.keyClick(line(people), Key.Key_Return)
    assert document.book[ernst].occupation == "producer"  # type: ignore[attr-defined]
    assert not is_editing(people)
    document.undo()
    assert document.book[ernst].occupation != "producer"  # type: ignore[attr-defined]


def test_typing_begins_to_edit_and_tab_goes_on(
    people: TablePanel, document: Document, named: Named, qtbot: QtBot
) -> None:
    laika = named(Person, "Laika").id
    go(people, laika, "nationality")
    qtbot.keyClick(people.view, "S")
    qtbot.keyClicks(line(people), "oviet")
    qtbot.keyClick(line(people), Key.Key_Tab)
    assert document.book[laika].nationality == "Soviet"  # type: ignore[attr-defined]
    assert people.view.currentIndex().column() == place(people, "occupation")
    assert is_editing(people)


def test_what_cannot_be_stays_open_with_the_sentence(
    people: TablePanel, document: Document, named: Named, qtbot: QtBot
) -> None:
    peresild = named(Person, "Peresild").id
    said = QSignalSpy(people.said)
    go(people, peresild, "age")
    people.edit_current()
    line(people).selectAll()
    qtbot.keyClicks(line(people), "old")
    qtbot.keyClick(line(people), Key.Key_Return)
    assert said.at(0)[0] == "Age must be a whole number, not “old”."
    assert line(people).text() == "old"
    assert not document.history.undoable
    go(people, named(Person, "Laika").id, "age")  # elsewhere: the typing is not lost
    assert line(people).text() == "old"
    line(people).selectAll()
    qtbot.keyClicks(line(people), "38")
    qtbot.keyClick(line(people), Key.Key_Return)
    assert document.book[peresild].age == 38  # type: ignore[attr-defined]
    assert not is_editing(people)


def test_a_name_cannot_be_emptied(people: TablePanel, document: Document, qtbot: QtBot) -> None:
    said = QSignalSpy(people.said)
    go(people, people.table.id_at(0), "name")
    people.edit_current()
    line(people).selectAll()
    qtbot.keyClick(line(people), Key.Key_Delete)
    qtbot.keyClick(line(people), Key.Key_Return)
    assert said.at(0)[0] == "Name must not be empty."
    qtbot.keyClick(line(people), Key.Key_Escape)
    assert not is_editing(people)
    assert not document.history.undoable


def test_an_editor_left_as_it_was_writes_nothing(made: Made, document: Document, qtbot: QtBot) -> None:
    sources = made("sources")
    article = document.book.of(Source)[0]
    sources.columns.show(place(sources, "text"), True)
    go(sources, article.id, "text")
    sources.edit_current()
    qtbot.keyClick(editor(sources).focusProxy(), Key.Key_Return)
    assert not is_editing(sources)
    assert document.book[article.id] == article


def test_ctrl_enter_fills_all_selected_cells_in_one_step(people: TablePanel, document: Document, qtbot: QtBot) -> None:
    ids = [people.table.id_at(row) for row in (0, 2, 5)]
    before = [document.book[id] for id in ids]
    select(people, ids, "nationality")
    qtbot.keyClick(people.view, "X")
    qtbot.keyClicks(line(people), "y")
    qtbot.keyClick(line(people), Key.Key_Return, Control)
    assert [document.book[id].nationality for id in ids] == ["Xy"] * 3  # type: ignore[attr-defined]
    assert len(document.history.undoable) == 1
    document.undo()
    assert [document.book[id] for id in ids] == before


def test_links_are_typed_by_name_one_after_the_other(
    made: Made, document: Document, named: Named, qtbot: QtBot
) -> None:
    events = made("events")
    docking = named(Event, "Docking")
    go(events, docking.id, "people")
    events.edit_current()
    qtbot.keyClicks(line(events), "Oleg Novitsky")
    qtbot.keyClick(line(events), Key.Key_Return)
    assert is_editing(events)
    qtbot.keyClick(line(events), Key.Key_Return)
    assert not is_editing(events)
    assert document.book[docking.id].people == (*docking.people, named(Person, "Novitsky").id)  # type: ignore[attr-defined]


def test_a_missing_record_is_made_on_the_spot_in_the_same_step(
    people: TablePanel, document: Document, named: Named, qtbot: QtBot
) -> None:
    laika = named(Person, "Laika")
    go(people, laika.id, "organisation")
    people.edit_current()
    editor(people).line.wanted.emit("Institute of Aviation Medicine")
    qtbot.keyClick(line(people), Key.Key_Return)
    made = document.book[laika.id].organisation  # type: ignore[attr-defined]
    assert document.book.name(made) == "Institute of Aviation Medicine"
    assert len(document.history.undoable) == 1
    document.undo()
    assert made not in document.book
    assert document.book[laika.id] == laika


def test_what_is_derived_says_so(made: Made) -> None:
    crew = made("crew")
    said = QSignalSpy(crew.said)
    go(crew, crew.table.id_at(0), "up_at")
    crew.edit_current()
    assert said.at(0)[0] == "“Arrived” follows from other records and cannot be typed."
    assert not is_editing(crew)


def test_nothing_is_edited_when_reading_only(path: Any, selection: Selection, settings: Settings, qtbot: QtBot) -> None:
    document = Document(Store.open(path, read_only=True))
    panel = TablePanel(document, LISTINGS["people"], selection, settings)
    qtbot.addWidget(panel)
    said = QSignalSpy(panel.said)
    go(panel, panel.table.id_at(0), "age")
    qtbot.keyClick(panel.view, "1")
    assert not is_editing(panel)
    panel.delete_selected()
    clip("5")
    panel.paste()
    assert said.count() == 2
    assert not document.history.undoable
    document.close()


# Filter, sort, columns


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
    panel._empty.show_new("crew", "Person", read_only=False)
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


# Copy, paste, empty, delete


def test_copy_gives_text_and_a_table(people: TablePanel, named: Named, qtbot: QtBot) -> None:
    go(people, named(Person, "Peresild").id, "name")
    qtbot.keyClick(people.view, Key.Key_Space, Shift)
    for name in ("aliases", "nature", "organisation", "position", "birth_date", "claims"):
        people.columns.show(place(people, name), False)
    qtbot.keyClick(people.view, Key.Key_C, Control | Alt)
    data = QGuiApplication.clipboard().mimeData()
    assert data.text() == "Name\tNationality\tOccupation\tAge\nYulia Peresild\tRussian\tactress\t37"
    assert "<th>Name</th>" in data.html()
    assert "<td>Yulia Peresild</td>" in data.html()


@pytest.mark.parametrize("name", list(LISTINGS))
def test_what_is_copied_pastes_back_as_no_change(made: Made, document: Document, name: str) -> None:
    panel = made(name)
    for column in range(panel.table.columnCount()):
        panel.columns.show(column, True)
    panel.view.selectAll()
    panel.copy()
    said = QSignalSpy(panel.said)
    panel.view.go(0, 0)
    panel.paste()
    assert said.at(0)[0] == "Nothing would change: the cells hold this already."
    assert not document.history.undoable


def test_a_block_is_previewed_and_is_one_step(people: TablePanel, document: Document, named: Named) -> None:
    first, second = people.table.id_at(0), people.table.id_at(1)
    before = document.book[first], document.book[second]
    go(people, first, "nationality")
    clip('Estonian\t"pilot\nand poet"\r\nRussian\tactor\r\n')
    people.paste()
    preview = dialog(people)
    model = preview._view.model()
    shown = [[model.index(row, column).data() for column in range(4)] for row in range(model.rowCount())]
    assert [document.book[first], document.book[second]] == list(before)
    assert shown[0] == ["Anton Shkaplerov", "Nationality", "Russian", "Estonian"]
    assert shown[1][3] == "pilot and poet"
    preview.apply.click()
    assert document.book[first].occupation == "pilot and poet"  # type: ignore[attr-defined]
    assert document.book[second].occupation == "actor"  # type: ignore[attr-defined]
    assert len(document.history.undoable) == 1
    document.undo()
    assert (document.book[first], document.book[second]) == before


def test_what_is_wrong_must_be_left_out_by_choice(people: TablePanel, document: Document) -> None:
    id = people.table.id_at(0)
    go(people, id, "occupation")
    people.columns.show(place(people, "organisation"), False)
    people.columns.show(place(people, "position"), False)
    clip("engineer\told")
    people.paste()
    preview = dialog(people)
    assert not preview.apply.isEnabled()
    model = preview._view.model()
    assert model.index(1, 4).data() == "Age must be a whole number, not “old”."
    preview.skip.click()
    preview.apply.click()
    assert document.book[id].occupation == "engineer"  # type: ignore[attr-defined]
    assert document.book[id].age == 49  # type: ignore[attr-defined]


def test_lines_below_the_last_become_new_records(people: TablePanel, document: Document) -> None:
    total = people.table.rowCount()
    people.view.go(total - 1, 0)
    last = people.table.id_at(total - 1)
    clip(f"{document.book.name(last)}\nMatthias Maurer\nRaja Chari\n")
    people.paste()
    assert [cell.is_new for cell in dialog(people).plan.cells] == [True, True]
    dialog(people).apply.click()
    assert people.table.rowCount() == total + 2
    document.undo()
    assert people.table.rowCount() == total


def test_heads_say_which_columns_are_meant(people: TablePanel, document: Document) -> None:
    id = people.table.id_at(0)
    go(people, id, "name")
    clip("Age\tNationality\n50\tSoviet\n")
    people.paste()
    dialog(people).apply.click()
    assert (document.book[id].age, document.book[id].nationality) == (50, "Soviet")  # type: ignore[attr-defined]


def test_one_copied_cell_fills_all_selected_ones(people: TablePanel, document: Document) -> None:
    ids = [people.table.id_at(row) for row in (0, 1, 2)]
    select(people, ids, "known_for")
    people.columns.show(place(people, "known_for"), True)
    clip("flying")
    people.paste()
    dialog(people).apply.click()
    assert [document.book[id].known_for for id in ids] == ["flying"] * 3  # type: ignore[attr-defined]
    assert len(document.history.undoable) == 1


def test_a_single_cell_is_pasted_at_once_or_refused(people: TablePanel, document: Document) -> None:
    said = QSignalSpy(people.said)
    go(people, people.table.id_at(0), "age")
    clip("50")
    people.paste()
    clip("fifty")
    people.paste()
    assert [said.at(n)[0] for n in range(2)] == ["Pasted 1 cell.", "Age must be a whole number, not “fifty”."]
    assert people.table.row(0).record.age == 50  # type: ignore[attr-defined]


def test_a_grid_wider_than_the_table_is_refused(people: TablePanel) -> None:
    said = QSignalSpy(people.said)
    people.view.go(0, people.columns.shown()[-1])
    clip("1\t2")
    people.paste()
    assert "2 columns wide" in said.at(0)[0]


def test_delete_empties_cells_in_one_step(people: TablePanel, document: Document, qtbot: QtBot) -> None:
    ids = [people.table.id_at(row) for row in (0, 1)]
    before = [document.book[id] for id in ids]
    select(people, ids, "age")
    qtbot.keyClick(people.view, Key.Key_Delete)
    assert [document.book[id].age for id in ids] == [None, None]  # type: ignore[attr-defined]
    document.undo()
    assert [document.book[id] for id in ids] == before


def test_deleting_records_offers_undo_and_asks_nothing(
    people: TablePanel, document: Document, selection: Selection, named: Named
) -> None:
    before = set(document.book)
    offered = QSignalSpy(people.undo_offered)
    peresild = named(Person, "Peresild").id
    row = people.table.row_of(peresild)
    go(people, peresild, "name")
    people.delete_selected()
    gone = len(before) - len(document.book)
    assert offered.at(0)[0] == f"Deleted “Yulia Peresild”, with {gone - 1} that hang on it."
    assert not [leg for leg in document.book.of(Leg) if leg.person == peresild]
    assert selection.current == people.table.id_at(people.view.currentIndex().row())
    assert abs(people.view.currentIndex().row() - row) <= 1
    document.undo()
    assert set(document.book) == before


# Find, selection


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
