"""The small button beside a field's label that tells how surely a source backs it."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton

from tracker.domain.fields import Field
from tracker.i18n import _
from tracker.widgets.parts.certainty_marks import SIZE, Backing, certainty_icon
from tracker.widgets.parts.style import current


class SourceMark(QToolButton):
    """Says at a glance whether and how surely a source backs a field; pressing it shows the sentence."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._backing = Backing((), True, True)
        self.setProperty("role", "mark")
        self.setIconSize(SIZE)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_backing(self, backing: Backing) -> None:
        self._backing = backing
        words = backing.words
        self.setText(words)
        self.setVisible(bool(words))
        font = self.font()
        font.setItalic(backing.certainties == ("opinion",))
        self.setFont(font)
        self.setAccessibleName(_("Sources of {field}: {words}").format(field=self._field.text, words=words))
        self.setToolTip(_("Show what the sources say of this field"))
        self.repaint_mark()

    def sizeHint(self) -> QSize:
        """As tight as its words, so that it costs the label's line no height."""
        icon = SIZE.width() + 3 if self._backing.certainties else 0
        metrics = self.fontMetrics()
        return QSize(icon + metrics.horizontalAdvance(self.text()) + 8, metrics.height() + 2)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, box = current(), self.rect().adjusted(4, 0, -4, 0)
        if self._backing.certainties:
            dot = QRect(box.left(), (self.height() - SIZE.height()) // 2, SIZE.width(), SIZE.height())
            self.icon().paint(painter, dot)
            box.setLeft(dot.right() + 4)
        painter.setPen(QColor(palette.accent if self.underMouse() or self.hasFocus() else palette.muted))
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.drawRoundedRect(self.rect().adjusted(0, 0, -1, -1), 3, 3)
        painter.end()

    def repaint_mark(self) -> None:
        """Draws the dot in the palette in use."""
        if self._backing.certainties:
            self.setIcon(certainty_icon(self._backing.certainties[0], current()))
