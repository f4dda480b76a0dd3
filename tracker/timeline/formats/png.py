"""The picture in pixels."""

from PySide6.QtGui import QColor, QImage, QPainter

from tracker.i18n import _
from tracker.timeline.formats.buffer import bytes_of, opened
from tracker.timeline.picture_options import DPI, PictureOptions, check_pixels
from tracker.timeline.sheet import Sheet, draw


def render(sheet: Sheet, options: PictureOptions) -> bytes:
    check_pixels(sheet.width, sheet.height, options.scale)
    image = _blank(sheet, options.scale)
    painter = QPainter(image)
    painter.scale(options.scale, options.scale)
    draw(painter, sheet)
    painter.end()
    buffer = opened()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(_("The picture could not be made."))
    return bytes_of(buffer)


def _blank(sheet: Sheet, scale: float) -> QImage:
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(_("There is not enough memory for this picture."))
    image.fill(QColor(sheet.style.palette.surface))
    image.setDotsPerMeterX(round(DPI * scale / 0.0254))
    image.setDotsPerMeterY(round(DPI * scale / 0.0254))
    return image
