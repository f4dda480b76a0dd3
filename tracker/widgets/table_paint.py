"""How a cell shows its certainty: a dashed line under what is planned, a dotted one under what is rumoured."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem

INSET = 8  # left and right of a cell's text, as in the style sheet
_BELOW = 3  # from the text's baseline
_PENS = {"planned": [4.0, 3.0], "rumoured": [1.0, 2.0]}


def underline(painter: QPainter, option: QStyleOptionViewItem, certainty: str, colour: str) -> None:
    """Draws the line under the cell's text; `option` is that of the cell, filled in."""
    if certainty not in _PENS or not option.text:
        return
    metrics = option.fontMetrics
    width = min(metrics.horizontalAdvance(option.text), option.rect.width() - 2 * INSET)
    is_right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
    left = option.rect.right() - INSET - width if is_right else option.rect.left() + INSET
    below = option.rect.center().y() + (metrics.ascent() - metrics.descent()) // 2 + _BELOW
    pen = QPen(QColor(colour), 1)
    pen.setDashPattern(_PENS[certainty])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setPen(pen)
    painter.drawLine(QPoint(left, below), QPoint(left + width, below))
    painter.restore()
