"""The line for messages: said aloud as it appears, and reached by keys."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.widgets.parts.message_bar import MessageBar


def test_a_message_is_said_aloud_with_what_can_be_done(qtbot: QtBot, aloud: list[str]) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("The docking was deleted.", "Undo", bool)
    bar.say("Saved.")
    assert aloud == ["The docking was deleted. Undo", "Saved."]


def test_its_focus_is_at_what_can_be_done(qtbot: QtBot) -> None:
    bar = MessageBar()
    qtbot.addWidget(bar)
    bar.say("Saved.")
    assert name_of(bar.focusProxy()) == "Close"
    bar.say("The docking was deleted.", "Undo", bool)
    assert name_of(bar.focusProxy()) == "Undo"


def name_of(control: QWidget | None) -> object:
    return control.property("text") if control is not None else None
