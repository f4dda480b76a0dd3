"""From the window: an event drawn in a lane is there at once, its name is typed next; a bar is moved by keys alone."""

from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.desktop.person import Person
from tests.timeline.test_view import drag, mouse, release
from tracker.domain import edtf, records
from tracker.timeline.hands.mouse import NEW

Key, Held = Qt.Key, Qt.KeyboardModifier


def draw(person: Person) -> None:
    """Draws an event of about a day in the first lane that takes one, where it is empty."""
    view = person.work.timeline.view
    frame = view.sight.frame
    row = next(n for n in range(frame.rows.count) if frame.rows.plan.lanes[frame.rows.lane_of_row(n)].creates)
    y = frame.row_top(row) + frame.row_height / 2
    start = QPointF(frame.scale.right - 60, y)
    assert view.canvas.mouse.new_at(start)[0] is not None
    drag(view, start, 40, NEW)
    release(view, start + QPointF(40, 0))


def names(person: Person) -> set[str]:
    return {event.name for event in person.book.of(records.Event)}


def name_line(person: Person) -> QLineEdit:
    line = QApplication.focusWidget()
    assert isinstance(line, QLineEdit)
    return line


def test_an_event_is_drawn_named_and_kept_and_the_keys_go_back(person: Person) -> None:
    draw(person)
    assert "New event" in names(person)
    assert person.marked == person.shown != ""
    assert name_line(person).selectedText() == "New event"
    person.qtbot.keyClicks(name_line(person), "Hatch inspection")
    person.qtbot.keyClick(name_line(person), Key.Key_Return)
    assert "Hatch inspection" in names(person)
    assert person.work.timeline.view.canvas.hasFocus()
    person.press("undo")
    person.press("undo")
    assert names(person).isdisjoint({"Hatch inspection", "New event"})


def test_escape_takes_a_drawn_event_back_with_what_was_typed(person: Person) -> None:
    before = names(person)
    draw(person)
    person.qtbot.keyClicks(name_line(person), "Never mind")
    person.qtbot.keyClick(name_line(person), Key.Key_Escape)
    assert names(person) == before
    assert person.work.timeline.view.canvas.hasFocus()
    assert person.work.document.drafts() == []


def test_escape_leaves_a_form_and_what_was_typed_in_it_stays(person: Person) -> None:
    docking = person.record(records.Event, "Docking of Soyuz MS-19 with the ISS")
    canvas = person.work.timeline.view.canvas
    person.work.selection.select(docking.id)
    canvas.setFocus()
    person.qtbot.keyClick(canvas, Key.Key_Return)
    person.qtbot.keyClicks(name_line(person), "!")
    person.qtbot.keyClick(name_line(person), Key.Key_Escape)
    assert canvas.hasFocus()
    assert person.form.edited == ("name",)
    assert person.record(records.Event, docking.name) == docking


def test_a_bar_is_moved_by_keys_alone_each_time_one_step_to_undo(person: Person) -> None:
    docking = person.record(records.Event, "Docking of Soyuz MS-19 with the ISS")
    canvas = person.work.timeline.view.canvas
    person.work.selection.select(docking.id)
    canvas.setFocus()
    person.qtbot.keyClick(canvas, Key.Key_Right, Held.ShiftModifier)
    assert edtf.write(person.book[docking.id].actual) == "2021-10-05T12:23Z"
    person.qtbot.keyClick(canvas, Key.Key_M)
    person.qtbot.keyClicks(canvas.entry, "before: ")
    assert "needs an event" not in canvas.changing.problem
    canvas.entry.selectAll()
    person.qtbot.keyClicks(canvas.entry, "-2 d")
    person.qtbot.keyClick(canvas.entry, Key.Key_Return)
    assert edtf.write(person.book[docking.id].actual) == "2021-10-03T12:23Z"
    assert canvas.hasFocus()
    person.press("undo")
    person.press("undo")
    assert person.book[docking.id] == docking


def test_a_double_click_in_an_empty_place_of_a_stay_draws_nothing(person: Person) -> None:
    before, view = names(person), person.work.timeline.view
    person.work.timeline.show_view("crew")
    frame = view.sight.frame
    at = QPointF(frame.scale.right - 30, frame.row_top(1) + frame.row_height / 2)
    mouse(view, QEvent.Type.MouseButtonDblClick, at)
    assert names(person) == before
