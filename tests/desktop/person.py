"""What a person does in the window: looks at a record, types into its form or a cell, presses keys and actions."""

import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication, QCompleter, QWidget
from pytestqt.qtbot import QtBot

from tracker.desktop.window import Window
from tracker.domain.fields import Type
from tracker.domain.records import Record
from tracker.widgets.editors import Editor
from tracker.widgets.records.form import Form
from tracker.widgets.tables.panel import TablePanel
from tracker.widgets.tables.paste import PasteDialog

Control = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key
NOT_RECORDS = {"alembic_version", "change", "draft", "edit"}


class Person:
    """Somebody at work in a window. Qt's testers watch each model that they bring up, and abort on a fault."""

    def __init__(self, window: Window, qtbot: QtBot) -> None:
        self.window, self.qtbot = window, qtbot
        self.watched: dict[QAbstractItemModel, QAbstractItemModelTester] = {}

    @property
    def work(self) -> Any:
        assert self.window.work is not None
        return self.window.work

    @property
    def book(self) -> Any:
        return self.work.document.book

    @property
    def panel(self) -> TablePanel:
        """The table in view."""
        found: TablePanel = self.work.tables.panel
        return found

    @property
    def form(self) -> Form:
        """The form of the record shown."""
        found: Form = self.work.inspector.panel.form
        return found

    @property
    def shown(self) -> str:
        """The id of the record in the form; empty if there is none."""
        record = self.work.inspector.record
        return record.id if record is not None else ""

    @property
    def marked(self) -> str:
        """The id of the record that the timeline marks."""
        found: str = self.work.timeline.view.sight.selected
        return found

    @property
    def current(self) -> str:
        """The id of the record whose row is the current one."""
        return self.panel.table.id_at(self.panel.view.currentIndex().row())

    def record(self, kind: type[Record], words: str) -> Any:
        """The one record of a kind whose name holds some words."""
        [found] = [one for one in self.book.of(kind) if words in self.book.name(one.id)]
        return found

    def watch_models(self) -> None:
        """Puts Qt's tester on every model there is now: of tables, lists, combo boxes and completers."""
        for model in self.window.findChildren(QAbstractItemModel):
            if model not in self.watched:
                fatal = QAbstractItemModelTester.FailureReportingMode.Fatal
                self.watched[model] = QAbstractItemModelTester(model, fatal)

    def press(self, action: str) -> None:
        """An action of the menus, which must be on."""
        found = self.window.menu.actions[action]
        assert found.isEnabled(), action
        found.trigger()

    def look_at(self, listing: str) -> TablePanel:
        """Brings up the tab of a listing."""
        self.work.tables.setCurrentIndex(self.work.tables.names.index(listing))
        return self.panel

    def go(self, row: int, name: str) -> None:
        """Makes a cell of the table in view the current one, by the name of its column."""
        columns = [column.name for column in self.panel.table.listing.columns]
        self.panel.view.go(row, columns.index(name))

    def type_over(self, name: str, text: str) -> None:
        """Types over what a field of the form holds."""
        self.enter(self.form.rows[name].editor, text)

    def enter(self, editor: Editor, text: str) -> None:
        """Types a text into an editor, whatever it looks like, and leaves no list hanging over the window."""
        control: Any = editor.focusProxy() or editor
        control.setFocus()
        if editor.field.type is Type.CHOICE:
            control.setCurrentIndex(control.findData(text))
        elif editor.field.type is Type.FLAG:
            control.setChecked(text == "yes")
        elif editor.field.type is Type.ZONE:
            control.setEditText(text)
        else:
            control.selectAll()
            self.qtbot.keyClick(control, Key.Key_Delete)
            self.write(control, text)
        self._choose(editor, control)

    def write(self, control: QWidget, text: str) -> None:
        """By key; letters that Qt's simulated keyboard lacks come as an input method brings them."""
        if text.isascii():
            self.qtbot.keyClicks(control, text)
        else:
            typed = QInputMethodEvent()
            typed.setCommitString(text)
            QApplication.sendEvent(control, typed)

    def _choose(self, editor: Editor, control: QWidget) -> None:
        """Of a list that hangs under the line, what it offers first; one link needs none of it."""
        for completer in control.findChildren(QCompleter):
            listed = completer.popup()
            if listed is None or not listed.isVisible():
                continue
            if editor.field.is_many and listed.currentIndex().isValid():
                self.qtbot.keyClick(listed, Key.Key_Return)
            listed.hide()

    def type_in_cell(self, text: str, *, fill: bool = False) -> bool:
        """Types over the current cell and presses Enter; Escape if that is refused. Whether it was taken."""
        self.press("edit_cell")
        delegate: Any = self.panel.view.itemDelegate()
        editor = delegate.editor
        self.enter(editor, text)
        if delegate.editor is editor:
            self.qtbot.keyClick(
                editor.focusProxy() or editor, Key.Key_Return, Control if fill else Qt.KeyboardModifier.NoModifier
            )
        taken = delegate.editor is None
        delegate.close()
        return taken

    def paste(self, text: str, *, leave_out: bool = True) -> bool:
        """Pastes a text at the current cell; in the preview, leaves out what is wrong. Whether anything came of it."""
        before = len(self.work.document.history.undoable)
        QGuiApplication.clipboard().setText(text)
        self.press("paste")
        for dialog in filter(QWidget.isVisible, self.window.findChildren(PasteDialog)):
            self.watch_models()
            dialog.skip.setChecked(leave_out)
            dialog.accept() if dialog.apply.isEnabled() else dialog.reject()
        return len(self.work.document.history.undoable) > before

    def close(self) -> None:
        self.watched.clear()  # a tester asks questions of a model that is being destroyed, and crashes on it
        self.window.close()


def rows_of(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table of records, as the file holds it."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as store:
        tables = [name for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {
            name: sorted(store.execute(f'SELECT * FROM "{name}"'), key=repr)
            for name in tables
            if name not in NOT_RECORDS
        }
