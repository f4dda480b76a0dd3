"""The whole window as it starts: its actions, its size, and what it keeps."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QSettings, QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from tracker.desktop import app
from tracker.desktop.window import Window
from tracker.document import Document
from tracker.domain.records import Event
from tracker.palette import LIGHT
from tracker.seeds import seed_edit
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.parts import style


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat))


@pytest.fixture
def window(tmp_path: Path, settings: Settings, qtbot: QtBot) -> Iterator[Window]:
    """A window with everything in it, as it is once the start is over."""
    Store.create(tmp_path / "article.tracker", seed_edit()).close()
    made = Window(settings)
    made.show()
    made.show_document(Document(Store.open(tmp_path / "article.tracker"), author="Ada"))
    assert made.work is not None
    made.work.show_timeline()
    made.work.show_inspector()
    made.work.wake_timeline()
    yield made
    made.close()
    made.deleteLater()


def test_no_key_is_given_twice(window: Window) -> None:
    """Qt does nothing at all with a key that two actions have, or one action twice."""
    keys = [key.toString() for action in window.menu.actions.values() for key in action.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_a_small_screen_is_filled(settings: Settings, qtbot: QtBot) -> None:
    window = Window(settings)
    qtbot.addWidget(window)
    window.appear(QSize(1280, 720))
    assert window.windowState() & Qt.WindowState.WindowMaximized


def test_a_large_screen_is_not(settings: Settings, qtbot: QtBot) -> None:
    made = Window(settings)
    qtbot.addWidget(made)
    assert made.size() == QSize(1280, 720)
    made.appear(QSize(1920, 1080))
    assert not made.windowState() & Qt.WindowState.WindowMaximized


def test_the_still_picture_has_no_say_once_the_timeline_lives(window: Window, qtbot: QtBot) -> None:
    """A picture of a window has Qt size all that is in it, what is hidden and waits for its end as well."""
    assert window.work is not None
    assert window.work.timeline is not None
    view = window.work.timeline.view
    assert view is not None
    window.resize(1500, 900)
    qtbot.waitUntil(lambda: view.sight.frame.plot.right() == view.canvas.width() > 640)
    before = view.sight.scale
    window.grab()
    assert view.sight.scale == before


def test_f1_opens_the_page_about_where_one_is(window: Window, qtbot: QtBot) -> None:
    work: Any = window.work
    window.activateWindow()
    work.selection.select(work.document.book.of(Event)[0].id)
    for part, page in (
        (work.tables.panel.view, "tables"),
        (work.timeline.view, "timeline"),
        (work.inspector.panel.form.rows["name"].editor.line, "forms"),
    ):
        part.setFocus()
        window.perform("guide.show_here")
        help = window.guide.window
        assert help is not None
        assert help.browser.source().fileName() == f"{page}.md"
        help.hide()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)


@pytest.mark.parametrize(
    ("action", "page"),
    [("export", "export"), ("preferences", "keeping"), ("keys", "keyboard"), ("columns", "tables"), ("about", "index")],
)
def test_f1_works_in_a_dialog_and_the_help_can_be_read_beside_it(
    window: Window, qtbot: QtBot, action: str, page: str
) -> None:
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.menu.actions[action].trigger()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    qtbot.waitUntil(dialog.isActiveWindow)
    qtbot.keyClick(dialog, Qt.Key.Key_F1)
    assert window.guide.window is not None
    assert window.guide.window.browser.source().fileName() == f"{page}.md"
    qtbot.waitUntil(window.guide.window.isActiveWindow)
    qtbot.keyClicks(window.guide.window.line, "undo")
    assert window.guide.window.line.text() == "undo", "the dialog does not shut it out"
    dialog.close()
    assert window.guide.window.isVisible()


def test_the_help_goes_with_the_window(window: Window) -> None:
    window.perform("guide.show_here")
    assert window.guide.window is not None
    window.close()
    assert not window.guide.window.isVisible()


def test_help_without_a_store_is_the_contents(settings: Settings, qtbot: QtBot) -> None:
    made = Window(settings)
    qtbot.addWidget(made)
    made.perform("guide.show_here")
    help = made.guide.window
    assert help is not None
    assert help.browser.source().fileName() == "index.md"
    made.perform("guide.show_news")
    assert help is made.guide.window, "one window for all"
    assert help.browser.source().fileName() == "CHANGELOG.md"


def test_nothing_moves_once_the_timeline_is_drawn(
    path: Path, program: QApplication, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """What comes in after it, the inspector and the living view, is there already to look at."""
    style.apply(program, LIGHT)
    window, seen = Window(Settings()), dict[str, QImage]()
    monkeypatch.setattr(app, "trace", lambda step: seen.setdefault(step, window.grab().toImage()))
    start = app.Start(window, lambda: Store.open(path))
    with qtbot.waitExposed(window):
        window.show()
    qtbot.waitUntil(lambda: "all" in seen)
    assert seen["timeline"] == seen["inspector"] == seen["all"]
    assert seen["tables"] != seen["timeline"]
    qtbot.waitUntil(lambda: not start._steps)
    window.close()
    window.deleteLater()
