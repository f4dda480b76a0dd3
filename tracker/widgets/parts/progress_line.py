"""How far a longer piece of work is, and the button that leaves it; there only while it goes on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from tracker.i18n import _
from tracker.widgets.parts.sweep import Sweep

_WIDTH, _PARTS = 120, 1000


class ProgressLine(QWidget):
    """Shows a sweep that takes long; `left` says that somebody does not want to wait for it."""

    left = Signal()

    def __init__(self, sweep: Sweep) -> None:
        super().__init__()
        self.bar, self.cancel = QProgressBar(), QPushButton(_("Cancel"), flat=True)
        self.bar.setRange(0, _PARTS)
        self.bar.setTextVisible(False)
        self.bar.setFixedWidth(_WIDTH)
        self.bar.setAccessibleName(_("Progress"))
        self.cancel.setAutoDefault(False)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self.bar)
        row.addWidget(self.cancel)
        self.hide()
        self._sweep = sweep
        self.cancel.clicked.connect(self._on_cancel)
        sweep.moved.connect(self._on_moved)
        sweep.left.connect(self.hide)

    @Slot()
    def _on_cancel(self) -> None:
        self._sweep.cancel()
        self.left.emit()

    @Slot(float)
    def _on_moved(self, share: float) -> None:
        self.bar.setValue(round(share * _PARTS))
        self.show()
