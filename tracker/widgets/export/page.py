"""A page of a picture on the desk, whole or at 100 %."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QLabel, QScrollArea

from tracker.i18n import _
from tracker.palette import Palette
from tracker.widgets.export.drawing import Drawn
from tracker.widgets.parts.style import current

MARGIN = 15  # around the page and its hairline


class Page(QScrollArea):
    """A click or Enter comes closer, to just that place, and goes back."""

    zoomed = Signal()
    turned = Signal(int)
    resized = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.is_actual = False
        self._focus: tuple[float, float] = (0.5, 0.0)  # which part of the page is to be in the middle at 100 %
        self._label = QLabel()
        self._label.setMargin(MARGIN)
        self._label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._label.setProperty("role", "desk")
        self.setWidget(self._label)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Preview"))
        self.setAccessibleDescription(_("Enter shows it at 100 % and whole again, Page Up and Page Down turn pages."))
        self.setToolTip(_("Click to see it at 100 %, and again to see it whole"))
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def room(self) -> tuple[int, int]:
        """What a whole page can take, without scroll bars."""
        size = self.maximumViewportSize() - QSize(2, 2) * (MARGIN + 1)
        return max(1, size.width()), max(1, size.height())

    def show_page(self, drawn: Drawn) -> None:
        self._label.setPixmap(_on_desk(drawn.image, drawn.palette))
        self._label.setAccessibleName(drawn.measures)
        if self.is_actual:
            self._label.adjustSize()
            self._show_focus()

    def _show_focus(self) -> None:
        for bar, share in ((self.horizontalScrollBar(), self._focus[0]), (self.verticalScrollBar(), self._focus[1])):
            bar.setValue(round(share * (bar.maximum() + bar.pageStep()) - bar.pageStep() / 2))

    def zoom(self, place: QPoint | None = None) -> None:
        """Closer, about a place of the label; or whole again."""
        size = self._label.size()
        self._focus = (place.x() / size.width(), place.y() / size.height()) if place is not None else (0.5, 0.0)
        self.is_actual = not self.is_actual
        self.zoomed.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.zoom(self._label.mapFrom(self, event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pages = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.zoom()
        elif event.key() in pages:
            self.turned.emit(pages[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.DevicePixelRatioChange:
            self.resized.emit()


def _on_desk(image: QImage, palette: Palette) -> QPixmap:
    """The page with a hairline around it; where it is transparent, on the squares that stand for that everywhere."""
    width, height = image.deviceIndependentSize().toTuple()
    pixmap = QPixmap(image.size() + QSize(2, 2) * image.devicePixelRatio())
    pixmap.setDevicePixelRatio(image.devicePixelRatio())
    pixmap.fill(current().line)
    painter = QPainter(pixmap)
    if image.hasAlphaChannel():
        painter.fillRect(QRectF(1, 1, width, height), QBrush(_squares(palette)))
    painter.drawImage(QPointF(1, 1), image)
    painter.end()
    return pixmap


def _squares(palette: Palette) -> QPixmap:
    squares = QPixmap(16, 16)
    squares.fill(palette.surface)
    painter = QPainter(squares)
    for place in (0, 8):
        painter.fillRect(place, place, 8, 8, palette.guide)
    painter.end()
    return squares
