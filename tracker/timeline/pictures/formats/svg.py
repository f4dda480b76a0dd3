"""The picture as lines and texts for the web and for drawing programs."""

import re
from datetime import UTC, datetime

from PySide6.QtCore import QRectF, QSize
from PySide6.QtSvg import QSvgGenerator

from tracker.domain.progress import Progress
from tracker.timeline.pictures.formats.buffer import bytes_of, opened
from tracker.timeline.pictures.formats.outlines import painter_on
from tracker.timeline.pictures.formats.svg_tidy import tidy
from tracker.timeline.pictures.option import DPI
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.pictures.sheet import Sheet, draw


def render(sheets: list[Sheet], options: PictureOptions, progress: Progress = float) -> bytes:
    """A file holds one page."""
    [sheet] = sheets
    buffer = opened()
    generator = QSvgGenerator(QSvgGenerator.SvgVersion.Svg11)
    generator.setOutputDevice(buffer)
    generator.setResolution(DPI)
    generator.setSize(QSize(round(sheet.width), round(sheet.height)))
    generator.setViewBox(QRectF(0, 0, sheet.width, sheet.height))
    generator.setTitle(sheet.plan.title)
    generator.setDescription(sheet.plan.subtitle)
    with painter_on(generator, options.outlines) as painter:
        draw(painter, sheet, progress)
    content = tidy(_with_other_fonts(bytes_of(buffer)))
    content = _stamped(content, datetime.now(UTC)) if options.stamp else content
    return sized(content, options.size.side(sheet.width), options.size.side(sheet.height))


def sized(content: bytes, width: str, height: str) -> bytes:
    """An SVG of Qt's with the size that was asked for: in rounded millimetres a picture of pixels gets a column
    too wide in some viewers.
    """
    size = f'<svg width="{width}" height="{height}"'.encode()
    return re.sub(rb'<svg width="[\d.]+mm" height="[\d.]+mm"', size, content, count=1)


def _stamped(content: bytes, made: datetime) -> bytes:
    date = f'<dc:date xmlns:dc="http://purl.org/dc/elements/1.1/">{made.isoformat(timespec="seconds")}</dc:date>'
    return content.replace(b"<defs>", f"<metadata>{date}</metadata>\n<defs>".encode(), 1)


def _with_other_fonts(content: bytes) -> bytes:
    """Where the font is not installed, another one without serifs."""
    return re.sub(rb'font-family="(?!Sans Serif)([^"]+)"', rb'font-family="\1, sans-serif"', content)
