"""The timeline on the screen: one painter item in a pyqtgraph view, which hands on mouse and keys.

Import this module (and `view`) only when a timeline is to be seen: pyqtgraph takes its time.
"""

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QCursor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QNativeGestureEvent,
    QPainter,
    QResizeEvent,
    QStatusTipEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QGestureEvent, QPinchGesture, QToolTip

from tracker.i18n import _
from tracker.palette import Palette
from tracker.timeline.drawing.paint import paint
from tracker.timeline.hands import focus
from tracker.timeline.hands.changing import Changing
from tracker.timeline.hands.drift import Drift
from tracker.timeline.hands.entry import Entry
from tracker.timeline.hands.keys import Keys
from tracker.timeline.hands.lanes import Lanes
from tracker.timeline.hands.marks import Marks
from tracker.timeline.hands.mouse import NEW, Mouse
from tracker.timeline.hands.wheel import Wheel
from tracker.timeline.screen.item import PainterItem
from tracker.timeline.speech.reader import Reader, speak_of
from tracker.timeline.viewing.sight import Sight
from tracker.tips import tip


class Canvas(pyqtgraph.GraphicsView):
    """`sight` says what is shown; `mouse` and `keys` what a person does with it."""

    def __init__(self, palette: Palette, sight: Sight | None = None) -> None:
        speak_of("Canvas")
        super().__init__(background=None, useOpenGL=False)
        self.sight = sight or Sight(palette, self)
        self.wheel, self.marks = Wheel(self.sight, self), Marks(self.sight, self)
        self.changing = Changing(self.sight, self)
        self.keys = Keys(self.sight, self.changing, self.marks, self)
        self.mouse = Mouse(self.sight, self.changing, self.marks.snaps, self)
        self.entry = Entry(self.sight, self.changing, self)
        self.drift = Drift(self.sight, self)
        self.reader = Reader(self, self.sight, self.keys.chosen.emit)
        self._dragged: QMouseEvent | None = None
        self._status = ""
        self.lanes = Lanes(self.sight, self)
        self._box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self._item = PainterItem(self._draw)
        self._box.addItem(self._item, ignoreBounds=True)
        self.setCentralItem(self._box)
        self._fill_nothing_beforehand()
        self.sight.changed.connect(self._on_changed)
        self.keys.cancelled.connect(self._on_escape)
        self.keys.typing.connect(self.entry.open)
        self.drift.drifted.connect(self._on_drifted)
        self.marks.changed.connect(self._on_marks)
        self.changing.changed.connect(self._on_marks)
        self.changing.refused.connect(self.reader.announce)
        self.marks.moved.connect(self.reader.announce)
        self.setAccessibleName(_("Timeline"))
        self.setAccessibleDescription(_("Arrow keys walk from bar to bar and lane to lane, Return opens the record."))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.viewport().setMouseTracking(True)
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
        self.changing.draw(painter)
        self.lanes.draw(painter)
        if self.hasFocus():
            focus.draw(painter, sight, QRectF(self.viewport().rect()))

    def _on_marks(self) -> None:
        self._item.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.lanes.leave()
        self.marks.leave()
        self.changing.offer("", QPointF())
        self._say("")

    def _on_changed(self) -> None:
        """Tells pyqtgraph the range, in seconds from a nearby origin so that other items stay exact."""
        scale, origin = self.sight.scale, self.sight.plan.home[0]
        times = (scale.time(0.0) - origin, scale.end - origin)
        self._box.setRange(xRange=times, yRange=(0.0, float(self.height())), padding=0.0)
        self._item.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        self.wheel.turn(event)

    def stop(self) -> bool:
        """Ends what a hand holds as if it had never begun; whether there was anything."""
        self.drift.stop()
        self.entry.close_field()
        was_changing = self.changing.target is not None
        self.mouse.let_go()
        self.changing.cancel()
        return self.marks.stop() or was_changing

    def _on_escape(self) -> None:
        """One thing a time: what a hand holds, the measure, the cursor, a lane that is shown alone."""
        if not self.stop() and not self.marks.clear():
            self.sight.show_all_lanes()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if not self.lanes.press(event) and not self.marks.press(event):
            self.mouse.press(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        is_column = self.lanes.move(event)
        if not self.marks.move(event):
            self.mouse.move(event)
        is_over_names = is_column and not self.mouse.is_changing
        self._show_hands(event.position(), event.modifiers(), is_over_names)
        if self.mouse.is_changing or self.marks.is_held:
            self._dragged = event.clone()
            self.drift.follow(event.position().x())

    def _show_hands(self, at: QPointF, held: Qt.KeyboardModifier, is_over_names: bool = False) -> None:
        """The pointer, a hint and the window's status line say what can be done there."""
        self.viewport().setCursor(self.lanes.cursor(at) if is_over_names else self.mouse.cursor(at, held))
        self.mouse.hover(at, held)
        self._say("" if is_over_names or self.mouse.is_changing else self.mouse.status(at))

    def _say(self, text: str) -> None:
        if text != self._status:
            self._status = text
            QApplication.sendEvent(self, QStatusTipEvent(text))

    def _on_ctrl(self, event: QKeyEvent, is_held: bool) -> None:
        """Ctrl alone changes what a press would do, without a move."""
        at = QPointF(self.viewport().mapFromGlobal(QCursor.pos()))
        if event.key() == Qt.Key.Key_Control and self.viewport().underMouse():
            self._show_hands(at, NEW if is_held else Qt.KeyboardModifier.NoModifier, self.lanes.at(at) >= 0)

    def _on_drifted(self) -> None:
        if self._dragged is not None:
            self.mouseMoveEvent(self._dragged)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.drift.stop()
        if not self.marks.release():
            self.mouse.release(event)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if not self.lanes.double_click(event):
            self.mouse.double_click(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        event.setAccepted(self.lanes.ask_menu(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        self._on_ctrl(event, True)
        event.setAccepted(self._typed(event) or self.keys.press(event))

    def _typed(self, event: QKeyEvent) -> bool:
        """What is typed during a drag says exactly when."""
        text = event.text()
        target = self.mouse.let_go() if text.isprintable() and text.strip() and self.mouse.is_changing else None
        if target is not None:
            self.drift.stop()
            self.entry.open(target, text)
        return target is not None

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._on_ctrl(event, False)
        self.keys.release(event)
        event.accept()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._item.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.entry.isVisible():
            self.stop()
        self._item.update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            where = QPointF(event.pos())
            text = self.lanes.tip(where) or self.mouse.tip(where)
            QToolTip.showText(event.globalPos(), tip(text), self)
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
