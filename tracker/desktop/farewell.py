"""After the window has closed: how far the last backup is, for who wonders why the program is still there."""

from PySide6.QtCore import QEventLoop, QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QProgressBar, QProgressDialog

from tracker.desktop.safety import Backups
from tracker.i18n import _

PATIENCE = 300  # milliseconds in which nobody wonders
WIDTH = 400


class Farewell(QObject):
    """Waits for the backups; can be cut short."""

    over = Signal()

    def __init__(self, backups: Backups) -> None:
        super().__init__()
        self._backups = backups
        self.dialog = QProgressDialog(_("The backup of what was changed is being made…"), _("Leave it"), 0, 100)
        self.dialog.setWindowTitle(_("Mission Tracker"))
        self.dialog.setBar(QProgressBar(textVisible=False))
        self.dialog.setMinimumWidth(WIDTH)
        self.dialog.setWindowModality(Qt.WindowModality.NonModal)
        self.dialog.setMinimumDuration(PATIENCE)
        self.dialog.setAutoReset(False)
        self.dialog.canceled.connect(backups.stop)
        backups.moved.connect(self._on_moved)
        backups.ended.connect(self._on_ended)

    def wait(self) -> None:
        """Returns when the last one is over; the dialog shows up only if that takes its time."""
        if self._backups.is_busy:
            loop = QEventLoop()
            self.over.connect(loop.quit)
            self.dialog.setValue(0)
            loop.exec()
        self.dialog.reset()  # else its timer brings it up all the same
        self.dialog.deleteLater()
        self._backups.finish()

    @Slot(float)
    def _on_moved(self, share: float) -> None:
        self.dialog.setValue(round(share * 100))

    @Slot()
    def _on_ended(self) -> None:
        if not self._backups.is_busy:
            self.over.emit()
