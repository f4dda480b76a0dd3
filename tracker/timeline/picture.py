"""The timeline as a file: PNG, SVG or PDF, drawn by the same painter as the screen, whatever that shows.

Needs a QGuiApplication, but no window and no widget. Two runs give the same bytes.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSaveFile, QSize, QSizeF, QUuid
from PySide6.QtGui import QColor, QImage, QPageLayout, QPageSize, QPainter, QPdfWriter

from tracker.i18n import _
from tracker.palette import DARK, LIGHT
from tracker.timeline.pdf_tidy import without_dates
from tracker.timeline.plan import Plan
from tracker.timeline.sheet import Sheet, draw, lay_out
from tracker.timeline.style import Style

DPI = 96  # of a pixel at 1x
WIDTH = 1600
LEAST_WIDTH, MOST_SIDE, MOST_PIXELS = 480, 32_000, 250_000_000
_PDF_DPI = 1200


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What can be chosen. `size` is width and height at 1x, height 0 as high as needed; `scale` makes
    so many pixels of one (PNG), for a finer picture of the same size on paper. `lower` and `upper`
    are seconds since 1970; without them everything is shown, or the plan's home range.
    """

    size: tuple[int, int] = (WIDTH, 0)
    scale: float = 1.0
    theme: str = "light"
    lower: float | None = None
    upper: float | None = None
    title: str | None = None
    all: bool = False


def export(plan: Plan, path: Path | str, options: PictureOptions = PictureOptions()) -> None:
    """Writes the picture in the format that the path's suffix names.

    ValueError with a sentence for what cannot be: options, folder, suffix. OSError if writing
    fails; the file that was there before is then untouched.
    """
    path = Path(path)
    render = _format(path)
    _check(options)
    if not path.parent.is_dir():
        raise ValueError(_("There is no folder “{folder}”.").format(folder=path.parent))
    write(path, render(sheet_of(plan, options), options.scale))


def sheet_of(plan: Plan, options: PictureOptions) -> Sheet:
    """The page that the options ask for, not drawn yet."""
    if options.title is not None:
        plan = replace(plan, title=options.title)
    style = Style(DARK if options.theme == "dark" else LIGHT)
    return lay_out(plan, style, span_of(plan, options), options.size[0], options.size[1] or None)


def span_of(plan: Plan, options: PictureOptions) -> tuple[float, float]:
    """The range of the picture: what is chosen, to the second, else home or all of it with a margin."""
    lower, upper = plan.extent if options.all else plan.home
    margin = max((upper - lower) * 0.02, 1.0) if options.all else 0.0
    lower = lower - margin if options.lower is None else options.lower
    upper = upper + margin if options.upper is None else options.upper
    if upper <= lower:
        raise ValueError(_("The picture must end later than it begins."))
    return lower, upper


def _format(path: Path) -> Callable[[Sheet, float], bytes]:
    renders = {".png": _png, ".svg": _svg, ".pdf": _pdf}
    if path.suffix.lower() not in renders:
        raise ValueError(
            _("“{name}” must end in .png, .svg or .pdf, which says what is written.").format(name=path.name)
        )
    return renders[path.suffix.lower()]


def _check(options: PictureOptions) -> None:
    width, height = options.size
    if options.theme not in ("light", "dark"):
        raise ValueError(_("The theme is light or dark, not “{theme}”.").format(theme=options.theme))
    if not 0.25 <= options.scale <= 16:
        raise ValueError(_("The scale must lie between 0.25 and 16."))
    if width < LEAST_WIDTH or height < 0:
        raise ValueError(_("A picture is at least {pixels} pixels wide.").format(pixels=LEAST_WIDTH))
    _check_pixels(width, height, options.scale)


def _check_pixels(width: float, height: float, scale: float) -> None:
    if max(width, height) * scale > MOST_SIDE or width * height * scale**2 > MOST_PIXELS:
        raise ValueError(
            _("{width} × {height} pixels are too many; {side} a side and {total} million in all are the most.").format(
                width=round(width * scale), height=round(height * scale), side=MOST_SIDE, total=MOST_PIXELS // 10**6
            )
        )


def _png(sheet: Sheet, scale: float) -> bytes:
    _check_pixels(sheet.width, sheet.height, scale)
    image = QImage(round(sheet.width * scale), round(sheet.height * scale), QImage.Format.Format_RGB32)
    if image.isNull():
        raise OSError(_("There is not enough memory for this picture."))
    image.fill(QColor(sheet.style.palette.surface))
    image.setDotsPerMeterX(round(DPI * scale / 0.0254))
    image.setDotsPerMeterY(round(DPI * scale / 0.0254))
    painter = QPainter(image)
    painter.scale(scale, scale)
    draw(painter, sheet)
    painter.end()
    buffer = _buffer()
    if not image.save(buffer, "PNG"):  # type: ignore[call-overload]
        raise OSError(_("The picture could not be made."))
    return bytes(buffer.data().data())


def _svg(sheet: Sheet, scale: float) -> bytes:
    from PySide6.QtSvg import QSvgGenerator  # a module of its own that only this needs

    buffer = _buffer()
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
    return in_pixels(bytes(buffer.data().data()), round(sheet.width), round(sheet.height))


def in_pixels(content: bytes, width: int, height: int) -> bytes:
    """An SVG of Qt's with its size in pixels: in rounded millimetres it gets a column too wide in some viewers."""
    size = b'<svg width="%d" height="%d"' % (width, height)
    return re.sub(rb'<svg width="[\d.]+mm" height="[\d.]+mm"', size, content, count=1)


def _pdf(sheet: Sheet, scale: float) -> bytes:
    buffer = _buffer()
    writer = QPdfWriter(buffer)
    writer.setTitle(sheet.plan.title)
    writer.setCreator("Mission Tracker")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), sheet.plan.title.encode()))  # not a new one each time
    writer.setResolution(_PDF_DPI)
    size = QSizeF(sheet.width, sheet.height) * (72 / DPI)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageOrientation(QPageLayout.Orientation.Portrait)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.scale(_PDF_DPI / DPI, _PDF_DPI / DPI)
    sheet.style.fades_in_layers = True
    draw(painter, sheet)
    painter.end()
    return without_dates(bytes(buffer.data().data()))


def _buffer() -> QBuffer:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    return buffer


def write(path: Path, content: bytes) -> None:
    """Writes beside the file and renames, so that a failure leaves the old one."""
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit()
    if not is_written:
        raise OSError(_("“{path}” could not be written: {why}.").format(path=path, why=file.errorString()))
