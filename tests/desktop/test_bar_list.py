"""The list beside the timeline: the same bars in the same order in the same words, and the same selection."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from tests.desktop.conftest import Opened
from tests.desktop.person import Person as Someone
from tracker.domain.records import Event, Person


def shown(person: Someone) -> Any:
    """The list, once it has been asked for."""
    person.press("list_bars")
    assert person.work.timeline.listed.isChecked()
    return person.work.timeline.beside.list


def spoken(person: Someone) -> list[str]:
    """What a screen reader finds in the timeline."""
    whole = QAccessible.queryAccessibleInterface(person.work.timeline.view.canvas)
    return [whole.child(place).text(QAccessible.Text.Name) for place in range(whole.childCount())]


def test_it_shows_what_a_screen_reader_is_told(person: Someone) -> None:
    listed = shown(person)
    assert len(listed.texts) > 20
    assert listed.texts == spoken(person)
    assert any("Docking of Soyuz MS-19 with the ISS, lane Soyuz MS-19, 5 Oct 2021" in text for text in listed.texts)


def test_it_follows_the_view(person: Someone) -> None:
    listed, view = shown(person), person.work.timeline.view
    before = listed.texts
    view.sight.fit_all()
    person.qtbot.waitUntil(lambda: listed.texts != before)
    assert listed.texts == spoken(person)
    assert set(listed.texts) - set(before)


def test_walking_through_it_selects(person: Someone) -> None:
    listed = shown(person)
    person.qtbot.keyClick(listed.lines, Qt.Key.Key_Down)
    person.qtbot.keyClick(listed.lines, Qt.Key.Key_Down)
    row = listed.lines.currentIndex().row()
    item = person.work.timeline.view.canvas.reader.items[row]
    assert item.key
    assert person.work.selection.current == person.marked == item.key
    person.qtbot.keyClick(listed.lines, Qt.Key.Key_End)
    assert listed.lines.currentIndex().row() == len(listed.texts) - 1
    assert person.work.selection.current == person.work.timeline.view.canvas.reader.items[-1].key


def test_what_is_selected_elsewhere_becomes_its_current_row(person: Someone) -> None:
    listed = shown(person)
    docking = person.record(Event, "Docking of Soyuz MS-19")
    person.work.selection.select(docking.id)
    person.qtbot.waitUntil(lambda: "Docking of Soyuz" in str(listed.lines.currentIndex().data()))
    somebody = person.record(Person, "Peresild")
    person.work.selection.select(somebody.id)
    reader = person.work.timeline.view.canvas.reader
    person.qtbot.waitUntil(lambda: reader.items[listed.lines.currentIndex().row()].index in reader.selected)
    assert person.work.selection.current == somebody.id  # and not the bar that stands for her


def test_it_is_there_again_the_next_time(person: Someone, opened: Opened) -> None:
    shown(person)
    person.close()
    again = opened()
    assert again.work.timeline.beside.list.isVisible()
    again.press("list_bars")
    assert not again.work.timeline.beside.list.isVisible()
    again.close()
    assert opened().work.timeline.beside.list is None


def test_return_leads_to_the_form(person: Someone) -> None:
    listed = shown(person)
    person.window.activateWindow()
    person.work.selection.select(person.record(Event, "Docking of Soyuz MS-19").id)
    person.qtbot.waitUntil(lambda: "Docking of Soyuz" in str(listed.lines.currentIndex().data()))
    person.qtbot.keyClick(listed.lines, Qt.Key.Key_Return)
    assert person.work.inspector.isAncestorOf(person.window.focusWidget())
