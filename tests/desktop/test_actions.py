"""The table of actions against the window: each leads to something, no key is given twice, and each is off in time."""

from collections import Counter
from typing import Any

import pytest
from PySide6.QtGui import QKeySequence, Qt, QTextDocumentFragment
from PySide6.QtWidgets import QLabel, QMenu

from tests.desktop.person import Person as Someone
from tracker.desktop.actions import ACTIONS, BAR, MENUS, WITHIN, Entry
from tracker.domain.records import Person
from tracker.i18n import _
from tracker.widgets.help.dialogs import KeysDialog

ALWAYS = {"new_store", "open_store", "quit", "preferences", "help", "keys", "commands", "whats_new", "about"}
MOST_IN_A_PART = 7
WRITING = [entry.name for entry in ACTIONS if entry.writes]


def called(window: Any, entry: Entry) -> Any:
    found = window
    for name in entry.calls.split("."):
        found = getattr(found, name)
    return found


def test_each_action_leads_to_something_that_can_be_called(person: Someone) -> None:
    for entry in ACTIONS:
        assert callable(called(person.window, entry)), entry.name


def test_each_action_is_in_its_menu_and_the_bar_s_are_known(person: Someone) -> None:
    menus = [menu for menu in person.window.menuBar().findChildren(QMenu) if menu.title() in map(_, (*MENUS, *WITHIN))]
    listed = {action.objectName() for menu in menus for action in menu.actions()} - {""}
    assert listed == {entry.name for entry in ACTIONS}
    assert set(BAR) - {""} <= listed


def test_no_menu_is_a_long_list_without_parts(person: Someone) -> None:
    for menu in person.window.menuBar().findChildren(QMenu):
        parts = "".join("|" if action.isSeparator() else "." for action in menu.actions()).split("|")
        assert all(1 <= len(part) <= MOST_IN_A_PART for part in parts), menu.title()


def test_no_key_is_given_twice(person: Someone) -> None:
    actions = person.window.menu.actions.values()
    keys = Counter(key.toString() for action in actions for key in set(action.shortcuts()))
    assert keys
    assert [key for key, count in keys.items() if count > 1] == []


def test_no_letter_of_a_menu_is_given_twice(person: Someone) -> None:
    for menu in person.window.menuBar().findChildren(QMenu):
        texts = [action.text().replace("&&", "") for action in menu.actions()]
        letters = Counter(text[text.index("&") + 1].lower() for text in texts if "&" in text)
        assert [letter for letter, count in letters.items() if count > 1] == [], menu.title()


def test_everything_that_can_be_done_is_on(person: Someone) -> None:
    person.work.selection.select(person.record(Person, "Peresild").id)
    off = [name for name, action in person.window.menu.actions.items() if not action.isEnabled()]
    assert off == ["undo", "redo"]


def test_nothing_is_written_into_a_store_to_look_at(opened: Any) -> None:
    person = opened(read_only=True)
    person.work.selection.select(person.record(Person, "Peresild").id)
    menu = person.window.menu.actions
    assert [name for name in WRITING if menu[name].isEnabled()] == []
    assert {"copy", "find", "export", "fit_all", "quit"} <= {name for name in menu if menu[name].isEnabled()}


def test_a_window_without_a_store_offers_only_what_needs_none(person: Someone) -> None:
    person.window.close_document()
    person.window.refresh()
    menu = person.window.menu.actions
    assert {name for name in menu if menu[name].isEnabled()} == ALWAYS


def test_undo_and_redo_name_the_edit(person: Someone) -> None:
    undo, redo = person.window.menu.actions["undo"], person.window.menu.actions["redo"]
    assert (undo.text(), redo.text()) == ("&Undo", "&Redo")
    person.work.selection.select(person.record(Person, "Peresild").id)
    person.type_over("occupation", "film actress")
    person.press("save")
    named = "Change Occupation of “Yulia Peresild”"
    assert (undo.text(), redo.text(), redo.isEnabled()) == (f"&Undo: {named}", "&Redo", False)
    person.press("undo")
    assert (undo.isEnabled(), redo.text()) == (False, f"&Redo: {named}")
    assert named in redo.toolTip()


@pytest.mark.parametrize("name", ["R&D", "&", "a  b", "<b>Кит</b>", "x " * 150])
def test_the_name_of_a_record_stays_a_name(person: Someone, name: str) -> None:
    """It marks no letter of the menu, is no HTML, and does not make the menu as wide as the screen."""
    person.look_at("organisations")
    person.press("new")
    person.form.rows["name"].editor.set_typed(name)
    person.press("save")
    undo, name = person.window.menu.actions["undo"], " ".join(name.split())
    shown = "&".join(part.replace("&", "") for part in undo.text().split("&&"))
    assert len(shown) < 100
    assert len(name) > 80 or shown == f"Undo: Add organisation “{name}”"
    labels = [
        label for label in person.window.statusBar().findChildren(QLabel) if "organisation" in label.accessibleName()
    ]
    for tip in (undo.toolTip(), *(label.toolTip() for label in labels)):
        plain = QTextDocumentFragment.fromHtml(tip).toPlainText() if Qt.mightBeRichText(tip) else tip
        assert f"organisation “{name[:40]}" in " ".join(plain.split())
    assert labels


def test_the_dialog_of_keys_lists_each(person: Someone) -> None:
    person.press("keys")
    [dialog] = person.window.findChildren(KeysDialog)
    texts = {label.text() for label in dialog.findChildren(QLabel)}
    for entry in ACTIONS:
        action = person.window.menu.actions[entry.name]
        keys = action.shortcuts()
        if keys and not action.isEnabled():
            assert _(entry.text).replace("&", "") not in texts, "a key that does nothing now"
        elif keys:
            assert _(entry.text).replace("&", "").rstrip("…") in texts, entry.name
            assert any(text.startswith(keys[0].toString(QKeySequence.SequenceFormat.NativeText)) for text in texts)
    assert not [text for text in texts if text.endswith((", Undo", ", F14", ", Copy"))], "keys nobody has"
    assert {"W, +, =", ".", "Frame the selected bar; again: everything", "Ctrl+Shift+Wheel"} <= texts
