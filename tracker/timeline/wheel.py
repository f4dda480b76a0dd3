"""The wheel and the pinch over the timeline: a table of what the wheel does with each key held, and its handling."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QNativeGestureEvent, QWheelEvent

from tracker.i18n import N_
from tracker.timeline.sight import Sight

STEP = 1.25
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
    Turn(_Held.NoModifier, "zoom", N_("Zoom at the pointer"), N_("Wheel, pinch")),
    Turn(_Held.ControlModifier, "zoom", N_("Zoom at the pointer, over the names too"), N_("Ctrl+Wheel")),
    Turn(_Held.ShiftModifier, "scroll", N_("Scroll the lanes"), N_("Shift+Wheel, wheel over the names")),
    Turn(_Held.AltModifier, "scroll", N_("Scroll the lanes"), N_("Alt+Wheel")),
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
        held = event.modifiers() & (_Held.ControlModifier | _Held.ShiftModifier | _Held.AltModifier)
        delta, x = event.angleDelta(), event.position().x()
        turns = (delta.y() or delta.x()) / 120  # with Alt held the wheel counts as a sideways one
        if held == _Held.NoModifier and x < self._sight.scale.left:
            self.scroll(turns, x)
        elif held == _Held.NoModifier and delta.x() and not delta.y():  # a touch pad's sideways stroke
            self._sight.set_scale(self._sight.scale.panned(delta.x()))
        else:
            does = next((turn.does for turn in TURNS if turn.held == held), "zoom")
            getattr(self, does)(turns, x)

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
        if turns == int(turns):
            self._sight.zoom(STEP**turns, x)
        else:
            self.stretch(STEP**turns, x)

    def scroll(self, turns: float, x: float) -> None:
        self._sight.scroll_to(self._sight.scroll - turns * ROWS * self._sight.row_height)

    def heighten(self, turns: float, x: float) -> None:
        self._sight.set_row_height(self._sight.row_height + turns * LANE_STEP)
