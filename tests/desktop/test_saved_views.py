"""Saved views, the head's choices, the menu of a lane, and where a second start begins."""

from typing import Any

import pytest

from tests.desktop.person import Person
from tracker.domain.records import Person as Someone
from tracker.models.places import Shown, read_spot
from tracker.timeline.plans.arrangement import Arrangement
from tracker.widgets.timeline.lanes import lane_menu


def timeline(person: Any) -> Any:
    return person.work.timeline


def choose(choice: Any, key: str) -> None:
    next(action for action in choice._group.actions() if action.data() == key).trigger()


def test_a_saved_view_brings_back_lanes_colours_order_axis_and_times(person: Person) -> None:
    panel = timeline(person)
    panel.show_view("crew")
    choose(panel.head.colours, "certainty")
    choose(panel.head.sorts, "name")
    panel.view.sight.fold(panel.view.plan.lanes[0].key)
    panel.axis.switch("Europe/Moscow", True)
    panel.view.zoom_in()
    left = panel.spot
    panel.saved.add("  Mine ")
    assert (panel.saved.names, panel.shown.view.colour_by) == (["Mine"], "certainty")

    panel.axis.switch("Europe/Moscow", False)
    panel.show_shown(Shown())
    assert panel.spot != left
    panel.saved.go_to(0)
    assert panel.spot == left
    panel.trail.back()
    assert panel.shown == Shown(), "Alt+Left goes back from a saved view as well"


def test_saved_views_are_replaced_renamed_and_deleted(person: Person) -> None:
    saved, panel = timeline(person).saved, timeline(person)
    saved.add("One")
    saved.add("Two")
    saved.add("")
    assert saved.names == ["One", "Two"]
    panel.show_view("vessel")
    saved.add("One")
    assert (saved.names, panel.places.saved[0].shown.view.kind) == (["One", "Two"], "vessel")
    saved.rename(1, "Three")
    saved.rename(1, " ")
    saved.delete(0)
    assert saved.names == ["Three"]
    saved.go_to(7)
    saved._fill()
    assert next(action.text() for action in saved._menu.actions()) == "Three\tCtrl+1"


def test_a_second_start_comes_back_to_where_one_was(opened: Any) -> None:
    person = opened()
    panel = timeline(person)
    panel.show_view("crew")
    panel.view.sight.pin(panel.view.plan.lanes[2].key)
    someone = person.work.document.book.of(Someone)[0].id
    person.work.selection.select(someone)
    panel.view.zoom_in()
    left = panel.spot
    person.close()
    again = opened()
    assert timeline(again).spot == left
    assert again.work.selection.current == someone


def test_another_order_of_the_lanes_reads_no_records(person: Person, monkeypatch: pytest.MonkeyPatch) -> None:
    panel = timeline(person)
    monkeypatch.setattr(panel, "_read", lambda: pytest.fail("the book is read"))
    choose(panel.head.sorts, "name")
    assert panel.view.sight.arrangement.sort == "name"
    assert [action.data() for action in panel.head.sorts._group.actions() if action.isChecked()] == ["name"]


def test_the_head_follows_what_is_done_to_the_lanes(person: Person) -> None:
    panel = timeline(person)
    panel.view.sight.arrange(Arrangement(sort="duration"))
    assert [action.data() for action in panel.head.sorts._group.actions() if action.isChecked()] == ["duration"]
    panel.head.resize(2000, 40)
    assert "By duration" in panel.head.sorts.text()
    panel.head.resize(300, 40)
    assert panel.head.sorts.text() == "Order"


def test_a_name_in_the_lane_column_leads_to_its_record(person: Person) -> None:
    panel = timeline(person)
    someone = person.work.document.book.of(Someone)[0]
    lane = next(lane for lane in panel.view.plan.lanes if lane.key.endswith(someone.id))
    panel.view.canvas.lanes.chosen.emit(lane.key)
    assert person.work.selection.current == someone.id


def test_the_menu_of_a_lane(person: Person) -> None:
    sight = timeline(person).view.sight
    lane = sight.plan.lanes[0].key

    def do(text: str) -> None:
        menu = lane_menu(sight, lane, person.window)
        next(action for action in menu.actions() if action.text().replace("&", "") == text).trigger()

    do("Collapse")
    assert sight.arrangement.collapsed == {lane}
    do("Expand")
    do("Pin to the top")
    assert sight.arrangement == Arrangement(pinned=(lane,))
    do("Unpin")
    do("Only this")
    assert {one.key for one in sight.plan.lanes if one.level == 0} == {lane}
    do("Show all lanes")
    do("Collapse all")
    assert all(one.is_collapsed for one in sight.plan.lanes if one.is_group and one.count)
    do("Expand all")
    assert sight.arrangement == Arrangement()


@pytest.mark.parametrize("kept", [None, [], {}, {"range": [1]}, {"range": [2, 1]}, {"range": "ab"}])
def test_what_is_no_place_is_none(kept: Any) -> None:
    assert read_spot(kept) is None


def test_a_place_of_another_version_is_read_as_far_as_it_is_understood() -> None:
    spot = read_spot({"range": [0, 1], "sort": "weight", "pinned": ["a", 3], "view": {"kind": "moon"}, "scroll": "x"})
    assert spot is not None
    assert (spot.shown, spot.scroll) == (Shown(lanes=Arrangement(pinned=("a",))), 0.0)
