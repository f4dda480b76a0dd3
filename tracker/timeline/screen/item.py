"""The painter as one item of a pyqtgraph scene; what it draws is asked for at every repaint."""

import logging
from collections.abc import Callable

import pyqtgraph
from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter

log = logging.getLogger(__name__)


class PainterItem(pyqtgraph.GraphicsObject):
    """Fills its view box and draws in pixels. An exception inside paint() can end the program,
    so it is logged, and only once for each kind: a frame comes sixty times a second.
    """

    def __init__(self, draw: Callable[[QPainter], None]) -> None:
        super().__init__()
        self._draw = draw
        self._logged: set[str] = set()

    def boundingRect(self) -> QRectF:
        return QRectF(self.viewRect())

    def viewTransformChanged(self) -> None:
        self.prepareGeometryChange()
        super().viewTransformChanged()

    def paint(self, painter: QPainter, *_args: object) -> None:
        painter.save()
        try:
            painter.resetTransform()
            self._draw(painter)
        except Exception as error:  # noqa: BLE001 - see above
            self._complain(error)
        finally:
            painter.restore()

    def _complain(self, error: Exception) -> None:
        if repr(error) not in self._logged:
            self._logged.add(repr(error))
            log.exception("The timeline could not be drawn")
