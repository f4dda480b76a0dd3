"""Where Tab goes in the whole window, whose forms are made one after the other as records are looked at."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tests.desktop.person import Person as Someone
from tracker.domain.records import Event, Person


def test_from_the_fields_of_a_form_to_the_bar_below_them(person: Someone) -> None:
    panel = person.work.inspector.panel
    for record in (person.record(Person, "Yulia Peresild"), person.record(Event, "Docking of Soyuz MS-19")):
        person.work.selection.select(record.id)
        stops = stops_after(panel.bar.save, person.window)
        own = [panel.form.isAncestorOf(stop) for stop in stops]
        assert stops[-1] is panel.bar.revert
        assert sum(own) > 5
        assert all(own[-1 - sum(own) : -1])


def test_from_the_timeline_down_to_the_tables_and_then_to_the_form(person: Someone) -> None:
    work = person.work
    person.look_at("legs")  # a table that is made now
    work.selection.select(person.record(Event, "Docking of Soyuz MS-19").id)
    work.timeline.toggle_list()
    canvas, head = work.timeline.view.canvas, work.timeline.head
    stops = stops_after(head.views, person.window)
    parts = [next(p for p in (work.timeline, work.tables, work.inspector) if p.isAncestorOf(stop)) for stop in stops]
    assert [part for part, before in zip(parts, [None, *parts], strict=False) if part is not before] == [
        work.timeline,
        work.tables,
        work.inspector,
    ]
    assert stops.index(canvas) < stops.index(work.timeline.beside.list.lines)


def test_the_first_tab_goes_to_the_top(person: Someone) -> None:
    person.qtbot.keyClick(person.window, Qt.Key.Key_Tab)
    assert person.work.timeline.head.views.hasFocus()


def test_tab_goes_all_around_the_window_and_back_again(person: Someone) -> None:
    person.work.selection.select(person.record(Event, "Docking of Soyuz MS-19").id)
    for key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
        first = person.work.timeline.head.views
        first.setFocus()
        been = [first]
        while len(been) < 100 and (len(been) == 1 or been[-1] is not first):
            person.qtbot.keyClick(been[-1], key)
            been.append(QApplication.focusWidget())
        assert been[-1] is first
        assert len(set(been)) == len(been) - 1, "each is met once"
        for part in (person.work.timeline.view, person.work.tables.panel, person.form, person.work.inspector.sources):
            assert any(part.isAncestorOf(one) for one in been)


def stops_after(widget: QWidget, window: QWidget) -> list[QWidget]:
    """Where Tab stops on its way around, from a widget on; what is off counts as if it were on."""
    found: list[QWidget] = []
    at = widget.nextInFocusChain()
    while at is not None and at is not widget:
        if at.focusPolicy() & Qt.FocusPolicy.TabFocus and at.isVisibleTo(window) and at.focusProxy() is None:
            found.append(at)
        at = at.nextInFocusChain()
    return found
