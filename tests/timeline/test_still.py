"""The still picture of a start, by itself."""

from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.timeline.plans.plan import Lane, Plan, instant
from tracker.timeline.screen import strip
from tracker.timeline.screen.lane_bar import LaneBar
from tracker.timeline.screen.still import Still
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
