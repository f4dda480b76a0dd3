"""What is kept of the timeline between starts, and what the desktop says about motion."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.settings import Settings
from tracker.timeline.screen.view import TimelineView
from tracker.widgets.timeline import habits as timeline_habits
from tracker.widgets.timeline.habits import LANES, MOTION, OVERVIEW, TimelineHabits, may_move


def shown(qtbot: QtBot) -> TimelineView:
    view = TimelineView(LIGHT)
    qtbot.addWidget(view)
    return view


def test_the_height_of_lanes_is_kept(qtbot: QtBot) -> None:
    settings, view = Settings(), shown(qtbot)
    TimelineHabits(view, settings)
    view.sight.set_row_height(12)
    assert settings.value(LANES) == 12


def test_the_overview_is_there_until_it_is_switched_off(qtbot: QtBot) -> None:
    settings, view = Settings(), shown(qtbot)
    TimelineHabits(view, settings)
    assert not view.overview.isHidden()
    settings.keep(OVERVIEW, False)
    assert view.overview.isHidden()
    again = shown(qtbot)
    TimelineHabits(again, settings)
    assert again.overview.isHidden()


def test_motion_follows_its_setting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, view = Settings(), shown(qtbot)
    monkeypatch.setattr(timeline_habits, "may_move", lambda: True)
    TimelineHabits(view, settings)
    assert view.sight.motion.is_on
    settings.keep(MOTION, False)
    assert not view.sight.motion.is_on


def test_without_a_screen_nothing_moves(qtbot: QtBot) -> None:
    assert not may_move()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows is asked otherwise")
@pytest.mark.parametrize(
    ("name", "text", "moves"),
    [
        ("gtk-3.0/settings.ini", "[Settings]\ngtk-enable-animations=0\n", False),
        ("gtk-4.0/settings.ini", "[Settings]\ngtk-enable-animations=false\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=0\n", False),
        ("kdeglobals", "[KDE]\nAnimationDurationFactor=1\n", True),
        ("kdeglobals", "no section\n", True),
        ("elsewhere", "", True),
    ],
)
def test_the_desktop_is_heeded(
    user_folders: Path, monkeypatch: pytest.MonkeyPatch, name: str, text: str, moves: bool
) -> None:
    monkeypatch.setattr(QGuiApplication, "platformName", lambda: "xcb")
    path = user_folders / "config" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    assert may_move() is moves
