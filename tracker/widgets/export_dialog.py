"""File → Export timeline: the choices of the command line as a form, with a preview that is the picture itself."""

import posixpath
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from tracker.document import Document
from tracker.domain import typed_times
from tracker.domain.zones import zone
from tracker.i18n import N_, _
from tracker.models.axis import chosen, systems_known
from tracker.models.feed import plan
from tracker.models.feed_view import KINDS, View
from tracker.settings import Settings
from tracker.timeline import picture, sheet
from tracker.timeline.option import Size
from tracker.timeline.picture_options import PictureOptions

RANGES = (("home", N_("The mission")), ("all", N_("Everything")), ("typed", N_("From … to …")))
SIZES = ((1600, 0, "px"), (1280, 720, "px"), (1920, 1080, "px"), (2560, 1440, "px"), (297, 210, "mm"), (420, 297, "mm"))
SIZE_LABELS = (
    N_("1600 wide, as high as needed"),
    "1280 × 720",
    "1920 × 1080",
    "2560 × 1440",
    N_("A4 landscape"),
    N_("A3 landscape"),
)
SCALES = (1.0, 2.0, 3.0)
THEMES = (("light", N_("Light")), ("dark", N_("Dark")))
FILTERS = "PNG (*.png);;SVG (*.svg);;PDF (*.pdf)"
_PREVIEW_WIDTH = 560


class ExportDialog(QDialog):
    """`said` tells where the picture went. The choices are kept for the next time."""

    said = Signal(str)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        view: str,
        parent: QWidget | None = None,
        marked: tuple[float, float] | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export timeline"))
        self._document, self._settings = document, settings
        self._view, self._range = _combo(tuple(KINDS.items())), _combo(RANGES)
        self._size = _combo(tuple(zip(range(len(SIZES)), SIZE_LABELS, strict=True)))
        self._scale = _combo(tuple((scale, f"{scale:g} ×") for scale in SCALES))
        self._theme = _combo(THEMES)
        self._from, self._to, self._title = QLineEdit(), QLineEdit(), QLineEdit()
        self._preview, self._problem = QLabel(), QLabel()
        self._later = QTimer(self)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._save = self._buttons.addButton(_("Save picture…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._restore(view)
        self._offer(marked)
        self._connect()
        self._draw()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(8)
        form.setHorizontalSpacing(16)
        for label, field in (
            (_("&Lanes"), self._view),
            (_("&Range"), self._range),
            (_("&From"), self._from),
            (_("&To"), self._to),
            (_("&Size"), self._size),
            (_("S&cale"), self._scale),
            (_("T&heme"), self._theme),
            (_("T&itle"), self._title),
        ):
            form.addRow(label, field)
        self._from.setPlaceholderText("2021-10-04")
        self._to.setPlaceholderText("2021-10-19")
        self._title.setPlaceholderText(_("the mission’s name"))
        self._later.setSingleShot(True)
        self._problem.setTextFormat(Qt.TextFormat.PlainText)
        self._problem.setWordWrap(True)
        self._problem.setProperty("role", "error")
        self._preview.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._preview.setAccessibleName(_("Preview"))
        self._preview.setFixedWidth(_PREVIEW_WIDTH)
        self._preview.setMinimumHeight(360)
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addLayout(form, 1)
        body.addWidget(self._preview)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(body)
        column.addWidget(self._problem)
        column.addWidget(self._buttons)

    def _choices(self) -> dict[str, QComboBox]:
        return {"range": self._range, "size": self._size, "scale": self._scale, "theme": self._theme}

    def _restore(self, view: str) -> None:
        self._view.setCurrentIndex(max(0, self._view.findData(view)))
        kept = self._settings.value("export", {})
        for name, combo in self._choices().items():
            combo.setCurrentIndex(max(0, combo.findData(kept.get(name))))

    def _offer(self, marked: tuple[float, float] | None) -> None:
        """The range made in the timeline, in seconds since 1970, is offered first."""
        self._marked = marked
        if marked is not None:
            self._range.insertItem(0, _("The marked range"), "marked")
            self._range.setCurrentIndex(0)

    def _connect(self) -> None:
        for combo in (self._view, *self._choices().values()):
            combo.currentIndexChanged.connect(self._later.start)
        for field in (self._from, self._to, self._title):
            field.textChanged.connect(self._later.start)
        self._later.timeout.connect(self._draw)
        self._buttons.accepted.connect(self._on_save)
        self._buttons.rejected.connect(self.reject)

    def options(self) -> PictureOptions:
        """What is chosen. ValueError with a sentence for a time that is none."""
        lower, upper = self._span()
        return PictureOptions(
            size=Size(*SIZES[self._size.currentData()]),
            scale=self._scale.currentData(),
            theme=self._theme.currentData(),
            lower=lower,
            upper=upper,
            title=self._title.text().strip() or None,
            range=self._range.currentData(),
        )

    def _span(self) -> tuple[float | None, float | None]:
        if self._range.currentData() == "marked" and self._marked is not None:
            return self._marked
        typed = self._range.currentData() == "typed"
        return (self._bound(self._from, 0), self._bound(self._to, 1)) if typed else (None, None)

    def _bound(self, field: QLineEdit, side: int) -> float | None:
        """A day or a month counts as a whole, a clock time is its first second at either end, as by command line."""
        time = typed_times.understand(field.text(), zone(self._settings.zone))
        return None if time is None else time.bounds()[0 if time.has_clock else side]

    def _plan(self) -> Any:
        book = self._document.book
        drawn = plan(book, View(self._view.currentData()), zone(self._settings.zone))
        return replace(drawn, systems=systems_known(book, chosen(self._settings)))

    @Slot()
    def _draw(self) -> None:
        for field in (self._from, self._to):
            field.setEnabled(self._range.currentData() == "typed")
        try:
            page = picture.sheets_of(self._plan(), self.options())[0]
        except ValueError as error:
            self._problem.setText(str(error))
        else:
            self._problem.setText("")
            self._preview.setPixmap(self._small(page))
        self._problem.setVisible(bool(self._problem.text()))
        self._save.setEnabled(not self._problem.text())

    def _small(self, page: sheet.Sheet) -> QPixmap:
        ratio = self.devicePixelRatio()
        scale = _PREVIEW_WIDTH / page.width * ratio
        image = QImage(round(page.width * scale), round(page.height * scale), QImage.Format.Format_RGB32)
        image.fill(page.style.palette.surface)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(scale, scale)
        sheet.draw(painter, page)
        painter.end()
        pixmap = QPixmap.fromImage(image)
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    @Slot()
    def _on_save(self) -> None:
        start = posixpath.join(self._settings.value("export/folder", ""), _("timeline") + ".png")
        path, chosen = QFileDialog.getSaveFileName(self, _("Save picture"), start, FILTERS)
        if path:
            self.save(path if "." in path.rpartition("/")[2] else f"{path}.{chosen[:3].lower()}")

    def save(self, path: str) -> None:
        """Writes the picture and closes; what went wrong is said here, and the old file stays."""
        try:
            picture.export(self._plan(), path, self.options())
        except (ValueError, OSError) as error:
            self._problem.setText(str(error))
            self._problem.show()
            return
        self._settings.keep("export", {name: combo.currentData() for name, combo in self._choices().items()})
        self._settings.keep("export/folder", path.rpartition("/")[0])
        self.said.emit(_("The picture was written to “{path}”.").format(path=path))
        self.accept()


def _combo(choices: Any) -> QComboBox:
    combo = QComboBox()
    for value, label in choices:
        combo.addItem(_(label), value)
    return combo
