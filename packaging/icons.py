"""The icons in every size that desktops ask for, drawn from the SVGs by the Qt that is bundled."""

import subprocess
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
SOURCES = ("mission-tracker", "mission-tracker-store")
RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "icons"

# Runs in the environment of the bundle, since the one that builds need not have Qt.
_DRAW = """
import sys
from PySide6.QtCore import QRectF
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

application = QGuiApplication([])
drawing = QSvgRenderer(sys.argv[1])
for size in map(int, sys.argv[3:]):
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    painter = QPainter(image)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    assert image.save(f"{sys.argv[2]}-{size}.png")
image.save(f"{sys.argv[2]}.ico")
"""


def drawn(python: Path, target: Path) -> Path:
    """The folder with NAME-SIZE.png for each, NAME.svg, and for Windows NAME.ico."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = RESOURCES / f"{name}.svg"
        arguments = [str(python), "-c", _DRAW, str(source), str(target / name), *map(str, SIZES)]
        subprocess.run(arguments, check=True, env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""})
        (target / f"{name}.svg").write_bytes(source.read_bytes())
    return target
