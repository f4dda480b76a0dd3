"""The lane column by mouse and keys: triangles, pins, the lane one is at, and rows that stay while others scroll."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.timeline.conftest import T0
from tests.timeline.test_moving import pressed
from tracker.timeline.drawing import column
from tracker.timeline.drawing.paint import bar_at
from tracker.timeline.plans.arrangement import Arrangement
from tracker.timeline.plans.plan import DAY, Bar, Lane, Plan
from tracker.timeline.screen.view import TimelineView

Key = Qt.Key


def many(count: int) -> Plan:
    lanes = tuple(Lane(str(n), f"Lane {n}", min(n, 1)) for n in range(count))
    bars = tuple(Bar(f"bar {n}", str(n), T0, T0, T0 + DAY, T0 + DAY) for n in range(count))
    return Plan(lanes=lanes, bars=bars, home=(T0 - DAY, T0 + DAY))


def click(view: TimelineView, at: QPointF) -> None:
    QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at.toPoint())


def middle_of_triangle(view: TimelineView, lane: int) -> QPointF:
    return column.fold_rect(view.sight.frame, lane).center()


def keys(view: TimelineView) -> list[str]:
    return [lane.key for lane in view.plan.lanes]


def test_the_triangle_collapses_and_expands(view: TimelineView) -> None:
    click(view, middle_of_triangle(view, 0))
    assert keys(view) == ["group"]
    assert view.sight.arrangement == Arrangement(collapsed=frozenset({"group"}))
    click(view, middle_of_triangle(view, 0))
    assert keys(view) == ["group", "stay", "events"]


def test_a_press_on_a_name_chooses_the_lane_and_a_double_click_collapses(view: TimelineView, qtbot: QtBot) -> None:
    name = column.row_rect(view.sight.frame, 0).center()
    with qtbot.waitSignal(view.canvas.lanes.chosen) as chosen:
        click(view, name)
    assert (chosen.args, view.sight.lane) == (["group"], "group")
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=name.toPoint())
    assert keys(view) == ["group"]


def test_the_pin_of_the_lane_under_the_pointer_pins_it(view: TimelineView) -> None:
    click(view, column.pin_rect(view.sight.frame, view.sight.style, 2).center())
    assert keys(view) == ["events", "group", "stay"]
    assert view.sight.lane == "events"
    click(view, column.pin_rect(view.sight.frame, view.sight.style, 0).center())
    assert keys(view) == ["group", "stay", "events"]


def test_lanes_by_keys_alone(view: TimelineView) -> None:
    for key in (Key.Key_J, Key.Key_J):
        assert pressed(view, key)
    assert view.sight.lane == "stay"
    pressed(view, Key.Key_P)
    assert keys(view) == ["stay", "group", "events"]
    pressed(view, Key.Key_P)
    pressed(view, Key.Key_C)
    assert (keys(view), view.sight.lane) == (["group"], "group")
    pressed(view, Key.Key_C)
    assert keys(view) == ["group", "stay", "events"]
    pressed(view, Key.Key_K)
    assert view.sight.lane == "group", "there is none above"


def test_the_lane_of_what_is_selected_is_the_one_at(view: TimelineView) -> None:
    view.select("docking")
    pressed(view, Key.Key_C)
    assert keys(view) == ["group"]
    found = view.sight.rows.of_key("docking")
    assert [view.sight.rows.bar(index).lane for index in found] == ["group"], "it is still seen where it went"


def test_collapsed_and_pinned_are_read_out(view: TimelineView) -> None:
    view.sight.arrange(Arrangement(collapsed=frozenset({"group"}), pinned=("stay",)))
    texts = [item.text for item in view.canvas.reader.items]
    assert any("lane Пётр Дубров (pinned)" in text for text in texts)
    assert any("collapsed, lane Mission (collapsed)" in text for text in texts)


def test_the_menu_of_a_lane_is_asked_for_by_mouse_and_by_key(view: TimelineView, qtbot: QtBot) -> None:
    viewport, lanes = view.canvas.viewport(), view.canvas.lanes
    at = column.row_rect(view.sight.frame, 1).center().toPoint()
    for reason in (QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard):
        with qtbot.waitSignal(lanes.menu_wanted) as wanted:
            QApplication.sendEvent(viewport, QContextMenuEvent(reason, at, viewport.mapToGlobal(at)))
        assert wanted.args[0] == "stay"
        at = QPoint(500, 5)  # a key's event comes from anywhere


@pytest.fixture
def high(view: TimelineView) -> TimelineView:
    view.show_plan(many(40))
    view.fit_default()
    return view


def test_pinned_rows_stay_while_the_others_scroll_below_them(high: TimelineView) -> None:
    sight = high.sight
    sight.arrange(Arrangement(pinned=("30", "20")))
    sight.scroll_to(10 * sight.row_height)
    frame = sight.frame
    x, y = frame.scale.x(T0 + DAY / 2), frame.plot.top() + sight.row_height / 2
    under = [bar_at(frame, x, y + n * sight.row_height) for n in range(4)]
    assert [one.bar.key for one in under if one] == ["bar 30", "bar 20", "bar 10", "bar 11"]
    assert [one.rect.center().y() - y for one in under if one] == [0, 24, 48, 72]
    assert [column.row_rect(frame, n).isEmpty() for n in (0, 1, 5, 12)] == [False, False, True, False]


def test_pinned_and_scrolled_rows_are_drawn_where_they_are_hit(high: TimelineView) -> None:
    sight = high.sight
    sight.arrange(Arrangement(pinned=("30",)))
    sight.scroll_to(5 * sight.row_height + 12)
    image = high.canvas.grab().toImage()
    frame = sight.frame
    x = round(frame.scale.x(T0 + DAY / 2))
    surface = sight.style.colour("surface").rgb()
    for y in range(int(frame.plot.top()) + 6, int(frame.plot.bottom()) - 6, 12):  # the middle of bars, and between them
        one = bar_at(frame, x, y)
        assert one is not None
        assert (image.pixel(x, y) != surface) is one.rect.adjusted(0, 1, 0, -1).contains(x, y), y


def test_too_many_pinned_lanes_scroll_with_the_others(high: TimelineView) -> None:
    high.sight.arrange(Arrangement(pinned=tuple(map(str, range(1, 30)))))
    assert high.sight.frame.pinned == 0
    high.sight.scroll_to(24)
    assert high.sight.frame.row_at(high.sight.frame.plot.top()) == 1


def test_what_is_selected_is_not_left_below_the_pinned_rows(high: TimelineView) -> None:
    sight = high.sight
    sight.arrange(Arrangement(pinned=("30", "31")))
    sight.scroll_to(sight.most_scroll)
    high.select("bar 3")
    frame = sight.frame
    row = sight.rows.row_of(sight.rows.of_key("bar 3")[0])
    assert frame.row_top(row) >= frame.plot.top() + 2 * sight.row_height


def test_a_group_that_is_collapsed_stays_under_the_pointer(view: TimelineView) -> None:
    lanes = [
        Lane(f"g{n}", f"Group {n}", is_group=True) if not m else Lane(f"g{n}/{m}", f"{m}", 1)
        for n in range(10)
        for m in range(8)
    ]
    view.show_plan(Plan(lanes=tuple(lanes), home=(T0, T0 + DAY)))
    view.sight.scroll_to(38 * 24)
    before = column.row_rect(view.sight.frame, view.sight.place_of("g5")).top()
    click(view, middle_of_triangle(view, view.sight.place_of("g5")))
    assert column.row_rect(view.sight.frame, view.sight.place_of("g5")).top() == before
