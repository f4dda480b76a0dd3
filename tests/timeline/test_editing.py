"""Changing times in the timeline: snapping, typing while dragging, keys, and giving up."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from tracker.domain import edtf
from tracker.domain.times import Precision, seconds
from tracker.timeline.hands import snapping
from tracker.timeline.hands.gestures import Gesture, Target
from tracker.timeline.hands.mouse import FREE
from tracker.timeline.hands.snapping import Snap, nearest
from tracker.timeline.plans.moves import begins_unit, many_units, stepped_time
from tracker.timeline.plans.plan import DAY, Lane, Plan, instant
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.times.scale import FIRST

from .changing import MOVE, MOVES, Held, Key, drag_to, near, written
from .conftest import T0, Said
from .test_moving import pressed
from .test_view import drag, mouse, placed, press, release


@pytest.mark.parametrize(
    ("target", "text"),
    [
        (T0 + 3 * DAY, "end of Станция, 8 Oct 2021 00:00 UTC"),
        (T0 + 4 * DAY, "Landing, 9 Oct 2021 00:00 UTC"),
        (T0 + 6 * DAY, "midnight UTC"),
    ],
)
def test_a_drag_snaps_to_ends_and_ticks_and_says_to_what(
    view: TimelineView, said: Said, target: float, text: str
) -> None:
    hand = drag_to(view, "docking", near(view, target, 4))
    snap = view.canvas.changing.snap
    assert snap is not None
    assert (snap.time, snap.text) == (target, text)
    release(view, hand)
    [(key, edge, time)] = said
    assert (key, edge, seconds(time.start)) == ("docking", "both", target)


def test_alt_suspends_snapping_and_farther_off_nothing_snaps(view: TimelineView) -> None:
    drag_to(view, "docking", near(view, T0 + 3 * DAY, 4), FREE)
    assert view.canvas.changing.snap is None
    view.canvas.stop()
    drag_to(view, "docking", near(view, T0 + 3 * DAY, 9))
    assert view.canvas.changing.snap is None


def test_now_and_the_time_cursor_hold_a_bar_and_the_cursor_snaps_too(view: TimelineView) -> None:
    view.canvas.marks.cursor = T0 + 2.3 * DAY
    drag_to(view, "docking", near(view, T0 + 2.3 * DAY, 3))
    assert view.canvas.changing.snap == Snap(T0 + 2.3 * DAY, "time cursor")
    view.canvas.stop()
    axis = QPointF(view.sight.scale.x(T0 + DAY / 2) + 3, 10)
    drag(view, axis, 1)
    assert view.canvas.marks.cursor == T0 + DAY / 2, "held by the docking"
    release(view, axis)
    assert "now" in {snap.text for snap in view.canvas.marks.snaps()}


def test_what_is_known_to_the_day_snaps_to_days_only(view: TimelineView) -> None:
    frame, style = view.sight.frame, view.sight.style
    when = near(view, T0 + DAY / 2, 2)
    assert nearest(frame, style, when) is not None
    assert nearest(frame, style, when, fits=lambda time: begins_unit(time, Precision.DAY)) is None


def test_where_bars_are_many_none_is_meant(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    bars = tuple(instant(f"{n}", "lane", T0 + n, T0 + n) for n in range(snapping.MANY + 1))
    view.show_plan(Plan(lanes=(Lane("lane", "Lane"),), bars=bars, home=(T0 - DAY, T0 + DAY)))
    view.sight.show_span(T0 - DAY, T0 + DAY)
    assert list(snapping._ends(view.sight.frame, T0, 600)) == []


def test_typing_during_a_drag_opens_a_field_that_takes_times_and_steps(
    view: TimelineView, said: Said, qtbot: QtBot
) -> None:
    entry = view.canvas.entry
    for text, wanted in (("+10 min", "2021-10-05T12:10Z"), ("7 Oct 2021 08:15", "2021-10-07T08:15Z")):
        hand = drag_to(view, "docking", T0 + 1.7 * DAY)
        qtbot.keyClicks(view.canvas, text[0])
        assert entry.isVisible()
        assert entry.accessibleName() == "New time of <b>Docking</b>"
        qtbot.keyClicks(entry, text[1:])
        mouse(view, MOVE, hand + QPointF(50, 0))
        release(view, hand)
        assert said == []
        assert edtf.write(view.canvas.changing.time) == wanted, "the ghost is there already"
        qtbot.keyClick(entry, Key.Key_Return)
        assert not entry.isVisible()
        assert written(said) == wanted
        said.clear()


def test_what_is_no_time_stays_open_with_a_sentence_and_escape_gives_up(
    view: TimelineView, said: Said, qtbot: QtBot
) -> None:
    view.select("docking")
    pressed(view, Key.Key_M)
    entry = view.canvas.entry
    assert (entry.text(), entry.selectedText()) == ("5 Oct 2021 12:00 UTC", "5 Oct 2021 12:00 UTC")
    qtbot.keyClicks(entry, "soon")
    qtbot.keyClick(entry, Key.Key_Return)
    assert entry.isVisible()
    assert "not a time I can read" in view.canvas.changing.problem
    qtbot.keyClick(entry, Key.Key_Escape)
    assert not entry.isVisible()
    assert (view.canvas.changing.target, said) == (None, [])


def test_in_the_last_row_the_field_hides_nothing_that_is_said_of_the_time(view: TimelineView) -> None:
    view.select("docking")
    view.sight.scroll_to(0)
    frame = view.sight.frame
    rows_high = frame.row_top(view.sight.rows.row_of(placed(view, "docking").index)) + frame.row_height
    view.resize(view.width(), round(rows_high) + view.overview.height() + 2)
    pressed(view, Key.Key_M)
    rect = placed(view, "docking").rect
    assert view.canvas.entry.geometry().top() >= rect.top() - 12
    assert view.canvas.entry.geometry().left() >= rect.right()


def test_the_end_of_what_lasts_is_typed_with_shift(view: TimelineView, said: Said, plan: Plan, qtbot: QtBot) -> None:
    ends = tuple(replace(bar, end_time=edtf.read("2021-10-09")) if bar.key == "ride" else bar for bar in plan.bars)
    view.show_plan(replace(plan, bars=ends))
    view.select("ride")
    pressed(view, Key.Key_M, held=Held.ShiftModifier)
    qtbot.keyClicks(view.canvas.entry, "+1")
    qtbot.keyClick(view.canvas.entry, Key.Key_Return)
    [(key, edge, time)] = said
    assert (key, edge, edtf.write(time)) == ("ride", "end", "2021-10-10")


def test_shift_and_an_arrow_move_by_units_as_one_step(view: TimelineView, said: Said, qtbot: QtBot) -> None:
    view.select("docking")
    for _ in range(3):
        assert pressed(view, Key.Key_Right, held=MOVES)
    assert said == []
    assert edtf.write(view.canvas.changing.time) == "2021-10-05T12:03Z"
    qtbot.keyRelease(view.canvas, Key.Key_Right, MOVES)
    assert written(said) == "2021-10-05T12:03Z"


def test_shift_and_a_page_move_by_many_units_and_never_change_what_is_known(view: TimelineView, said: Said) -> None:
    view.select("docking")
    assert pressed(view, Key.Key_PageDown, held=MOVES)
    assert edtf.write(view.canvas.changing.time) == "2021-10-05T13:00Z"
    assert pressed(view, Key.Key_Right, held=MOVES)
    assert edtf.write(view.canvas.changing.time) == "2021-10-05T13:01Z"
    view.canvas.changing.commit()
    assert written(said) == "2021-10-05T13:01Z"


@pytest.mark.parametrize(("known", "wanted"), [("2021-01-31", "2021-02-07"), ("2021-02", "2022-02"), ("2021", "2031")])
def test_many_units_are_about_the_next_coarser_one(known: str, wanted: str) -> None:
    time = edtf.read(known)
    assert time is not None
    assert edtf.write(stepped_time(time, many_units(time, 1))) == wanted


def test_escape_and_leaving_give_up_every_change(view: TimelineView, said: Said, qtbot: QtBot) -> None:
    hand = drag_to(view, "docking", T0 + 2 * DAY)
    view.canvas.clearFocus()
    assert view.canvas.changing.target is None
    release(view, hand)
    view.select("docking")
    pressed(view, Key.Key_Right, held=MOVES)
    pressed(view, Key.Key_Escape)
    qtbot.keyRelease(view.canvas, Key.Key_Right, MOVES)
    assert said == []


def test_escape_puts_a_dragged_cursor_back_and_keeps_it(view: TimelineView) -> None:
    marks = view.canvas.marks
    marks.cursor = T0
    axis = QPointF(view.sight.scale.x(T0 + DAY), 10)
    drag(view, axis, 30)
    pressed(view, Key.Key_Escape)
    assert marks.cursor == T0
    pressed(view, Key.Key_Escape)
    assert marks.cursor is None


def test_at_the_edge_a_drag_goes_on_through_time(view: TimelineView, qtbot: QtBot) -> None:
    one, before = placed(view, "docking"), view.sight.scale
    press(view, one.rect.center())
    mouse(view, MOVE, QPointF(before.right - 2, one.rect.center().y()))
    first = view.canvas.changing.time
    assert view.canvas.drift.is_on
    qtbot.waitUntil(lambda: view.sight.scale.start > before.start + DAY)
    later = view.canvas.changing.time
    assert first is not None
    assert later is not None
    assert later.sort_key > first.sort_key
    release(view, QPointF(before.right - 2, one.rect.center().y()))
    assert not view.canvas.drift.is_on


def test_a_ghost_shows_the_time_what_it_snaps_to_and_a_problem(view: TimelineView) -> None:
    bar = placed(view, "docking").bar
    changing, target = view.canvas.changing, Target(2, view.plan.lanes[2], bar)
    pictures: list[QImage] = [view.grab().toImage()]
    time, snap = edtf.read("2021-10-06T12:00Z"), Snap(T0 + 1.5 * DAY, "something")
    for show in (
        lambda: changing.propose(target, time),
        lambda: changing.propose(target, time, snap),
        lambda: changing.propose(target, None, problem="That is no time."),
    ):
        call: Callable[[], None] = show
        call()
        pictures.append(view.grab().toImage())
    assert all(one != other for n, one in enumerate(pictures) for other in pictures[:n])


def test_a_gesture_knows_a_click_from_a_drag() -> None:
    held = Gesture(10, 10, 0.0)
    assert not held.to(12, 12).has_moved
    assert held.to(20, 12).pans
    assert held.to(20, 12).to(11, 10).has_moved, "decided once"


def test_snapping_works_where_there_are_years(view: TimelineView) -> None:
    view.sight.show_span(FIRST, FIRST + 400 * DAY)
    found = nearest(view.sight.frame, view.sight.style, near(view, FIRST + 181 * DAY, 1))
    assert found is not None
    assert found.text == "midnight UTC"
