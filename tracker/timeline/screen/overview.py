"""The strip below the timeline that shows all of it in small: its window is dragged to pan, its edges to zoom."""

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractSlider, QSizePolicy, QWidget

from tracker.domain.times import Precision
from tracker.i18n import _
from tracker.timeline.drawing.rows import Rows
from tracker.timeline.screen import strip
from tracker.timeline.screen.strip import Strip
from tracker.timeline.times.scale import TimeScale, fitting
from tracker.timeline.times.systems import precision_of
from tracker.timeline.viewing.sight import Sight

_LEFT, _RIGHT = 16, 8  # pixels before the caption, as before all other texts at the left, and after it
STEP, ZOOM = 0.15, 1.25  # of the view, as the keys of the timeline itself
_PARTS = 1000  # of everything, in which a screen reader counts
_CURSORS = {
    "start": Qt.CursorShape.SizeHorCursor,
    "end": Qt.CursorShape.SizeHorCursor,
    "inside": Qt.CursorShape.OpenHandCursor,
    "outside": Qt.CursorShape.PointingHandCursor,
}
_Key = Qt.Key
_KEYS: dict[int, tuple[str, float]] = {
    _Key.Key_Left: ("pan", STEP),
    _Key.Key_Right: ("pan", -STEP),
    _Key.Key_PageUp: ("pan", 1.0),
    _Key.Key_PageDown: ("pan", -1.0),
    _Key.Key_Up: ("zoom", ZOOM),
    _Key.Key_Down: ("zoom", 1 / ZOOM),
    _Key.Key_Plus: ("zoom", ZOOM),
    _Key.Key_Minus: ("zoom", 1 / ZOOM),
}


class Overview(QAbstractSlider):
    """A slider, so that whoever cannot see it is told where the view is and can move it; its value is the middle."""

    def __init__(self, sight: Sight, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self._whole: tuple[tuple[Rows, float, float], TimeScale] | None = None
        self._holds, self._offset = "", 0.0
        self.setRange(0, _PARTS)
        self.setAccessibleName(_("Overview"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self.setToolTip(_("Drag the window to pan, its edges to zoom; double-click shows everything"))
        sight.changed.connect(self._on_changed)
        self.valueChanged.connect(self._on_value)

    def sizeHint(self) -> QSize:
        return QSize(0, strip.HEIGHT)

    @property
    def strip(self) -> Strip:
        """As it is now; everything is measured once for each plan and width."""
        rows, scale = self._sight.rows, self._sight.scale
        key = (rows, scale.left, scale.width)
        if self._whole is None or self._whole[0] != key:
            self._whole = key, strip.whole(rows, scale.left, scale.width)
        return Strip(rows, self._whole[1], scale)

    def paintEvent(self, event: QPaintEvent) -> None:
        style = self._sight.style
        painter = QPainter(self)
        painter.fillRect(self.rect(), style.colour("raised"))
        painter.fillRect(QRectF(0, 0, self.width(), 1), style.colour("line"))
        painter.setFont(style.small.font)
        painter.setPen(style.colour("muted"))
        baseline = style.small.baseline(0, self.height())
        painter.drawText(_LEFT, round(baseline), self.caption)
        strip.draw(painter, self.strip, style)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(style.colour("accent"), 2.0))
            painter.drawRect(QRectF(self.rect()).adjusted(1, 1, -1, -1))
        painter.end()

    @property
    def caption(self) -> str:
        """From when till when it goes, to the month or the year where there is no room for more."""
        font, scale = self._sight.style.small, self.strip.scale
        room = scale.left - _LEFT - _RIGHT
        spans = [self._span(scale), *(self._span(scale, coarser) for coarser in (Precision.MONTH, Precision.YEAR))]
        return next((span for span in spans if font.width(span) <= room), font.shortened(spans[-1], room))

    def _span(self, scale: TimeScale, precision: Precision | None = None) -> str:
        system = self._sight.frame.systems[0]
        precision = precision_of(scale.seconds_per_pixel) if precision is None else precision
        return " – ".join(dict.fromkeys(system.text(time, precision) for time in (scale.start, scale.end)))

    @Slot()
    def _on_changed(self) -> None:
        whole, scale = self.strip.scale, self._sight.scale
        middle = (scale.start + scale.end) / 2
        self.blockSignals(True)
        self.setValue(round(_PARTS * (middle - whole.start) / (whole.end - whole.start)))
        self.blockSignals(False)
        self.setAccessibleDescription(_("In view: {span}").format(span=self._span(scale)))
        self.update()

    @Slot(int)
    def _on_value(self, value: int) -> None:
        """Somebody who is not using the mouse moved it."""
        whole = self.strip.scale
        self._centre(whole.start + (whole.end - whole.start) * value / _PARTS)

    def _centre(self, when: float) -> None:
        aim = self._sight.aim
        half = (aim.end - aim.start) / 2
        self._sight.show_span(when - half, when + half)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Outside of the window it jumps there, and goes on with the hand."""
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        here, x = self.strip, event.position().x()
        self._holds = here.part_at(x)
        when = here.scale.time(min(max(x, here.scale.left), here.scale.right))
        if self._holds == "outside":
            self._centre(when)
            self._holds, self._offset = "inside", 0.0
        else:
            edges = {"start": here.shown.start, "end": here.shown.end}
            self._offset = edges.get(self._holds, (here.shown.start + here.shown.end) / 2) - when

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        here, x = self.strip, event.position().x()
        part = self._holds or here.part_at(x)
        is_held = self._holds == "inside"
        self.setCursor(Qt.CursorShape.ClosedHandCursor if is_held else _CURSORS[part])
        if self._holds:
            self._drag(here, here.scale.time(min(max(x, here.scale.left), here.scale.right)) + self._offset)

    def _drag(self, here: Strip, when: float) -> None:
        shown = here.shown
        if self._holds == "inside":
            half = (shown.end - shown.start) / 2
            lower, upper = when - half, when + half
        else:
            other = shown.end if self._holds == "start" else shown.start
            lower, upper = min(when, other), max(when, other)
            self._holds = "start" if when < other else "end"
        self._sight.set_scale(fitting(lower, upper, shown.left, shown.width).zoomed(1.0, shown.left))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._holds = ""
        self.setCursor(_CURSORS[self.strip.part_at(event.position().x())])

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._sight.fit_all()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.accept()
        delta = event.angleDelta()
        if delta.y():
            self._sight.zoom(ZOOM ** (delta.y() / 120))
        elif delta.x():
            self._sight.set_scale(self._sight.scale.panned(delta.x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        whole = self.strip.scale
        if event.key() in (_Key.Key_Home, _Key.Key_End):
            self._centre(whole.start if event.key() == _Key.Key_Home else whole.end)
        elif event.key() in _KEYS:
            does, by = _KEYS[event.key()]
            getattr(self._sight, does)(by * self._sight.scale.width if does == "pan" else by)
        else:
            event.ignore()

    def focusInEvent(self, event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QEvent) -> None:
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.update()
