"""Memory that Qt writes a file into."""

from PySide6.QtCore import QBuffer, QIODevice


def opened() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def bytes_of(buffer: QBuffer) -> bytes:
    return bytes(buffer.data().data())
