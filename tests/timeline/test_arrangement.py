"""Lanes collapsed, pinned, sorted and alone: which lanes and bars there are then, for few bars and for arrays."""

from dataclasses import replace
from math import inf

import numpy as np
import pytest

from tracker.timeline.plans.arrangement import Arrangement, arranged
from tracker.timeline.plans.bar_arrays import BarArrays, intervals
from tracker.timeline.plans.plan import Bar, Lane, Look, Plan, instant
from tracker.timeline.plans.tree import group_of, groups

LANES = (
    Lane("m", "Mission", is_group=True, count=3),
    Lane("m/s", "Soyuz", 1, is_group=True),
    Lane("m/s/10", "Crew 10", 2),
    Lane("m/s/2", "Crew 2", 2),
    Lane("m/e", "Events", 1, stacks=True),
    Lane("n", "Another", is_group=True),
    Lane("n/x", "X", 1),
)


def interval(key: str, lane: str, start: float, end: float, **more: object) -> Bar:
    return Bar(key, lane, start, start, end, end, **more)  # type: ignore[arg-type]


BARS = (
    interval("mission", "m", 0, 100),
    interval("a", "m/s/10", 10, 20, slot=1),
    interval("b", "m/s/10", 40, 50, slot=1),
    interval("c", "m/s/2", 5, 45, slot=1),
    interval("d", "m/s/2", 60, 90, look=Look.PLANNED, slot=2),
    instant("e", "m/e", 30, 30),
    interval("x", "n/x", -50, -10, also=("person",)),
)
PLAN = Plan(lanes=LANES, bars=BARS, home=(0.0, 100.0))


def names(plan: Plan) -> list[str]:
    return [lane.key for lane in plan.lanes]


def test_without_wishes_it_is_the_plan_itself() -> None:
    assert arranged(PLAN, Arrangement()) is PLAN


def test_a_collapsed_group_keeps_its_heading_with_the_count_and_one_bar_of_those_that_touch() -> None:
    plan = arranged(PLAN, Arrangement(collapsed=frozenset({"m/s"})))
    assert names(plan) == ["m", "m/s", "m/e", "n", "n/x"]
    heading = plan.lanes[1]
    assert (heading.is_collapsed, heading.count) == (True, 2)
    found = [bar for bar in plan.bars if bar.lane == "m/s"]
    assert [(bar.start_lower, bar.end_upper, bar.look, bar.slot) for bar in found] == [
        (5, 50, Look.ACTUAL, 1),
        (60, 90, Look.PLANNED, 2),
    ]
    assert [plan.bars[n] for key in "abc" for n in plan.bars.find(key)] == [found[0]] * 3  # type: ignore[attr-defined]
    assert "d" not in found[0].also
    assert not found[0].is_summary, "nothing else is in its lane"


def test_what_is_inside_a_group_with_bars_of_its_own_goes_below_them() -> None:
    plan = arranged(PLAN, Arrangement(collapsed=frozenset({"m"})))
    assert names(plan) == ["m", "n", "n/x"]
    own, *inside = [bar for bar in plan.bars if bar.lane == "m"]
    assert own is BARS[0]
    assert all(bar.is_summary for bar in inside)


def test_a_summary_is_as_soft_and_as_open_as_what_is_in_it() -> None:
    soft = Bar("soft", "n/x", -inf, -60, -55, -40)
    plan = arranged(replace(PLAN, bars=(*BARS, soft)), Arrangement(collapsed=frozenset({"n"})))
    one = next(bar for bar in plan.bars if bar.lane == "n")
    assert (one.start_lower, one.start_upper, one.end_lower, one.end_upper) == (-inf, -60, -10, -10)


def test_pinned_lanes_come_first_in_the_order_of_pinning_and_leave_their_place() -> None:
    plan = arranged(PLAN, Arrangement(pinned=("n/x", "m/s", "gone")))
    assert names(plan) == ["n/x", "m/s", "m/s/10", "m/s/2", "m", "m/e", "n"]
    assert [lane.level for lane in plan.lanes] == [0, 0, 1, 1, 0, 1, 0]
    assert [lane.is_pinned for lane in plan.lanes] == [True] * 4 + [False] * 3
    assert set(plan.bars) == set(BARS)


