"""The timeline on the screen: one painter item in a pyqtgraph view, mouse, wheel and keys.

Import this module (and `view`) only when a timeline is to be seen: pyqtgraph takes its time.
"""

from collections.abc import Callable
from dataclasses import replace

import pyqtgraph
from PySide6.QtCore import QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QToolTip

from tracker.i18n import _
from tracker.palette import Palette
from tracker.timeline import bars, column, ghost
from tracker.timeline.bars import Placed
from tracker.timeline.frame import Frame
from tracker.timeline.gestures import Gesture, edge_of
from tracker.timeline.item import PainterItem
from tracker.timeline.paint import bar_at, paint
from tracker.timeline.plan import Plan
from tracker.timeline.rows import Rows, arrange
from tracker.timeline.scale import TimeScale, fitting
from tracker.timeline.style import Style

NOMINAL = 900.0  # pixels for which stacked labels get room, whatever the window's width
WHEEL_STEP = 1.25
FIT_MARGIN = 40.0


class Canvas(pyqtgraph.GraphicsView):
    """Draws a plan and turns gestures into signals. `scrolled` says that range or height changed."""

    bar_selected = Signal(str)
    bar_opened = Signal(str)
    bar_moved = Signal(str, float, str)
    scrolled = Signal()

    def __init__(self, palette: Palette) -> None:
        super().__init__(background=None, useOpenGL=False)
        self.style_ = Style(palette)
        self.plan = Plan()
        self.selected = ""
        self._rows = arrange(self.plan, 1.0, self.style_.plain.width)
        self._scale = TimeScale(0.0, 1.0, 0.0, 1.0)
        self._span = self.plan.home
        self._scroll = 0.0
        self._gesture: Gesture | None = None
        self._fitted_selection = False
        self._make_scene()
        self.setAccessibleName(_("Timeline"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _make_scene(self) -> None:
        self.box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, defaultPadding=0.0)
        self.box.setBorder(None)
        self.setCentralItem(self.box)
        self.item = PainterItem(self._draw)
        self.box.addItem(self.item, ignoreBounds=True)
        self.setBackground(self.style_.palette.surface)
        self.viewport().setMouseTracking(True)

    # --- what is shown ---------------------------------------------------------

    @property
    def frame_(self) -> Frame:
        """The geometry of the next repaint."""
        scale = self._scale
        height = max(1.0, float(self.height()))
        return Frame(
            self._rows, scale, 0.0, 0.0, scale.left, height, scroll=self._scroll, zone=self.plan.zone
        )

    def show_plan(self, plan: Plan) -> None:
        self.plan = plan
        self._gesture = None
        lower, upper = plan.home
        self._rows = arrange(plan, (upper - lower) / NOMINAL, self.style_.plain.width)
        self._lay_out()

    def set_palette(self, palette: Palette) -> None:
        self.style_ = Style(palette)
        self.setBackground(palette.surface)
        self._lay_out()

    def show_span(self, lower: float, upper: float, margin: float = 0.0) -> None:
        """Shows this stretch of time."""
        left, width = self._scale.left, self._scale.width
        self._set_scale(fitting(lower, upper, left, width, min(margin, width / 4)).zoomed(1.0, left))

    def scroll_to(self, pixels: float) -> None:
        self._scroll = min(max(0.0, float(round(pixels))), self.most_scroll)
        self._changed()

    @property
    def most_scroll(self) -> float:
        """How far the lanes can be scrolled until the last one is at the bottom."""
        frame = self.frame_
        return max(0.0, self._rows.count * frame.row_height - frame.plot.height())

    def _lay_out(self) -> None:
        widest = max(120.0, min(320.0, self.width() * 0.3))
        left = column.width_of(self.plan, self.style_, widest)
        self._scale = fitting(*self._span, left, max(1.0, self.width() - left))
        self.scroll_to(self._scroll)

    def _set_scale(self, scale: TimeScale) -> None:
        self._scale = scale
        self._span = (scale.start, scale.end)
        self._changed()

    def _changed(self) -> None:
        """Tells pyqtgraph the range, in seconds from a nearby origin so that items stay exact."""
        frame, origin = self.frame_, self.plan.home[0]
        begin, end = self._scale.time(0.0), self._scale.end
        self.box.setRange(
            xRange=(begin - origin, end - origin), yRange=(0.0, frame.height), padding=0.0
        )
        self.item.update()
        self.scrolled.emit()

    def _draw(self, painter: QPainter) -> None:
        frame = self.frame_
        paint(painter, frame, self.style_, self.selected, clips=True)
        gesture = self._gesture
        if gesture is not None and gesture.drags_bar:
            for index in frame.rows.of_key(gesture.bar.key if gesture.bar else ""):
                one = bars.placed(frame, index)
                if one is not None and one.bar == gesture.bar:
                    ghost.draw(painter, frame, self.style_, one, gesture)

    def bar_near(self, at: QPointF) -> Placed | None:
        return bar_at(self.frame_, at.x(), at.y())

    # --- selection -------------------------------------------------------------

    def select(self, key: str) -> None:
        """Marks a record's bars and brings the first of them into view. No signal: it is not news."""
        if key == self.selected:
            return
        self.selected = key
        self._fitted_selection = False
        found = self._rows.of_key(key) if key else []
        if found:
            self.reveal(found[0])
        self.item.update()

    def reveal(self, index: int) -> None:
        """Scrolls and pans just as far as a bar needs to be seen."""
        frame = self.frame_
        top = float(self._rows.row[index]) * frame.row_height
        room = frame.plot.height() - frame.row_height
        self.scroll_to(min(max(self._scroll, top - room), top))
        bar = self._rows.bars[index]
        lower, upper = _known(bar.start_lower, bar.end_upper, self.plan)
        if upper < self._scale.start or lower > self._scale.end:
            middle, half = (lower + upper) / 2, (self._scale.end - self._scale.start) / 2
            self.show_span(middle - half, middle + half)

    def fit_selection(self) -> None:
        """Shows the whole of what is selected, with some room around it."""
        spans = [_known(b.start_lower, b.end_upper, self.plan) for b in self.plan.bars if b.key == self.selected]
        if not spans:
            return
        lower, upper = min(s[0] for s in spans), max(s[1] for s in spans)
        least = 3600.0
        middle, half = (lower + upper) / 2, max(least, (upper - lower) / 2)
        self.show_span(middle - 1.5 * half, middle + 1.5 * half)

    def fit_all(self) -> None:
        self.show_span(*self.plan.extent, margin=FIT_MARGIN)

    def walk(self, by_row: int, by_bar: int) -> None:
        """To the next or previous bar in its row, or to the nearest one in the next row that has any."""
        found = self._rows.of_key(self.selected) if self.selected else []
        index = _walked(self._rows, found[0], by_row, by_bar) if found else 0 if self._rows.bars else -1
        if index >= 0:
            self._choose(self._rows.bars[index].key)

    def _choose(self, key: str) -> None:
        self.select(key)
        self.bar_selected.emit(key)

    # --- mouse, wheel, keys ----------------------------------------------------

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel zooms at the pointer; with Shift or Alt, or over the lane column, it scrolls."""
        delta = event.angleDelta()
        turns = (delta.y() or delta.x()) / 120
        aside = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier
        if event.modifiers() & aside or event.position().x() < self._scale.left:
            self.scroll_to(self._scroll - turns * 3 * self.frame_.row_height)
        elif delta.x() and not delta.y():
            self._set_scale(self._scale.panned(delta.x()))
        else:
            self._set_scale(self._scale.zoomed(WHEEL_STEP**turns, event.position().x()))
        event.accept()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        event.accept()
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        at = event.position()
        one = self.bar_near(at)
        if one is None:
            self._gesture = Gesture(at.x(), at.y())
        else:
            edge = edge_of(one.bar, one.rect.left(), one.rect.right(), at.x())
            self._gesture = Gesture(at.x(), at.y(), one.bar, edge)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        event.accept()
        at = event.position()
        if self._gesture is None:
            self._show_cursor(at)
            return
        before, self._gesture = self._gesture, self._gesture.to(at.x(), at.y())
        if self._gesture.has_moved and not self._gesture.edge:
            last = before if before.has_moved else replace(before, now_x=before.x, now_y=before.y)
            self._set_scale(self._scale.panned(at.x() - last.now_x))
            self.scroll_to(self._scroll - (at.y() - last.now_y))
        self.item.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        event.accept()
        if event.button() is not Qt.MouseButton.LeftButton or self._gesture is None:
            return
        gesture, self._gesture = self._gesture.to(event.position().x(), event.position().y()), None
        self.item.update()
        shift = gesture.shift(self._scale.seconds_per_pixel) if gesture.drags_bar else 0.0
        if gesture.bar is not None and shift:
            self.bar_moved.emit(gesture.bar.key, shift, gesture.edge)
        elif gesture.bar is not None and not gesture.has_moved:
            self._choose(gesture.bar.key)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        event.accept()
        one = self.bar_near(event.position())
        if one is not None:
            self.bar_opened.emit(one.bar.key)

    def _show_cursor(self, at: QPointF) -> None:
        one = self.bar_near(at)
        edge = edge_of(one.bar, one.rect.left(), one.rect.right(), at.x()) if one else ""
        shapes = {
            "both": Qt.CursorShape.SizeAllCursor if one and one.bar.can_move else Qt.CursorShape.ArrowCursor,
            "start": Qt.CursorShape.SizeHorCursor,
            "end": Qt.CursorShape.SizeHorCursor,
        }
        other = Qt.CursorShape.PointingHandCursor if one else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shapes.get(edge, other))

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent):
            one = self.bar_near(QPointF(event.pos()))
            # As plain text: a name may look like HTML, and Qt would load what it refers to.
            QToolTip.showText(event.globalPos(), plain(one.bar.tip) if one else "", self)
            return True
        return bool(super().viewportEvent(event))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._keys().get(Qt.Key(event.key()))
        if act is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()
        else:
            event.accept()
            act()

    def _keys(self) -> dict[Qt.Key, Callable[[], None]]:
        key = Qt.Key
        return {
            key.Key_Left: lambda: self.walk(0, -1),
            key.Key_Right: lambda: self.walk(0, 1),
            key.Key_Up: lambda: self.walk(-1, 0),
            key.Key_Down: lambda: self.walk(1, 0),
            key.Key_Return: self._open_selected,
            key.Key_Enter: self._open_selected,
            key.Key_Escape: self.cancel,
            key.Key_F: self._on_fit_key,
            key.Key_Home: lambda: self.show_span(*self.plan.home),
            key.Key_Plus: lambda: self.zoom(WHEEL_STEP),
            key.Key_Equal: lambda: self.zoom(WHEEL_STEP),
            key.Key_Minus: lambda: self.zoom(1 / WHEEL_STEP),
        }

    def zoom(self, factor: float) -> None:
        self._set_scale(self._scale.zoomed(factor, self._scale.left + self._scale.width / 2))

    def cancel(self) -> None:
        """Ends a drag as if it had never begun."""
        self._gesture = None
        self.item.update()

    def _on_fit_key(self) -> None:
        """The first press fits the selection, the second everything."""
        if self.selected and not self._fitted_selection:
            self.fit_selection()
        else:
            self.fit_all()
        self._fitted_selection = not self._fitted_selection

    def _open_selected(self) -> None:
        if self.selected:
            self.bar_opened.emit(self.selected)

    def resizeEvent(self, event: QResizeEvent | None) -> None:
        super().resizeEvent(event)
        if hasattr(self, "item"):  # pyqtgraph resizes once before there is anything to show
            self._lay_out()


def plain(text: str) -> str:
    """A text that a tool tip shows as it is."""
    from html import escape

    return f'<p style="white-space:pre-wrap">{escape(text)}</p>' if text else ""


def _known(lower: float, upper: float, plan: Plan) -> tuple[float, float]:
    """The finite part of a bar; an open end reaches to that of the home range."""
    from math import isfinite

    first = lower if isfinite(lower) else min(plan.home[0], upper)
    last = upper if isfinite(upper) else max(plan.home[1], first)
    return (first if isfinite(first) else last), last


def _walked(rows: Rows, index: int, by_row: int, by_bar: int) -> int:
    row = int(rows.row[index])
    if by_bar:
        begin, end = int(rows.first[row]), int(rows.first[row + 1])
        keys = list(dict.fromkeys(rows.bars[i].key for i in range(begin, end)))
        place = keys.index(rows.bars[index].key) + by_bar
        return rows.of_key(keys[place])[0] if 0 <= place < len(keys) else -1
    row += by_row
    while 0 <= row < rows.count and rows.first[row] == rows.first[row + 1]:
        row += by_row
    if not 0 <= row < rows.count:
        return -1
    start = rows.start_lower[index]
    return min(range(int(rows.first[row]), int(rows.first[row + 1])), key=lambda i: abs(rows.start_lower[i] - start))
