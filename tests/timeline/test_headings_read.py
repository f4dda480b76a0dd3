"""Lanes as a screen reader is told of them: their state, what can be done to them, and the way from lane to bar."""

from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from tests.timeline.ears import Event, Told, children, names, spoken
from tracker.timeline.plans.arrangement import Arrangement
from tracker.timeline.plans.plan import DAY, Lane, Plan
from tracker.timeline.screen.view import TimelineView


def heading(view: TimelineView, name: str) -> Any:
    return next(one for one in children(view) if one.text(QAccessible.Text.Name).startswith(name))


def act(one: Any, name: str) -> None:
    one.actionInterface().doAction(name)


def focused(view: TimelineView) -> str:
    return str(spoken(view).focusChild().text(QAccessible.Text.Name))


@pytest.fixture
def keyed(view: TimelineView, qtbot: QtBot) -> TimelineView:
    """With the keys."""
    view.canvas.activateWindow()
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    return view


def test_a_group_says_whether_it_is_collapsed(view: TimelineView) -> None:
    group, lane = heading(view, "group Mission"), heading(view, "lane Events")
    assert (group.state().expandable, group.state().expanded, group.state().collapsed) == (True, True, False)
    assert not lane.state().expandable
    act(group, "Toggle")
    assert (group.state().expanded, group.state().collapsed) == (False, True)
    assert group.text(QAccessible.Text.Name) == "group Mission (collapsed), 2 in it"


def test_a_lane_can_be_pinned_from_outside(view: TimelineView) -> None:
    view.show_plan(replace(view.plan, lanes=(*view.plan.lanes, Lane("last", "Last"))))
    act(heading(view, "lane Last"), "Pin")
    assert view.sight.arrangement.pinned == ("last",)
    assert names(view)[0] == "lane Last (pinned), nothing in view"
    assert list(heading(view, "lane Last").actionInterface().actionNames()) == ["Press", "Pin"]
    assert heading(view, "lane Last").actionInterface().localizedActionName("Pin") == "Pin to the top, or no longer"


def test_an_empty_lane_is_read_while_it_is_in_sight(view: TimelineView, plan: Plan) -> None:
    empty = tuple(Lane(f"empty{n}", f"Empty {n}") for n in range(30))
    view.show_plan(replace(plan, lanes=(*plan.lanes, *empty)))
    assert "lane Empty 0, nothing in view" in names(view)
    assert not any("Empty 29" in name for name in names(view))
    view.sight.scroll_to(view.sight.most_scroll)
    assert "lane Empty 29, nothing in view" in names(view)
    assert not any("Empty 0," in name for name in names(view))
    assert any("Landing" in name for name in names(view)), "bars are read wherever their lane is"


def test_an_item_of_a_lane_lies_where_its_name_is(view: TimelineView) -> None:
    for place, lane in enumerate(view.plan.lanes):
        middle = view.canvas.mapFromGlobal(heading(view, ("group ", "lane ")[place > 0] + lane.name).rect().center())
        assert view.canvas.lanes.at(middle.toPointF()) == place


def test_walking_the_lanes_moves_the_focus_to_them(keyed: TimelineView, qtbot: QtBot, active: None, told: Told) -> None:
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: (Event.Focus, "group Mission, 2 in it") in told)
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: (Event.Focus, "lane Пётр Дубров, in Mission") in told)
    assert focused(keyed) == "lane Пётр Дубров, in Mission"
    assert [one.state().focused for one in children(keyed)].count(True) == 1
    assert Event.Selection not in dict(told), "a lane is no selected record"


def test_at_the_first_lane_one_comes_from_its_bar_to_the_lane(keyed: TimelineView, qtbot: QtBot) -> None:
    keyed.select("ride")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_K)
    assert focused(keyed).startswith("group Mission")


def test_from_a_lane_the_arrows_lead_to_its_bars(keyed: TimelineView, qtbot: QtBot) -> None:
    keyed.select("ride")
    for _press in range(2):
        qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    assert focused(keyed).startswith("lane Events")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_Right)
    assert keyed.sight.selected in ("docking", "soft")
    assert "lane Events" in focused(keyed)
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_K)
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_Up)
    assert keyed.sight.selected in ("ride", "open")


def test_the_arrows_come_back_to_the_bar_that_was_selected_before(keyed: TimelineView, qtbot: QtBot) -> None:
    keyed.select("stay")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_K)
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    assert focused(keyed).startswith("lane Пётр Дубров, in Mission")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_Right)
    assert focused(keyed).startswith("Станция, lane Пётр Дубров")


def test_return_at_a_lane_asks_for_what_it_stands_for(keyed: TimelineView, qtbot: QtBot) -> None:
    keyed.select("ride")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    with qtbot.waitSignal(keyed.canvas.keys.lane_opened) as opened, qtbot.assertNotEmitted(keyed.bar_opened):
        qtbot.keyClick(keyed.canvas, Qt.Key.Key_Return)
    assert opened.args == ["stay"]


def test_collapsing_is_told_and_said_aloud(keyed: TimelineView, qtbot: QtBot, aloud: list[str]) -> None:
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: keyed.canvas.reader._told[1] == "group Mission, 2 in it")
    qtbot.keyClick(keyed.canvas, Qt.Key.Key_C)
    qtbot.waitUntil(lambda: aloud == ["group Mission (collapsed), 2 in it"])
    assert keyed.sight.arrangement == Arrangement(collapsed=frozenset({"group"}))


def test_a_bar_walked_to_is_the_one_with_the_focus(view: TimelineView, plan: Plan) -> None:
    """Also where its record has another bar before it."""
    start, end = plan.bars[0].start_lower + 5 * DAY, plan.bars[0].start_lower + 6 * DAY
    again = replace(plan.bars[0], lane="events", start_lower=start, start_upper=start, end_lower=end, end_upper=end)
    view.show_plan(replace(plan, bars=(*plan.bars, again)))
    twice = [place for place, item in enumerate(view.canvas.reader.items) if item.key == "stay"]
    for place in reversed(twice):
        view.canvas.reader.press(view.canvas.reader.items[place])
        assert view.canvas.reader.focused == place
    assert len(twice) == 2
