"""The picture in pixels."""

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from tracker.domain.progress import Progress
from tracker.i18n import _
from tracker.timeline.pictures.formats.png_encoder import PngEncoder
from tracker.timeline.pictures.option import DPI
from tracker.timeline.pictures.picture_options import PictureOptions, check_pixels
from tracker.timeline.pictures.sheet import Sheet, draw

BAND = 2**23  # pixels that are in memory at a time: a picture for a large screen in one
AROUND = 16  # rows that are drawn beyond a band: Qt draws slanted lines a little otherwise where an image ends


def render(sheets: list[Sheet], options: PictureOptions, progress: Progress = float) -> bytes:
    """A file holds one page."""
    [sheet] = sheets
    check_pixels(sheet.width, sheet.height, options.density)
    width, height = _pixels(sheet, options.density)
    texts = {"Title": sheet.plan.title, "Description": sheet.plan.subtitle, "Software": "Mission Tracker"}
    if options.stamp:
        texts["Creation Time"] = _now()
    encoder = PngEncoder(width, height, DPI * options.density, sheet.is_clear, texts)
    rows = max(1, BAND // width)
    for top in range(0, height, rows):
        progress(top / height)
        bottom = min(top + rows, height)
        around = range(max(0, top - AROUND), min(bottom + AROUND, height))
        encoder.add(image_of(sheet, options.density, around), top - around.start, bottom - top)
    return encoder.finish()


def image_of(sheet: Sheet, density: float, rows: range | None = None) -> QImage:
    """The page with so many pixels for one at 1x, or some rows of them."""
    width, height = _pixels(sheet, density)
    rows = range(height) if rows is None else rows
    image = _blank(sheet, width, len(rows))
    image.setDotsPerMeterX(round(DPI * density / 0.0254))
    image.setDotsPerMeterY(round(DPI * density / 0.0254))
    painter = QPainter(image)
    painter.translate(0, -rows.start)
    painter.scale(density, density)
    draw(painter, sheet)
    painter.end()
    return image


def _now() -> str:
    from email.utils import format_datetime  # as PNG wants its times; seldom asked for, and it brings a network along

    return format_datetime(datetime.now(UTC))


def _pixels(sheet: Sheet, density: float) -> tuple[int, int]:
    return round(sheet.width * density), round(sheet.height * density)


def _blank(sheet: Sheet, width: int, height: int) -> QImage:
    kind = QImage.Format.Format_ARGB32_Premultiplied if sheet.is_clear else QImage.Format.Format_RGB888
    image = QImage(width, height, kind)
    if image.isNull():
        raise OSError(_("There is not enough memory for this picture."))
    if sheet.is_clear:
        image.fill(Qt.GlobalColor.transparent)  # else the sheet's own ground covers all of it
    return image
