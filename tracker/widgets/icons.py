"""The program's own icons: SVG files drawn in one colour, which is set to the palette's text colour."""

from importlib.resources import files

from PySide6.QtCore import QByteArray, QSize
from PySide6.QtGui import QIcon, QPixmap

from tracker.palette import Palette

_FOLDER = files("tracker.resources") / "icons"
_SIZES = (20, 40)  # 1x and 2x


def file(name: str) -> str:
    """The path of an icon file, for a style sheet."""
    return str(_FOLDER / f"{name}.svg").replace("\\", "/")


def icon(name: str, palette: Palette) -> QIcon:
    """The icon in the palette's text colour, muted where it is disabled."""
    found = QIcon()
    drawing = (_FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    for mode, colour in ((QIcon.Mode.Normal, palette.text), (QIcon.Mode.Disabled, palette.line)):
        for size in _SIZES:
            found.addPixmap(_drawn(drawing.replace("currentColor", colour), size), mode)
    return found


def _drawn(drawing: str, size: int) -> QPixmap:
    sized = drawing.replace("<svg ", f'<svg width="{size}" height="{size}" ', 1)
    pixmap = QPixmap()
    pixmap.loadFromData(QByteArray(sized.encode()), "SVG")
    return pixmap


def program_icon() -> QIcon:
    """The icon of the program itself."""
    found = QIcon()
    drawing = (_FOLDER / "mission-tracker.svg").read_text(encoding="utf-8")
    for size in (16, 32, 48, 128):
        found.addPixmap(_drawn(drawing, size), QIcon.Mode.Normal)
    return found


SIZE = QSize(20, 20)
