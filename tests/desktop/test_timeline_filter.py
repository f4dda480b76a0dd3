"""Only what the table shows: the switch follows the filter, stays with its table, is kept, and leads out again.
A lane alone has its ways out as well."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.desktop.person import Person
from tracker.domain.records import Event, Leg
from tracker.models.feed.view import Filter
from tracker.widgets.help.command_palette import CommandPalette
from tracker.widgets.parts.empty import EmptyState
from tracker.widgets.timeline import panel as timeline_panel


def names(person: Any) -> list[str]:
    return [lane.name for lane in person.work.timeline.view.plan.lanes]


def type_filter(person: Any, text: str) -> None:
    person.panel.head.filter.setText(text)


def filtered(opened: Any) -> Any:
    """Somebody who sees on the timeline what the crew's table shows for one name."""
    person = opened()
    person.look_at("crew")
    person.work.timeline.show_view("crew")
    person.press("filter_timeline")
    type_filter(person, "peresild")
    person.qtbot.waitUntil(lambda: "Klim Shipenko" not in names(person))
    return person


def test_the_timeline_follows_what_is_typed(opened: Any) -> None:
    person = filtered(opened)
    switch = person.work.timeline.filtered
    assert names(person)[:2] == ["Crew", "Yulia Peresild"]
    assert not [name for name in names(person) if "Novitsky" in name or "Unnamed" in name]
    assert switch.isChecked()
    assert "1 of 10" in switch.toolTip()
    assert "1 of 10" in switch.text()
    assert person.window.menu.actions["filter_timeline"].isChecked()

    type_filter(person, "shipenko")
    person.qtbot.waitUntil(lambda: "Klim Shipenko" in names(person))
    assert "Yulia Peresild" not in names(person)
    assert person.work.timeline.head.note.text() == ""
    person.press("filter_timeline")
    person.qtbot.waitUntil(lambda: "Yulia Peresild" in names(person))
    assert (switch.isChecked(), switch.text()) == (False, "")
    assert person.panel.table.filter == "shipenko", "the table keeps its own"


def test_among_many_records_it_waits_until_no_more_is_typed(opened: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    person = filtered(opened)
    monkeypatch.setattr(timeline_panel, "MANY", 0)
    monkeypatch.setattr(timeline_panel, "PAUSE", 60_000)
    for text in ("s", "sh", "shi"):
        type_filter(person, text)
    person.qtbot.wait(1)
    assert person.panel.table.filter == "shi"
    assert "Klim Shipenko" not in names(person)
    monkeypatch.setattr(timeline_panel, "PAUSE", 1)
    type_filter(person, "ship")
    person.qtbot.waitUntil(lambda: "Klim Shipenko" in names(person))


def test_looking_at_another_table_brings_nothing_back_until_something_is_typed_there(opened: Any) -> None:
    person = filtered(opened)
    view = person.work.timeline.shown.view
    person.work.selection.select(person.book.of(Leg)[0].id)
    person.qtbot.wait(1)
    assert person.work.tables.kind == "leg"
    assert person.work.timeline.shown.view == view

    person.look_at("events")
    type_filter(person, "docking")
    assert person.work.timeline.shown.view.filter == Filter("events", "docking")


def test_where_nothing_is_left_the_way_back_is_offered(opened: Any) -> None:
    person = filtered(opened)
    type_filter(person, "nobody at all")
    stage = person.work.timeline._stage
    person.qtbot.waitUntil(lambda: isinstance(stage.currentWidget(), EmptyState))
    stage.currentWidget().button.click()
    person.qtbot.waitUntil(lambda: stage.currentWidget() is person.work.timeline.beside)
    assert "Klim Shipenko" in names(person)


def test_a_saved_view_and_a_second_start_bring_the_filter_back_to_its_table(opened: Any) -> None:
    person = filtered(opened)
    person.work.timeline.saved.add("Yulia")
    person.press("filter_timeline")
    type_filter(person, "")
    person.look_at("events")
    person.work.timeline.saved.go_to(0)
    assert (person.work.tables.kind, person.panel.head.filter.text()) == ("person", "peresild")
    assert "Klim Shipenko" not in names(person)
    person.close()

    again = opened()
    assert again.panel.head.filter.text() == "peresild"
    assert again.work.timeline.filtered.isChecked()
    assert "Klim Shipenko" not in names(again)


def test_another_store_is_not_filtered_by_what_was_typed_in_this_one(opened: Any) -> None:
    person = filtered(opened)
    person.work.timeline.show_shown(person.work.timeline.shown)
    assert person.work.settings.value("timeline/view")["filter"] == {"table": "", "text": ""}


def test_a_lane_alone_is_said_and_left_by_escape_press_or_action(person: Person) -> None:
    panel = person.work.timeline
    sight, chip = panel.view.sight, panel.head.alone
    alone = next(lane for lane in sight.plan.lanes if lane.name == "Soyuz MS-19")
    everything = names(person)
    assert not chip.isVisible()
    for leave in (
        chip.click,
        lambda: person.press("all_lanes"),
        lambda: person.qtbot.keyClick(panel.view.canvas, Qt.Key.Key_Escape),
    ):
        sight.show_only(alone.key)
        assert names(person)[0] == "Soyuz MS-19"
        assert (chip.isVisible(), chip.accessibleName()) == (True, "Only Soyuz MS-19")
        leave()
        assert (chip.isVisible(), names(person)) == (False, everything)


def test_escape_takes_the_cursor_first(person: Person) -> None:
    canvas, sight = person.work.timeline.view.canvas, person.work.timeline.view.sight
    sight.show_only(sight.plan.lanes[1].key)
    canvas.marks.cursor = sight.scale.start
    person.qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.marks.cursor, bool(sight.arrangement.only)) == (None, True)
    person.qtbot.keyClick(canvas, Qt.Key.Key_Escape)
    assert not sight.arrangement.only


def test_saved_views_are_commands(person: Person) -> None:
    panel = person.work.timeline
    panel.show_view("vessel")
    panel.saved.add("Vessels & ports")
    panel.show_view("crew")
    person.press("commands")
    [palette] = person.window.findChildren(CommandPalette)
    palette.line.setText("go to view")
    first = palette.list.topLevelItem(0)
    assert first is not None
    assert (first.text(0), first.text(1)) == ("Go to view: Vessels & ports", "Ctrl+1")
    person.qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    assert panel.view_name == "vessel"


def test_events_are_counted_as_the_table_counts_them(person: Person) -> None:
    person.look_at("events")
    person.press("filter_timeline")
    type_filter(person, "launch")
    switch = person.work.timeline.filtered
    person.qtbot.waitUntil(lambda: " of " in switch.text())
    shown, total = person.panel.table.rowCount(), len(person.book.of(Event))
    assert f"{shown} of {total}" in switch.toolTip()
