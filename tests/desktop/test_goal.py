"""The way this is made for: correct a record, undo, close, reopen, redo, and take a picture of the timeline away."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from tests.desktop.person import Control, rows_of
from tracker.domain.records import Person
from tracker.widgets.export.dialog import ExportDialog


def test_from_a_correction_to_a_picture(opened: Any, path: Path, tmp_path: Path) -> None:
    at_start = rows_of(path)
    person = opened()
    person.work.selection.select(person.record(Person, "Novitsky").id)
    person.type_over("native_name", "Олег Новицкий")
    assert person.work.inspector.panel.bar.text == "Not saved yet."
    person.press("save")
    corrected = rows_of(path)
    assert corrected != at_start
    assert person.record(Person, "Novitsky").native_name == "Олег Новицкий"
    person.press("undo")
    assert rows_of(path) == at_start
    assert person.form.rows["native_name"].editor.value() == ""
    person.close()

    again = opened()
    assert "Redo: Change Native name of “Oleg Novitsky”" in again.window.menu.actions["redo"].text().replace("&", "")
    again.press("redo")
    assert rows_of(path) == corrected
    again.press("export")
    [dialog] = again.window.findChildren(ExportDialog)
    with again.qtbot.waitSignal(dialog.accepted):
        dialog.save(str(tmp_path / "flight.png"))
    picture = QImage(str(tmp_path / "flight.png"))
    assert picture.width() == 1600
    assert "flight.png" in again.work.message.text


def test_keys_alone_do_it_too(opened: Any, path: Path) -> None:
    """F2 into a cell, Enter to take it, Ctrl+Z from the table, Ctrl+Y; and Ctrl+Return from a row into its form."""
    at_start = rows_of(path)
    person = opened()
    panel = person.look_at("people")
    panel.view.setFocus()
    person.go(0, "occupation")
    assert person.type_in_cell("film actress")
    edited = rows_of(path)
    assert edited != at_start
    person.qtbot.keyClick(panel.view, Qt.Key.Key_Z, Control)
    assert rows_of(path) == at_start
    person.qtbot.keyClick(panel.view, Qt.Key.Key_Y, Control)
    assert rows_of(path) == edited
    person.qtbot.keyClick(panel.view, Qt.Key.Key_Return, Control)
    assert person.form.isAncestorOf(person.window.focusWidget())
    person.qtbot.keyClicks(person.window.focusWidget(), "Dr ")
    person.qtbot.keyClick(person.window.focusWidget(), Qt.Key.Key_Return, Control)
    assert person.book[person.shown].name.startswith("Dr ")


def test_the_picture_does_not_show_what_the_window_does(person: Any, tmp_path: Path) -> None:
    """Selection, zoom and the tab in view leave no trace in it."""
    pictures = []
    for name in ("one", "two"):
        person.press("export")
        dialog = person.window.findChildren(ExportDialog)[-1]
        with person.qtbot.waitSignal(dialog.accepted):
            dialog.save(str(tmp_path / f"{name}.png"))
        pictures.append((tmp_path / f"{name}.png").read_bytes())
        person.work.selection.select(person.record(Person, "Peresild").id)
        person.press("fit_selection")
        person.press("zoom_in")
    assert pictures[0] == pictures[1]
