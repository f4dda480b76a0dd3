"""The timeline of a start: what is drawn first stays, to the pixel, while all else is brought in around it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.desktop import app
from tracker.desktop.window import Window
from tracker.settings import Settings
from tracker.store import Store
from tracker.timeline.screen import strip
from tracker.timeline.viewing import sight
from tracker.widgets.timeline.panel import TimelinePanel


class Watched(QObject):
    """A start: the picture of the timeline after each step, and every place and size in which it was painted."""

    def __init__(self, window: Window) -> None:
        super().__init__()
        self._window = window
        self.pictures: dict[str, QImage] = {}
        self.sizes: set[tuple[float, float, float]] = set()

    @property
    def panel(self) -> TimelinePanel | None:
        return self._window.work.timeline if self._window.work else None

    def note(self, step: str) -> None:
        if self.panel is not None:
            self.pictures[step] = self.panel.grab().toImage()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self.panel is not None:
            seen = self.panel.sight
            self.sizes.add((seen.scale.left, seen.scale.width, seen.frame.plot.height()))
        return False


@pytest.mark.parametrize("liked", [{}, {sight.SETTING: 32.0, strip.SETTING: False}], ids=["at first", "as liked"])
def test_nothing_of_the_timeline_changes_once_it_is_drawn(
    liked: dict[str, object],
    path: Path,
    program: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    settings = Settings()
    for name, value in liked.items():
        settings.keep(name, value)
    window = Window(settings)
    watched = Watched(window)
    monkeypatch.setattr(app, "trace", watched.note)
    program.installEventFilter(watched)
    start = app.Start(window, lambda: Store.open(path))
    window.appear(QSize(4000, 4000))
    qtbot.waitUntil(lambda: not start._steps)
    program.removeEventFilter(watched)
    assert list(watched.pictures) == ["timeline", "inspector", "all"]
    assert watched.pictures["all"] == watched.pictures["inspector"] == watched.pictures["timeline"]
    assert len(watched.sizes) == 1
    assert watched.panel is not None
    assert watched.panel.sight.row_height == liked.get(sight.SETTING, sight.ROW_HEIGHT)
    window.close()
    window.deleteLater()
