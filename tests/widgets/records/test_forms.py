"""The forms: every record opens in its own, typing is saved as one edit, and what is wrong is said where it is."""

import dataclasses
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton, QComboBox, QLabel, QLineEdit, QMainWindow, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain import edits, edtf
from tracker.domain.fields import Type, fields_of
from tracker.domain.records import KINDS, Event, Leg, Person, Production, Record
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.editors.links import LinkEditor
from tracker.widgets.records.form import Form
from tracker.widgets.records.inspector import Inspector
from tracker.widgets.records.layouts import LAYOUTS

KIND_NAMES = list(KINDS)


def opened(inspector: Inspector, record: Record) -> Form:
    inspector._selection.select(record.id)
    form = inspector.panel.form
    assert form is not None
    assert form.stored.id == record.id
    return form


def typed(qtbot: QtBot, form: Form, name: str, text: str) -> None:
    """Types over what a field of one line holds."""
    line: Any = form.rows[name].editor
    line.line.setFocus()
    line.line.selectAll()
    qtbot.keyClicks(line.line, text)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_an_arrangement_holds_every_field_once(kind: str) -> None:
    placed = [name for section in LAYOUTS[kind] for name in section.names]
    assert sorted(placed) == sorted(field.name for field in fields_of(KINDS[kind]))


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_seeded_record_opens_unedited(kind: str, document: Document, inspector: Inspector) -> None:
    records = document.book.of(KINDS[kind])
    assert records
    for record in records:
        form = opened(inspector, record)
        assert (form.edited, form.problems(), form.record()) == ((), {}, record)


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_a_form_fits_a_narrow_panel(kind: str, document: Document, inspector: Inspector) -> None:
    inspector.resize(360, 620)
    form = opened(inspector, document.book.of(KINDS[kind])[0])
    assert form.minimumSizeHint().width() <= 350


def controls(widget: QWidget) -> Iterator[QWidget]:
    for control in widget.findChildren(QWidget):
        if isinstance(control, QAbstractButton | QLineEdit | QPlainTextEdit | QComboBox):
            is_inside = isinstance(control.parentWidget(), QComboBox) or control.objectName().startswith("qt_")
            if not is_inside:
                yield control


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_every_control_has_a_name_for_screen_readers(kind: str, document: Document, inspector: Inspector) -> None:
    opened(inspector, document.book.of(KINDS[kind])[-1])
    nameless = [
        control
        for control in controls(inspector)
        if not control.accessibleName() and not (isinstance(control, QAbstractButton) and control.text())
    ]
    assert not [control for control in nameless if control.isVisibleTo(inspector)]


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_the_tab_key_follows_the_eye(kind: str, document: Document, inspector: Inspector) -> None:
    form = opened(inspector, document.book.of(KINDS[kind])[0])
    order: list[str] = []
    current: QWidget | None = form.rows[LAYOUTS[kind][0].names[0]].mark
    for _step in range(400):
        row = form._row_of(current)
        if row is not None and (not order or order[-1] != row.field.name):
            order.append(row.field.name)
        current = current.nextInFocusChain() if current is not None else None
    seen = list(dict.fromkeys(order))
    assert seen == [name for section in LAYOUTS[kind] for name in section.names]


