"""Every action by its name: found by a few letters, done by Enter, and off with a reason."""

from typing import Any

import pytest
from PySide6.QtCore import Qt

from tests.desktop.person import Person
from tracker.domain import records
from tracker.widgets.help.command_palette import CommandPalette, commands, matching

Key = Qt.Key


@pytest.fixture
def palette(person: Person) -> CommandPalette:
    """The palette over the window, as its key brings it up."""
    person.press("commands")
    [shown] = person.window.findChildren(CommandPalette)
    return shown


def names(palette: Any) -> list[str]:
    return [palette.list.topLevelItem(row).text(0) for row in range(palette.list.topLevelItemCount())]


def line_of(palette: CommandPalette, name: str) -> Any:
    [found] = palette.list.findItems(name, Qt.MatchFlag.MatchExactly)
    return found


def test_every_action_is_there_with_its_keys(person: Person, palette: CommandPalette) -> None:
    listed = {one.action for one in commands(person.window.menuBar())}
    assert set(person.window.menu.actions.values()) <= listed
    assert len(names(palette)) == len(listed)
    assert line_of(palette, "Export timeline…").text(1) == "Ctrl+E"
    assert "Theme: Dark" in names(palette)


def test_typing_narrows_and_what_begins_so_comes_first(person: Person, palette: CommandPalette) -> None:
    height = palette.height()
    person.qtbot.keyClicks(palette.line, "fit")
    assert names(palette)[:2] == ["Fit all", "Fit selection"]
    person.qtbot.keyClicks(palette.line, " sel")
    assert names(palette) == ["Fit selection"]
    assert palette.height() < height / 3, "as high as what is found"
    person.qtbot.keyClicks(palette.line, "x")
    assert names(palette) == ["Nothing is called “fit selx”."]
    person.qtbot.keyClick(palette.line, Key.Key_Return)
    assert palette.isVisible()


def test_words_are_found_in_any_order_and_case(person: Person) -> None:
    everything = commands(person.window.menuBar())
    assert [one.name for one in matching(everything, "TIME exp")] == ["Export timeline…"]


def test_enter_does_what_is_marked_and_the_arrows_move_the_mark(person: Person, palette: CommandPalette) -> None:
    person.work.selection.select(person.record(records.Person, "Peresild").id)
    view = person.work.timeline.view
    view.fit_default()
    person.qtbot.keyClicks(palette.line, "fit")
    person.qtbot.keyClick(palette.line, Key.Key_Down)
    person.qtbot.keyClick(palette.line, Key.Key_Up)
    person.qtbot.keyClick(palette.line, Key.Key_Return)
    shown = view.sight.scale
    assert not palette.isVisible()
    view.sight.fit_all()
    assert (shown.start, shown.end) == pytest.approx((view.sight.scale.start, view.sight.scale.end))


def test_a_click_does_it_too(person: Person, palette: CommandPalette) -> None:
    item = line_of(palette, "Theme: Dark")
    palette.list.scrollToItem(item)
    place = palette.list.visualItemRect(item).center()
    person.qtbot.mouseClick(palette.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert person.window.settings.theme == "dark"


def test_what_is_off_says_why_and_is_not_done(person: Person, palette: CommandPalette) -> None:
    person.qtbot.keyClicks(palette.line, "undo")
    item = line_of(palette, "Undo")
    assert item.text(1) == "There is nothing to take back or to do again."
    person.qtbot.keyClick(palette.line, Key.Key_Return)
    assert palette.isVisible()


def test_escape_closes_and_does_nothing(person: Person, palette: CommandPalette) -> None:
    before = person.work.timeline.view.sight.scale
    person.qtbot.keyClicks(palette.line, "zoom in")
    person.qtbot.keyClick(palette.line, Key.Key_Escape)
    assert not palette.isVisible()
    assert person.work.timeline.view.sight.scale == before


def test_a_read_only_store_and_none_at_all_are_named(opened: Any) -> None:
    person = opened(read_only=True)
    menu = person.window.menu.actions
    assert menu["delete"].property("why") == "The store is read only."
    person.window.close_document()
    person.window.refresh()
    assert menu["export"].property("why") == "No store is open."


def test_what_enter_would_do_is_said_aloud(person: Person, aloud: list[str]) -> None:
    """The line keeps the keys while the mark moves in the list."""
    person.press("commands")
    [shown] = person.window.findChildren(CommandPalette)
    person.qtbot.keyClicks(shown.line, "zoom")
    assert aloud[-1].startswith("Zoom in, ")
    person.qtbot.keyClick(shown.line, Key.Key_Down)
    assert aloud[-1].startswith("Zoom out, ")
    person.qtbot.keyClicks(shown.line, "xyz")
    assert aloud[-1] == "Nothing is called “zoomxyz”."
