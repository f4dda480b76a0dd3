"""Where Tab and F6 go in the window, whose tables and forms are made one after the other as they are looked at."""

from itertools import groupby

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.person import Person as Someone
from tracker.domain.records import Event, Person

TAB, BACK = Qt.Key.Key_Tab, Qt.Key.Key_Backtab


def around(person: Someone, first: QWidget, key: Qt.Key = TAB) -> list[QWidget]:
    """Where the keys are from a widget on, until they are there again."""
    first.setFocus()
    been = [first]
    while True:
        person.qtbot.keyClick(been[-1], key)
        QApplication.processEvents()
        now = QApplication.focusWidget()
        assert now is not None
        if now is first:
            return been
        assert now not in been, f"from {been[-1]} for ever around to {now}"
        been.append(now)


def look_at(person: Someone, words: str = "Docking of Soyuz MS-19") -> None:
    person.work.selection.select(person.record(Event, words).id)
    QApplication.processEvents()  # the table of its kind is made now


def test_from_the_fields_of_a_form_to_the_bar_below_them(person: Someone) -> None:
    panel = person.work.inspector.panel
    for record in (person.record(Person, "Yulia Peresild"), person.record(Event, "Docking of Soyuz MS-19")):
        person.work.selection.select(record.id)
        QApplication.processEvents()
        person.type_over("name", "Somebody else")  # now there is something to save
        stops = around(person, person.panel.view)
        own = [stop for stop in stops if panel.form.isAncestorOf(stop)]
        assert len(own) > 5
        assert stops[stops.index(own[-1]) + 1 :][:2] == [panel.bar.revert, panel.bar.save]


def test_from_the_timeline_down_to_the_tables_and_then_to_the_form(person: Someone) -> None:
    work = person.work
    person.look_at("legs")  # a table that is made now
    look_at(person)
    work.timeline.toggle_list()
    stops = around(person, work.timeline.head.views)
    parts = (work.timeline, work.tables, work.inspector)
    assert [part for part, _stops in groupby(stops, lambda one: part_of(one, parts))] == list(parts)
    assert stops.index(work.timeline.view.canvas) < stops.index(work.timeline.beside.list.lines)
    assert person.panel.view in stops


def part_of(one: QWidget, parts: tuple[QWidget, ...]) -> QWidget:
    return next(part for part in parts if part.isAncestorOf(one))


def test_the_way_back_is_the_same(person: Someone) -> None:
    look_at(person)
    first = person.work.timeline.head.views
    forth, back = around(person, first), around(person, first, BACK)
    assert back[1:] == forth[1:][::-1]


def test_the_first_tab_goes_to_the_top(person: Someone) -> None:
    person.qtbot.keyClick(person.window, TAB)
    assert person.work.timeline.head.views.hasFocus()


def test_f6_goes_from_part_to_part(person: Someone) -> None:
    look_at(person)
    work = person.work
    first = [work.timeline.view.canvas, person.panel.view, person.form.rows["name"].editor.focusProxy()]
    work.tables.tabBar().setFocus()
    person.press("previous_part")
    assert first[0].hasFocus()
    for place in (1, 2, 0, 1):
        person.press("next_part")
        assert first[place].hasFocus()
    work.message.say("Something happened", "Undo", bool)
    first[0].setFocus()
    person.press("previous_part")
    assert work.message.isAncestorOf(QApplication.focusWidget())


def test_f6_passes_over_a_form_without_a_record(person: Someone) -> None:
    person.press("next_part")
    assert person.work.timeline.view.canvas.hasFocus()
    person.press("previous_part")
    assert person.panel.view.hasFocus()


def test_what_is_hidden_passes_the_keys_on_from_where_it_was(person: Someone) -> None:
    head = person.panel.head
    head.filter.setFocus()
    head.filter.hide()
    assert head.columns.hasFocus()
