"""The timeline before pyqtgraph is there: the same sight and the same painter, nothing to take hold of yet.

pyqtgraph costs three times a bare window to import; a person sees the mission first.
"""

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.palette import Palette
from tracker.timeline.paint import paint
from tracker.timeline.sight import Sight


class Still(QWidget):
    """Gives its place to a `TimelineView`, which then draws just what was here."""

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.sight = Sight(palette, self)
        self.sight.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self.sight.style.colour("surface"))
        paint(painter, self.sight.frame, self.sight.style, self.sight.selected, clips=True)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.sight.resize(float(self.width()), float(self.height()))
