"""Start-up: show the frame first, then read the store, then bring in the timeline.

Each step waits until the one before is on the screen, because what they import (numpy, pyqtgraph,
SQLAlchemy) costs several times the window itself.
"""

import gc
import os
import sys
import time
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tracker import __version__, stores
from tracker.desktop import speech
from tracker.desktop.application import Application
from tracker.desktop.window import Window
from tracker.i18n import _
from tracker.settings import Settings, name_application
from tracker.widgets.parts import style
from tracker.widgets.parts.refused import told

if TYPE_CHECKING:
    from tracker.store import Store


def run(store: str | None, *, new: bool = False, read_only: bool = False) -> int:
    """Opens the window on a store and returns when it is closed: 0, or 2 if the store cannot be opened."""
    stores.look_at(store, new=new)
    _need_screen()
    app = application()
    window = Window(Settings(parent=app))
    start = Start(window, partial(_opened, app, window.settings, store, new, read_only))
    window.appear(window.screen().availableSize())
    try:
        app.exec()
        return start.finish()
    finally:  # Qt objects left to the interpreter's exit crash at times
        window.close_document()
        window.farewell()
        window.deleteLater()
        app.processEvents()


def _opened(app: Application, settings: Settings, store: str | None, new: bool, read_only: bool) -> "Store":
    """The store asked for; without one, that of the last time."""
    store = store or app.take()
    if new:
        return stores.created(store)
    if store is None:
        return stores.opened_again(settings.recent, read_only=read_only)
    return stores.opened(store, read_only=read_only)


def application() -> Application:
    """The one QApplication, named and coloured as set."""
    QGuiApplication.setDesktopFileName("mission-tracker")
    app = QApplication.instance() or Application(sys.argv[:1])
    assert isinstance(app, Application)
    name_application()
    speech.use(app, Settings(parent=app))
    app.setApplicationVersion(__version__)
    if app.style().objectName() != "fusion":
        app.setStyle("Fusion")
    style.apply(app, style.palette_for(Settings(parent=app).theme))
    return app


def _need_screen() -> None:
    """Asks before Qt does, which ends the whole process with pages of its own words."""
    if sys.platform.startswith("linux") and not _has_screen():
        raise ValueError(_("There is no screen to open a window on; “mission-tracker export” draws without one."))


def _has_screen() -> bool:
    if os.environ.get("QT_QPA_PLATFORM"):
        return True
    wayland = os.environ.get("WAYLAND_DISPLAY")
    if wayland and os.path.exists(os.path.join(os.environ.get("XDG_RUNTIME_DIR", ""), wayland)):
        return True
    host, __, number = os.environ.get("DISPLAY", "").rpartition(":")
    path = f"/tmp/.X11-unix/X{number.partition('.')[0]}"
    if not number or host not in ("", "unix"):
        return bool(number)  # a screen elsewhere, as over ssh, is taken on trust
    return os.path.exists(path) or _answers(f"\0{path}")


def _answers(name: str) -> bool:
    """Whether an X server listens under a name that is in no folder, as from within a container."""
    import socket  # seldom needed

    with socket.socket(socket.AF_UNIX) as line:
        return line.connect_ex(name) == 0


class Start(QObject):
    """The steps of a start, one after each paint of the window."""

    def __init__(self, window: Window, open_store: "Callable[[], Store]") -> None:
        super().__init__(window)
        self._window, self._open_store = window, open_store
        app = QApplication.instance()
        assert isinstance(app, Application)
        self._app = app
        self._error: Exception | None = None
        self._steps: list[tuple[str, Callable[[], None]]] = [
            ("frame", self._show_document),
            ("tables", partial(self._bring, "show_timeline")),
            ("timeline", partial(self._bring, "show_inspector")),
            ("inspector", partial(self._bring, "wake_timeline")),
            ("all", self._finish_up),
        ]
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.UpdateRequest and watched is self._window:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._next)
        return False

    @Slot()
    def _next(self) -> None:
        name, step = self._steps.pop(0)
        trace(name)
        try:
            step()
        except (ValueError, OSError) as error:
            self._error = error
            self._window.close()
            return
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)  # else it is painted before it has its place
        if self._steps:
            self._window.installEventFilter(self)
            self._window.update(0, 0, 1, 1)  # the least that is painted

    def _show_document(self) -> None:
        from tracker.document import Document
        from tracker.models.feed.ahead import read_ahead

        last = self._window.settings.recent[:1]
        document = Document(self._open_store(), self._window.settings.signature)
        read_ahead(document.book)
        self._window.show_document(document)
        if last and not os.path.exists(last[0]) and document.location != last[0]:
            self._window.say(_("“{path}”, opened last, is not there any more.").format(path=last[0]))

    def _bring(self, part: str) -> None:
        getattr(self._window.work, part)()

    def _finish_up(self) -> None:
        """What nobody misses in the first moments."""
        gc.enable()
        QTimer.singleShot(0, _get_ready_to_write)
        from tracker.desktop import safety
        from tracker.widgets.parts import icons
        from tracker.widgets.parts.undo_focus import UndoFocus

        assert self._window.work is not None
        self._window.work.offer_drafts()
        if problem := safety.failed(self._window.settings):
            self._window.say(_("The last backup was not made. {problem}").format(problem=problem))
        UndoFocus(self._window).watch()
        self._app.setWindowIcon(icons.program_icon())
        self._app.styleHints().colorSchemeChanged.connect(self._window.paint_theme)
        self._app.handed.connect(self._on_handed)
        self._on_handed()

    @Slot()
    def _on_handed(self) -> None:
        """A document that the system hands over while the program runs; what came before is open already."""
        if document := self._app.take():
            with told(self._window.say):
                self._window.files.open_again(document)

    def finish(self) -> int:
        """The exit code; raises what kept the store from opening."""
        if self._error is not None:
            raise self._error
        return 0


def _get_ready_to_write() -> None:
    """Imports SQLAlchemy, so that the first save does not wait for it."""
    import tracker.store.database  # noqa: F401


def trace(step: str) -> None:
    """Prints the CPU time used so far when MISSION_TRACKER_TRACE is set; tests/benchmarks reads it."""
    if os.environ.get("MISSION_TRACKER_TRACE"):
        print(f"{step} {time.process_time():.3f}", file=sys.stderr, flush=True)
