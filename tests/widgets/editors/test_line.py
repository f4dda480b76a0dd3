"""What a screen reader or a dictation writes into a line counts as typed; what the program writes does not."""

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from tracker.widgets.editors.line import Line


def line_heard(qtbot: QtBot) -> tuple[Line, list[str]]:
    line, heard = Line(), list[str]()
    qtbot.addWidget(line)
    line.textEdited.connect(heard.append)
    return line, heard


def test_text_from_outside_is_typed(qtbot: QtBot) -> None:
    line, heard = line_heard(qtbot)
    QAccessible.queryAccessibleInterface(line).setText(QAccessible.Text.Value, "dictated")
    assert heard == ["dictated"]
    QLineEdit.setText(line, "")  # as Qt's own code calls it
    assert heard == ["dictated", ""]


def test_keys_are_heard_once(qtbot: QtBot) -> None:
    line, heard = line_heard(qtbot)
    qtbot.keyClicks(line, "ab")
    assert heard == ["a", "ab"]


def test_what_the_program_writes_is_not_typed(qtbot: QtBot) -> None:
    line, heard = line_heard(qtbot)
    line.setText("stored")
    line.clear()
    line.setText("stored")
    assert heard == []
    qtbot.keyClicks(line, "!")
    assert heard == ["stored!"]
