"""A line that can be typed into from outside: a screen reader's or a dictation's text counts as typed."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QLineEdit


class Line(QLineEdit):
    """Qt says `textEdited` of keys alone; here also of what comes over the accessibility bus."""

    def __init__(self) -> None:
        super().__init__()
        self._known = ""  # the text as it was last typed or set by the program
        self.textEdited.connect(self._on_edited)
        self.textChanged.connect(self._on_changed)

    def setText(self, text: str | None) -> None:
        """What the program writes. Who writes from outside gets to Qt's own method, past this one."""
        self._known = text or ""
        super().setText(text)
        self._known = self.text()

    def clear(self) -> None:
        self.setText("")

    @Slot(str)
    def _on_edited(self, text: str) -> None:
        self._known = text

    @Slot(str)
    def _on_changed(self, text: str) -> None:
        if text != self._known and self.text() == text:
            self.textEdited.emit(text)
