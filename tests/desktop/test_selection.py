"""One selection: a row, its bar and its form are always the same record, whichever of them was chosen."""

from typing import Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QPushButton

from tests.desktop.person import Person as Someone
from tracker.domain.listings import LISTINGS, rows
from tracker.domain.records import Event, Leg, Mission, Organisation, Person
from tracker.timeline.drawing import bars


def assert_all_show(person: Someone, id: str) -> None:
    assert (person.work.selection.current, person.current, person.shown, person.marked) == (id, id, id, id)
    name = person.book.name(id)
    assert person.work.inspector.heading.name.text() == name


def click_bar(person: Someone, id: str, *, twice: bool = False) -> None:
    """A real click in the middle of what is drawn for a record."""
    view = person.work.timeline.view
    view.select(id)  # brings it into view; says nothing to anybody
    frame = view.sight.frame
    spots = [bars.placed(frame, index) for index in frame.rows.of_key(id)]
    [rect] = [one.rect for one in spots if one is not None][:1]
    at = QPoint(round(rect.center().x()), round(rect.center().y()))
    press = person.qtbot.mouseDClick if twice else person.qtbot.mouseClick
    press(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)


def test_from_a_row(person: Someone) -> None:
    for listing in LISTINGS:
        panel = person.look_at(listing)
        last = panel.table.rowCount() - 1
        panel.view.go(last, panel.columns.shown()[0])
        assert_all_show(person, panel.table.id_at(last))
        assert person.work.tables.panel is panel


def test_from_a_bar(person: Someone) -> None:
    person.look_at("organisations")
    docking = next(event for event in person.book.of(Event) if event.type == "docking")
    click_bar(person, docking.id)
    assert person.panel.table.listing.name == "events"
    assert_all_show(person, docking.id)
    leg = next(leg for leg in person.book.of(Leg) if leg.direction == "up" and leg.departure)
    click_bar(person, leg.id)
    assert person.panel.table.listing.name == "legs"
    assert_all_show(person, leg.id)


def test_opening_a_bar_goes_into_its_form(person: Someone) -> None:
    docking = next(event for event in person.book.of(Event) if event.type == "docking")
    click_bar(person, docking.id, twice=True)
    assert_all_show(person, docking.id)
    assert person.form.isAncestorOf(person.window.focusWidget())


def test_from_the_form(person: Someone) -> None:
    """Following a link of the form goes to that record everywhere."""
    [mission] = person.book.of(Mission)
    person.look_at("missions")
    person.work.selection.select(mission.id)
    craft = mission.spacecraft[0]
    editor = person.form.rows["spacecraft"].editor
    [button] = [one for one in editor.findChildren(QPushButton) if person.book.name(craft) in one.accessibleName()]
    button.click()
    assert person.panel.table.listing.name == "spacecraft"
    assert_all_show(person, craft)


def test_a_tab_that_holds_the_record_shows_it_too(person: Someone) -> None:
    peresild = person.record(Person, "Peresild")
    person.look_at("people")
    person.work.selection.select(peresild.id)
    person.look_at("crew")
    assert_all_show(person, peresild.id)


def test_a_tab_without_the_record_keeps_the_selection(person: Someone) -> None:
    """Looking at another table is not choosing another record."""
    peresild = person.record(Person, "Peresild")
    person.work.selection.select(peresild.id)
    for listing in ("organisations", "sources", "people"):
        panel = person.look_at(listing)
        holds = peresild in rows(person.book, listing)
        assert panel.table.id_at(panel.view.currentIndex().row()) == (peresild.id if holds else "")
        assert (person.work.selection.current, person.shown, person.marked) == (peresild.id,) * 3


def test_a_filter_gives_way_to_the_record_chosen(person: Someone) -> None:
    panel = person.look_at("organisations")
    panel.head.filter.setText("nasa")
    hidden = next(one for one in person.book.of(Organisation) if panel.table.row_of(one.id) < 0)
    person.work.selection.select(hidden.id)
    assert_all_show(person, hidden.id)


def test_what_is_deleted_is_selected_nowhere(person: Someone) -> None:
    panel = person.look_at("people")
    gagarin = person.record(Person, "Gagarin")
    person.work.selection.select(gagarin.id)
    person.press("delete")
    assert gagarin.id not in person.book
    assert gagarin.id not in (person.work.selection.current, person.shown, person.current)
    person.press("undo")
    person.work.selection.select(gagarin.id)
    assert_all_show(person, gagarin.id)
    assert panel.table.row_of(gagarin.id) >= 0


def test_the_tabs_bars_and_views_agree_in_every_view(person: Someone) -> None:
    views: Any = person.work.timeline.head.views
    peresild = person.record(Person, "Peresild")
    person.work.selection.select(peresild.id)
    for number in range(views.count()):
        views.setCurrentIndex(number)
        assert_all_show(person, peresild.id)


def test_the_cursor_in_a_form_survives_records_of_other_kinds(person: Someone) -> None:
    """The cursor enters the next form before its sources are shown: that is told of a field they do not know."""
    for record in (person.record(Person, "Peresild"), person.book.of(Leg)[0], person.book.of(Event)[0]):
        person.work.selection.select(record.id)
        person.form.focus()
        person.qtbot.keyClick(person.window.focusWidget(), Qt.Key.Key_Tab)
    for record in (person.book.of(Leg)[0], person.record(Person, "Peresild")):
        person.work.selection.select(record.id)
        assert_all_show(person, record.id)
