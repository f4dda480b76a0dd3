"""Every control that can have the keys, in the window and in each of its dialogs, is called something by a screen
reader; and nothing that it is told looks like HTML.
"""

import pytest
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QComboBox, QWidget

from tests.desktop.controls import DIALOGS, controls, dialogs, path_of
from tests.desktop.person import Person as Someone
from tracker.domain.records import KINDS
from tracker.widgets.timeline.axis_menu import ZoneDialog


def said(widget: QWidget, what: QAccessible.Text) -> str:
    return str(QAccessible.queryAccessibleInterface(widget).text(what))


def called(widget: QWidget) -> str:
    """What a screen reader calls it. Of a combo box AT-SPI has the value for a name; its name is that of its label."""
    if isinstance(widget, QComboBox):
        labels = QAccessible.queryAccessibleInterface(widget).relations(QAccessible.RelationFlag.Label)
        return " ".join(label.text(QAccessible.Text.Name) for label, _relation in labels)
    return said(widget, QAccessible.Text.Name)


def nameless(part: QWidget) -> list[str]:
    """Each with what it is in, to be found by."""
    return [path_of(one) for one in controls(part) if not called(one).strip()]


def marked_up(part: QWidget) -> list[str]:
    """What is told tags and all."""
    texts = (QAccessible.Text.Name, QAccessible.Text.Description)
    told = [said(one, text) for one in part.findChildren(QWidget) for text in texts]
    return [text for text in told if text.startswith("<")]


def test_a_control_without_a_name_would_be_found(person: Someone) -> None:
    person.work.tables.panel.view.setAccessibleName("")
    assert any("in TablePanel" in path for path in nameless(person.window))


def test_every_control_of_the_window_has_a_name(person: Someone) -> None:
    person.press("list_bars")
    person.press("find")
    person.work.message.say("Something happened", "Undo", bool)
    assert not nameless(person.window)
    assert not marked_up(person.window)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_control_of_a_form_has_a_name(person: Someone, kind: str) -> None:
    one = next(iter(person.book.of(KINDS[kind])), None)
    if one is None:
        person.work.inspector.show_new(kind)
    else:
        person.work.selection.select(one.id)
    assert person.form.kind is KINDS[kind]
    assert not nameless(person.work.inspector)
    assert not marked_up(person.work.inspector)


@pytest.mark.parametrize("action", DIALOGS)
def test_every_control_of_a_dialog_has_a_name(person: Someone, action: str) -> None:
    person.press(action)
    [dialog] = dialogs()
    assert list(controls(dialog))
    assert not nameless(dialog)
    assert not marked_up(dialog)
    dialog.close()


def test_every_control_of_what_is_asked_has_a_name(person: Someone) -> None:
    """The dialogs that no action opens by itself."""
    person.look_at("people")
    person.go(0, "name")
    QGuiApplication.clipboard().setText("Somebody\tfictional")
    person.press("paste")
    ZoneDialog(person.window).open()
    assert len(dialogs()) == 2
    for dialog in dialogs():
        assert list(controls(dialog))
        assert not nameless(dialog)
        assert not marked_up(dialog)
        dialog.close()
