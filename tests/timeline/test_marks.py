"""What lies over the timeline: now, the time cursor, the time under the pointer, and a measured span."""

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QMouseEvent, QPainter
from PySide6.QtWidgets import QApplication

from tracker.palette import LIGHT
from tracker.timeline.hands.marks import Marks, span_texts
from tracker.timeline.plans.plan import DAY
from tracker.timeline.screen.view import TimelineView

from .conftest import T0
from .test_moving import pressed

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
SHIFT, PLAIN = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier


def mouse(view: TimelineView, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton, keys: Qt.KeyboardModifier) -> None:
    viewport = view.canvas.viewport()
    button = NO_BUTTON if kind is QEvent.Type.MouseMove else LEFT
    QApplication.sendEvent(viewport, QMouseEvent(kind, at, viewport.mapToGlobal(at), button, held, keys))


def drag(view: TimelineView, start: QPointF, end: QPointF, keys: Qt.KeyboardModifier = PLAIN) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, start, LEFT, keys)
    mouse(view, QEvent.Type.MouseMove, end, LEFT, keys)
    mouse(view, QEvent.Type.MouseButtonRelease, end, NO_BUTTON, keys)


def place(view: TimelineView, when: float, y: float) -> QPointF:
    return QPointF(view.sight.scale.x(when), y)


def drawn(view: TimelineView, marks: Marks) -> QImage:
    image = QImage(1000, 300, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    marks.draw(painter)
    painter.end()
    return image


def test_shift_and_a_drag_measure_a_span_wherever_it_begins(view: TimelineView) -> None:
    before, top = view.sight.scale, view.sight.frame.plot.top() + 5
    drag(view, place(view, T0 + 3 * DAY, top), place(view, T0 + DAY, top), SHIFT)
    span = view.canvas.marks.span
    assert span == pytest.approx((T0 + 3 * DAY, T0 + DAY), abs=before.seconds_per_pixel)
    assert view.sight.scale == before
    assert span_texts(view.sight.frame, T0 + DAY, T0 + 3 * DAY + 7200) == (
        "6 Oct 2021 00:00 UTC – 8 Oct 2021 02:00 UTC",
        "2 days 2 hours",
    )
    view.canvas.keys.cancelled.emit()
    assert view.canvas.marks.span is None


def test_the_cursor_is_set_on_the_axis_and_dragged_by_its_line(view: TimelineView) -> None:
    marks, scale = view.canvas.marks, view.sight.scale
    drag(view, place(view, T0, 10), place(view, T0 + DAY, 10))
    assert marks.cursor == pytest.approx(T0 + DAY, abs=scale.seconds_per_pixel)
    drag(view, place(view, T0 + DAY, 280), place(view, T0 + 2 * DAY, 280))
    assert marks.cursor == pytest.approx(T0 + 2 * DAY, abs=scale.seconds_per_pixel)
    assert view.sight.scale == scale
    view.canvas.keys.cancelled.emit()
    assert marks.cursor is None


@pytest.mark.parametrize("key", [Qt.Key.Key_Period, Qt.Key.Key_Greater])
def test_the_cursor_goes_from_tick_to_tick_by_keys_and_says_when(view: TimelineView, key: Qt.Key) -> None:
    marks, said = view.canvas.marks, list[str]()
    marks.moved.connect(said.append)
    pressed(view, key, 60, SHIFT)
    assert marks.cursor == T0 + 4 * DAY, "the first after the middle"
    pressed(view, key, 60, SHIFT)
    assert said == ["9 Oct 2021 00:00 UTC", "10 Oct 2021 00:00 UTC"]
    for _ in range(7):
        pressed(view, Qt.Key.Key_Comma, 59, SHIFT)
    assert marks.cursor == T0 - 2 * DAY
    assert view.sight.scale.start <= marks.cursor, "the view goes with it"


def test_a_span_is_measured_by_keys(view: TimelineView) -> None:
    marks, said = view.canvas.marks, list[str]()
    pressed(view, Qt.Key.Key_Period, 60, SHIFT)
    marks.moved.connect(said.append)
    pressed(view, Qt.Key.Key_X, 53, PLAIN)
    pressed(view, Qt.Key.Key_Period, 60, SHIFT)
    pressed(view, Qt.Key.Key_Period, 60, SHIFT)
    assert marks.span == (T0 + 4 * DAY, T0 + 6 * DAY)
    assert said[0] == "Measures from here, 9 Oct 2021 00:00 UTC"
    assert said[-1] == "9 Oct 2021 00:00 UTC – 11 Oct 2021 00:00 UTC, 2 days"
    pressed(view, Qt.Key.Key_X, 53, PLAIN)
    assert not view.canvas.marks.span
    assert said[-1] == "Measures no longer"
    assert marks.cursor == T0 + 6 * DAY, "which stays"


def test_now_and_the_cursor_differ_and_nothing_leaves_the_plot(view: TimelineView) -> None:
    marks = Marks(view.sight, view, now=lambda: T0 + 2 * DAY)
    marks.cursor = view.sight.scale.end
    image, frame = drawn(view, marks), view.sight.frame
    now = round(frame.scale.x(T0 + 2 * DAY))
    column = {image.pixelColor(x, y).name() for x in (now - 1, now) for y in range(100, 200)}
    assert QColor(LIGHT.surface).name() in column, "the line of now is dashed"
    assert len(column) > 1
    right = round(frame.scale.right) - 1
    assert {image.pixelColor(right, y).name() for y in range(100, 200)} == {LIGHT.accent}
    left = [image.pixelColor(x, y).name() for x in range(round(frame.scale.left)) for y in range(0, 300, 3)]
    assert set(left) == {LIGHT.surface}


def test_the_time_under_the_pointer_goes_with_it(view: TimelineView) -> None:
    marks = view.canvas.marks
    mouse(view, QEvent.Type.MouseMove, place(view, T0, 200), NO_BUTTON, PLAIN)
    image = drawn(view, marks)
    assert image != drawn(view, Marks(view.sight, view))
    marks.leave()
    assert drawn(view, marks) == drawn(view, Marks(view.sight, view))
