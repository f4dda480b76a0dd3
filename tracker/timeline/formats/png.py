"""The picture in pixels."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.i18n import _
from tracker.timeline.formats.buffer import bytes_of, opened
from tracker.timeline.option import DPI
from tracker.timeline.picture_options import PictureOptions, check_pixels
from tracker.timeline.sheet import Sheet, draw


def render(sheets: list[Sheet], options: PictureOptions) -> bytes:
    """A file holds one page."""
    [sheet] = sheets
    check_pixels(sheet.width, sheet.height, options.density)
    buffer = opened()
    if not image_of(sheet, options.density).save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(_("The picture could not be made."))
    return bytes_of(buffer)


def image_of(sheet: Sheet, density: float) -> QImage:
    """The page with so many pixels for one at 1x."""
    image = _blank(sheet, density)
    painter = QPainter(image)
    painter.scale(density, density)
    draw(painter, sheet)
    painter.end()
    return image


def _blank(sheet: Sheet, density: float) -> QImage:
    kind = QImage.Format.Format_ARGB32_Premultiplied if sheet.is_clear else QImage.Format.Format_RGB32
    image = QImage(round(sheet.width * density), round(sheet.height * density), kind)
    if image.isNull():
        raise OSError(_("There is not enough memory for this picture."))
    image.fill(Qt.GlobalColor.transparent if sheet.is_clear else QColor(sheet.style.palette.surface))
    image.setDotsPerMeterX(round(DPI * density / 0.0254))
    image.setDotsPerMeterY(round(DPI * density / 0.0254))
    return image
