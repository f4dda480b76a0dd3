"""Who gets Ctrl+Z: the text field that has the focus, as long as it has typing to take back; else the document."""

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_UNDO, _REDO = QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo


class UndoFocus(QObject):
    """A field claims undo and redo always, even with nothing to undo; this lets them through to the window."""

    def watch(self) -> None:
        app = QApplication.instance()
        if app is not None:
            app.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.ShortcutOverride or not isinstance(event, QKeyEvent):
            return False
        if not isinstance(watched, QWidget) or watched.window() is not self.parent():
            return False
        return _has_nothing(watched, event)


def _has_nothing(widget: QWidget, event: QKeyEvent) -> bool:
    if event.matches(_UNDO):
        return not _can(widget, "isUndoAvailable")
    return event.matches(_REDO) and not _can(widget, "isRedoAvailable")


def _can(widget: QWidget, question: str) -> bool:
    if isinstance(widget, QLineEdit):
        return bool(getattr(widget, question)())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return bool(getattr(widget.document(), question)())
    return False
