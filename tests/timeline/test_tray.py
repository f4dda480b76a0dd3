"""The tray of events without a date: counted, walked through by keys, and dragged to a day."""

from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tracker.domain import edtf
from tracker.timeline.plans.moves import time_at
from tracker.timeline.plans.plan import DAY, Plan, instant
from tracker.timeline.screen.tray import FORMAT
from tracker.timeline.screen.view import TimelineView

from .conftest import T0

NAMES = {"sputnik": "Launch of Sputnik", "laika": "First dog in orbit"}


@pytest.fixture
def plan(plan: Plan) -> Plan:
    return replace(
        plan,
        undated=tuple(instant(key, "", label=name, tell=partial("<b>{}".format, name)) for key, name in NAMES.items()),
    )


def opened(view: TimelineView, qtbot: QtBot) -> None:
    qtbot.addWidget(view.tray.menu())
    view.tray.menu().popup(QPoint(0, 0))


def test_it_counts_what_has_no_date(view: TimelineView, plan: Plan) -> None:
    assert view.tray.isVisible()
    assert view.tray.accessibleName() == "2 without a date"
    assert view.tray.geometry().right() < view.sight.scale.left
    assert view.tray.geometry().bottom() < view.sight.frame.plot.top()
    view.show_plan(replace(plan, undated=()))
    assert not view.tray.isVisible()


def test_its_list_is_walked_through_by_keys(view: TimelineView, qtbot: QtBot) -> None:
    opened(view, qtbot)
    told: list[str] = []
    view.bar_selected.connect(told.append)
    qtbot.keyClick(view.tray.list, Qt.Key.Key_Down)
    qtbot.keyClick(view.tray.list, Qt.Key.Key_Down)
    assert told[-1] == "laika"
    assert view.sight.selected == "laika"
    with qtbot.waitSignal(view.bar_opened) as asked:
        qtbot.keyClick(view.tray.list, Qt.Key.Key_Return)
    assert asked.args == ["laika"]
    assert not view.tray.menu().isVisible()


def test_each_is_read_with_what_is_known_of_it(view: TimelineView, qtbot: QtBot) -> None:
    opened(view, qtbot)
    listed = QAccessible.queryAccessibleInterface(view.tray.list)
    read = [listed.child(place).text(QAccessible.Text.Name) for place in range(listed.childCount())]
    assert read == ["<b>Launch of Sputnik, unknown, stated", "<b>First dog in orbit, unknown, stated"]


def test_it_shows_that_it_holds_what_is_selected(view: TimelineView, qtbot: QtBot) -> None:
    assert not view.tray.property("holds")
    view.select("laika")
    assert view.tray.property("holds")
    opened(view, qtbot)
    assert view.tray.list.currentItem().text() == NAMES["laika"]
    view.select("docking")
    assert not view.tray.property("holds")


def test_names_are_no_html(view: TimelineView, qtbot: QtBot) -> None:
    opened(view, qtbot)
    assert "<b>" not in view.tray.list.item(0).toolTip()


def dragged(key: str) -> QMimeData:
    data = QMimeData()
    data.setData(FORMAT, key.encode())
    return data


def drag(view: TimelineView, x: float, y: float, data: QMimeData, drops: bool = True) -> bool:
    """Into the timeline, over a place, and let go there; whether it was taken."""
    at, viewport = QPoint(round(x), round(y)), view.canvas.viewport()
    common = (Qt.DropAction.MoveAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(viewport, QDragEnterEvent(at, *common))
    move = QDragMoveEvent(at, *common)
    QApplication.sendEvent(viewport, move)
    if drops:
        QApplication.sendEvent(viewport, QDropEvent(QPointF(at), *common))
    return move.isAccepted()


def test_dragged_to_a_day_it_gets_that_day(view: TimelineView, qtbot: QtBot) -> None:
    frame, data = view.sight.frame, dragged("laika")
    with qtbot.waitSignal(view.bar_moved) as asked:
        assert drag(view, frame.scale.x(T0 + 2.5 * DAY), frame.row_middle(1), data)
    assert asked.args == ["laika", "both", edtf.read("2021-10-07")]
    assert view.canvas.changing.target is None


def test_a_ghost_goes_with_it_until_it_leaves(view: TimelineView) -> None:
    frame, data = view.sight.frame, dragged("laika")
    drag(view, frame.scale.x(T0), frame.row_middle(0), data, drops=False)
    assert view.canvas.changing.time == edtf.read("2021-10-05")
    QApplication.sendEvent(view.canvas.viewport(), QDragLeaveEvent())
    assert view.canvas.changing.target is None


def test_what_cannot_be_dated_there_is_refused(view: TimelineView, plan: Plan, qtbot: QtBot) -> None:
    frame = view.sight.frame
    inside, column = (frame.scale.x(T0), frame.row_middle(0)), (20.0, frame.row_middle(0))
    with qtbot.assertNotEmitted(view.bar_moved):
        assert not drag(view, *column, dragged("laika"))
        assert not drag(view, *inside, dragged("docking"))
        assert not drag(view, *inside, QMimeData())
        view.show_plan(replace(plan, locked="Read only."))
        assert not drag(view, *inside, dragged("laika"))


@pytest.mark.parametrize(
    ("seconds_per_pixel", "text"),
    [
        (1.0, "2021-10-05T12:22Z"),
        (900.0, "2021-10-05"),
        (20_000.0, "2021-10-05"),
        (300_000.0, "2021-10"),
        (2e6, "2021"),
        (1e9, "2021"),
    ],
)
def test_a_date_is_as_exact_as_a_hand_can_point(seconds_per_pixel: float, text: str) -> None:
    assert time_at(T0 + 12 * 3600 + 22 * 60 + 10, seconds_per_pixel) == edtf.read(text)
