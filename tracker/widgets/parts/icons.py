"""The program's own icons: SVG files drawn in one colour, which is set to the palette's text colour."""

import os

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QGuiApplication, QIcon, QPixmap

import tracker.resources
from tracker.palette import Palette

SIZE = QSize(20, 20)


def resource(*names: str) -> str:
    """The path of a file of ours, with slashes, as a style sheet wants it.

    By the package's own path: importlib.resources finds the same and costs a tenth of the first frame.
    """
    return os.path.join(os.path.dirname(tracker.resources.__file__), *names).replace("\\", "/")


def icon(name: str, palette: Palette) -> QIcon:
    """The icon in the palette's text colour, sharp on the densest screen.

    Faded where it is off: what Qt makes of it by itself is as bright as the rest on a dark surface.
    """
    drawing = _read(name)
    found = QIcon(_drawn(drawing.replace("currentColor", palette.text), SIZE.width()))
    faded = drawing.replace("<svg ", '<svg opacity="0.5" ', 1).replace("currentColor", palette.muted)
    found.addPixmap(_drawn(faded, SIZE.width()), QIcon.Mode.Disabled)
    return found


def program_icon() -> QIcon:
    """The icon of the program itself."""
    found = QIcon()
    for size in (16, 32, 48, 128):
        found.addPixmap(_drawn(_read("mission-tracker"), size))
    return found


def _read(name: str) -> str:
    with open(resource("icons", f"{name}.svg"), encoding="utf-8") as drawing:
        return drawing.read()


def _drawn(drawing: str, size: int) -> QPixmap:
    """An SVG text at a size in points; the picture has as many pixels as the screen."""
    ratio = QGuiApplication.instance().devicePixelRatio()  # type: ignore[union-attr]
    pixels = round(size * ratio)
    pixmap = QPixmap()
    sized = drawing.replace("<svg ", f'<svg width="{pixels}" height="{pixels}" ', 1)
    pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
    pixmap.setDevicePixelRatio(ratio)
    return pixmap
