"""The strip that shows everything: where its window is, what dragging, keys and a screen reader do, what it costs."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QImage, QPainter
from PySide6.QtTest import QTest

from tests.timeline.conftest import T0
from tests.timeline.test_moving import turned_over
from tracker.timeline.plans import levels
from tracker.timeline.plans.bar_arrays import intervals
from tracker.timeline.plans.plan import DAY, Lane, Plan
from tracker.timeline.screen import strip
from tracker.timeline.screen.overview import Overview
from tracker.timeline.screen.view import TimelineView

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def overview(view: TimelineView) -> Overview:
    view.sight.show_span(T0 + DAY, T0 + 3 * DAY)
    return view.overview


def at(overview: Overview, time: float) -> QPoint:
    return QPointF(overview.strip.scale.x(time), overview.height() / 2).toPoint()


def drag(overview: Overview, start: QPoint, end: QPoint) -> None:
    QTest.mousePress(overview, LEFT, pos=start)
    for share in (0.5, 1.0):
        QTest.mouseMove(overview, start + (end - start) * share)
    QTest.mouseRelease(overview, LEFT, pos=end)


def days(view: TimelineView) -> tuple[float, float]:
    scale = view.sight.scale
    return round((scale.start - T0) / DAY, 1), round((scale.end - T0) / DAY, 1)


def test_it_shows_everything_with_the_view_as_a_window_in_it(view: TimelineView, overview: Overview) -> None:
    whole, window = overview.strip.scale, overview.strip.window
    assert (whole.left, whole.width) == (view.sight.scale.left, view.sight.scale.width)
    assert whole.start < view.plan.extent[0] < view.plan.extent[1] < whole.end
    assert (window.left(), window.right()) == pytest.approx((whole.x(T0 + DAY), whole.x(T0 + 3 * DAY)))


def test_the_window_is_dragged_and_keeps_its_width(view: TimelineView, overview: Overview) -> None:
    drag(overview, at(overview, T0 + 2 * DAY), at(overview, T0 + 4 * DAY))
    assert days(view) == (3.0, 5.0)


@pytest.mark.parametrize(("edge", "to", "then"), [(1, 0, (0.0, 3.0)), (3, 5, (1.0, 5.0)), (1, 4, (3.0, 4.0))])
def test_its_edges_zoom_also_past_one_another(
    view: TimelineView, overview: Overview, edge: float, to: float, then: tuple[float, float]
) -> None:
    drag(overview, at(overview, T0 + edge * DAY), at(overview, T0 + to * DAY))
    assert days(view) == pytest.approx(then, abs=0.11)


def test_a_press_outside_jumps_there_and_a_double_click_shows_everything(
    view: TimelineView, overview: Overview
) -> None:
    QTest.mouseClick(overview, LEFT, pos=at(overview, T0 + 6 * DAY))
    assert days(view) == pytest.approx((5.0, 7.0), abs=0.11)
    QTest.mouseDClick(overview, LEFT, pos=at(overview, T0 + 6 * DAY))
    assert view.sight.scale.start < view.plan.extent[0]
    assert view.sight.scale.end > view.plan.extent[1]


def test_the_wheel_zooms(view: TimelineView, overview: Overview) -> None:
    turned_over(overview, QPointF(600, 10), QPoint(0, 120))
    assert days(view) == (1.2, 2.8)


def test_keys(view: TimelineView, overview: Overview) -> None:
    def press(key: Qt.Key) -> tuple[float, float]:
        QTest.keyClick(overview, key)
        return days(view)

    assert press(Qt.Key.Key_Right) == (1.3, 3.3)
    assert press(Qt.Key.Key_Left) == (1.0, 3.0)
    assert press(Qt.Key.Key_PageDown) == (3.0, 5.0)
    assert press(Qt.Key.Key_PageUp) == (1.0, 3.0)
    assert press(Qt.Key.Key_Up) == (1.2, 2.8)
    assert press(Qt.Key.Key_Down) == (1.0, 3.0)
    middle = T0 + sum(press(Qt.Key.Key_End)) / 2 * DAY
    assert middle == pytest.approx(overview.strip.scale.end, abs=DAY / 10)


def test_a_screen_reader_hears_where_the_view_is_and_can_move_it(view: TimelineView, overview: Overview) -> None:
    spoken = QAccessible.queryAccessibleInterface(overview)
    assert (spoken.role(), spoken.text(QAccessible.Text.Name)) == (QAccessible.Role.Slider, "Overview")
    assert "6 Oct 2021" in overview.accessibleDescription()
    before = overview.value()
    overview.setValue(before + 100)
    assert days(view)[0] > 1.0
    assert overview.value() == pytest.approx(before + 100, abs=1)


def test_a_window_too_small_to_see_can_still_be_held(view: TimelineView, overview: Overview) -> None:
    view.sight.show_span(T0 + DAY, T0 + DAY + 60)
    window = overview.strip.window
    assert window.width() == strip.LEAST_WINDOW
    assert overview.strip.part_at(window.center().x()) == "inside"
    view.sight.show_span(T0 + 1000 * DAY, T0 + 1001 * DAY)
    assert overview.strip.window.right() == overview.strip.scale.right


def image(overview: Overview) -> QImage:
    return overview.grab().toImage()


def test_bars_are_drawn_in_their_colours_and_only_once(
    view: TimelineView, overview: Overview, monkeypatch: pytest.MonkeyPatch
) -> None:
    style, drawn = view.sight.style, list[object]()
    draw_bars = strip._draw_bars

    def counted(painter: QPainter, *given: Any) -> None:
        drawn.append(painter)
        draw_bars(painter, *given)

    monkeypatch.setattr(strip, "_draw_bars", counted)
    view.sight.fit_all()
    small = strip._pixmap(overview.strip, style, 1.0).toImage()
    colours = {small.pixelColor(x, y).name() for x in range(small.width()) for y in range(small.height())}
    assert style.fill(0).name() in colours
    drawn.clear()
    for _ in range(5):
        view.sight.pan(20)
        image(overview)
    assert len(drawn) <= 1, "moving does not draw it again"
    view.show_plan(Plan(lanes=view.plan.lanes, home=view.plan.home))
    image(overview)
    assert len(drawn) <= 2


def test_of_very_many_bars_it_draws_the_coarse_level(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    count = 200_000
    start = T0 + np.arange(count, dtype=np.float64) * 60
    lane = np.zeros(count, dtype=np.int32)
    bars = intervals(lane, start, start + 30, ["one"])
    view.show_plan(Plan(lanes=(Lane("one", "One"),), bars=bars, home=(T0, T0 + DAY)))
    asked: list[int] = []
    between = levels.Level.between

    def counted(level: levels.Level, *given: object) -> object:
        found = between(level, *given)  # type: ignore[arg-type]
        asked.append(len(found.place))
        return found

    monkeypatch.setattr(levels.Level, "between", counted)
    strip._pixmap(view.overview.strip, view.sight.style, 1.0)
    assert len(asked) == 1
    assert max(asked) <= 4 * view.overview.width()


def test_its_caption_is_never_cut(view: TimelineView, overview: Overview) -> None:
    """In a narrow column it says less, not half of it."""
    font, whole = view.sight.style.small, overview.strip.scale
    days = overview._span(whole)
    for room, said in ((days, days), ("Oct 2021", "Oct 2021"), ("2021", "2021")):
        left = font.width(room) + 25
        view.sight.set_scale(replace(view.sight.scale, left=left))
        assert view.sight.scale.left == left
        assert overview.caption == said
