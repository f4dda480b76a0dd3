"""The wheel and the pinch over the timeline: a table of what the wheel does with each key held, and its handling."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from tracker.i18n import N_
from tracker.timeline.viewing.sight import Sight

STEP = 1.25
NOTCH = 120  # what Qt counts for one notch of a wheel
PAN = 120.0  # pixels; as many as a touch pad's stroke sends, which is followed by the pixel
ROWS = 3
LANE_STEP = 2.0  # pixels
_Held = Qt.KeyboardModifier


@dataclass(frozen=True, slots=True)
class Turn:
    """What the wheel does while these keys are held: `does` names a method of `Wheel`."""

    held: Qt.KeyboardModifier
    does: str
    text: str
    shown: str


TURNS: tuple[Turn, ...] = (
    Turn(_Held.NoModifier, "scroll", N_("Scroll the lanes"), N_("Wheel")),
    Turn(_Held.ControlModifier, "zoom", N_("Zoom at the pointer"), N_("Ctrl+Wheel, pinch")),
    Turn(_Held.ShiftModifier, "pan", N_("Go to earlier or later times"), N_("Shift+Wheel, sideways wheel")),
    Turn(
        _Held.ControlModifier | _Held.ShiftModifier,
        "heighten",
        N_("Higher or lower lanes"),
        N_("Ctrl+Shift+Wheel"),
    ),
)


class Wheel(QObject):
    """Notches are eased; what a touch pad sends is smooth already and is followed as it comes."""

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight

    def turn(self, event: QWheelEvent) -> None:
        """Keys that mean nothing here change nothing. A touch pad's stroke goes both ways at once."""
        held = event.modifiers() & (_Held.ControlModifier | _Held.ShiftModifier)
        delta, x = event.angleDelta(), event.position().x()
        if held == _Held.NoModifier:
            self._turned("pan", delta.x(), x)
            self._turned("scroll", delta.y(), x)
        else:
            does = next(turn.does for turn in TURNS if turn.held == held)
            self._turned(does, delta.y() or delta.x(), x)  # some systems turn a wheel with Shift sideways themselves

    def _turned(self, does: str, delta: int, x: float) -> None:
        if delta:
            getattr(self, does)(delta / NOTCH, x)

    def pinch(self, event: QNativeGestureEvent) -> bool:
        """Two fingers on a touch pad; whether that is what it was."""
        if event.gestureType() is not Qt.NativeGestureType.ZoomNativeGesture:
            return False
        self.stretch(max(0.1, 1.0 + event.value()), event.position().x())
        return True

    def stretch(self, factor: float, x: float) -> None:
        """Follows fingers that move apart or together, about a pixel of the plot."""
        scale = self._sight.scale
        self._sight.set_scale(scale.zoomed(factor, min(max(x, scale.left), scale.right)))

    def zoom(self, turns: float, x: float) -> None:
        if turns.is_integer():
            self._sight.zoom(STEP**turns, x)
        else:
            self.stretch(STEP**turns, x)

    def pan(self, turns: float, x: float) -> None:
        if turns.is_integer():
            self._sight.pan(turns * PAN)
        else:
            self._sight.set_scale(self._sight.scale.panned(turns * PAN))

    def scroll(self, turns: float, x: float) -> None:
        self._sight.scroll_to(self._sight.scroll - turns * ROWS * self._sight.frame.row_height)

    def heighten(self, turns: float, x: float) -> None:
        self._sight.set_row_height(self._sight.row_height + turns * LANE_STEP)
