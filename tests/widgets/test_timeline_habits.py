"""What is kept of the timeline between starts, and what the desktop says about motion."""

import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.settings import Settings
from tracker.timeline.sight import Sight
from tracker.widgets import timeline_habits
from tracker.widgets.timeline_habits import LANES, MOTION, TimelineHabits, may_move


def test_the_height_of_lanes_is_kept(qtbot: QtBot) -> None:
    settings, sight = Settings(), Sight(LIGHT)
    TimelineHabits(sight, settings, sight)
    sight.set_row_height(12)
    assert settings.value(LANES) == 12
    again = Sight(LIGHT)
    TimelineHabits(again, settings, again)
    assert again.frame.row_height == 12


def test_motion_follows_its_setting(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    settings, sight = Settings(), Sight(LIGHT)
    monkeypatch.setattr(timeline_habits, "may_move", lambda: True)
    TimelineHabits(sight, settings, sight)
    assert sight.motion.is_on
    settings.keep(MOTION, False)
    assert not sight.motion.is_on


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
