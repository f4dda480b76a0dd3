"""A sentence at the foot of the window, with at most one thing to do about it; never a question in the way."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from tracker.i18n import _

_SHOWN_MS = 12_000


class MessageBar(QFrame):
    """Shows the newest message for a while, or until it is closed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "message")
        self._call: Callable[[], object] | None = None
        self._text = QLabel()
        self._action, self._close = QPushButton(), QPushButton(_("Close"))
        self._timer = QTimer(self)
        self._arrange()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 4, 8, 4)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        for button in (self._action, self._close):
            button.setFlat(True)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SHOWN_MS)
        row.addWidget(self._text, 1)
        row.addWidget(self._action)
        row.addWidget(self._close)
        self._action.clicked.connect(self._on_action)
        self._close.clicked.connect(self.hide)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, action: str = "", call: Callable[[], object] | None = None) -> None:
        """Shows a sentence; `action` is the label of the one thing to do, which `call` does."""
        from tracker.timeline.speech.aloud import say_aloud  # not needed for the first frame

        self._text.setText(text)
        self._text.setAccessibleName(text)
        self._action.setText(action)
        self._action.setVisible(bool(action))
        self.setFocusProxy(self._action if action else self._close)
        self._call = call
        self.show()
        self._timer.start()
        say_aloud(self._text, " ".join(filter(None, (text, action))))

    def withdraw(self, call: Callable[[], object]) -> None:
        """Closes the bar if that is what it offers: the records have changed since, and it would do another thing."""
        if self._call == call:
            self._call = None
            self.hide()

    @property
    def text(self) -> str:
        """What is said now; empty when the bar is closed."""
        return self._text.text() if self.isVisible() else ""

    @Slot()
    def _on_action(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()
