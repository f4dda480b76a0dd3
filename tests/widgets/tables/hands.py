"""What a person does to a table: going to a cell, selecting, looking at what is open."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit

from tracker.widgets.tables.panel import TablePanel
from tracker.widgets.tables.paste import PasteDialog

Key = Qt.Key
Control, Shift, Alt = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)
Made = Callable[[str], TablePanel]
Named = Callable[[type, str], Any]


def place(panel: TablePanel, name: str) -> int:
    return [column.name for column in panel.table.listing.columns].index(name)


def go(panel: TablePanel, id: str, name: str) -> None:
    """Makes a cell the current and only selected one."""
    panel.view.go(panel.table.row_of(id), place(panel, name))


def select(panel: TablePanel, ids: list[str], name: str) -> None:
    go(panel, ids[0], name)
    flag = panel.view.selectionModel().SelectionFlag.Select
    for id in ids[1:]:
        panel.view.selectionModel().select(panel.table.index(panel.table.row_of(id), place(panel, name)), flag)


def editor(panel: TablePanel) -> Any:
    found = panel.view.itemDelegate().editor  # type: ignore[attr-defined]
    assert found is not None
    return found


def line(panel: TablePanel) -> QLineEdit:
    return editor(panel).focusProxy()


def is_editing(panel: TablePanel) -> bool:
    return panel.view.itemDelegate().editor is not None  # type: ignore[attr-defined]


def clip(text: str) -> None:
    QGuiApplication.clipboard().setText(text)


def dialog(panel: TablePanel) -> PasteDialog:
    [found] = panel.window().findChildren(PasteDialog)
    return found


def count(panel: TablePanel) -> str:
    return panel.head.text
