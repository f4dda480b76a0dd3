"""The menu of the stores opened last. Those that are gone stay listed, greyed: a drive may come back."""

import os
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QMenu, QWidget

from tracker.i18n import _
from tracker.widgets.parts.action_texts import allow
from tracker.widgets.parts.refused import told

if TYPE_CHECKING:
    from tracker.desktop.window import Window


class RecentMenu(QMenu):
    """Made anew each time it is shown, as files come and go."""

    def __init__(self, window: "Window", parent: QWidget) -> None:
        super().__init__(_("Open &recent"), parent)
        self._window = window
        self.setToolTipsVisible(True)
        self.aboutToShow.connect(self.fill)
        window.settings.changed.connect(self._on_setting)

    @Slot()
    def fill(self) -> None:
        """The stores as they are on the disk now."""
        self.clear()
        recent = self._window.settings.recent
        for number, path in enumerate(recent, 1):
            self._add(number, path)
        if recent:
            self.addSeparator()
        clear = self.addAction(_("&Clear this list"))
        clear.triggered.connect(self._window.settings.forget_opened)
        allow(clear, "" if recent else _("No store has been opened yet."))

    def _add(self, number: int, path: str) -> None:
        letter = f"&{number} " if number < 10 else ""
        action = self.addAction(letter + _short(path).replace("&", "&&"))
        action.setToolTip(path)
        action.triggered.connect(partial(self._open, path))
        allow(action, self._why_not(path))

    def _why_not(self, path: str) -> str:
        work = self._window.work
        if work is not None and work.document.location == path:
            return _("It is open already.")
        return "" if os.path.exists(path) else _("It is not there any more.")

    def _open(self, path: str) -> None:
        with told(self._window.say):
            self._window.files.open_again(path)

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name == "recent":
            self.fill()


def _short(path: str) -> str:
    """The name, and the folder it lies in with ~ for one's home."""
    folder, name = os.path.split(path)
    home = os.path.expanduser("~")
    if folder == home or folder.startswith(home + os.sep):
        folder = "~" + folder[len(home) :]
    return f"{name}  ({folder})"
