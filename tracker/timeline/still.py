"""The timeline before pyqtgraph is there: the same sight and the same painter, nothing to take hold of yet.

pyqtgraph costs three times a bare window to import; a person sees the mission first.
"""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from tracker.timeline.lane_bar import LaneBar
from tracker.timeline.paint import paint
from tracker.timeline.sight import Sight


class Still(QWidget):
    """Gives its place and its sight to a `TimelineView`, which then draws just what was here."""

    def __init__(self, sight: Sight, below: int = 0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, below)  # left free for the overview
        row.setSpacing(0)
        row.addWidget(_Drawing(sight), 1)
        row.addWidget(LaneBar(sight))


class _Drawing(QWidget):
    """What is in sight."""

    def __init__(self, sight: Sight) -> None:
        super().__init__()
        self._sight = sight
        sight.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._sight.style.colour("surface"))
        paint(painter, self._sight.frame, self._sight.style, self._sight.selected, clips=True)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sight.resize(float(self.width()), float(self.height()))
