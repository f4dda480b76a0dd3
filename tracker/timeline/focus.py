"""Where the keys go: a frame around the timeline that has the focus, and a second line around its bar."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.timeline import bars
from tracker.timeline.sight import Sight

WIDTH = 2.0


def draw(painter: QPainter, sight: Sight, area: QRectF) -> None:
    """To be called only while the timeline has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(sight.style.colour("accent"), WIDTH))
    painter.drawRect(area.adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2))
    found = sight.rows.of_key(sight.selected) if sight.selected else []
    one = bars.placed(sight.frame, found[0]) if found else None
    if one is not None:
        painter.save()
        painter.setClipRect(sight.frame.plot)
        painter.setPen(QPen(sight.style.colour("text"), 1.0, Qt.PenStyle.DotLine))
        painter.drawRect(one.rect.adjusted(-5, -5, 5, 5).toAlignedRect())
        painter.restore()
