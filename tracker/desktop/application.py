"""The one QApplication. macOS names a document to open in an event, at any time, and not on the command line."""

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication


class Application(QApplication):
    """`handed` says that a document was handed over; whoever can open it takes it."""

    handed = Signal()
    _document = ""

    def event(self, event: QEvent) -> bool:
        if event.type() != QEvent.Type.FileOpen:
            return super().event(event)
        assert isinstance(event, QFileOpenEvent)
        self._document = event.file()
        self.handed.emit()
        return True

    def take(self) -> str | None:
        """The document handed over last, once."""
        document, self._document = self._document, ""
        return document or None
