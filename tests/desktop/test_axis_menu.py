"""Switching the rows of the time axis in the timeline's head."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from tests.desktop.conftest import Opened
from tracker.widgets.timeline.axis_menu import AxisMenu, ZoneDialog
from tracker.widgets.timeline.panel import TimelinePanel


def panel_of(opened: Opened) -> TimelinePanel:
    work = opened().window.work
    assert work is not None
    assert work.timeline is not None
    return work.timeline


def switch(menu: AxisMenu, text: str) -> None:
    """Ticks or unticks an entry, as a click on it does."""
    menu.menu().aboutToShow.emit()
    [action] = [one for one in menu.menu().actions() if one.text().startswith(text)]
    action.trigger()


def test_rows_are_switched_on_and_off_and_kept(opened: Opened, qtbot: QtBot) -> None:
    panel = panel_of(opened)
    assert panel.view is not None
    sight, height = panel.view.sight, panel.view.sight.frame.axis.height()
    switch(panel.axis, "Moscow")
    qtbot.waitUntil(lambda: sight.frame.axis.height() == height * 1.5)
    switch(panel.axis, "MET, Launch of Soyuz MS-19")
    qtbot.waitUntil(lambda: panel.axis.text() == "UTC · Moscow · MET")
    assert [system.name for system in sight.frame.systems] == ["UTC", "Moscow", "MET"]
    assert panel.axis.keys[:2] == ["UTC", "Europe/Moscow"]
    for text in ("UTC", "Moscow", "MET"):
        switch(panel.axis, text)
    qtbot.waitUntil(lambda: panel.axis.text() == "UTC")


def test_the_button_is_reached_by_keyboard(opened: Opened) -> None:
    panel = panel_of(opened)
    assert panel.axis.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert panel.axis.accessibleName() == "Time axis"


def test_any_zone_can_be_asked_for(opened: Opened, qtbot: QtBot) -> None:
    panel = panel_of(opened)
    switch(panel.axis, "Another zone")
    [dialog] = panel.window().findChildren(ZoneDialog)
    [buttons] = dialog.findChildren(QDialogButtonBox)
    ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
    dialog.box.setEditText("Mars")
    assert not ok.isEnabled()
    dialog.box.setEditText("Asia/Kolkata")
    assert ok.isEnabled()
    qtbot.mouseClick(ok, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: panel.axis.text() == "UTC · Kolkata")


def test_until_rows_are_chosen_the_axis_follows_the_zone_of_texts(opened: Opened, qtbot: QtBot) -> None:
    person = opened()
    work = person.window.work
    assert work is not None
    panel = work.timeline
    assert panel is not None
    person.window.settings.zone = "America/Chicago"
    qtbot.waitUntil(lambda: panel.axis.text() == "Houston")
