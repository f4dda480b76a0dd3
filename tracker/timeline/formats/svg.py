"""The picture as lines and texts for the web and for drawing programs."""

import re

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from tracker.timeline.formats.buffer import bytes_of, opened
from tracker.timeline.picture_options import DPI, PictureOptions
from tracker.timeline.sheet import Sheet, draw


def render(sheet: Sheet, options: PictureOptions) -> bytes:
    buffer = opened()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(round(sheet.width), round(sheet.height)))
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    generator.setTitle(sheet.plan.title)
    generator.setDescription(sheet.plan.subtitle)
    painter = QPainter(generator)
    draw(painter, sheet)
    painter.end()
    return in_pixels(bytes_of(buffer), round(sheet.width), round(sheet.height))


def in_pixels(content: bytes, width: int, height: int) -> bytes:
    """An SVG of Qt's with its size in pixels: in rounded millimetres it gets a column too wide in some viewers."""
    size = b'<svg width="%d" height="%d"' % (width, height)
    return re.sub(rb'<svg width="[\d.]+mm" height="[\d.]+mm"', size, content, count=1)
