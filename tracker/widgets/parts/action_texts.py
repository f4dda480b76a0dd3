"""What people read of an action: its name without the mark of a letter, its keys, and why it is off."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence

_WHY = "why"


def name_of(action: QAction) -> str:
    """The text as a menu shows it: a single ampersand marks a letter, two are one."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def keys_of(action: QAction) -> str:
    return written(action.shortcuts())


def written(keys: Iterable[QKeySequence]) -> str:
    """As this desktop writes them, those that keyboards have; Qt also lists F14 or “Copy” of old workstations."""
    usual = [key for key in keys if key[0].key() < Qt.Key.Key_F13]  # type: ignore[index]
    return ", ".join(dict.fromkeys(key.toString(QKeySequence.SequenceFormat.NativeText) for key in usual))


def allow(action: QAction, why_not: str) -> None:
    """Turns an action on, or off with the sentence that says why."""
    action.setEnabled(not why_not)
    action.setProperty(_WHY, why_not)


def why_off(action: QAction) -> str:
    """Why it is off; empty if it is on or nobody said."""
    return "" if action.isEnabled() else str(action.property(_WHY) or "")
