"""Where the keys go: a frame around the timeline that has the focus, a second line around its bar and its lane."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.timeline.drawing import bars, column
from tracker.timeline.viewing.sight import Sight

WIDTH = 2.0


def draw(painter: QPainter, sight: Sight, area: QRectF) -> None:
    """To be called only while the timeline has the focus."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(sight.style.colour("accent"), WIDTH))
    painter.drawRect(area.adjusted(WIDTH / 2, WIDTH / 2, -WIDTH / 2, -WIDTH / 2))
    one = bars.placed(sight.frame, sight.here) if sight.here is not None else None
    painter.setPen(QPen(sight.style.colour("text"), 1.0, Qt.PenStyle.DotLine))
    place = sight.place_of(sight.lane)
    if place >= 0 and not (row := column.row_rect(sight.frame, place)).isEmpty():
        painter.drawRect(row.adjusted(3, 1, -3, -1).toAlignedRect())
    if one is not None:
        painter.save()
        painter.setClipRect(sight.frame.part_of(sight.rows.row_of(one.index)).plot)
        painter.drawRect(one.rect.adjusted(-5, -5, 5, 5).toAlignedRect())
        painter.restore()
