"""The icons in every size that desktops ask for, drawn from the SVGs by the Qt that is bundled.

Windows and macOS want all sizes in one file; both kinds are lists of PNGs with a head, written here, since Qt's
own writers keep one size only.
"""

import struct
import subprocess
from pathlib import Path

SIZES = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
SOURCES = ("mission-tracker", "mission-tracker-store")
RESOURCES = Path(__file__).resolve().parent.parent / "resources" / "icons"
ICO = (16, 24, 32, 48, 64, 96, 128, 256)
# What macOS calls a picture of so many pixels; some are the double of a smaller one.
ICNS = {b"icp4": 16, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512}

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
"""


def drawn(python: Path, target: Path) -> Path:
    """The folder with NAME-SIZE.png for each, NAME.svg, for Windows NAME.ico and for macOS NAME.icns."""
    target.mkdir(parents=True, exist_ok=True)
    for name in SOURCES:
        source = RESOURCES / f"{name}.svg"
        arguments = [str(python), "-c", _DRAW, str(source), str(target / name), *map(str, SIZES)]
        subprocess.run(arguments, check=True, env={"QT_QPA_PLATFORM": "offscreen", "PATH": ""})
        pictures = {size: (target / f"{name}-{size}.png").read_bytes() for size in SIZES}
        (target / f"{name}.svg").write_bytes(source.read_bytes())
        (target / f"{name}.ico").write_bytes(ico(pictures))
        (target / f"{name}.icns").write_bytes(icns(pictures))
    return target


def ico(pictures: dict[int, bytes]) -> bytes:
    """Pictures by their size as an icon of Windows: a table of where each is, then the pictures."""
    place = 6 + 16 * len(ICO)
    table = struct.pack("<HHH", 0, 1, len(ICO))
    for size in ICO:  # a byte has no 256: it is written as 0
        table += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(pictures[size]), place)
        place += len(pictures[size])
    return table + b"".join(pictures[size] for size in ICO)


def icns(pictures: dict[int, bytes]) -> bytes:
    """The same as one of macOS: a kind and a length before each picture, and before all."""
    parts = [kind + struct.pack(">I", 8 + len(pictures[size])) + pictures[size] for kind, size in ICNS.items()]
    return b"icns" + struct.pack(">I", 8 + sum(map(len, parts))) + b"".join(parts)
