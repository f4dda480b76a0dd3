"""What is dragged to the edge of the plot goes on through time, faster the farther out the hand is."""

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from tracker.timeline.viewing.sight import Sight

ZONE = 24.0  # pixels inside either edge
TICK = 16  # milliseconds
SPEED = 0.3  # of the pixels that the hand is within the zone, each tick
FASTEST = 24.0  # pixels a tick


class Drift(QObject):
    """`drifted` says that the hand now holds another time, although it did not move."""

    drifted = Signal()

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self._step = 0.0
        self._timer = QTimer(self, interval=TICK)
        self._timer.timeout.connect(self._on_tick)

    @property
    def is_on(self) -> bool:
        return self._timer.isActive()

    def follow(self, x: float) -> None:
        """Starts, or stops, as the place of the hand asks for."""
        scale = self._sight.scale
        before, after = scale.left + ZONE - x, x - (scale.right - ZONE)
        self._step = max(-FASTEST, min(FASTEST, SPEED * (max(0.0, before) - max(0.0, after))))
        if self._step and not self.is_on:
            self._timer.start()
        elif not self._step:
            self.stop()

    def stop(self) -> None:
        self._timer.stop()

    @Slot()
    def _on_tick(self) -> None:
        self._sight.set_scale(self._sight.scale.panned(self._step))
        self.drifted.emit()
