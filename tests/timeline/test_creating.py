"""Drawing what is new in an empty lane, and saying why not."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QStatusTipEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.domain import edtf
from tracker.domain.times import Precision
from tracker.timeline.hands.mouse import NEW
from tracker.timeline.plans.moves import new_time
from tracker.timeline.plans.plan import DAY, Plan
from tracker.timeline.screen.view import TimelineView

from .changing import MOVE, Held, Key, at, drag_to, near, written
from .conftest import T0, Said
from .test_moving import pressed
from .test_view import drag, mouse, placed, release


class Watch(QObject):
    """Notes what the status line of a window is given."""

    def __init__(self, sentences: list[str]) -> None:
        super().__init__()
        self._sentences = sentences

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QStatusTipEvent):
            self._sentences.append(event.tip())
        return False


def test_a_drag_in_an_empty_lane_draws_what_is_new(open_lane: TimelineView, said: Said) -> None:
    view = open_lane
    row = view.sight.frame.rows.count - 1
    start = at(view, near(view, T0 + DAY, 2), row)
    assert view.canvas.mouse.cursor(start, NEW) is Qt.CursorShape.CrossCursor
    assert view.canvas.mouse.cursor(start, Held.NoModifier) is Qt.CursorShape.ArrowCursor
    assert "add an event to “Free”" in view.canvas.mouse.status(start)
    assert view.canvas.mouse.tip(start) == ""
    before = view.sight.scale
    by = DAY / before.seconds_per_pixel
    drag(view, start, by, NEW)
    assert view.sight.scale == before
    release(view, start + QPointF(by, 0))
    assert said[0][0] == "an event"
    assert written(said) == "2021-10-06", "both ends snap to midnight"


def test_with_ctrl_held_it_is_said_what_a_drag_adds_or_why_it_adds_nothing(
    open_lane: TimelineView, qtbot: QtBot
) -> None:
    view, last = open_lane, open_lane.sight.frame.rows.count - 1
    sentences: list[str] = []
    watch = Watch(sentences)
    view.installEventFilter(watch)
    free, closed = at(view, T0 + DAY, last), at(view, T0 + 4 * DAY, 1)
    mouse(view, MOVE, free, held=Qt.MouseButton.NoButton)
    assert sentences[-1] == "Ctrl+drag or double-click to add an event to “Free”."
    assert view.canvas.changing.hint == ""
    mouse(view, MOVE, free, keys=NEW, held=Qt.MouseButton.NoButton)
    assert view.canvas.changing.hint == "Drag to add an event to “Free”."
    mouse(view, MOVE, closed, keys=NEW, held=Qt.MouseButton.NoButton)
    assert view.canvas.changing.hint == "Nothing can be added to “Пётр Дубров”."
    mouse(view, MOVE, closed, held=Qt.MouseButton.NoButton)
    assert view.canvas.changing.hint == ""
    mouse(view, MOVE, placed(view, "docking").rect.center(), held=Qt.MouseButton.NoButton)
    assert sentences[-1].startswith("Drag to move it")
    QApplication.sendEvent(view.canvas, QEvent(QEvent.Type.Leave))
    assert sentences[-1] == ""


def test_by_keys_an_event_is_added_to_the_lane_at_the_time_cursor(
    open_lane: TimelineView, said: Said, qtbot: QtBot
) -> None:
    view, heard = open_lane, list[str]()
    view.canvas.changing.refused.connect(heard.append)
    view.sight.go_to_lane("stay")
    assert pressed(view, Key.Key_N)
    assert heard == ["Nothing can be added to “Пётр Дубров”."]
    view.sight.go_to_lane("free")
    view.canvas.marks.cursor = T0 + 2 * DAY
    assert pressed(view, Key.Key_N)
    assert view.canvas.entry.text() == "7 Oct 2021", "as finely as a place can be read"
    assert view.canvas.entry.accessibleName() == "Time of what is added to Free"
    qtbot.keyClicks(view.canvas.entry, "7 Oct 2021 09:30")
    qtbot.keyClick(view.canvas.entry, Key.Key_Return)
    assert said[0][0] == "an event"
    assert written(said) == "2021-10-07T09:30Z"


def test_without_ctrl_an_empty_lane_pans_and_where_nothing_can_be_drawn_it_is_said(
    open_lane: TimelineView, said: Said
) -> None:
    view, heard = open_lane, list[str]()
    view.canvas.changing.refused.connect(heard.append)
    start, before = at(view, T0 + DAY, view.sight.frame.rows.count - 1), view.sight.scale
    drag(view, start, 30)
    release(view, start + QPointF(30, 0))
    assert view.sight.scale.start == pytest.approx(before.start - 30 * before.seconds_per_pixel)
    closed = at(view, T0 + 4 * DAY, 1)
    assert view.canvas.mouse.cursor(closed, NEW) is Qt.CursorShape.ForbiddenCursor
    drag(view, closed, 30, NEW)
    release(view, closed + QPointF(30, 0))
    assert (heard, said) == (["Nothing can be added to “Пётр Дубров”."], [])


def test_a_double_click_in_an_empty_lane_makes_an_instant(open_lane: TimelineView, said: Said) -> None:
    view = open_lane
    mouse(view, QEvent.Type.MouseButtonDblClick, at(view, T0 + DAY, view.sight.frame.rows.count - 1))
    [(what, time)] = said
    assert (what, time.precision) == ("an event", Precision.MINUTE)


@pytest.mark.parametrize(
    ("width", "wanted"),
    [
        (5, "2021-10-05T00:00:05Z"),
        (600, "2021-10-05T00:10Z"),
        (DAY, "2021-10-05"),
        (3 * DAY, "2021-10-06~"),
        (30 * DAY, "2021-10"),
        (365 * DAY, "2022"),
        (3 * 365 * DAY, "2023~"),
    ],
)
def test_a_new_time_is_known_as_finely_as_it_was_drawn(width: float, wanted: str) -> None:
    found = new_time(T0, T0 + width, Precision.SECOND if width < 60 else Precision.MINUTE)
    assert edtf.write(found) == wanted


def test_what_is_derived_says_why_it_cannot_be_dragged(view: TimelineView, plan: Plan, said: Said) -> None:
    heard: list[str] = []
    view.canvas.changing.refused.connect(heard.append)
    why = "A stay is changed by its event."
    view.show_plan(replace(plan, bars=tuple(replace(b, locked=why) if b.key == "stay" else b for b in plan.bars)))
    one, before = placed(view, "stay"), view.grab().toImage()
    end = QPointF(one.rect.right() - 1, one.rect.center().y())
    assert view.canvas.mouse.cursor(end, Held.NoModifier) is Qt.CursorShape.ForbiddenCursor
    assert why in view.canvas.mouse.status(end)
    scale = view.sight.scale
    drag(view, end, 60)
    release(view, end + QPointF(60, 0))
    assert (heard, said, view.sight.scale) == ([why], [], scale)
    assert view.grab().toImage() != before


def test_of_a_locked_plan_nothing_is_moved_and_nothing_drawn(open_lane: TimelineView, said: Said) -> None:
    view = open_lane
    view.show_plan(replace(view.plan, locked="For reading only."))
    hand = drag_to(view, "docking", T0 + 2 * DAY)
    release(view, hand)
    view.select("docking")
    pressed(view, Key.Key_M)
    assert not view.canvas.entry.isVisible()
    start = at(view, T0 + DAY, view.sight.frame.rows.count - 1)
    drag(view, start, 80, NEW)
    release(view, start + QPointF(80, 0))
    assert said == []
