"""File → Export timeline: what can be chosen at the right, the page as it will be at the left, Copy and Save below.

Whatever takes its time is done beside the window, from the plan and the options alone.
"""

import posixpath
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from tracker.document import Document
from tracker.domain.zones import zone
from tracker.i18n import _, counted
from tracker.models.axis import chosen, systems_known
from tracker.models.feed.timeline import plan
from tracker.models.places import Shown
from tracker.models.presets import Preset, Presets
from tracker.settings import LINKS, Settings
from tracker.timeline.pictures.picture import export, for_clipboard
from tracker.timeline.plans.arrangement import arranged
from tracker.timeline.plans.plan import Plan
from tracker.widgets.export.buttons import ExportButtons
from tracker.widgets.export.drawing import Drawing, Drawn, Wish
from tracker.widgets.export.form import ExportForm, Span
from tracker.widgets.export.lanes import ExportLanes
from tracker.widgets.export.presets import PresetLine
from tracker.widgets.export.preview import Preview
from tracker.widgets.parts import clipboard, topics
from tracker.widgets.parts.background import Background, Job

LAST, FOLDER, SUFFIX = "export/last", "export/folder", "export/suffix"
FILTERS = {".png": "PNG (*.png)", ".svg": "SVG (*.svg)", ".pdf": "PDF (*.pdf)"}
PAUSE = 120  # milliseconds after the last change, before the preview is drawn
_FORM_WIDTH = 372


