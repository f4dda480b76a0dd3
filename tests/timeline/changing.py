"""What a hand does to change times, and what is announced of it."""

from PySide6.QtCore import QEvent, QPointF, Qt

from tracker.domain import edtf
from tracker.timeline.screen.view import TimelineView

from .conftest import Said
from .test_view import drag, placed

Key, Held = Qt.Key, Qt.KeyboardModifier
MOVE = QEvent.Type.MouseMove
MOVES = Held.ShiftModifier


def written(said: Said) -> str:
    """The one time announced."""
    [(*_rest, time)] = said
    return edtf.write(time)


def at(view: TimelineView, when: float, row: int) -> QPointF:
    frame = view.sight.frame
    return QPointF(frame.scale.x(when), frame.row_top(row) + frame.row_height / 2)


def drag_to(view: TimelineView, key: str, when: float, keys: Qt.KeyboardModifier = Held.NoModifier) -> QPointF:
    """Drags an instant until its start lies at a time; gives where the hand is."""
    one = placed(view, key)
    start = one.rect.center()
    by = (when - one.bar.start_lower) / view.sight.scale.seconds_per_pixel
    drag(view, start, by, keys)
    return start + QPointF(by, 0)


def near(view: TimelineView, when: float, pixels: float) -> float:
    return when + pixels * view.sight.scale.seconds_per_pixel
