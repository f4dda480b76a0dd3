"""The eased way from one view to another: it says where the view is going, and is there soon after the last wish."""

from PySide6.QtCore import QEasingCurve, QObject, QVariantAnimation, Signal, Slot

from tracker.timeline.times.scale import TimeScale

DURATION = 100  # milliseconds; with a slow last frame the view is still within 150


class Motion(QObject):
    """Off until somebody turns it on: files, tests and those who want none go straight there."""

    stepped = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.is_on = False
        self.aim: TimeScale | None = None  # where it is going; None while the view is still
        self._start = TimeScale(0.0, 1.0, 0.0, 1.0)
        self._run = QVariantAnimation(self)
        self._run.setStartValue(0.0)
        self._run.setEndValue(1.0)
        self._run.setDuration(DURATION)
        self._run.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._run.valueChanged.connect(self._on_value)

    def go(self, now: TimeScale, to: TimeScale) -> None:
        """Moves there from where the view is now; a new wish bends a movement that is still going on."""
        self.stop()
        if not self.is_on or now == to:
            self.stepped.emit(to)
            return
        self._start, self.aim = now, to
        self._run.start()

    def stop(self) -> None:
        """Leaves the view where it is: somebody took hold of it."""
        self.aim = None
        self._run.stop()

    @Slot(object)
    def _on_value(self, share: float) -> None:
        aim = self.aim
        if aim is not None:
            if share >= 1.0:
                self.aim = None
            self.stepped.emit(between(self._start, aim, share))


def between(one: TimeScale, other: TimeScale, share: float) -> TimeScale:
    """So much of the way. Zooming grows by equal factors, and whatever pixel stays in place does so all along."""
    if share >= 1.0:
        return other
    before, after = one.seconds_per_pixel, other.seconds_per_pixel
    per_pixel = before * (after / before) ** share
    # Where hardly anything is zoomed there is no such pixel, and the start moves evenly.
    done = share if abs(after / before - 1) < 1e-6 else (per_pixel - before) / (after - before)
    start = one.start + (other.start - one.start) * done
    return TimeScale(start, per_pixel, other.left, other.width)
