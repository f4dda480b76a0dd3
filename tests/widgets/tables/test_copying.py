"""Copy, paste, empty and delete: a block is one step, and what is wrong is left out by choice only."""

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QSignalSpy
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import Alt, Control, Key, Made, Named, Shift, clip, dialog, go, place, select
from tracker.document import Document
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Leg, Person
from tracker.models.selection import Selection
from tracker.widgets.tables.panel import TablePanel


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
