"""Labels never overlap one another and never leave the view."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.timeline import bars, labels
from tracker.timeline.frame import Frame
from tracker.timeline.plan import Bar, Lane, Plan, instant
from tracker.timeline.rows import arrange
from tracker.timeline.scale import TimeScale
from tracker.timeline.style import Style

names = st.sampled_from(["A", "Docking", "Стыковка с МКС", "Landing of the unnamed return capsule"])
spans = st.tuples(st.integers(-200, 900), st.integers(0, 400), st.booleans(), names)


@pytest.fixture(scope="module")
def style(qapp: object) -> Style:
    return Style(LIGHT)


def frame_of(style: Style, found: list[tuple[int, int, bool, str]]) -> Frame:
    made = []
    for n, (start, length, is_instant, name) in enumerate(found):
        if is_instant:
            made.append(instant(str(n), "lane", start, start + length, label=name))
        else:
            made.append(Bar(str(n), "lane", start, start, start + length, start + length, label=name))
    plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=tuple(made))
    rows = arrange(plan, 1.0, style.plain.width)
    return Frame(rows, TimeScale(0, 1, 150, 700), 0, 0, 150, 400)


@settings(deadline=None)
@given(found=st.lists(spans, max_size=12))
def test_labels_keep_apart_and_in_view(style: Style, found: list[tuple[int, int, bool, str]]) -> None:
    frame = frame_of(style, found)
    for row in range(frame.rows.count):
        shown = list(labels.of_row(frame, style, bars.in_view(frame, row)))
        for label in shown:
            assert label.x >= frame.scale.left
            assert label.x + label.width <= frame.scale.right
            assert label.width == pytest.approx(style.plain.metrics.horizontalAdvance(label.text))
        for one, following in pairwise(shown):
            assert one.x + one.width <= following.x


def test_a_label_sticks_to_the_edge_while_its_bar_is_in_view(style: Style) -> None:
    frame = frame_of(style, [(-200, 600, False, "Docking")])
    [label] = labels.of_row(frame, style, bars.in_view(frame, 0))
    assert label.on_bar
    assert label.x == frame.scale.left + labels.PADDING


def test_a_label_that_does_not_fit_inside_goes_beside(style: Style, qtbot: QtBot) -> None:
    frame = frame_of(style, [(100, 20, False, "Docking")])
    [label] = labels.of_row(frame, style, bars.in_view(frame, 0))
    assert not label.on_bar
    assert label.x > frame.scale.x(120.0)
