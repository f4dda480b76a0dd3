"""Where a picture goes: into a file that a person names, or on the clipboard; made beside the window."""

import posixpath
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, Signal, Slot
from PySide6.QtGui import QImage, QImageReader
from PySide6.QtWidgets import QFileDialog, QWidget

from tracker.i18n import _
from tracker.settings import Settings
from tracker.timeline.pictures.picture import export, for_clipboard
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Plan
from tracker.widgets.parts import clipboard
from tracker.widgets.parts.background import Background

FOLDER, SUFFIX = "export/folder", "export/suffix"
FILTERS = {".png": "PNG (*.png)", ".svg": "SVG (*.svg)", ".pdf": "PDF (*.pdf)"}


class Delivery(QObject):
    """`written` brings the files, `copied` says that the page is on the clipboard, `failed` what went wrong; the old
    file is then still there. `moved` tells how far it is.
    """

    written = Signal(list)
    copied = Signal()
    failed = Signal(str)
    moved = Signal(float)

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings, self._at_work = settings, Background()
        self._at_work.done.connect(self._on_done)
        self._at_work.failed.connect(self.failed)
        self._at_work.moved.connect(self.moved)

    @property
    def is_busy(self) -> bool:
        return self._at_work.is_busy

    def save(self, plan: Plan, options: PictureOptions, path: str) -> None:
        self._settings.keep(FOLDER, posixpath.dirname(path))
        self._settings.keep(SUFFIX, posixpath.splitext(path)[1].lower())
        self._at_work.ask(partial(export, plan, path, options))

    def copy(self, plan: Plan, options: PictureOptions, page: int) -> None:
        """As pixels, and as lines and texts."""
        self._at_work.ask(partial(for_clipboard, plan, options, page))

    def cancel(self) -> None:
        self._at_work.cancel()

    def stop(self) -> None:
        """Ends for good; no thread is left behind."""
        self._at_work.stop()

    @Slot(object)
    def _on_done(self, made: list[Path] | dict[str, bytes]) -> None:
        if isinstance(made, dict):
            _put_on_clipboard(made)
            self.copied.emit()
        else:
            self.written.emit(made)


class FileQuestion(QFileDialog):
    """Asks where the picture is to go. The name follows the format that is chosen; whoever types no suffix gets that
    one's, and is asked before such a file is replaced.
    """

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent, _("Save picture"), settings.value(FOLDER, ""))
        suffix = settings.value(SUFFIX, ".png")
        suffix = suffix if suffix in FILTERS else ".png"
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        self.setNameFilters(list(FILTERS.values()))
        self.selectNameFilter(FILTERS[suffix])
        self.setDefaultSuffix(suffix)
        self.selectFile(_("timeline") + suffix)
        self.filterSelected.connect(self._on_filter)

    @Slot(str)
    def _on_filter(self, filter: str) -> None:
        suffix = next(suffix for suffix, text in FILTERS.items() if text == filter)
        self.setDefaultSuffix(suffix)
        for name in map(Path, self.selectedFiles()):
            if name.suffix in FILTERS:
                self.selectFile(name.with_suffix(suffix).name)


def _put_on_clipboard(made: dict[str, bytes]) -> None:
    data = QMimeData()
    data.setImageData(_image(made["image/png"]))
    for kind, content in made.items():
        data.setData(kind, content)
    clipboard.put(data)


def _image(png: bytes) -> QImage:
    """However large: it is our own."""
    limit = QImageReader.allocationLimit()
    QImageReader.setAllocationLimit(0)
    try:
        return QImage.fromData(png)
    finally:
        QImageReader.setAllocationLimit(limit)
