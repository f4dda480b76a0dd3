"""File → Export timeline: what can be chosen at the right, the page as it will be at the left, Copy and Save below.

Whatever takes its time is done beside the window, from the plan and the options alone.
"""

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain.zones import zone
from tracker.i18n import _, counted
from tracker.models.axis import chosen, systems_known
from tracker.models.feed.timeline import plan
from tracker.models.places import Shown
from tracker.models.presets import Preset, Presets
from tracker.settings import LINKS, Settings
from tracker.timeline.plans.arrangement import arranged
from tracker.timeline.plans.plan import Plan
from tracker.widgets.export.buttons import ExportButtons
from tracker.widgets.export.delivery import Delivery, FileQuestion
from tracker.widgets.export.form import ExportForm, Span
from tracker.widgets.export.lanes import ExportLanes
from tracker.widgets.export.presets import PresetLine
from tracker.widgets.export.preview import Preview
from tracker.widgets.parts import topics

LAST = "export/last"
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
        self.delivery = Delivery(settings, self)
        self._arrange()
        self._restore(ranges)
        self._plan = self._read()
        self._connect()
        self._on_changed()

    def _arrange(self) -> None:
        self.problem.setTextFormat(Qt.TextFormat.PlainText)
        self.problem.setWordWrap(True)
        self.problem.setProperty("role", "error")
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
        self.preview.drawn.connect(self._on_drawn)
        self.preview.refused.connect(self._show_problem)
        self.delivery.written.connect(self._on_written)
        self.delivery.copied.connect(self._on_copied)
        self.delivery.failed.connect(self._on_not_written)
        self.delivery.moved.connect(self.buttons.show_progress)
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
        try:
            options = self.form.options()
        except ValueError as error:
            self.preview.pause()
            self._show_problem(str(error))
            return
        self.presets.show_options(options)
        self.preview.show_picture(self._plan, options)

    @Slot()
    def _on_drawn(self) -> None:
        self._show_problem("")

    @Slot(str)
    def _show_problem(self, sentence: str) -> None:
        """What cannot be drawn can be neither copied nor saved."""
        self.problem.setText(sentence)
        self.problem.setVisible(bool(sentence))
        self.buttons.allow(not sentence)

    @Slot()
    def _on_save(self) -> None:
        question = FileQuestion(self._settings, self)
        question.fileSelected.connect(self.save)
        question.open()

    @Slot(str)
    def save(self, path: str) -> None:
        """Writes the picture and then closes; what goes wrong is said here, and the old file stays."""
        self._begin()
        self.delivery.save(self._plan, self.form.options(), path)

    @Slot()
    def copy(self) -> None:
        """Puts the page in view on the clipboard."""
        self._begin()
        self.delivery.copy(self._plan, self.form.options(), self.preview.number)

    def _begin(self) -> None:
        self.preview.pause()
        self.buttons.begin()
        self.form.setEnabled(False)

    @Slot(list)
    def _on_written(self, files: list[Path]) -> None:
        self._end()
        self._keep()
        text = counted(
            "{n} picture was written, “{path}”.",
            "{n} pictures were written, the first to “{path}”.",
            len(files),
            path=files[0],
        )
        self.said.emit(text if len(files) > 1 else _("The picture was written to “{path}”.").format(path=files[0]))
        self.accept()

    @Slot()
    def _on_copied(self) -> None:
        self._end()
        self._keep()
        self.buttons.say(_("The page is on the clipboard."))

    @Slot(str)
    def _on_not_written(self, sentence: str) -> None:
        self._end()
        self._show_problem(sentence)
        self.buttons.allow(True)

    def _end(self) -> None:
        self.buttons.end()
        self.form.setEnabled(True)

    def _keep(self) -> None:
        """For the next time."""
        self._settings.keep(LAST, self.form.kept())

    def reject(self) -> None:
        """Cancels what is being written; if nothing is, closes."""
        if self.delivery.is_busy:
            self.delivery.cancel()
            self._end()
        else:
            self._keep()
            super().reject()

    def done(self, result: int) -> None:
        self.preview.stop()
        self.delivery.stop()
        super().done(result)
