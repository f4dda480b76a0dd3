"""Moving from the window: back and forth through views, the height of lanes, a range for the export, `?`."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction

from tests.desktop.person import Person
from tracker.domain import records
from tracker.widgets.export.dialog import ExportDialog
from tracker.widgets.help.dialogs import KeysDialog

Key, Held = Qt.Key, Qt.KeyboardModifier


def span(person: Person) -> Any:
    scale = person.work.timeline.view.sight.scale
    return pytest.approx((scale.start, scale.end))


def bounds(person: Person) -> tuple[float, float]:
    scale = person.work.timeline.view.sight.scale
    return scale.start, scale.end


def test_back_and_forth_through_stretches_of_time_and_views(person: Person) -> None:
    timeline = person.work.timeline
    timeline.trail.remember()
    home = span(person)
    person.press("zoom_in")
    timeline.trail.remember()
    closer = span(person)
    timeline.show_view("crew")
    timeline.trail.remember()
    person.qtbot.keyClick(timeline.view.canvas, Key.Key_Left, Held.AltModifier)
    assert (timeline.view_name, bounds(person)) == ("mission", closer)
    person.press("back")
    assert bounds(person) == home
    person.press("forward")
    person.press("forward")
    assert timeline.view_name == "crew"
    person.press("forward")
    assert timeline.view_name == "crew"


def test_a_view_is_remembered_once_it_is_still(person: Person) -> None:
    timeline = person.work.timeline
    timeline.trail.remember()
    home = span(person)
    timeline.view.zoom_in()
    timeline.view.zoom_in()
    person.qtbot.waitUntil(lambda: not timeline.trail._later.isActive())
    person.press("back")
    assert bounds(person) == home


def test_the_height_of_lanes_is_there_again(opened: Any) -> None:
    person = opened()
    person.press("lower_lanes")
    person.press("lower_lanes")
    person.window.close_document()
    again = opened()
    assert again.work.timeline.view.sight.frame.row_height == 20


def test_a_range_marked_with_r_is_offered_to_the_export(person: Person) -> None:
    view = person.work.timeline.view
    person.work.selection.select(person.record(records.Event, "Docking").id)
    person.qtbot.keyClick(view.canvas, Key.Key_R)
    person.press("export")
    [dialog] = person.window.findChildren(ExportDialog)
    options = dialog.form.options()
    assert (options.lower, options.upper) == view.sight.range
    dialog.reject()


def test_a_question_mark_lists_the_keys(person: Person) -> None:
    person.work.timeline.view.canvas.setFocus()
    person.qtbot.keyClick(person.work.timeline.view.canvas, Key.Key_Question)
    [dialog] = person.window.findChildren(KeysDialog)
    assert dialog.isVisible()
    dialog.reject()


def test_links_are_switched_off_and_stay_off(opened: Any) -> None:
    person = opened()
    timeline = person.work.timeline
    assert timeline.view.plan.links
    [switch] = [action for action in person.window.findChildren(QAction) if action.text() == "Lin&ks"]
    switch.trigger()
    person.qtbot.waitUntil(lambda: not timeline.view.plan.links)
    person.window.close()
    assert not opened().work.timeline.view.plan.links
