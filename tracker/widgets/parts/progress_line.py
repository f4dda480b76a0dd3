"""How far a longer piece of work is, and the button that leaves it; there only while it goes on."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from tracker.i18n import _
from tracker.widgets.parts.sweep import Sweep

_WIDTH, _PARTS = 120, 1000


class ProgressLine(QWidget):
    """Shows sweeps that take long; `left` says that somebody does not want to wait for them."""

    left = Signal()

    def __init__(self, *sweeps: Sweep) -> None:
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
        self._sweeps = sweeps
        self.cancel.clicked.connect(self._on_cancel)
        for sweep in sweeps:
            sweep.moved.connect(self._on_moved)
            sweep.left.connect(self._on_left)

    @Slot()
    def _on_cancel(self) -> None:
        for sweep in self._sweeps:
            sweep.cancel()
        self.left.emit()

    @Slot()
    def _on_left(self) -> None:
        self.setVisible(self.isVisible() and any(sweep.is_busy for sweep in self._sweeps))

    @Slot(float)
    def _on_moved(self, share: float) -> None:
        self.bar.setValue(round(share * _PARTS))
        self.show()
