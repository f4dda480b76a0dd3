"""A label that shortens its text to the room there is, and says all of it in its tip and to a screen reader."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from tracker.widgets.parts.hints import hint

_BESIDE = 16  # pixels that the style sheet leaves beside the text


class ShortLabel(QLabel):
    """Takes what room it is given, and asks for as much as the text needs."""

    def __init__(self, where: Qt.TextElideMode) -> None:
        super().__init__()
        self._where, self._whole = where, ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)

    def show_text(self, text: str) -> None:
        self._whole = text
        self.setAccessibleName(text)
        hint(self, text)
        self._shorten()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._shorten()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _shorten(self) -> None:
        self.setText(self.fontMetrics().elidedText(self._whole, self._where, self.width() - _BESIDE))
