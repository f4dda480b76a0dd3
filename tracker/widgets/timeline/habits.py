"""What a person likes of the timeline, kept in the settings: the height of its lanes, the overview, and motion."""

import os
import sys
from configparser import ConfigParser, Error
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tracker.settings import Settings
from tracker.timeline.screen import strip
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.viewing import sight

LANES, MOTION, OVERVIEW = sight.SETTING, "timeline/motion", strip.SETTING
# Where desktops write down that nothing is to move: GNOME and its like, and KDE, which writes both.
_WISHES = (
    ("gtk-4.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    ("gtk-3.0/settings.ini", "Settings", "gtk-enable-animations", ("0", "false")),
    ("kdeglobals", "KDE", "AnimationDurationFactor", ("0",)),
)


class TimelineHabits(QObject):
    """Brings the settings to a timeline that is alive, and what is changed there back. The still picture had them."""

    def __init__(self, view: TimelineView, settings: Settings) -> None:
        super().__init__(view)
        self._view, self._settings = view, settings
        view.sight.heightened.connect(self._on_heightened)
        settings.changed.connect(self._on_setting)
        self._on_setting(MOTION)
        self._on_setting(OVERVIEW)

    @Slot(float)
    def _on_heightened(self, pixels: float) -> None:
        self._settings.keep(LANES, pixels)

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name == MOTION:
            self._view.sight.motion.is_on = bool(self._settings.value(MOTION, True)) and may_move()
        if name == OVERVIEW:
            self._view.overview.setVisible(bool(self._settings.value(OVERVIEW, True)))


def may_move() -> bool:
    """Whether the desktop is content with motion, and anybody sees it."""
    if QGuiApplication.platformName() in ("offscreen", "minimal"):
        return False
    if sys.platform == "win32":
        return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)
    folder = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config")
    return not any(_says(folder / name, section, key, no) for name, section, key, no in _WISHES)


def _says(path: Path, section: str, key: str, values: tuple[str, ...]) -> bool:
    """Whether a desktop's file has one of these values; one that cannot be read says nothing."""
    read = ConfigParser(strict=False, interpolation=None)
    try:
        read.read(path, encoding="utf-8")
        return read.get(section, key, fallback="").strip().casefold() in values
    except (Error, UnicodeDecodeError, OSError):
        return False
