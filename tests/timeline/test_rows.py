"""Which row a bar is in, and which bars of a row are in view."""

from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.timeline.drawing.rows import Rows, arrange
from tracker.timeline.drawing.stacking import MOST_ROWS
from tracker.timeline.plans.plan import Bar, Lane, Plan, instant


def arranged(plan: Plan, seconds_per_pixel: float = 1.0) -> Rows:
    return arrange(plan, seconds_per_pixel, lambda text: 6.0 * len(text))


times = st.tuples(st.integers(0, 1000), st.integers(0, 300)).map(lambda pair: (pair[0], sum(pair)))


@given(spans=st.lists(times, max_size=40), lower=st.integers(0, 1300), width=st.integers(1, 300))
def test_bisection_finds_what_a_search_finds(spans: list[tuple[int, int]], lower: int, width: int) -> None:
    bars = tuple(Bar(str(n), "lane", a, a, b, b) for n, (a, b) in enumerate(spans))
    rows = arranged(Plan(lanes=(Lane("lane", "Lane"),), bars=bars))
    found = {rows.bars[i].key for i in rows.visible(0, lower, lower + width)}
    wanted = {bar.key for bar in bars if bar.start_lower <= lower + width and bar.end_upper >= lower}
    assert wanted <= found


@given(spans=st.lists(times, max_size=40))
def test_stacked_bars_never_overlap(spans: list[tuple[int, int]]) -> None:
    bars = tuple(Bar(str(n), "lane", a, a, b, b) for n, (a, b) in enumerate(spans))
    rows = arranged(Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars))
    for row in range(rows.count):
        here = [rows.bars[i] for i in range(rows.first[row], rows.first[row + 1])]
        for one, following in pairwise(here):
            assert one.end_upper <= following.start_lower


def test_a_label_gets_room_in_a_lane_that_stacks() -> None:
    bars = (instant("a", "lane", 0, 0, label="a long name"), instant("b", "lane", 30, 30, label="b"))
    assert arranged(Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars)).count == 2
    assert arranged(Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars), 0.1).count == 1


def test_open_ends_are_in_view_everywhere() -> None:
    bars = (Bar("open", "lane", 0, 0, inf, inf), Bar("short", "lane", 10, 10, 20, 20))
    rows = arranged(Plan(lanes=(Lane("lane", "Lane"),), bars=bars))
    assert next(rows.bars[i].key for i in rows.visible(0, 1e6, 1e7)) == "open"


def test_a_record_without_a_bar_of_its_own_is_found_by_what_stands_for_it() -> None:
    bars = (Bar("leg", "lane", 0, 0, 9, 9, also=("person",)), instant("person2", "lane", 1, 1))
    rows = arranged(Plan(lanes=(Lane("lane", "Lane"),), bars=bars))
    assert [rows.bars[i].key for i in rows.of_key("person")] == ["leg"]
    assert rows.of_key("nobody") == []


def stacked(bars: tuple[Bar, ...]) -> list[set[str]]:
    """Which are in the rows of one lane."""
    rows = arranged(Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars))
    return [{rows.bars[i].key for i in range(rows.first[row], rows.first[row + 1])} for row in range(rows.count)]


def test_an_instant_that_is_open_to_one_side_takes_no_more_than_its_mark_and_its_label() -> None:
    bars = (
        instant("from 0", "lane", 0, inf, label="on"),
        instant("at 100", "lane", 100, 100),
        instant("from 200", "lane", 200, inf),
        instant("until 203", "lane", -inf, 203),
        instant("until 300", "lane", -inf, 300),
    )
    assert stacked(bars) == [{"from 0", "at 100", "from 200"}, {"until 203", "until 300"}]


def test_what_is_open_to_the_left_stands_before_what_is_open_to_the_right() -> None:
    bars = (instant("until 100", "lane", -inf, 100), instant("from 200", "lane", 200, inf))
    assert stacked(bars) == [{"until 100", "from 200"}]


def test_a_lane_that_is_short_beside_the_others_is_not_higher_than_by_itself() -> None:
    short = tuple(instant(str(n), "lane", 100 * n, 100 * n, label="a name") for n in range(9))
    lanes = (Lane("lane", "Lane", stacks=True), Lane("long", "Long"))
    plan = Plan(lanes=lanes, bars=(*short, Bar("long", "long", 0, 0, 1e6, 1e6)))
    assert arrange(plan, 1000.0, lambda text: 6.0 * len(text)).count == 9 + 1
    assert arrange(plan, 1000.0, lambda text: 6.0 * len(text), 800.0).count == 1 + 1


@pytest.mark.parametrize("begins", [(10.0, 10.0), (8.0, 10.0)], ids=["exactly", "some time within a day"])
def test_what_begins_where_another_ends_is_in_its_row(begins: tuple[float, float]) -> None:
    """A hand-over is one moment, however vaguely it is known; what merely overlaps has a row of its own."""
    lower, upper = begins
    bars = (
        Bar("first", "lane", 0.0, 0.0, lower, upper),
        Bar("early", "lane", lower - 1, upper, 20.0, 20.0),
        Bar("second", "lane", lower, upper, 20.0, 20.0),
    )
    rows = arranged(Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars), 0.1)
    assert [rows.row_of(rows.of_key(bar.key)[0]) for bar in bars] == [0, 1, 0]


def test_a_lane_is_not_high_for_the_sake_of_labels() -> None:
    named = tuple(instant(str(n), "lane", n * 1e6, n * 1e6, label="A long name " * 9) for n in range(200))
    lanes = (Lane("lane", "Lane", stacks=True),)
    assert arranged(Plan(lanes=lanes, bars=named[::20]), 2e8 / 900).count > 1
    assert arranged(Plan(lanes=lanes, bars=named), 2e8 / 900).count <= MOST_ROWS


def test_the_extent_is_that_of_the_plan() -> None:
    bars = (Bar("a", "lane", -inf, 5, 7, 9), instant("b", "lane", 3, inf), instant("c", "lane", 4, 40))
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=bars, home=(1.0, 2.0))
    assert arranged(plan).extent == plan.extent == (3, 40)
    assert arranged(Plan(home=(1.0, 2.0))).extent == (1.0, 2.0)
