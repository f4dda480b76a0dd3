"""The slip is written between the first plan and what came of it, only where it fits, and no name stands on it."""

import pytest

from tests.timeline.one_by_one import of_row
from tracker.palette import LIGHT
from tracker.timeline.drawing import bars, slips
from tracker.timeline.drawing.bars import Gap
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, Plan, instant
from tracker.timeline.times.scale import fitting

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def style() -> Style:
    return Style(LIGHT)


def event(planned: float, actual: float, slip: str) -> tuple[Bar, Bar]:
    below = instant("e", "lane", planned, planned, look=Look.PLANNED, is_plan_of_actual=True, slip=slip)
    return below, instant("e", "lane", actual, actual, label="Launch", slip=slip)


def frame_of(*made: Bar, row: float = 24.0) -> Frame:
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=made)
    return Frame(arrange(plan, 1.0, len), fitting(0, 8 * DAY, 100, 800), 0, 0, 100, 100, row)


def gaps(style: Style, frame: Frame) -> list[Gap]:
    found = slips.with_gaps(style, bars.in_view(frame, 0), frame.row_height)
    return [one.gap for one in found if one.gap is not None]


def test_it_is_written_between_the_two(style: Style) -> None:
    frame = frame_of(*event(2 * DAY, 4 * DAY, "+2 d"))
    [gap] = gaps(style, frame)
    assert gap.text == "+2 d"
    assert frame.scale.x(2 * DAY) < gap.area.left() < gap.area.right() < frame.scale.x(4 * DAY)


def test_where_it_does_not_fit_there_is_only_the_line(style: Style) -> None:
    assert [gap.text for gap in gaps(style, frame_of(*event(2 * DAY, 2.25 * DAY, "+6 h")))] == [""]
    assert gaps(style, frame_of(*event(2 * DAY, 2 * DAY + 600, "+10 min"))) == []
    assert [gap.text for gap in gaps(style, frame_of(*event(2 * DAY, 4 * DAY, "+2 d"), row=16.0))] == [""]


def test_without_a_slip_there_is_nothing(style: Style) -> None:
    assert gaps(style, frame_of(*event(2 * DAY, 4 * DAY, ""))) == []


@pytest.mark.parametrize(("planned", "actual"), [(2, 4), (4, 2), (7.5, 6.5)])
def test_no_name_stands_on_it(style: Style, planned: float, actual: float) -> None:
    frame = frame_of(*event(planned * DAY, actual * DAY, "about +2 d 3 h"))
    [gap] = gaps(style, frame)
    assert gap.text
    [label] = of_row(frame, style, slips.with_gaps(style, bars.in_view(frame, 0), frame.row_height))
    assert label.x >= gap.area.right() or label.x + label.width <= gap.area.left()
