"""The timeline as a screen reader is told of it, through the interfaces that Qt itself asks for."""

import gc
from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from tests.timeline.ears import Event, Told, children, names, spoken
from tracker.domain.zones import zone
from tracker.palette import LIGHT
from tracker.timeline.plans.plan import DAY, Lane, Plan
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.speech import reader as reader_module
from tracker.timeline.speech import reading
from tracker.timeline.speech.reader import Reader
from tracker.timeline.speech.reading import Heading


def bars(view: TimelineView) -> list[Any]:
    """The items without the headings of the lanes."""
    items = view.canvas.reader.items
    return [one for one, item in zip(children(view), items, strict=True) if not isinstance(item, Heading)]


def bar_names(view: TimelineView) -> list[str]:
    return [one.text(QAccessible.Text.Name) for one in bars(view)]


def test_every_lane_and_every_bar_in_view_is_an_item_of_a_list(view: TimelineView) -> None:
    assert spoken(view).role() == QAccessible.Role.List
    assert spoken(view).text(QAccessible.Text.Name) == "Timeline"
    assert names(view) == [
        "group Mission, 2 in it",
        "without a name, lane Mission, start 7 Oct 2021 00:00 UTC, end 9 Oct 2021, stated",
        "without a name, lane Mission, start 10 Oct 2021, end unknown, stated",
        "lane Пётр Дубров, in Mission",
        "Станция, lane Пётр Дубров, start 5 Oct 2021, end 8 Oct 2021, stated",
        "lane Events, in Mission",
        "<b>Docking</b>, lane Events, 5 Oct 2021 12:00 UTC, stated",
        "Landing, lane Events, 9 Oct 2021, planned",
    ]
    assert {one.role() for one in children(view)} == {QAccessible.Role.ListItem}


def test_bars_out_of_the_time_shown_are_none(view: TimelineView, plan: Plan) -> None:
    whole = len(names(view))
    view.sight.show_span(plan.home[0] + 6.2 * DAY, plan.home[0] + 6.8 * DAY)
    assert 0 < len(names(view)) < whole
    assert "Landing" not in " ".join(names(view))


def test_an_item_lies_where_its_bar_is_drawn(view: TimelineView) -> None:
    for one in bars(view):
        middle = view.canvas.mapFromGlobal(one.rect().center())
        found = view.canvas.mouse.bar_near(middle.toPointF())
        assert found is not None
        assert view.canvas.reader.items[spoken(view).indexOfChild(one)].index == found.index
        assert spoken(view).childAt(one.rect().center().x(), one.rect().center().y()) is one


def test_a_lane_scrolled_out_of_sight_is_still_read(view: TimelineView, plan: Plan) -> None:
    empty = tuple(Lane(f"empty{n}", "Empty", 1) for n in range(20))
    view.show_plan(replace(plan, lanes=(*plan.lanes[:2], *empty, *plan.lanes[2:])))
    last = children(view)[-1]
    assert last.state().offscreen
    assert last.rect().isEmpty()
    assert not children(view)[0].state().offscreen


def test_pressing_an_item_selects_its_bar(view: TimelineView, qtbot: QtBot) -> None:
    action = bars(view)[3].actionInterface()
    assert action.actionNames() == [QAccessibleActionInterface.pressAction()]
    with qtbot.waitSignal(view.bar_selected) as chosen:
        action.doAction(QAccessibleActionInterface.pressAction())
    assert chosen.args == ["docking"]
    assert [one.state().selected for one in bars(view)] == [False, False, False, True, False]


def test_nothing_else_is_offered_of_an_item(view: TimelineView) -> None:
    """PySide needs to be told of the absence of an interface in its own way, or the program ends."""
    one = bars(view)[0]
    assert one.textInterface() is one.valueInterface() is one.tableCellInterface() is None
    assert one.childCount() == 0


def test_arrow_keys_move_the_focus_and_say_so(view: TimelineView, qtbot: QtBot, active: None, told: Told) -> None:
    view.canvas.activateWindow()
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    first, second, *_others = bar_names(view)
    qtbot.waitUntil(lambda: (Event.Focus, first) in told)
    assert (Event.Selection, first) in told
    assert spoken(view).focusChild().text(QAccessible.Text.Name) == first
    assert [one.state().focused for one in bars(view)].index(True) == 0
    qtbot.keyClick(view.canvas, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: (Event.Focus, second) in told)


