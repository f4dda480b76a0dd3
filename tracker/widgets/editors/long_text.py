"""The editor of a text of many lines, which grows with it."""

from math import ceil
from typing import Any

from PySide6.QtCore import QSignalBlocker, QSize, Slot
from PySide6.QtGui import QFontMetricsF, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from tracker.widgets.editors.base import Editor
from tracker.widgets.editors.simple import fill

LEAST_LINES, MOST_LINES = 2, 10


class GrowingText(QPlainTextEdit):
    """As high as its text, between two lines and ten; Tab leads on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("editor", True)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().documentLayout().documentSizeChanged.connect(self._on_size)

    def sizeHint(self) -> QSize:
        lines = min(max(ceil(self.document().size().height()), LEAST_LINES), MOST_LINES)
        around = 2 * ceil(self.document().documentMargin()) + self.height() - self.viewport().height()
        return QSize(120, ceil(lines * QFontMetricsF(self.font()).lineSpacing()) + around + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, self.sizeHint().height())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.updateGeometry()  # only now are the borders known

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    @Slot()
    def _on_size(self) -> None:
        self.updateGeometry()


class LongTextEditor(Editor):
    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.box = GrowingText()
        self.name_control(self.box)
        fill(self, self.box)
        self.box.textChanged.connect(self._on_text)

    def value(self) -> str:
        """As typed; `toPlainText` would turn spaces that do not break into plain ones."""
        text = self.box.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")
        return text if text.strip() else ""

    def set_value(self, value: str) -> None:
        with QSignalBlocker(self):
            self.box.setPlainText(value)

    def set_read_only(self, read_only: bool) -> None:
        self.box.setReadOnly(read_only)

    @Slot()
    def _on_text(self) -> None:
        self.changed.emit()
