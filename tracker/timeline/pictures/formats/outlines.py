"""Text as shapes, so that a file looks the same where its font is not installed."""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QPaintDevice, QPainter, QPainterPath


class OutliningPainter(QPainter):
    """Draws what any painter draws, but each letter by its outline."""

    def drawText(self, at: QPointF, text: str) -> None:  # type: ignore[override]
        path = QPainterPath()
        path.addText(at, self.font(), text)
        self.fillPath(path, self.pen().brush())


def painter_on(device: QPaintDevice, outlines: bool) -> QPainter:
    return OutliningPainter(device) if outlines else QPainter(device)
