"""The picture as lines and texts for paper."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QHashSeed, QMarginsF, QSizeF, QUuid
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter

from tracker.domain.progress import Progress
from tracker.domain.times import EPOCH
from tracker.timeline.pictures.formats.buffer import bytes_of, opened
from tracker.timeline.pictures.formats.outlines import painter_on
from tracker.timeline.pictures.formats.pdf_tidy import dated
from tracker.timeline.pictures.option import DPI
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.pictures.sheet import Sheet, draw

_PDF_DPI = 1200


def render(sheets: list[Sheet], options: PictureOptions, progress: Progress = float) -> bytes:
    """A document with a page for each sheet; all are as large."""
    QHashSeed.setDeterministicGlobalSeed()  # Qt keeps the fonts in a hash, and lists them in its order
    try:
        content = _rendered(sheets, options, progress)
    finally:
        QHashSeed.resetRandomGlobalSeed()
    return dated(content, datetime.now(UTC) if options.stamp else EPOCH)


def _rendered(sheets: list[Sheet], options: PictureOptions, progress: Progress) -> bytes:
    buffer, plan = opened(), sheets[0].plan
    writer = QPdfWriter(buffer)
    writer.setTitle(plan.title)
    writer.setCreator("Mission Tracker")
    writer.setDocumentId(QUuid.createUuidV5(QUuid(), plan.title.encode()))  # not a new one each time
    writer.setResolution(_PDF_DPI)
    size = QSizeF(sheets[0].width, sheets[0].height) * (72 / DPI)
    writer.setPageSize(QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch))
    writer.setPageOrientation(QPageLayout.Orientation.Portrait)
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    with painter_on(writer, options.outlines) as painter:
        painter.scale(_PDF_DPI / DPI, _PDF_DPI / DPI)
        for number, sheet in enumerate(sheets):
            if number:
                writer.newPage()
            sheet.style.fades_in_layers = True
            draw(painter, sheet, partial(_share, progress, number, len(sheets)))
    return bytes_of(buffer)


def _share(progress: Progress, page: int, of: int, done: float) -> None:
    progress((page + done) / of)
