"""Editing in place: what is typed into a cell becomes one edit, and what cannot be stays open with a sentence."""

from typing import Any

from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QAbstractItemView
from pytestqt.qtbot import QtBot

from tests.widgets.tables.hands import Control, Key, Made, Named, clip, editor, go, is_editing, line, place, select
from tracker.document import Document
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event, Mission, Person, Source
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.tables.panel import TablePanel


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


def offered(panel: TablePanel) -> QAbstractItemView:
    """The list under the line of a link, which has the keys while it is there."""
    listed: QAbstractItemView = line(panel).popup.popup()  # type: ignore[attr-defined]
    assert listed.isVisible()
    return listed


def test_tab_in_the_list_of_names_takes_the_marked_one_and_goes_on(made: Made, named: Named, qtbot: QtBot) -> None:
    events = made("events")
    selection, mission = named(Event, "Novitsky’s tweet"), named(Mission, "Soyuz MS-19")
    go(events, selection.id, "mission")
    events.edit_current()
    qtbot.keyClicks(line(events), "soyuz")
    qtbot.keyClick(offered(events), Key.Key_Tab)
    assert events.table.document.book[selection.id].mission == mission.id  # type: ignore[attr-defined]
    assert events.view.currentIndex().column() == place(events, "planned")
    assert is_editing(events)


def test_tab_in_the_list_of_names_leaves_no_wrong_name_behind(made: Made, named: Named, qtbot: QtBot) -> None:
    events = made("events")
    go(events, named(Event, "Novitsky’s tweet").id, "mission")
    events.edit_current()
    qtbot.keyClicks(line(events), "sometime soon")
    qtbot.keyClick(offered(events), Key.Key_Tab)
    assert line(events).hasFocus(), "it is refused, and can be mended"
    assert events.view.itemDelegate().is_wrong  # type: ignore[attr-defined]
