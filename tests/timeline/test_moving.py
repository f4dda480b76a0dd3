"""Moving in the timeline: keys by place and by letter, wheel and pinch, lanes of any height, eased motion."""

import sys
import time
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from tracker.timeline.drawing import column
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import TEXT
from tracker.timeline.hands import keys
from tracker.timeline.hands.wheel import TURNS, Wheel
from tracker.timeline.plans.plan import Lane, Plan, instant
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.times.scale import TimeScale
from tracker.timeline.viewing.motion import DURATION, between
from tracker.timeline.viewing.sight import HIGHEST_ROW, LOWEST_ROW
from tracker.timeline.viewing.walks import along, in_time

Key, Held = Qt.Key, Qt.KeyboardModifier
LINUX = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="numbers of X11 and Wayland")


def pressed(view: TimelineView, key: int, number: int = 0, held: Qt.KeyboardModifier = Held.NoModifier) -> bool:
    """A key with the number of its place on the keyboard, as a real one sends it. Whether it meant something."""
    event = QKeyEvent(QEvent.Type.KeyPress, key, held, number, 0, 0)
    view.canvas.keyPressEvent(event)
    return event.isAccepted()


def turned(view: TimelineView, at: QPointF, delta: QPoint, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    turned_over(view.canvas.viewport(), at, delta, held)


def turned_over(viewport: QWidget, at: QPointF, delta: QPoint, held: Qt.KeyboardModifier = Held.NoModifier) -> None:
    where = QPointF(viewport.mapToGlobal(at.toPoint()))
    phase = Qt.ScrollPhase.NoScrollPhase
    event = QWheelEvent(at, where, QPoint(), delta, Qt.MouseButton.NoButton, held, phase, False)
    QApplication.sendEvent(viewport, event)


def test_every_key_and_every_turn_of_the_tables_is_handled() -> None:
    for binding in keys.KEYS:
        assert callable(getattr(keys.Keys, binding.does))
    for turn in TURNS:
        assert callable(getattr(Wheel, turn.does))
    given = [(binding.held, key) for binding in keys.KEYS for key in binding.keys]
    assert len(given) == len(set(given)), "no key means two things"


def test_w_and_s_zoom_about_the_middle_and_a_and_d_pan(view: TimelineView) -> None:
    before = view.sight.scale
    assert pressed(view, Key.Key_W)
    assert view.sight.scale.seconds_per_pixel == pytest.approx(before.seconds_per_pixel / keys.ZOOM_STEP)
    assert pressed(view, Key.Key_S)
    assert view.sight.scale.start == pytest.approx(before.start)
    assert pressed(view, Key.Key_D)
    assert view.sight.scale.start == pytest.approx(before.start + keys.PAN_STEP * (before.end - before.start))
    assert pressed(view, Key.Key_A)
    assert view.sight.scale.start == pytest.approx(before.start)


@LINUX
@pytest.mark.parametrize(("written", "number"), [(0x0426, 25), (Key.Key_Z, 25), (Key.Key_Comma, 25)])
def test_the_place_counts_whatever_is_written_there(view: TimelineView, written: int, number: int) -> None:
    """Ц in Russian, Z in French, a comma in Dvorak: all where W is in English."""
    before = view.sight.scale.seconds_per_pixel
    assert pressed(view, written, number)
    assert view.sight.scale.seconds_per_pixel < before


@LINUX
def test_a_letter_at_another_place_is_not_taken_for_the_place(view: TimelineView) -> None:
    assert not pressed(view, Key.Key_W, 52)  # where Z is in English
    assert pressed(view, Key.Key_F, 29)  # F goes by the letter
    assert not pressed(view, Key.Key_U, 41)
    assert pressed(view, 0x0410, 41)  # and by its place where no Latin letter is written
    assert not pressed(view, 0x0416, 47)
    assert pressed(view, Key.Key_Semicolon, 59), "what is written there means nothing"


def test_keys_with_ctrl_or_alt_are_left_to_the_window(view: TimelineView) -> None:
    assert not pressed(view, Key.Key_F, held=Held.ControlModifier)
    assert not pressed(view, Key.Key_Left, held=Held.AltModifier)


def test_comma_and_period_walk_in_time_through_all_lanes(view: TimelineView, qtbot: QtBot) -> None:
    order = []
    for _ in range(6):
        pressed(view, Key.Key_Period)
        order.append(view.sight.selected)
    assert order == ["stay", "docking", "ride", "soft", "open", "open"]
    for _ in range(6):
        pressed(view, Key.Key_Comma)
        order.append(view.sight.selected)
    assert order[6:] == ["soft", "ride", "docking", "stay", "stay", "stay"]


def test_a_record_in_several_lanes_is_no_trap() -> None:
    """A and B at one time, A in both lanes: the walk still comes to C, and back."""
    bars = tuple(
        instant(key, lane, at, at) for key, lane, at in (("a", "1", 0), ("b", "1", 0), ("a", "2", 0), ("c", "2", 9))
    )
    rows = arrange(Plan(lanes=(Lane("1", "1"), Lane("2", "2")), bars=bars), 1.0, len)
    index, seen = None, []
    while (index := in_time(rows, index, 1)) is not None:
        seen.append(rows.bars[index].key)
    assert seen == ["a", "b", "a", "c"]
    index, seen = None, []
    while (index := in_time(rows, index, -1)) is not None:
        seen.append(rows.bars[index].key)
    assert seen == ["c", "a", "b", "a"]
    assert in_time(arrange(Plan(), 1.0, len), None, 1) is None


def test_along_a_lane_one_comes_to_all_that_is_stacked_in_it() -> None:
    bars = tuple(instant(key, "1", at, at, label="long enough to stack") for key, at in (("a", 0), ("b", 1), ("c", 2)))
    rows = arrange(Plan(lanes=(Lane("1", "1", stacks=True),), bars=bars), 1.0, len)
    assert rows.count == 3
    first = rows.of_key("a")[0]
    seen = [first]
    while (index := along(rows, seen[-1], 1)) is not None:
        seen.append(index)
    assert [rows.bar(index).key for index in seen] == ["a", "b", "c"]
    assert along(rows, seen[-1], -1) == seen[-2]
    assert along(rows, first, -1) is None


def test_r_makes_a_range_of_the_selection_and_again_none(view: TimelineView) -> None:
    pressed(view, Key.Key_R)
    assert view.sight.range is None
    view.select("ride")
    pressed(view, Key.Key_R)
    bar = next(bar for bar in view.plan.bars if bar.key == "ride")
    assert view.sight.range == (bar.start_lower, bar.end_upper)
    assert (view.sight.scale.start, view.sight.scale.end) == pytest.approx(view.sight.range)
    pressed(view, Key.Key_R)
    assert view.sight.range is None


@pytest.mark.parametrize(
    ("delta", "held"),
    [(QPoint(0, -240), Held.ShiftModifier), (QPoint(-240, 0), Held.ShiftModifier), (QPoint(-240, 0), Held.NoModifier)],
)
def test_shift_and_the_wheel_or_a_sideways_one_go_through_time(
    view: TimelineView, delta: QPoint, held: Qt.KeyboardModifier
) -> None:
    before = view.sight.scale
    turned(view, QPointF(700, 120), delta, held)
    assert view.sight.scale == before.panned(-240)


def test_a_touch_pad_is_followed_by_the_pixel_in_both_directions(view: TimelineView) -> None:
    view.show_plan(replace(view.plan, lanes=view.plan.lanes + tuple(Lane(f"{n}", "More") for n in range(30))))
    before = view.sight.scale
    view.sight.motion.is_on = True
    turned(view, QPointF(700, 120), QPoint(-7, -30))
    assert view.sight.scale.start == pytest.approx(before.panned(-7).start)
    assert view.sight.scroll == 18  # a quarter of a notch, three lanes to each


def test_a_pinch_zooms_at_the_fingers(view: TimelineView) -> None:
    before, at = view.sight.scale, QPointF(500, 100)
    pinch = Qt.NativeGestureType.ZoomNativeGesture
    device = QPointingDevice.primaryPointingDevice()
    event = QNativeGestureEvent(pinch, device, 2, at, at, at, 0.25, QPointF())
    QApplication.sendEvent(view.canvas.viewport(), event)
    assert view.sight.scale.seconds_per_pixel == pytest.approx(before.seconds_per_pixel / 1.25)
    assert view.sight.scale.time(at.x()) == pytest.approx(before.time(at.x()))


def test_ctrl_shift_and_the_wheel_change_the_height_of_lanes_within_bounds(view: TimelineView, qtbot: QtBot) -> None:
    both = Held.ControlModifier | Held.ShiftModifier
    scale = view.sight.scale
    with qtbot.waitSignal(view.sight.heightened):
        turned(view, QPointF(500, 100), QPoint(0, 120), both)
    assert view.sight.frame.row_height == 26
    turned(view, QPointF(500, 100), QPoint(0, 9000), both)
    assert view.sight.frame.row_height == HIGHEST_ROW
    turned(view, QPointF(500, 100), QPoint(0, -9000), both)
    assert view.sight.frame.row_height == LOWEST_ROW
    assert view.sight.scale == scale
    assert not view.grab().isNull()
    view.higher_lanes()
    assert view.sight.frame.row_height == LOWEST_ROW + 2


@pytest.mark.parametrize("height", [8, 10, 13, 24])
def test_names_of_lanes_never_touch(view: TimelineView, height: float) -> None:
    lanes = tuple(Lane(f"{n}", f"Lane {n}", is_group=n % 7 == 0) for n in range(30))
    view.show_plan(Plan(lanes=lanes))
    view.sight.set_row_height(height)
    frame = view.sight.frame
    named = [n for n in range(30) if column._has_room(frame, lanes[n], frame.row_top(n))]
    assert {n for n in range(30) if lanes[n].is_group} <= set(named)
    assert all((after - before) * height >= TEXT + column.NAME_ROOM for before, after in pairwise(named))
    assert height < 13 or len(named) == 30


def test_motion_is_eased_keeps_the_pointer_s_time_and_ends_in_time(view: TimelineView, qtbot: QtBot) -> None:
    sight, at = view.sight, 700.0
    sight.motion.is_on = True
    begin, wanted, seen = sight.scale, sight.scale.time(at), []
    sight.changed.connect(lambda: seen.append(sight.scale))
    clock = time.monotonic()
    sight.zoom(2.0, at)
    assert sight.scale == begin, "nothing jumps"
    qtbot.waitUntil(lambda: sight.motion.aim is None)
    assert time.monotonic() - clock < 1.0  # a busy machine; DURATION says what is wanted
    assert DURATION <= 120
    assert sight.scale == begin.zoomed(2.0, at)
    assert all(scale.time(at) == pytest.approx(wanted, abs=0.01) for scale in seen)
    assert len({scale.seconds_per_pixel for scale in seen}) > 2


def test_wishes_add_up_and_a_hand_stops_the_motion(view: TimelineView) -> None:
    sight = view.sight
    sight.motion.is_on = True
    begin = sight.scale
    sight.zoom(2.0)
    sight.zoom(2.0)
    assert sight.aim.seconds_per_pixel == pytest.approx(begin.seconds_per_pixel / 4)
    sight.set_scale(begin)
    assert (sight.scale, sight.aim) == (begin, begin)
    sight.zoom(2.0)
    sight.resize(800, 300)
    assert sight.scale.end - sight.scale.start == pytest.approx((begin.end - begin.start) / 2)


def test_half_the_way_is_half_in_factors() -> None:
    one, other = TimeScale(0, 1, 100, 800), TimeScale(300, 4, 100, 800)
    assert between(one, other, 0.5).seconds_per_pixel == pytest.approx(2)
    assert between(one, other, 1.0) == other
    assert between(one, TimeScale(50, 1, 100, 800), 0.5).start == pytest.approx(25)


def test_without_motion_it_is_there_at_once(view: TimelineView) -> None:
    begin: Any = view.sight.scale
    view.sight.zoom(2.0)
    assert view.sight.scale == begin.zoomed(2.0, begin.left + begin.width / 2)
