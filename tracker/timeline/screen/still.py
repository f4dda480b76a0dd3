"""The timeline before pyqtgraph is there: the same sight and the same painter, nothing to take hold of yet.

pyqtgraph costs three times a bare window to import; a person sees the mission first.
"""

import time

from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from tracker.timeline.drawing.instants import draw_now
from tracker.timeline.drawing.paint import paint
from tracker.timeline.screen.surrounded import Surrounded
from tracker.timeline.viewing.sight import Sight


class Still(Surrounded):
    """Gives its place and its sight to a `TimelineView`, which then draws just what was here, to the pixel."""

    def __init__(self, sight: Sight, parent: QWidget | None = None) -> None:
        super().__init__(sight, _Drawing(sight), parent)


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
        draw_now(painter, self._sight.frame, self._sight.style, time.time())
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._sight.resize(float(self.width()), float(self.height()))
