"""The two small windows of the Help menu: the keys, and what this program is."""

import platform
from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QAction, QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker import __version__
from tracker.i18n import N_, _
from tracker.widgets.help import made_with
from tracker.widgets.parts import topics
from tracker.widgets.parts.action_texts import keys_of, written

_TABLE_KEYS = (
    (N_("Add a column to the sorting"), N_("Shift+click on its head")),
    (N_("Fill all selected cells with what is typed"), "Ctrl+Return"),
    (N_("Open the selected record in its form"), N_("Return")),
)


class _Help(QDialog):
    """A dialog with a heading, a body and a button that closes it."""

    def __init__(self, title: str, body: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addWidget(_label(title, "heading"))
        column.addWidget(body, 1)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.buttons.rejected.connect(self.reject)
        column.addWidget(self.buttons)


class KeysDialog(_Help):
    """All keys that work now: those of actions that are on, and of the timeline while there is one."""

    def __init__(
        self, menus: Mapping[str, Sequence[QAction]], timeline: bool = True, parent: QWidget | None = None
    ) -> None:
        area = QScrollArea(widgetResizable=True)
        keys = {name: _keys(actions) for name, actions in menus.items()}
        rows = [row for name, some in keys.items() if some for row in ((name, ""), *some)]
        if timeline:
            rows += [(_("In the timeline"), ""), *_timeline_keys()]
        area.setWidget(_grid([*rows, (_("In the tables"), ""), *((_(text), _(keys)) for text, keys in _TABLE_KEYS)]))
        area.setAccessibleName(_("Keyboard shortcuts"))
        super().__init__(_("Keyboard shortcuts"), area, parent)
        topics.about(self, "keyboard")
        self.resize(680, 600)


class AboutDialog(_Help):
    """What this is, its version, and what it is made with, which can be copied for a report of a fault."""

    def __init__(self, parent: QWidget | None = None) -> None:
        program = (_("Mission Tracker"), __version__, "MIT")
        self._rows = [program, (_("Made with"), "", ""), *made_with.parts()]
        area = QScrollArea(widgetResizable=True)
        area.setWidget(_grid(self._rows))
        area.setAccessibleName(_("Versions and licences"))
        super().__init__(_("Mission Tracker"), area, parent)
        copy = QPushButton(_("&Copy"))
        copy.setToolTip(_("Puts the versions on the clipboard, for a report of a fault"))
        copy.setAutoDefault(False)
        copy.clicked.connect(self._on_copy)
        self.buttons.addButton(copy, QDialogButtonBox.ButtonRole.ActionRole)
        self.resize(560, 480)

    @Slot()
    def _on_copy(self) -> None:
        system = ("", platform.platform(), QGuiApplication.platformName())
        QGuiApplication.clipboard().setText("\n".join(" ".join(filter(None, row)) for row in (*self._rows, system)))


def _keys(actions: Sequence[QAction]) -> list[tuple[str, str]]:
    return [
        (action.iconText().replace("&", ""), keys_of(action))
        for action in actions
        if action.shortcuts() and action.isEnabled()
    ]


def _timeline_keys() -> list[tuple[str, str]]:
    """From the tables that the timeline itself goes by."""
    from tracker.timeline.hands import lanes, marks, mouse
    from tracker.timeline.hands.keys import KEYS
    from tracker.timeline.hands.wheel import TURNS

    typed = [(_(one.text), written([QKeySequence(one.held | key) for key in one.keys])) for one in KEYS]
    turned = [(_(one.text), _(one.shown)) for one in TURNS]
    return typed + turned + [(_(text), _(shown)) for text, shown in (*mouse.HANDS, *marks.HANDS, *lanes.HANDS)]


def _grid(rows: Sequence[tuple[str, ...]]) -> QWidget:
    """A line for each row; one with a name alone is a heading."""
    body = QWidget()
    grid = QGridLayout(body)
    grid.setContentsMargins(8, 8, 8, 8)
    grid.setHorizontalSpacing(32)
    grid.setVerticalSpacing(8)
    for row, (name, *values) in enumerate(rows):
        label = _label(name, "" if any(values) else "subheading")
        label.setContentsMargins(0, 8 if row and not any(values) else 0, 0, 0)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        for column, value in enumerate(values, 1):
            grid.addWidget(_label(value, "muted"), row, column, Qt.AlignmentFlag.AlignTop)
    grid.setRowStretch(len(rows), 1)
    grid.setColumnStretch(0, 3)
    grid.setColumnStretch(grid.columnCount() - 1, 3)
    return body


def _label(text: str, role: str = "") -> QLabel:
    label = QLabel(text, wordWrap=True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    if role:
        label.setProperty("role", role)
    return label