def test_what_comes_and_goes_is_told(view: TimelineView, plan: Plan, qtbot: QtBot, active: None, told: Told) -> None:
    before = names(view)
    view.show_plan(replace(plan, bars=plan.bars[1:]))
    qtbot.waitUntil(lambda: any(event == Event.ObjectDestroyed for event, _name in told))
    assert len(names(view)) == len(before) - 1
    view.show_plan(plan)
    qtbot.waitUntil(lambda: any(event == Event.ObjectCreated for event, _name in told))
    assert names(view) == before


def test_a_bar_that_reads_differently_now_says_so_and_no_other(
    view: TimelineView, plan: Plan, qtbot: QtBot, active: None, told: Told
) -> None:
    before = names(view)
    renamed = [replace(bar, tell=lambda: "Docking at last") if bar.key == "docking" else bar for bar in plan.bars]
    view.show_plan(replace(plan, bars=tuple(renamed)))
    qtbot.waitUntil(lambda: bool(told))
    [changed] = [name for event, name in told if event == Event.NameChanged]
    assert changed.startswith("Docking at last, lane Events")
    assert changed not in before
    view.show_plan(replace(plan, bars=tuple(renamed), zone=zone("Europe/Moscow")))
    qtbot.waitUntil(lambda: len(told) > 1)
    assert any("5 Oct 2021 15:00 Moscow" in name for event, name in told if event == Event.NameChanged)


def test_of_too_many_those_in_sight_are_read_and_what_follows(
    view: TimelineView, plan: Plan, monkeypatch: pytest.MonkeyPatch
) -> None:
    lanes = tuple(Lane(f"lane{n}", f"Lane {n}", 1) for n in range(40))
    bars = tuple(replace(plan.bars[0], key=f"bar{n}", lane=f"lane{n}") for n in range(40))
    view.show_plan(replace(plan, lanes=lanes, bars=bars))
    monkeypatch.setattr(reading, "MOST", 12)
    view.sight.scroll_to(20 * view.sight.row_height)
    assert [item.lane.name for item in view.canvas.reader.items] == [f"Lane {n // 2}" for n in range(40, 52)]
    assert [one.state().offscreen for one in children(view)][:3] == [False] * 3
    view.select("bar39")
    assert [item.lane.name for item in view.canvas.reader.items] == ["Lane 39", "Lane 39"]
    assert view.canvas.reader.focused == 1


def test_a_bar_keeps_its_interface_when_the_plan_is_made_anew(view: TimelineView, plan: Plan) -> None:
    before = children(view)
    view.show_plan(replace(plan, title="Another"))
    view.zoom_out()
    assert children(view) == before


def test_nobody_is_given_more_than_can_be_read(view: TimelineView, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST", 2)
    view.zoom_out()
    assert (len(names(view)), view.canvas.reader.is_cut) == (2, True)


def test_the_focus_is_seen(view: TimelineView, qtbot: QtBot) -> None:
    view.canvas.clearFocus()
    without = view.canvas.grab().toImage()
    view.canvas.activateWindow()
    view.canvas.setFocus()
    qtbot.waitUntil(view.canvas.hasFocus)
    assert view.canvas.grab().toImage() != without
    assert view.canvas.grab().toImage().pixelColor(1, 1).name() == LIGHT.accent


def test_nothing_is_left_of_timelines_that_are_gone(qtbot: QtBot, plan: Plan, active: None) -> None:
    """Whoever keeps an interface too long or not long enough, crashes: 200 timelines, each with several plans."""
    plans = [plan, replace(plan, bars=plan.bars[2:]), replace(plan, bars=(), lanes=()), plan]
    before = readers()
    kept = []
    for turn in range(200):
        view = TimelineView(LIGHT)
        view.resize(800, 300)
        view.show()
        for one in plans:
            view.show_plan(one)
            view.fit_default()
            assert len(bars(view)) == len(one.bars)
            view.canvas.reader._on_settled()
        kept.append(children(view)[turn % 5])
        number = view.canvas.reader.number
        view.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert not [key for key in reader_module._items if key[0] == number]
        if turn % 50 == 0:
            gc.collect()
    assert not any(isValid(one) for one in kept)
    del view
    assert readers() <= before


def readers() -> int:
    gc.collect()
    return sum(isinstance(one, Reader) for one in gc.get_objects())
