"""The preview: one page of the picture as it will be, whole or at 100 %, and under it which page and how large."""

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QBrush, QImage, QKeyEvent, QMouseEvent, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QToolButton, QVBoxLayout, QWidget

from tracker.i18n import _
from tracker.palette import Palette
from tracker.widgets.export.drawing import Drawn
from tracker.widgets.parts.style import current

MARGIN = 15  # around the page and its hairline


class Page(QScrollArea):
    """A page on the desk. A click or Enter comes closer, to just that place, and goes back."""

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


class Preview(QWidget):
    """The page, with the means to turn pages below it. `wished` says that another drawing is needed."""

    wished = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.number, self._pages = 0, 1
        self._back, self._forth = QToolButton(), QToolButton()
        self._which, self.state, self._measures = QLabel(), QLabel(), QLabel()
        for button, text, name in ((self._back, "‹", _("Previous page")), (self._forth, "›", _("Next page"))):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for label in (self._which, self.state, self._measures):
            label.setProperty("role", "muted")
        self._arrange()
        self.page.zoomed.connect(self.wished)
        self.page.resized.connect(self.wished)
        self.page.turned.connect(self.turn)
        self._back.clicked.connect(self._on_back)
        self._forth.clicked.connect(self._on_forth)
        self._show_number()

    def _arrange(self) -> None:
        for widget in self._turning:
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the page keeps its size whatever stands below it
            widget.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._measures)
        foot.addWidget(self.state)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._which)
        foot.addWidget(self._forth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.page, 1)
        column.addLayout(foot)

    @property
    def _turning(self) -> tuple[QWidget, ...]:
        return (self._back, self._which, self._forth)

    def show_drawn(self, drawn: Drawn) -> None:
        self.number, self._pages = drawn.page, drawn.pages
        self.page.show_page(drawn)
        self._measures.setText(drawn.measures)
        self._show_number()

    @Slot(int)
    def turn(self, by: int) -> None:
        number = min(max(0, self.number + by), self._pages - 1)
        if number != self.number:
            self.number = number
            self._show_number()
            self.wished.emit()

    @Slot()
    def _on_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_forth(self) -> None:
        self.turn(1)

    def _show_number(self) -> None:
        for widget in self._turning:
            widget.setVisible(self._pages > 1)
        self._which.setText(_("Page {page} of {pages}").format(page=self.number + 1, pages=self._pages))
        self._back.setEnabled(self.number > 0)
        self._forth.setEnabled(self.number + 1 < self._pages)
