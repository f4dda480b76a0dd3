"""Renders every window, form, dialog and picture, light and dark, at 1x and 2x, into a folder to look at.

    ./dev gallery FOLDER

Run as a program: the scale of a screen can be set only once in a process, so each look has its own.
"""

import os
import subprocess
import sys
import tempfile
from itertools import product
from pathlib import Path

THEMES, SCALES = ("light", "dark"), (1, 2)
SIZE = (1280, 720)
HELP = 720  # the width of a picture in the help


def main(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for theme, scale in product(THEMES, SCALES):
        with tempfile.TemporaryDirectory() as home:
            look = [sys.executable, __file__, str(folder.resolve()), theme, str(scale)]
            subprocess.run(look, env=_environment(Path(home), scale), check=True)
    print(f"{len(list(folder.glob('*.png')))} pictures in {folder}")


def _environment(home: Path, scale: int) -> dict[str, str]:
    """Folders of its own, and a screen that is large enough."""
    screen = home / "screen.json"
    screen.write_text('{"screens": [{"name": "s", "x": 0, "y": 0, "width": 3840, "height": 2160}]}')
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(home))
    qt = {"QT_QPA_PLATFORM": f"offscreen:configfile={screen}", "QT_SCALE_FACTOR": str(scale)}
    return os.environ | homes | qt


def shoot(folder: Path, theme: str, scale: str) -> None:
    """One look: everything in one theme at one scale."""
    from PySide6.QtWidgets import QWidget

    from tracker import stores
    from tracker.desktop.app import application
    from tracker.desktop.window import Window
    from tracker.document import Document
    from tracker.settings import Settings
    from tracker.widgets.parts import style

    app = application()
    settings = Settings()
    settings.theme = theme
    style.apply(app, style.palette_for(theme))
    window = Window(settings)
    window.show_document(Document(stores.opened(None), "gallery"))
    work = window.work
    assert work is not None
    work.show_all()

    def keep(name: str, widget: QWidget) -> None:
        for __ in range(3):
            app.processEvents()
        widget.grab().save(str(folder / f"{name}-{theme}-{scale}x.png"))

    window.show()
    window.resize(*SIZE)
    keep("window-empty-selection", window)
    _tabs_and_forms(window, keep)
    _table_states(window, keep)
    _dialogs(window, keep)
    _dates(folder, theme, float(scale))
    if scale == "1":
        _for_help(folder / "help", window, "" if theme == "light" else f"-{theme}")
    window.close()
    app.processEvents()


def _for_help(folder: Path, window, theme: str) -> None:  # type: ignore[no-untyped-def]
    """The pictures of the user guide; who changes what they show copies them into the help of that language."""
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage
    from PySide6.QtWidgets import QApplication, QWidget

    from tracker.domain.records import Event

    folder.mkdir(exist_ok=True)
    work = window.work
    docking = next(event for event in work.document.book.of(Event) if event.type == "docking")
    window.statusBar().hide()  # it says where this machine keeps things
    work.tables.setCurrentIndex(work.tables.names.index("events"))
    work.selection.select(docking.id)
    work.timeline.view.sight.fit_default()

    def seen(height: int, widget: QWidget) -> QImage:
        window.resize(1152, height)
        for __ in range(5):
            QApplication.processEvents()
        return widget.grab().toImage()

    parts = {
        "window": seen(648, window).scaledToWidth(HELP, Qt.TransformationMode.SmoothTransformation),
        "form": seen(648, work.inspector),
    }
    work._columns.setSizes([HELP, window.width() - HELP])
    parts["table"] = seen(900, work.tables).copy(0, 0, HELP, 232)
    for name, image in parts.items():
        image.convertToFormat(image.Format.Format_RGB888).save(str(folder / f"{name}{theme}.png"))
    _dates_for_help(folder / f"dates{theme}.png", theme.strip("-") or "light")


def _dates_for_help(path: Path, theme: str) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.timeline.dates_plan import dates_plan
    from tracker.timeline.pictures.option import Size
    from tracker.timeline.pictures.picture import export
    from tracker.timeline.pictures.picture_options import PictureOptions

    export(dates_plan(), path, PictureOptions(size=Size(HELP), theme=theme))


def _tabs_and_forms(window, keep) -> None:  # type: ignore[no-untyped-def]
    work = window.work
    for index, name in enumerate(work.tables.names):
        work.tables.setCurrentIndex(index)
        work.selection.select(work.tables.panel.table.id_at(0))
        keep(f"tab-{name}", window)
    for kind in ("person", "spacecraft", "mission", "event", "leg", "place", "organisation", "production", "source"):
        work.inspector.show_new(kind)
        keep(f"new-{kind}", window)
        work.inspector.revert()


def _table_states(window, keep) -> None:  # type: ignore[no-untyped-def]
    """A table while somebody works in it."""
    from PySide6.QtGui import QGuiApplication

    from tracker.widgets.tables.chooser import ColumnChooser
    from tracker.widgets.tables.paste import PasteDialog

    tables = window.work.tables
    tables.setCurrentIndex(tables.names.index("people"))
    panel = tables.panel
    age = [column.name for column in panel.table.listing.columns].index("age")
    panel.view.go(2, age)
    panel.edit_current()
    keep("table-editing", window)
    panel.view.itemDelegate().close()
    panel.find()
    panel.search.bar.line.setText("cosmonaut")
    panel.find_next()
    keep("table-find", window)
    panel.head.filter.setText("nobody")
    keep("table-empty", window)
    panel.show_all()
    panel.view.go(0, age)
    QGuiApplication.clipboard().setText("50\nold\n39\n")
    for name, call, kind in (("paste", panel.paste, PasteDialog), ("columns", panel.choose_columns, ColumnChooser)):
        call()
        [dialog] = window.findChildren(kind)
        keep(f"dialog-{name}", dialog)
        dialog.close()


def _dialogs(window, keep) -> None:  # type: ignore[no-untyped-def]
    from tracker.models.places import Shown
    from tracker.widgets.export.dialog import ExportDialog
    from tracker.widgets.help.dialogs import AboutDialog, KeysDialog
    from tracker.widgets.help.pages import pages
    from tracker.widgets.help.window import HelpWindow
    from tracker.widgets.preferences.dialog import PreferencesDialog

    work, help = window.work, HelpWindow(pages())
    dialogs = {
        "export": ExportDialog(work.document, window.settings, Shown(), work.timeline.ranges, window),
        "keys": KeysDialog(window.menu.by_menu(), parent=window),
        "about": AboutDialog(window),
        "help": help,
        "preferences": PreferencesDialog(window.settings, window),
    }
    help.show_page("dates")
    for name, dialog in dialogs.items():
        dialog.show()
        keep(f"dialog-{name}", dialog)
        dialog.close()


def _dates(folder: Path, theme: str, scale: float) -> None:
    """Every kind of date, as a picture draws it; once for paper too."""
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from tests.timeline.dates_plan import dates_plan
    from tracker.timeline.pictures.option import Size
    from tracker.timeline.pictures.picture import export
    from tracker.timeline.pictures.picture_options import PictureOptions

    for look in (theme, "print") if theme == "light" else (theme,):
        options = PictureOptions(size=Size(SIZE[0]), scale=scale, theme=look)
        export(dates_plan(), folder / f"dates-{look}-{scale:g}x.png", options)


if __name__ == "__main__":
    if len(sys.argv) == 4:
        shoot(Path(sys.argv[1]), *sys.argv[2:])
    else:
        main(Path(sys.argv[1] if len(sys.argv) > 1 else "gallery"))
