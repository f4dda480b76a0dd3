"""The timeline on the screen: one painter item in a pyqtgraph view, which hands on mouse and keys.

Import this module (and `view`) only when a timeline is to be seen: pyqtgraph takes its time.
"""

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QGestureEvent, QPinchGesture, QToolTip

from tracker.i18n import _
from tracker.palette import Palette
from tracker.timeline import focus
from tracker.timeline.item import PainterItem
from tracker.timeline.keys import Keys
from tracker.timeline.marks import Marks
from tracker.timeline.mouse import Mouse
from tracker.timeline.paint import paint
from tracker.timeline.reader import Reader, speak_of
from tracker.timeline.sight import Sight
from tracker.timeline.wheel import Wheel
from tracker.tips import tip


class Canvas(pyqtgraph.GraphicsView):
    """`sight` says what is shown; `mouse` and `keys` what a person does with it."""

    def __init__(self, palette: Palette) -> None:
        speak_of("Canvas")
        super().__init__(background=None, useOpenGL=False)
        self.sight = Sight(palette, self)
        self.mouse, self.keys = Mouse(self.sight, self), Keys(self.sight, self)
        self.wheel, self.marks = Wheel(self.sight, self), Marks(self.sight, self)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._item = PainterItem(self._draw)
        self._box.addItem(self._item, ignoreBounds=True)
        self.setCentralItem(self._box)
        self._fill_nothing_beforehand()
        self.sight.changed.connect(self._on_changed)
        self.keys.cancelled.connect(self.mouse.cancel)
        self.keys.cancelled.connect(self.marks.cancel)
        self.marks.changed.connect(self._on_marks)
        self.setAccessibleName(_("Timeline"))
        self.setAccessibleDescription(_("Arrow keys walk from bar to bar and lane to lane, Return opens the record."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
        self.reader = Reader(self, self.sight, self.keys.chosen.emit)
        self.viewport().grabGesture(Qt.GestureType.PinchGesture)

    def _fill_nothing_beforehand(self) -> None:
        """What is drawn covers all: pyqtgraph's kept background and Qt's own would be a third of a frame's time."""
        self.setCacheMode(self.CacheModeFlag.CacheNone)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    def _draw(self, painter: QPainter) -> None:
        sight = self.sight
        painter.fillRect(self.viewport().rect(), sight.style.colour("surface"))
        paint(painter, sight.frame, sight.style, sight.selected, clips=True)
        self.marks.draw(painter)
        self.mouse.draw(painter)
        if self.hasFocus():
            focus.draw(painter, sight, QRectF(self.viewport().rect()))

    def _on_marks(self) -> None:
        self._item.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.marks.leave()

    def _on_changed(self) -> None:
        """Tells pyqtgraph the range, in seconds from a nearby origin so that other items stay exact."""
        scale, origin = self.sight.scale, self.sight.plan.home[0]
        times = (scale.time(0.0) - origin, scale.end - origin)
        self._box.setRange(xRange=times, yRange=(0.0, float(self.height())), padding=0.0)
        self._item.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.wheel.turn(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.marks.press(event):
            self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self.marks.move(event):
            self.mouse.move(event)
        if not event.buttons():
            self.viewport().setCursor(self.mouse.cursor(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self.marks.release():
            self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.mouse.double_click(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        event.setAccepted(self.keys.press(event))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._item.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._item.update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            one = self.mouse.bar_near(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), tip(one.bar.tip) if one else "", self)
            return True
        if isinstance(event, QNativeGestureEvent) and self.wheel.pinch(event):
            return True
        if isinstance(event, QGestureEvent):
            return self._pinched(event)
        return bool(super().viewportEvent(event))

    def _pinched(self, event: QGestureEvent) -> bool:
        """Two fingers on a screen."""
        pinch = event.gesture(Qt.GestureType.PinchGesture)
        if not isinstance(pinch, QPinchGesture):
            return False
        event.accept(pinch)
        middle = self.viewport().mapFromGlobal(pinch.hotSpot())
        self.wheel.stretch(pinch.scaleFactor(), middle.x())
        return True

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "sight"):  # pyqtgraph resizes once before there is anything to show
            self.sight.resize(float(self.width()), float(self.height()))
