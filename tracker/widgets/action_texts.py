"""What people read of an action: its name without the mark of a letter, its keys, and why it is off."""

from PySide6.QtGui import QAction, QKeySequence

_WHY = "why"


def name_of(action: QAction) -> str:
    """The text as a menu shows it: a single ampersand marks a letter, two are one."""
    return "&".join(part.replace("&", "") for part in action.text().split("&&"))


def keys_of(action: QAction) -> str:
    """All its keys as this desktop writes them."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in action.shortcuts())


def allow(action: QAction, why_not: str) -> None:
    """Turns an action on, or off with the sentence that says why."""
    action.setEnabled(not why_not)
    action.setProperty(_WHY, why_not)


def why_off(action: QAction) -> str:
    """Why it is off; empty if it is on or nobody said."""
    return "" if action.isEnabled() else str(action.property(_WHY) or "")
