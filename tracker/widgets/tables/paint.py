"""How a cell is drawn: a thin frame for the focus, a dashed line under what is planned, a dotted one under rumours."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from tracker.palette import LIGHT, Palette

Index = QModelIndex | QPersistentModelIndex

LEFT, RIGHT = 16, 11  # of a cell's text: what the style sheet says, and room for the focus
_BELOW = 3  # from the text's baseline
_PENS = {"planned": [4.0, 3.0], "rumoured": [1.0, 2.0]}


class CellPainter(QStyledItemDelegate):
    """Leaves out the style's own focus frame, which would be a box in a box."""

    palette: Palette = LIGHT

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        bare = QStyleOptionViewItem(option)
        bare.state &= ~QStyle.StateFlag.State_HasFocus
        super().paint(painter, bare, index)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.save()
            painter.setPen(QPen(QColor(self.palette.accent), 1))
            painter.drawRect(option.rect.adjusted(0, 0, -1, -1))
            painter.restore()


def underline(painter: QPainter, option: QStyleOptionViewItem, certainty: str, colour: str) -> None:
    """Draws the line under the cell's text; `option` is that of the cell, filled in."""
    if certainty not in _PENS or not option.text:
        return
    metrics = option.fontMetrics
    width = min(metrics.horizontalAdvance(option.text), option.rect.width() - LEFT - RIGHT)
    is_right = bool(option.displayAlignment & Qt.AlignmentFlag.AlignRight)
    left = option.rect.right() - RIGHT - width if is_right else option.rect.left() + LEFT
    below = option.rect.center().y() + (metrics.ascent() - metrics.descent()) // 2 + _BELOW
    pen = QPen(QColor(colour), 1)
    pen.setDashPattern(_PENS[certainty])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.save()
    painter.setPen(pen)
    painter.drawLine(QPoint(left, below), QPoint(left + width, below))
    painter.restore()
