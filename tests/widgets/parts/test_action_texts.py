"""What people read of an action."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from tracker.widgets.parts.action_texts import written


def test_only_keys_that_keyboards_have_are_written() -> None:
    keys = [QKeySequence(one) for one in ("Ctrl+C", "F12", "Ctrl+C", Qt.Key.Key_F16, Qt.Key.Key_Copy)]
    assert written(keys) == "Ctrl+C, F12"
