"""Gestures on the screen: what the wheel, the mouse and the keys do, and what they announce."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent, QImage, QMouseEvent, QPainter, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from tests.conftest import LogWatch
from tracker.domain import show_times
from tracker.domain.times import Precision, VagueTime, seconds
from tracker.palette import DARK, LIGHT
from tracker.timeline.drawing import axis
from tracker.timeline.drawing.bars import Placed, in_view
from tracker.timeline.drawing.paint import paint
from tracker.timeline.drawing.style import Style
from tracker.timeline.hands.mouse import FREE
from tracker.timeline.plans.plan import DAY, Bar, Lane, Plan
from tracker.timeline.screen import canvas as canvas_module
from tracker.timeline.screen.view import TimelineView
from tracker.tips import tip

from .conftest import T0, small_plan

LEFT, NO_BUTTON = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
PLAIN = Qt.KeyboardModifier.NoModifier


def placed(view: TimelineView, key: str) -> Placed:
    frame = view.sight.frame
    found = [one for row in range(frame.rows.count) for one in in_view(frame, row) if one.bar.key == key]
    assert found, f"{key} is not in view"
    return found[0]


def wheel(
    view: TimelineView, at: QPointF, up: int = 120, keys: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    viewport = view.canvas.viewport()
    event = QWheelEvent(
        at,
        QPointF(viewport.mapToGlobal(at.toPoint())),
        QPoint(),
        QPoint(0, up),
        NO_BUTTON,
        keys,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(viewport, event)


def mouse(
    view: TimelineView, kind: QEvent.Type, at: QPointF, held: Qt.MouseButton = LEFT, keys: Qt.KeyboardModifier = PLAIN
) -> None:
    viewport = view.canvas.viewport()
    button = NO_BUTTON if kind is QEvent.Type.MouseMove else LEFT
    event = QMouseEvent(kind, at, viewport.mapToGlobal(at), button, held, keys)
    QApplication.sendEvent(viewport, event)


def press(view: TimelineView, at: QPointF) -> None:
    mouse(view, QEvent.Type.MouseButtonPress, at)


def drag(view: TimelineView, start: QPointF, by: float, keys: Qt.KeyboardModifier = PLAIN) -> None:
    """Presses and moves in small steps, without letting go."""
    mouse(view, QEvent.Type.MouseButtonPress, start, keys=keys)
    for step in range(1, 11):
        mouse(view, QEvent.Type.MouseMove, start + QPointF(by * step / 10, 0), keys=keys)


def release(view: TimelineView, at: QPointF) -> None:
    mouse(view, QEvent.Type.MouseButtonRelease, at, NO_BUTTON)


def empty(view: TimelineView) -> QPointF:
    frame = view.sight.frame
    return QPointF(frame.scale.right - 40, frame.row_top(frame.rows.count) + 20)


@pytest.mark.parametrize("up", [120, -120, 600])
def test_the_wheel_with_ctrl_zooms_and_keeps_the_time_under_the_pointer(view: TimelineView, up: int) -> None:
    at = QPointF(640, 120)
    before, scale = view.sight.scale.time(at.x()), view.sight.scale.seconds_per_pixel
    wheel(view, at, up, Qt.KeyboardModifier.ControlModifier)
    assert view.sight.scale.x(before) == pytest.approx(at.x(), abs=0.01)
    assert (view.sight.scale.seconds_per_pixel < scale) is (up > 0)


def test_the_wheel_scrolls_the_lanes(view: TimelineView) -> None:
    more = tuple(Lane(f"more{n}", f"Lane {n}") for n in range(30))
    view.show_plan(replace(view.plan, lanes=view.plan.lanes + more))
    scale = view.sight.scale
    wheel(view, QPointF(640, 100), -120)
    assert view.sight.scroll > 0
    assert view.sight.scale == scale
    wheel(view, QPointF(640, 100), 1200)
    assert view.sight.scroll == 0


def test_dragging_an_empty_place_pans(view: TimelineView, qtbot: QtBot) -> None:
    start, was = empty(view), view.sight.scale.start
    with qtbot.assertNotEmitted(view.bar_selected), qtbot.assertNotEmitted(view.bar_moved):
        drag(view, start, 80)
        release(view, start + QPointF(80, 0))
    assert view.sight.scale.start == pytest.approx(was - 80 * view.sight.scale.seconds_per_pixel)


def test_a_click_selects(view: TimelineView, qtbot: QtBot) -> None:
    at = placed(view, "stay").rect.center()
    with qtbot.waitSignal(view.bar_selected) as said:
        press(view, at)
        release(view, at)
    assert said.args == ["stay"]
    assert view.sight.selected == "stay"


def test_a_double_click_opens(view: TimelineView, qtbot: QtBot) -> None:
    with qtbot.waitSignal(view.bar_opened) as said:
        mouse(view, QEvent.Type.MouseButtonDblClick, placed(view, "docking").rect.center())
    assert said.args == ["docking"]


def test_a_drag_is_announced_once_and_only_on_release(view: TimelineView, qtbot: QtBot) -> None:
    moves: list[tuple[str, str, VagueTime]] = []
    view.bar_moved.connect(lambda *args: moves.append(args))
    start = placed(view, "docking").rect.center()
    by = 7200 / view.sight.scale.seconds_per_pixel
    drag(view, start, by, FREE)
    assert moves == []
    release(view, start + QPointF(by, 0))
    [(key, edge, time)] = moves
    assert (key, edge, time.precision) == ("docking", "both", Precision.MINUTE)
    assert time.start is not None
    assert seconds(time.start) == pytest.approx(T0 + DAY / 2 + 7200, abs=view.sight.scale.seconds_per_pixel)


def test_an_edge_that_can_be_changed_is_dragged_alone(view: TimelineView, qtbot: QtBot) -> None:
    one = placed(view, "ride")
    start = QPointF(one.rect.left() + 1, one.rect.center().y())
    by = 3600 / view.sight.scale.seconds_per_pixel
    with qtbot.waitSignal(view.bar_moved) as said:
        drag(view, start, -by)
        release(view, start - QPointF(by, 0))
    assert said.args is not None
    key, edge, time = said.args
    assert (key, edge) == ("ride", "start")
    assert seconds(time.start) < T0 + 2 * DAY


def test_what_is_derived_cannot_be_dragged(view: TimelineView, qtbot: QtBot) -> None:
    start = placed(view, "stay").rect.center()
    with qtbot.assertNotEmitted(view.bar_moved):
        drag(view, start, 60)
        release(view, start + QPointF(60, 0))


def test_escape_cancels_a_drag(view: TimelineView, qtbot: QtBot) -> None:
    start = placed(view, "docking").rect.center()
    with qtbot.assertNotEmitted(view.bar_moved), qtbot.assertNotEmitted(view.bar_selected):
        drag(view, start, 90)
        qtbot.keyClick(view.canvas, Qt.Key.Key_Escape)
        release(view, start + QPointF(90, 0))


def test_a_drag_shows_a_ghost(view: TimelineView) -> None:
    before = view.grab().toImage()
    drag(view, placed(view, "docking").rect.center(), 90)
    during = view.grab().toImage()
    assert during != before
    view.canvas.stop()
    assert view.grab().toImage() == before


def test_selecting_brings_into_view_and_says_nothing(view: TimelineView, qtbot: QtBot) -> None:
    view.sight.show_span(T0 + 300 * DAY, T0 + 301 * DAY)
    with qtbot.assertNotEmitted(view.bar_selected):
        view.select("docking")
    assert placed(view, "docking").rect.left() > view.sight.scale.left


def test_a_bar_wider_than_the_view_is_shown_whole(view: TimelineView) -> None:
    view.show_plan(
        replace(
            view.plan,
            bars=(*view.plan.bars, Bar("year", "stay", T0 - 900 * DAY, T0 - 900 * DAY, T0 - 500 * DAY, T0 - 500 * DAY)),
        )
    )
    view.select("year")
    scale = view.sight.scale
    assert scale.start < T0 - 900 * DAY < T0 - 500 * DAY < scale.end


def test_selection_is_seen(view: TimelineView) -> None:
    before = view.grab().toImage()
    view.select("stay")
    assert view.grab().toImage() != before


def test_keys_walk_and_open(view: TimelineView, qtbot: QtBot) -> None:
    view.select("ride")
    for key, expected in (
        (Qt.Key.Key_Right, "open"),
        (Qt.Key.Key_Left, "ride"),
        (Qt.Key.Key_Down, "stay"),
        (Qt.Key.Key_Down, "docking"),
    ):
        with qtbot.waitSignal(view.bar_selected) as said:
            qtbot.keyClick(view.canvas, key)
        assert said.args == [expected]
    with qtbot.waitSignal(view.bar_opened) as said:
        qtbot.keyClick(view.canvas, Qt.Key.Key_Return)
    assert said.args == ["docking"]


def test_f_fits_the_selection_and_then_everything(view: TimelineView, qtbot: QtBot) -> None:
    view.select("docking")
    qtbot.keyClick(view.canvas, Qt.Key.Key_F)
    scale = view.sight.scale
    assert scale.end - scale.start < DAY
    qtbot.keyClick(view.canvas, Qt.Key.Key_F)
    scale = view.sight.scale
    assert scale.start <= T0
    assert scale.end >= T0 + 5 * DAY
    qtbot.keyClick(view.canvas, Qt.Key.Key_Home)
    assert (view.sight.scale.start, view.sight.scale.end) == pytest.approx(view.plan.home)


def test_a_new_plan_keeps_the_range_and_the_selection(view: TimelineView) -> None:
    view.select("stay")
    view.zoom_in()
    scale = view.sight.scale
    view.show_plan(small_plan())
    assert (view.sight.scale.start, view.sight.scale.end) == pytest.approx((scale.start, scale.end))
    assert view.sight.selected == "stay"


def test_an_empty_plan_is_drawn(view: TimelineView) -> None:
    view.show_plan(Plan())
    view.sight.fit_all()
    view.sight.fit_selection()
    assert not view.grab().isNull()


def test_a_palette_can_change(view: TimelineView) -> None:
    assert view.grab().toImage().pixelColor(5, 5).lightness() > 200
    view.set_palette(DARK)
    assert view.grab().toImage().pixelColor(5, 5).lightness() < 60


def test_tips_are_plain_text(view: TimelineView) -> None:
    at = placed(view, "docking").rect.center().toPoint()
    viewport = view.canvas.viewport()
    QApplication.sendEvent(viewport, QHelpEvent(QEvent.Type.ToolTip, at, viewport.mapToGlobal(at)))
    assert "&lt;b&gt;Docking&lt;/b&gt;" in QToolTip.text()
    assert tip("") == ""
    QToolTip.hideText()


def test_a_fault_while_painting_is_logged_once_and_does_no_harm(
    view: TimelineView, monkeypatch: pytest.MonkeyPatch, log_watch: LogWatch
) -> None:
    def fail(*_args: object, **_more: object) -> None:
        raise RuntimeError("no paint left")

    monkeypatch.setattr(canvas_module, "paint", fail)
    with log_watch.expects("could not be drawn"):
        view.grab()
        view.grab()
        assert len(log_watch.records) == 1
    monkeypatch.undo()
    assert not view.grab().isNull()


def test_it_has_a_name_for_those_who_cannot_see_it(view: TimelineView) -> None:
    assert view.canvas.accessibleName() == "Timeline"


def test_the_screen_shows_what_the_painter_draws(view: TimelineView) -> None:
    view.canvas.clearFocus()  # which has a frame
    image = QImage(view.canvas.size(), QImage.Format.Format_RGB32)
    image.fill(view.sight.style.colour("surface"))
    painter = QPainter(image)
    paint(painter, view.sight.frame, view.sight.style, clips=True)
    painter.end()
    grabbed = view.canvas.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    assert grabbed == image


def test_dates_of_the_axis_are_written_anew_in_another_style(view: TimelineView) -> None:
    style, frame = Style(LIGHT), view.sight.frame

    def above() -> list[str]:
        return [tick.label for tick in axis._two_rows(frame, style)[0].ticks]

    assert above() == ["Oct 2021"]
    show_times.use("iso")
    try:
        assert above() == ["2021-10"]
    finally:
        show_times.use(show_times.USUAL)
