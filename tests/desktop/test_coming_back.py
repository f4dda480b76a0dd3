"""What is there again at the next start: typing that a crash cut off, and the window as it was left."""

from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QLineEdit, QPushButton

from tests.desktop.person import Person as Someone
from tests.desktop.person import rows_of
from tracker.domain.records import Event, Person


def crash(person: Someone) -> None:
    """The process is gone: nothing is closed, nothing kept, nothing said goodbye to."""
    person.qtbot.waitUntil(lambda: bool(person.work.document.drafts()))
    person.work.document.close()
    person.work.deleteLater()
    person.window.work = None


def message(person: Someone, button: str) -> QPushButton:
    [found] = [one for one in person.work.message.findChildren(QPushButton) if one.text() == button]
    return found


def test_typing_survives_a_crash(opened: Any, path: Path) -> None:
    at_start = rows_of(path)
    person = opened()
    ernst = person.record(Person, "Ernst").id
    person.work.selection.select(ernst)
    person.type_over("native_name", "Константин Эрнст")
    person.type_over("age", "sixty")
    crash(person)
    assert rows_of(path) == at_start

    again = opened()
    assert "1 form was left with unsaved changes" in again.work.message.text
    message(again, "Show").click()
    assert again.shown == ernst
    assert again.form.rows["native_name"].editor.value() == "Константин Эрнст"
    assert again.form.rows["age"].editor.problem()
    assert not again.work.inspector.panel.can_save
    again.type_over("age", "60")
    again.press("save")
    assert (again.book[ernst].native_name, again.book[ernst].age) == ("Константин Эрнст", 60)
    again.close()
    assert opened().work.message.text == ""


def test_a_new_record_survives_a_crash(opened: Any, path: Path) -> None:
    person = opened()
    person.look_at("people")
    person.press("new")
    person.type_over("name", "Pyotr Dubrov")
    crash(person)
    again = opened()
    assert not any(one.name == "Pyotr Dubrov" for one in again.book.of(Person))
    message(again, "Show").click()
    again.press("save")
    assert again.record(Person, "Dubrov").id == again.shown
    assert again.work.document.drafts() == []


def test_closing_with_unsaved_typing_keeps_it(opened: Any) -> None:
    """At once, without waiting for the pause after the last key."""
    person = opened()
    person.work.selection.select(person.record(Person, "Ernst").id)
    person.type_over("occupation", "producer")
    person.close()
    again = opened()
    message(again, "Show").click()
    assert again.form.rows["occupation"].editor.value() == "producer"


def test_the_window_is_as_it_was_left(opened: Any) -> None:
    person = opened()
    person.window.showNormal()
    person.window.resize(800, 700)  # the screen of the tests is 800 by 800
    panel = person.look_at("events")
    columns = panel.columns.in_order()
    panel.columns.place([columns[1], columns[0], *columns[2:]])
    panel.columns.show(columns[2], False)
    panel.view.setColumnWidth(columns[0], 333)
    panel.columns.click(columns[1], False)
    person.work._rows.setSizes([200, 400])
    person.work._columns.setSizes([440, 360])
    person.work.timeline.head.views.setCurrentIndex(2)
    left = panel.columns.in_order(), panel.columns.shown(), panel.table.order
    sizes = person.work._rows.sizes(), person.work._columns.sizes()
    person.close()

    again = opened()
    assert again.window.size().toTuple() == (800, 700)
    assert again.panel.table.listing.name == "events"
    assert (again.panel.columns.in_order(), again.panel.columns.shown(), again.panel.table.order) == left
    assert again.panel.view.columnWidth(columns[0]) == 333
    for now, then in zip((again.work._rows.sizes(), again.work._columns.sizes()), sizes, strict=True):
        assert all(abs(a - b) <= 2 for a, b in zip(now, then, strict=True))
    assert again.work.timeline.view_name == "vessel"


@pytest.mark.parametrize("zone", ["Europe/Moscow", "America/Chicago"])
def test_the_zone_is_kept_and_shown_everywhere(zone: str, opened: Any) -> None:
    person = opened()
    [choice] = [one for one in person.window.menu._zones.actions() if one.data() == zone]
    choice.trigger()
    person.close()
    again = opened()
    docking = next(event for event in again.book.of(Event) if event.type == "docking")
    again.work.selection.select(docking.id)
    clock = {"Europe/Moscow": "15:22", "America/Chicago": "07:22"}[zone]
    column = [one.name for one in again.panel.table.listing.columns].index("actual")
    assert clock in again.panel.table.index(again.panel.view.currentIndex().row(), column).data()
    line: QLineEdit = again.form.rows["actual"].editor.line
    assert clock in line.text()
    assert str(again.work.timeline.view.plan.zone) == zone


def test_a_store_to_look_at_offers_no_typing(opened: Any, path: Path) -> None:
    before = path.read_bytes()
    person = opened(read_only=True)
    for kind in (Person, Event):
        person.work.selection.select(person.book.of(kind)[0].id)
        for row in person.form.rows.values():
            control: Any = row.editor.focusProxy() or row.editor
            can_type = getattr(control, "isReadOnly", lambda: False)() is False
            assert not (can_type and control.isEnabled() and control.isVisible()), row.field.name
    person.close()
    assert path.read_bytes() == before
