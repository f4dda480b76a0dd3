"""Whole windows on a seeded store, started as the program starts them and taken down before the application goes."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.desktop.person import Person
from tracker.desktop.app import Start
from tracker.desktop.window import Window
from tracker.domain import show_times
from tracker.seeds import seed_edit
from tracker.settings import Settings
from tracker.store import Store

Opened = Callable[..., Person]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    Store.create(tmp_path / "article.tracker", seed_edit()).close()
    return tmp_path / "article.tracker"


@pytest.fixture
def program(qapp: QApplication) -> Iterator[QApplication]:
    """The application by its name, under which its settings are kept; its colours are again what they were."""
    names, colours = (qapp.organizationName(), qapp.applicationName()), qapp.palette()
    qapp.setOrganizationName("mission-tracker")
    qapp.setApplicationName("mission-tracker")
    yield qapp
    qapp.setOrganizationName(names[0])
    qapp.setApplicationName(names[1])
    show_times.use(show_times.USUAL)
    if qapp.styleSheet():  # a test chose a theme
        qapp.setStyleSheet("")
        qapp.setPalette(colours)


@pytest.fixture
def opened(path: Path, program: QApplication, qtbot: QtBot) -> Iterator[Opened]:
    """Opens the store in a window, through every step of a start."""
    people: list[Person] = []

    def open_window(*, read_only: bool = False) -> Person:
        window = Window(Settings())
        people.append(Person(window, qtbot))
        start = Start(window, lambda: Store.open(path, read_only=read_only))
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        qtbot.waitUntil(lambda: not start._steps)
        assert start.finish() == 0
        return people[-1]

    yield open_window
    for one in people:
        one.watched.clear()
        take_down(one.window, program)


@pytest.fixture
def person(opened: Opened) -> Any:
    """Somebody before the open window."""
    return opened()


def take_down(window: Window, app: QApplication) -> None:
    """As `app.run` ends: Qt objects that are left to the interpreter's exit crash at times."""
    window.close_document()
    window.backups.finish()
    window.hide()
    window.deleteLater()
    app.sendPostedEvents(window, QEvent.Type.DeferredDelete)
    app.processEvents()
