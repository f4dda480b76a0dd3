"""Every model there is, under Qt's tester in its fatal mode, while somebody edits, filters, sorts and undoes."""

from collections import Counter

from PySide6.QtCore import Qt

from tests.desktop.person import Person as Someone
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Event, Person, Place
from tracker.widgets.tables.chooser import ColumnChooser


def kinds(person: Someone) -> Counter[str]:
    return Counter(model.metaObject().className() for model in person.watched)


def test_every_model_keeps_the_rules(person: Someone) -> None:
    for name in LISTINGS:
        panel = person.look_at(name)
        person.watch_models()
        panel.view.go(0, panel.columns.shown()[0])
        for column in range(len(panel.table.listing.columns)):
            panel.columns.click(column, column % 2 == 1)
        for text in ("s", "so", "s", ""):
            panel.head.filter.setText(text)
    for record in (*person.book.of(Person)[:3], person.book.of(Event)[0], person.book.of(Place)[0]):
        person.work.selection.select(record.id)
        person.work.inspector.tabs.setCurrentWidget(person.work.inspector.history)
        person.watch_models()
        person.type_over("name", "Another name")
        person.press("save")
        person.work.inspector.tabs.setCurrentWidget(person.work.inspector.sources)
    for __ in range(5):
        person.press("undo")
    for __ in range(5):
        person.press("redo")
    assert kinds(person)["RecordTable"] == len(LISTINGS)
    assert kinds(person)["QListModel"] >= 2  # the claims and the history
    assert kinds(person)["QCompletionModel"] >= 3
    assert kinds(person)["QStandardItemModel"] >= 3


def test_the_chooser_of_columns_keeps_them_too(person: Someone) -> None:
    panel = person.look_at("events")
    person.press("columns")
    [chooser] = person.window.findChildren(ColumnChooser)
    person.watch_models()
    shown = panel.columns.shown()
    chooser.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert len(panel.columns.shown()) == len(shown) - 1
    for move in (chooser.move_down, chooser.move_down, chooser.move_up):
        move()
    chooser._reset.click()
    assert panel.columns.shown() == shown
    assert chooser.list.model() in person.watched
    person.watched.clear()  # the dialog takes its model along, and a tester asks it to the last
    chooser.reject()
