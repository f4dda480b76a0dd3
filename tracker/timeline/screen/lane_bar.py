"""The scroll bar of the lanes, the same beside the still picture and the living view."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QScrollBar, QWidget

from tracker.timeline.viewing.sight import Sight


class LaneBar(QScrollBar):
    """Follows a sight, and moves it; gone where all lanes are in view."""

    def __init__(self, sight: Sight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        sight.changed.connect(self._on_changed)
        self.valueChanged.connect(sight.scroll_to)

    @Slot()
    def _on_changed(self) -> None:
        frame, most = self._sight.frame, self._sight.most_scroll
        self.blockSignals(True)
        self.setRange(0, round(most))
        self.setPageStep(round(frame.plot.height()))
        self.setSingleStep(round(frame.row_height))
        self.setValue(round(frame.scroll))
        self.blockSignals(False)
        self.setVisible(most > 0)
