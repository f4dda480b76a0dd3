"""The preferences: applied at once, kept, and the same choice wherever it is offered."""

import getpass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton

from tests.desktop.person import Person as Someone
from tracker.domain.records import Event
from tracker.settings import Settings
from tracker.widgets.parts import style
from tracker.widgets.preferences.choices import preferences
from tracker.widgets.preferences.dialog import PreferencesDialog


def opened_by(person: Someone) -> PreferencesDialog:
    person.press("preferences")
    [dialog] = person.window.findChildren(PreferencesDialog)
    person.qtbot.waitUntil(dialog.isVisible)
    return dialog


def control(dialog: PreferencesDialog, name: str) -> Any:
    return dialog.fields[name].control


def choose(dialog: PreferencesDialog, name: str, value: str) -> None:
    box: QComboBox = control(dialog, name)
    box.setCurrentIndex(box.findData(value))


def test_times_are_shown_otherwise_at_once_everywhere(person: Someone) -> None:
    docking = next(event for event in person.book.of(Event) if event.type == "docking")
    person.work.selection.select(docking.id)
    dialog = opened_by(person)
    control(dialog, "zone").setEditText("Asia/Tokyo")
    choose(dialog, "date_style", "iso")
    column = [one.name for one in person.panel.table.listing.columns].index("actual")
    cell = person.panel.table.index(person.panel.view.currentIndex().row(), column)
    assert cell.data() == "2021-10-05 21:22 Tokyo (UTC+9)"
    editor: Any = person.form.rows["actual"].editor
    assert editor.line.text().startswith("2021-10-05 21:22")
    timeline = person.work.timeline
    person.qtbot.waitUntil(lambda: str(timeline.view.plan.zone) == "Asia/Tokyo")
    assert not any(action.isChecked() for action in person.window.menu._zones.actions()), "the menu has no Tokyo"


def test_half_a_zone_is_marked_and_not_taken(person: Someone) -> None:
    dialog = opened_by(person)
    control(dialog, "zone").setEditText("Asia/Tok")
    assert control(dialog, "zone").lineEdit().property("wrong")
    assert person.window.settings.zone == "UTC"


def test_menu_and_dialog_are_one_choice(person: Someone) -> None:
    dialog = opened_by(person)
    choose(dialog, "theme", "dark")
    assert style.current().is_dark
    assert [action.data() for action in person.window.menu._themes.actions() if action.isChecked()] == ["dark"]
    motion: QCheckBox = control(dialog, "timeline/motion")
    motion.setChecked(False)
    [switch] = [one for one in person.window.findChildren(QAction) if one.data() == "timeline/motion"]
    assert not switch.isChecked()


def test_the_name_is_in_the_log_from_now_on(person: Someone) -> None:
    dialog = opened_by(person)
    line: QLineEdit = control(dialog, "author")
    assert line.text() == getpass.getuser()
    line.setText("Ada Lovelace")
    person.press("new")
    person.form.rows["name"].editor.set_typed("Somebody")
    person.press("save")
    assert person.work.document.history_of(person.shown)[-1].edit.author == "Ada Lovelace"
    line.setText("")
    assert person.work.document.author == getpass.getuser()


def test_what_was_chosen_is_there_again(opened: Any, tmp_path: Path) -> None:
    person = opened()
    dialog = opened_by(person)
    choose(dialog, "date_style", "month")
    control(dialog, "backup_folder").setText(str(tmp_path / "copies"))
    control(dialog, "timeline/motion").setChecked(False)
    person.close()
    again = opened_by(opened())
    assert again.fields["date_style"].value() == "month"
    assert control(again, "backup_folder").text() == str(tmp_path / "copies")
    assert not control(again, "timeline/motion").isChecked()
    assert Settings().backup_folder == str(tmp_path / "copies")


def test_a_folder_that_cannot_be_one_is_marked(person: Someone, path: Path) -> None:
    dialog = opened_by(person)
    for wrong in (str(path), "somewhere"):
        control(dialog, "backup_folder").setText(wrong)
        assert control(dialog, "backup_folder").property("wrong")
        assert person.window.settings.backup_folder == ""


def test_every_preference_has_its_key_its_name_and_its_words(person: Someone) -> None:
    dialog = opened_by(person)
    labels = [label.text() for label in dialog.findChildren(QLabel)]
    marked = [one.option.label for one in preferences()] + [b.text() for b in dialog.findChildren(QPushButton)]
    letters = [text[text.index("&") + 1].lower() for text in marked if "&" in text]
    assert len(letters) == len(set(letters))
    for one in preferences():
        field = dialog.fields[one.option.name]
        assert one.option.label in labels or isinstance(field.control, QCheckBox)
        assert field.control.accessibleName()
        assert field.control.toolTip()
        assert field.control.focusPolicy() & Qt.FocusPolicy.TabFocus
