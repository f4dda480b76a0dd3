"""The line below the export dialog: how far the writing is, what was done, and the buttons."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QWidget

from tracker.i18n import _


class ExportButtons(QWidget):
    """While something is written, Cancel stops just that."""

    def __init__(self) -> None:
        super().__init__()
        self.copy, self.save = QPushButton(_("Cop&y")), QPushButton(_("&Save…"))
        self.cancel = QPushButton(_("Cancel"))
        self.progress, self._note = QProgressBar(), QLabel()
        self.copy.setToolTip(_("Puts the page in view on the clipboard, as pixels and as lines and texts"))
        self.save.setToolTip(_("Writes a PNG, SVG or PDF file"))
        self.save.setDefault(True)
        self.progress.setRange(0, 1000)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(_("Progress"))
        self.progress.setFixedWidth(160)
        self.progress.hide()
        self._note.setProperty("role", "muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.progress)
        row.addWidget(self._note, 1)
        for button in (self.cancel, self.copy, self.save):
            button.setAutoDefault(button is self.save)
            row.addWidget(button)

    def begin(self) -> None:
        self.progress.setValue(0)
        self.progress.show()
        self.say(_("Writing…"))
        self.allow(False)

    def end(self) -> None:
        self.progress.hide()
        self.say("")
        self.allow(True)

    @Slot(float)
    def show_progress(self, share: float) -> None:
        self.progress.setValue(round(share * self.progress.maximum()))

    def say(self, text: str) -> None:
        self._note.setText(text)

    def allow(self, can: bool) -> None:
        self.copy.setEnabled(can)
        self.save.setEnabled(can)
