"""The still picture of a start, by itself."""

import time
from dataclasses import replace

from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.timeline.plans.plan import DAY, Lane, Plan, instant
from tracker.timeline.screen import strip
from tracker.timeline.screen.lane_bar import LaneBar
from tracker.timeline.screen.still import Still
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.viewing.sight import Sight


def test_the_lanes_have_all_the_room_that_there_is(qtbot: QtBot) -> None:
    for lanes in (2, 40):  # with a scroll bar only for the second
        sight = Sight(LIGHT)
        still = Still(sight)
        qtbot.addWidget(still)
        bars = tuple(instant(str(n), str(n), 0, 60) for n in range(lanes))
        sight.show_plan(Plan(lanes=tuple(Lane(str(n), str(n)) for n in range(lanes)), bars=bars))
        still.resize(900, 300 + strip.HEIGHT)
        with qtbot.waitExposed(still):
            still.show()
        bar = still.findChild(LaneBar)
        assert bar is not None
        assert bar.isVisible() is (lanes > 2)
        assert sight.scale.right == 900 - bar.isVisible() * bar.width()
        assert sight.frame.height == 300


def test_the_living_view_changes_no_pixel_not_even_of_now(plan: Plan, qtbot: QtBot) -> None:
    sight, now, century = Sight(LIGHT), time.time(), 36_525 * DAY  # in which a pixel is months, however long this takes
    sight.show_plan(replace(plan, home=(now - century, now + century)))
    drawn = [_drawn(made, qtbot) for made in (Still(sight), TimelineView(LIGHT, sight))]
    assert drawn[0] == drawn[1]
    middle = [drawn[0].pixelColor(round(sight.scale.x(now)) - 1, y).name() for y in range(60, 200)]
    assert LIGHT.error in middle, "the line of now is there already"


def _drawn(made: QWidget, qtbot: QtBot) -> QImage:
    qtbot.addWidget(made)
    made.resize(900, 300)
    with qtbot.waitExposed(made):
        made.show()
    focused = made.focusWidget()
    if focused is not None:
        focused.clearFocus()  # in a window of its own it has the keys, and a rim for them
    return made.grab().toImage()
