"""Puts what has several forms on the clipboard, and leaves there what may outlive Python."""

import atexit

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QGuiApplication


def put(data: QMimeData) -> None:
    QGuiApplication.clipboard().setMimeData(data)
    atexit.unregister(_let_go)
    atexit.register(_let_go, data)


def _let_go(data: QMimeData) -> None:
    """Some platforms delete what is on the clipboard after Python has gone, and crash if Python made it:
    if it is still there, a picture or a text of Qt's own takes its place.
    """
    clipboard = QGuiApplication.clipboard() if QGuiApplication.instance() else None
    if clipboard is None or clipboard.mimeData() is not data:
        return
    image = clipboard.image()
    if image.isNull():
        clipboard.setText(clipboard.text())
    else:
        clipboard.setImage(image)