def test_a_pinned_lane_stays_in_sight_when_its_group_is_collapsed() -> None:
    plan = arranged(PLAN, Arrangement(collapsed=frozenset({"m"}), pinned=("m/s/2",)))
    assert names(plan) == ["m/s/2", "m", "n", "n/x"]
    inside = next(bar for bar in plan.bars if bar.is_summary)
    assert "c" not in inside.also


@pytest.mark.parametrize(
    ("sort", "order"),
    [
        ("", ["m", "m/s", "m/s/10", "m/s/2", "m/e", "n", "n/x"]),
        ("name", ["n", "n/x", "m", "m/e", "m/s", "m/s/2", "m/s/10"]),
        ("start", ["n", "n/x", "m", "m/s", "m/s/2", "m/s/10", "m/e"]),
        ("duration", ["m", "m/s", "m/s/2", "m/s/10", "m/e", "n", "n/x"]),
    ],
)
def test_lanes_are_sorted_within_their_group(sort: str, order: list[str]) -> None:
    """Crew 2 before Crew 10; by start the earliest of all that is inside; time in several bars counts once."""
    assert names(arranged(PLAN, Arrangement(sort=sort))) == order


def test_one_group_alone() -> None:
    plan = arranged(PLAN, Arrangement(only="m/s"))
    assert [(lane.key, lane.level) for lane in plan.lanes] == [("m/s", 0), ("m/s/10", 1), ("m/s/2", 1)]
    assert {bar.key for bar in plan.bars} == set("abcd")
    assert names(arranged(PLAN, Arrangement(only="gone"))) == names(PLAN)


@pytest.mark.parametrize(
    "wishes",
    [
        Arrangement(sort="name"),
        Arrangement(collapsed=frozenset({"m/s", "n"}), pinned=("m/e",)),
        Arrangement(only="m/s", sort="start"),
    ],
)
def test_every_record_is_found_in_the_lane_where_it_went(wishes: Arrangement) -> None:
    found = arranged(PLAN, wishes)
    assert isinstance(found.bars, BarArrays)
    assert found.bars.lanes == tuple(names(found))
    assert [found.bars.lanes[n] for n in found.bars.lane] == [bar.lane for bar in found.bars]
    for bar in BARS:
        own = [n for n, one in enumerate(found.bars) if one.key == bar.key and not one.locked]
        standing = [n for n in found.bars.find(bar.key) if _holds(found.bars[n], bar)]
        assert list(found.bars.find(bar.key)) == (own or standing)
        assert own or standing or wishes.only


def _holds(summary: Bar, bar: Bar) -> bool:
    return summary.start_lower <= bar.start_lower and bar.end_upper <= summary.end_upper and summary.look is bar.look


def test_of_very_many_bars_none_is_made_to_collapse_them() -> None:
    made: list[int] = []
    count = 100_000
    start = np.arange(count, dtype=np.float64)
    lane = np.sort(np.arange(count) % 50 + 1).astype(np.int32)
    lanes = [Lane("g", "All"), *(Lane(str(n), f"Lane {n}", 1) for n in range(50))]
    bars = intervals(lane, start, start + 0.5, [one.key for one in lanes])

    def make(index: int) -> Bar:
        made.append(index)
        return BARS[0]

    plan = Plan(lanes=tuple(lanes), bars=replace(bars, make=make), home=(0.0, 1.0))
    collapsed = arranged(plan, Arrangement(collapsed=frozenset({"g"}), sort="duration"))
    assert (len(collapsed.bars), made) == (count, [])
    assert list(collapsed.bars.find("77")) == [77]  # type: ignore[attr-defined]


def test_groups_are_lanes_with_lanes_in_them_or_collapsed_ones() -> None:
    assert groups(LANES) == ["m", "m/s", "n"]
    assert groups(arranged(PLAN, Arrangement(collapsed=frozenset({"m", "n"}))).lanes) == ["m", "n"]
    assert groups(()) == []
    assert [group_of(LANES, key) for key in ("m/s", "m/s/2", "n/x", "gone")] == ["m/s", "m/s", "n", ""]
