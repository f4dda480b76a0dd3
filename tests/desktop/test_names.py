"""Every control has a name for a screen reader, and whatever takes the focus shows it."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QWidget,
)

from tests.desktop.person import Person as Someone
from tracker.domain.records import Event
from tracker.palette import LIGHT
from tracker.widgets.parts import style

KINDS = ("person", "spacecraft", "mission", "event", "leg", "place", "organisation", "production", "source")


def nameless(root: QWidget) -> list[str]:
    return [f"{one.metaObject().className()} in {_where(one)}" for one in controls(root) if not spoken(one)]


def controls(root: QWidget) -> Iterator[QWidget]:
    """What the keys can come to; what lends its focus to a part of itself is that part."""
    for one in (root, *root.findChildren(QWidget)):
        takes = one.focusPolicy() != Qt.FocusPolicy.NoFocus and one.focusProxy() is None
        if takes and not one.isWindow() and one.isVisibleTo(root):
            yield one


def spoken(control: QWidget) -> str:
    found = QAccessible.queryAccessibleInterface(control)
    return found.text(QAccessible.Text.Name).strip()


def _where(control: QWidget) -> str:
    above: Any = control.parentWidget()
    names = []
    while above is not None:
        names.append(type(above).__name__)
        above = above.parentWidget()
    return " in ".join(names[:4])


def test_in_the_window(person: Someone) -> None:
    person.press("list_bars")
    person.work.selection.select(person.record(Event, "Docking of Soyuz MS-19").id)
    person.press("find")
    for listing in person.work.tables.names:
        person.look_at(listing)
        assert nameless(person.window) == [], listing


@pytest.mark.parametrize("kind", KINDS)
def test_in_every_form(person: Someone, kind: str) -> None:
    person.work.inspector.show_new(kind)
    assert len(list(controls(person.work.inspector))) > 3
    assert nameless(person.work.inspector) == []


@pytest.mark.parametrize("action", ["keys", "about", "commands", "columns", "export"])
def test_in_every_dialog(person: Someone, action: str) -> None:
    person.press(action)
    dialogs = [one for one in person.window.findChildren(QDialog) if one.isVisible()]
    assert dialogs
    assert [nameless(dialog) for dialog in dialogs] == [[]] * len(dialogs)


@pytest.fixture
def styled(qapp: QApplication) -> Iterator[None]:
    """The program's own looks, which show the focus."""
    kept = qapp.palette(), qapp.styleSheet()
    style.apply(qapp, LIGHT)
    yield
    qapp.setStyleSheet(kept[1])
    qapp.setPalette(kept[0])


def blind(person: Someone, root: QWidget) -> list[str]:
    """Controls that look the same with the focus and without it."""
    root.activateWindow()
    person.qtbot.waitUntil(root.isActiveWindow)
    return [f"{one.metaObject().className()} “{spoken(one)}”" for one in controls(root) if not _shows_focus(root, one)]


def _shows_focus(root: QWidget, control: QWidget) -> bool:
    if not control.isEnabled() or control.visibleRegion().isEmpty():
        return True
    pictures = []
    for reason in (None, Qt.FocusReason.TabFocusReason):
        if root.focusWidget() is not None:
            root.focusWidget().clearFocus()
        if reason is not None:
            control.setFocus(reason)
        pictures.append(control.grab().toImage())
    return pictures[0] != pictures[1]


def test_the_focus_is_seen_in_the_window(styled: None, person: Someone) -> None:
    person.press("list_bars")
    person.work.selection.select(person.record(Event, "Docking of Soyuz MS-19").id)
    assert blind(person, person.window) == []


@pytest.mark.parametrize("action", ["keys", "about", "commands", "columns", "export"])
def test_the_focus_is_seen_in_every_dialog(styled: None, person: Someone, action: str) -> None:
    person.press(action)
    [dialog] = [one for one in person.window.findChildren(QDialog) if one.isVisible()]
    assert blind(person, dialog) == []