class ExportDialog(QDialog):
    """`said` tells where the picture went. What is chosen is kept for the next time.

    `ranges` are those of the window: what it shows and what is marked, in seconds since 1970.
    """

    said = Signal(str)

    def __init__(
        self,
        document: Document,
        settings: Settings,
        shown: Shown,
        ranges: dict[str, Span],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Export timeline"))
        topics.about(self, "export")
        self._document, self._settings = document, settings
        self.form = ExportForm(ranges, settings.zone)
        self.presets = PresetLine(Presets(settings))
        self.form.rows.insertRow(0, _("&Preset"), self.presets)
        self.lanes = ExportLanes(shown, self.form.rows, 2)
        self.preview, self.buttons, self.problem = Preview(), ExportButtons(), QLabel()
        self._drawing, self._at_work, self._writing = Drawing(), Background(), Background()
        self._later = QTimer(self)
        self._arrange()
        self._restore(ranges)
        self._plan = self._read()
        self._connect()
        self._on_changed()

    def _arrange(self) -> None:
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty("role", "error")
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        options = QScrollArea()
        options.setWidget(self.form)
        options.setWidgetResizable(True)
        options.setFrameShape(QFrame.Shape.NoFrame)
        options.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        options.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        options.setProperty("role", "plain")
        right = QVBoxLayout()
        right.setSpacing(8)
        right.addWidget(options, 1)
        right.addWidget(self.problem)
        options.setFixedWidth(max(_FORM_WIDTH, self.form.minimumSizeHint().width() + 12))
        body = QHBoxLayout()
        body.setSpacing(24)
        body.addWidget(self.preview, 1)
        body.addLayout(right)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addLayout(body, 1)
        column.addWidget(self.buttons)
        self.setTabOrder(self.preview, self.presets)
        self.resize(1216, 640)
        self.presets.setFocus()

    def _restore(self, ranges: dict[str, Span]) -> None:
        self.form.bring_back(self._settings.value(LAST, {}))
        self.form.show_values({"links": bool(self._settings.value(LINKS, True))})
        if "marked" in ranges:  # who has just made a range wants that
            self.form.show_values({"range": "marked"})

    def _connect(self) -> None:
        self.form.changed.connect(self._on_changed)
        self.lanes.changed.connect(self._on_lanes)
        self.presets.chosen.connect(self._on_preset)
        self.presets.said.connect(self._show_problem)
        self.preview.wished.connect(self._later.start)
        self._later.timeout.connect(self._draw)
        self._at_work.done.connect(self._on_drawn)
        self._at_work.failed.connect(self._on_not_drawn)
        self._writing.done.connect(self._on_written)
        self._writing.failed.connect(self._on_not_written)
        self._writing.moved.connect(self.buttons.show_progress)
        self.buttons.copy.clicked.connect(self.copy)
        self.buttons.save.clicked.connect(self._on_save)
        self.buttons.cancel.clicked.connect(self.reject)

    def _read(self) -> Plan:
        """The plan of the lanes that are chosen, with the axis of the window."""
        book, shown = self._document.book, self.lanes.shown
        drawn = arranged(plan(book, shown.view, zone(self._settings.zone)), shown.lanes)
        self.form.show_plan(drawn)
        return replace(drawn, systems=systems_known(book, chosen(self._settings)))

    @Slot()
    def _on_lanes(self) -> None:
        self._plan = self._read()
        self._on_changed()

    @Slot(object)
    def _on_preset(self, preset: Preset) -> None:
        self.form.show_values(preset.values)

    @Slot()
    def _on_changed(self) -> None:
        with suppress(ValueError):  # which is said when it is to be drawn
            self.presets.show_options(self.form.options())
        self._later.start()

    @Slot()
    def _draw(self) -> None:
        try:
            options = self.form.options()
        except ValueError as error:
            self._on_not_drawn(str(error))
            return
        page, ratio = self.preview.page, self.devicePixelRatioF()
        wish = Wish(self._plan, options, self.preview.number, page.room, ratio, page.is_actual)
        self.preview.state.setText(_("Drawing…"))
        self._at_work.ask(partial(self._drawing.draw, wish))

    @Slot(object)
    def _on_drawn(self, drawn: Drawn) -> None:
        self.preview.state.clear()
        self.preview.show_drawn(drawn)
        self._show_problem("")

    @Slot(str)
    def _on_not_drawn(self, sentence: str) -> None:
        self._at_work.cancel()
        self.preview.state.clear()
        self._show_problem(sentence)

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        """What cannot be drawn can be neither copied nor saved."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.buttons.allow(not sentence)

    @Slot()
    def _on_save(self) -> None:
        suffix = self._settings.value(SUFFIX, ".png")
        start = posixpath.join(self._settings.value(FOLDER, ""), _("timeline") + suffix)
        filters, kept = ";;".join(FILTERS.values()), FILTERS.get(suffix, "")
        path, filter = QFileDialog.getSaveFileName(self, _("Save picture"), start, filters, kept)
        if path:
            known = next(suffix for suffix, text in FILTERS.items() if text == filter)
            self.save(path if Path(path).suffix else f"{path}{known}")

    def save(self, path: str) -> None:
        """Writes the picture and then closes; what goes wrong is said here, and the old file stays."""
        self._settings.keep(FOLDER, posixpath.dirname(path))
        self._settings.keep(SUFFIX, posixpath.splitext(path)[1].lower())
        self._work(partial(export, self._plan, path, self.form.options()))

    @Slot()
    def copy(self) -> None:
        """Puts the page in view on the clipboard, as pixels and as lines and texts."""
        self._work(partial(for_clipboard, self._plan, self.form.options(), self.preview.number))

    def _work(self, job: Job) -> None:
        self._at_work.cancel()
        self.buttons.begin()
        self.form.setEnabled(False)
        self._writing.ask(job)

    @Slot(object)
    def _on_written(self, made: list[Path] | dict[str, bytes]) -> None:
        self._end()
        self._settings.keep(LAST, self.form.kept())
        if isinstance(made, dict):
            _put_on_clipboard(made)
            self.buttons.say(_("The page is on the clipboard."))
            return
        text = counted(
            "{n} picture was written, “{path}”.",
            "{n} pictures were written, the first to “{path}”.",
            len(made),
            path=made[0],
        )
        self.said.emit(text if len(made) > 1 else _("The picture was written to “{path}”.").format(path=made[0]))
        self.accept()

    @Slot(str)
    def _on_not_written(self, sentence: str) -> None:
        self._end()
        self._show_problem(sentence)
        self.buttons.allow(True)

    def _end(self) -> None:
        self.buttons.end()
        self.form.setEnabled(True)

    def reject(self) -> None:
        """Cancels what is being written; if nothing is, closes."""
        if self._writing.is_busy:
            self._writing.cancel()
            self._end()
        else:
            self._settings.keep(LAST, self.form.kept())
            super().reject()

    def done(self, result: int) -> None:
        """No thread is left behind."""
        self._later.stop()
        self._at_work.stop()
        self._writing.stop()
        super().done(result)


def _put_on_clipboard(made: dict[str, bytes]) -> None:
    data = QMimeData()
    data.setImageData(QImage.fromData(made["image/png"]))
    for kind, content in made.items():
        data.setData(kind, content)
    clipboard.put(data)
