"""The pictures a software centre shows, drawn from the program itself: its window in the light and in the dark.

python screenshots.py FOLDER THEME      run by build.py in the environment of the bundle
"""

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from tracker import stores
from tracker.desktop.app import application
from tracker.desktop.window import Window
from tracker.document import Document
from tracker.domain.records import Event
from tracker.settings import Settings
from tracker.widgets.parts import style

SIZE = (1600, 900)


def main(folder: Path, theme: str) -> None:
    app = application()
    settings = Settings()
    settings.theme = theme
    style.apply(app, style.palette_for(theme))
    window = at_work(settings)
    settle()
    if not window.grab().save(str(folder / f"window-{theme}.png")):
        raise OSError(f"{folder} cannot be written into")
    window.close()
    settle()


def at_work(settings: Settings) -> Window:
    """The mission of the first start, with an event in the form and its source beside it."""
    window = Window(settings)
    window.show_document(Document(stores.opened(None), "screenshots"))
    assert window.work is not None
    window.work.show_all()
    window.show()
    window.resize(*SIZE)
    window.statusBar().hide()  # it says where this machine keeps things
    settle()
    docking = next(event for event in window.work.document.book.of(Event) if event.type == "docking")
    window.work.tables.setCurrentIndex(window.work.tables.names.index("events"))
    window.work.selection.select(docking.id)
    return window


def settle() -> None:
    for __ in range(5):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2])