def test_typing_is_saved_as_one_edit_by_keyboard(
    path: Path, document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    landing = next(event for event in document.book.of(Event) if event.type == "landing")
    form = opened(inspector, landing)
    inspector.activateWindow()
    typed(qtbot, form, "planned", "2021-10-17 04:36")
    assert inspector.panel.bar.save.isEnabled()
    line: Any = form.rows["planned"].editor.focusProxy()
    qtbot.keyClick(line, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    with closing(Store.open(path)) as store:
        stored = next(record for record in store.records() if record.id == landing.id)
    assert edtf.write(stored.planned) == "2021-10-17T04:36Z"  # type: ignore[attr-defined]
    assert document.history.undoable[-1].text == f"Change Planned of “{landing.name}”"
    assert len(document.history.undoable) == 1
    assert not inspector.panel.bar.save.isEnabled()


@pytest.mark.parametrize("kind", KIND_NAMES)
def test_what_is_typed_into_a_form_is_in_the_store(
    kind: str, path: Path, document: Document, inspector: Inspector, qtbot: QtBot
) -> None:
    name = next(f.name for f in fields_of(KINDS[kind]) if f.type is Type.TEXT and f.name != "field")
    form = opened(inspector, document.book.of(KINDS[kind])[0])
    typed(qtbot, form, name, "Typed by hand")
    inspector.panel.bar.save.click()
    with closing(Store.open(path)) as store:
        stored = next(record for record in store.records() if record.id == form.stored.id)
    assert getattr(stored, name) == "Typed by hand"
    assert stored == dataclasses.replace(form.stored, **{name: "Typed by hand"})


def test_the_save_key_works_in_a_long_text_though_the_window_has_the_same(
    inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    window = QMainWindow()
    qtbot.addWidget(window)
    window.setCentralWidget(inspector)
    taken = QAction(window)
    taken.setShortcut("Ctrl+Return")
    window.addAction(taken)
    window.show()
    window.activateWindow()
    form = opened(inspector, named(Person, "Novitsky"))
    box: Any = form.rows["note"].editor.focusProxy()
    box.setFocus()
    box.selectAll()
    qtbot.keyClicks(box, "Flew twice")
    qtbot.keyClick(box, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert named(Person, "Novitsky").note == "Flew twice"
    window.takeCentralWidget()


def test_half_a_name_is_not_blamed_while_it_is_typed(inspector: Inspector, document: Document, qtbot: QtBot) -> None:
    form = opened(inspector, document.book.of(Leg)[0])
    inspector.activateWindow()
    typed(qtbot, form, "mission", "Soy")
    row = form.rows["mission"]
    assert row.problem_label.isHidden()
    assert not inspector.panel.can_save
    form.rows["role"].editor.focusProxy().setFocus()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: not row.problem_label.isHidden())


def test_a_name_is_blamed_when_the_line_is_left_for_its_own_buttons(
    inspector: Inspector, document: Document, qtbot: QtBot
) -> None:
    form = opened(inspector, document.book.of(Leg)[0])
    inspector.activateWindow()
    typed(qtbot, form, "mission", "Nobody")
    editor = form.rows["mission"].editor
    assert isinstance(editor, LinkEditor)
    editor.clear.setFocus()
    qtbot.waitUntil(lambda: not form.rows["mission"].problem_label.isHidden())


def test_what_is_wrong_turns_saving_off_and_says_why(inspector: Inspector, named: Any, qtbot: QtBot) -> None:
    form = opened(inspector, named(Person, "Novitsky"))
    assert not inspector.panel.bar.save.isEnabled()
    typed(qtbot, form, "age", "fifty")
    assert not inspector.panel.bar.save.isEnabled()
    assert "fifty" in inspector.panel.bar.text
    assert form.rows["age"].problem_label.text() == inspector.panel.bar.text
    assert not form.rows["age"].problem_label.isHidden()
    inspector.save()
    assert form.edited == ("age",)
    typed(qtbot, form, "age", "50")
    assert inspector.panel.bar.save.isEnabled()
    assert form.rows["age"].problem_label.isHidden()


def test_what_is_wrong_and_what_is_saved_is_said_aloud(
    inspector: Inspector, named: Any, qtbot: QtBot, aloud: list[str]
) -> None:
    form = opened(inspector, named(Event, "Docking of Soyuz MS-19"))
    typed(qtbot, form, "actual", "no time")
    assert not aloud, "not with each letter"
    form.focus("name")
    problem = form.rows["actual"].problem_label.text()
    assert aloud == [problem]
    typed(qtbot, form, "actual", "2021-10-05 12:23")
    form.focus("name")
    inspector.save()
    assert aloud == [problem, "All saved."]


def test_revert_brings_back_what_is_stored(inspector: Inspector, named: Any, qtbot: QtBot) -> None:
    person = named(Person, "Novitsky")
    form = opened(inspector, person)
    typed(qtbot, form, "name", "Somebody")
    inspector.panel.bar.revert.click()
    assert (form.record(), form.edited) == (person, ())


def test_a_new_record_is_added_and_selected(
    document: Document, inspector: Inspector, selection: Selection, qtbot: QtBot
) -> None:
    inspector.show_new("person")
    form = inspector.panel.form
    assert form is not None
    assert inspector.panel.bar.text == "Name must not be empty."
    assert form.rows["name"].problem_label.isHidden()
    typed(qtbot, form, "name", "Pyotr Dubrov")
    inspector.save()
    added = document.book[selection.current]
    assert isinstance(added, Person)
    assert (added.name, document.history.undoable[-1].text) == ("Pyotr Dubrov", "Add person “Pyotr Dubrov”")


def test_a_new_record_can_be_given_up(document: Document, inspector: Inspector, qtbot: QtBot) -> None:
    count = len(document.book)
    inspector.show_new("place")
    assert inspector.panel.form is not None
    typed(qtbot, inspector.panel.form, "name", "Nowhere")
    inspector.keep_draft()
    inspector.revert()
    assert (inspector.record, len(document.book), document.drafts()) == (None, count, [])


def test_a_record_begun_and_left_can_be_come_back_to(
    document: Document, inspector: Inspector, selection: Selection, named: Any, qtbot: QtBot
) -> None:
    inspector.show_new("person")
    assert inspector.panel.form is not None
    typed(qtbot, inspector.panel.form, "name", "Nora Nobody")
    opened(inspector, named(Person, "Novitsky"))
    assert inspector._back.text() == "← Back to the unsaved person “Nora Nobody”"
    inspector._back.click()
    assert inspector._back.isHidden()
    inspector.save()
    assert document.book.name(selection.current) == "Nora Nobody"
    opened(inspector, named(Person, "Novitsky"))
    assert inspector._back.isHidden()


def test_a_missing_record_is_saved_together_with_the_link(
    document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    leg = document.book.of(Leg)[0]
    form = opened(inspector, leg)
    typed(qtbot, form, "spacecraft", "Soyuz MS-18 bis")
    assert not inspector.panel.can_save
    form.rows["spacecraft"].editor.maker.click()  # type: ignore[attr-defined]
    inspector.save()
    made = named(KINDS["spacecraft"], "Soyuz MS-18 bis")
    assert document.book[leg.id].spacecraft == made.id  # type: ignore[attr-defined]
    assert len(document.history.undoable) == 1
    document.undo()
    assert made.id not in document.book
    assert document.book[leg.id] == leg


def test_undo_refreshes_the_form(document: Document, inspector: Inspector, named: Any, qtbot: QtBot) -> None:
    form = opened(inspector, named(Person, "Novitsky"))
    typed(qtbot, form, "occupation", "pilot")
    inspector.save()
    document.undo()
    assert form.rows["occupation"].editor.value() == named(Person, "Novitsky").occupation != "pilot"
    assert form.edited == ()


def test_edited_fields_stay_when_others_change_elsewhere(
    document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    person = named(Person, "Novitsky")
    form = opened(inspector, person)
    typed(qtbot, form, "occupation", "pilot")
    document.do(edits.change(document.book, dataclasses.replace(person, nationality="Belarusian")))
    assert form.rows["nationality"].editor.value() == "Belarusian"
    assert form.rows["occupation"].editor.value() == "pilot"
    inspector.save()
    saved = named(Person, "Novitsky")
    assert (saved.nationality, saved.occupation) == ("Belarusian", "pilot")


@pytest.mark.parametrize(("takes_theirs", "stored"), [(True, "test pilot"), (False, "pilot")])
def test_a_clash_with_another_window_shows_both_and_the_choice(
    takes_theirs: bool, stored: str, path: Path, document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    person = named(Person, "Novitsky")
    form = opened(inspector, person)
    typed(qtbot, form, "occupation", "pilot")
    other = Document(Store.open(path), author="Bob")
    other.do(edits.change(other.book, dataclasses.replace(person, occupation="test pilot")))
    other.close()
    inspector.save()
    row = form.rows["occupation"]
    assert row.is_clashing
    assert "test pilot" in row._other.text()
    assert row.editor.value() == "pilot"
    assert (inspector.panel.can_save, "meanwhile" in inspector.panel.bar.text) == (False, True)
    (row._take if takes_theirs else row._keep).click()
    assert not row.is_clashing
    inspector.save()
    assert (named(Person, "Novitsky").occupation, form.edited) == (stored, ())


def test_a_record_deleted_elsewhere_leaves_an_empty_panel(document: Document, inspector: Inspector, named: Any) -> None:
    person = named(Person, "Novitsky")
    opened(inspector, person)
    document.do(edits.remove(document.book, [person.id]))
    assert inspector.record is None


def test_nothing_is_read_as_html(document: Document, inspector: Inspector, named: Any) -> None:
    name = "<img src='x'> & <b>bold</b>"
    changed = dataclasses.replace(named(Person, "Novitsky"), name=name)
    document.do(edits.change(document.book, changed))
    production = document.book.of(Production)[0]
    for record in (changed, production):
        opened(inspector, record)
    opened(inspector, changed)
    showing = [label for label in inspector.findChildren(QLabel) if "<b>" in label.text()]
    assert showing
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in showing)


def test_a_store_for_reading_only_takes_no_typing(
    path: Path, settings: Settings, selection: Selection, qtbot: QtBot
) -> None:
    looking = Document(Store.open(path, read_only=True))
    inspector = Inspector(looking, selection, settings)
    qtbot.addWidget(inspector)
    inspector.show()
    for kind in KINDS.values():
        form = opened(inspector, looking.book.of(kind)[0])
        for name, row in form.rows.items():
            control = row.editor.focusProxy()
            assert control is not None
            assert not control.isEnabled() or control.isHidden() or control.property("readOnly"), name
    assert "reading only" in inspector.panel.bar.text
    looking.close()
