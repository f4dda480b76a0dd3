"""The rows of a lane that stacks are those that a search through each of them would find."""

from dataclasses import replace
from math import inf

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.timeline.drawing.stacking import DIAMOND, MOST_OF_MARKS, stacked
from tracker.timeline.plans.bar_arrays import arrays_of
from tracker.timeline.plans.plan import Bar, Look, instant

vague = st.tuples(st.integers(0, 9).map(lambda n: n * 20), st.sampled_from((0, 0, 5, 30)))
intervals = st.tuples(vague, vague).map(
    lambda ends: (*_bounds(ends[0]), *(ends[0][0] + time for time in _bounds(ends[1])))
)
instants = st.one_of(
    vague.map(lambda one: _bounds(one)), vague.map(lambda one: (-inf, one[0])), vague.map(lambda one: (one[0], inf))
)


def _bounds(one: tuple[int, int]) -> tuple[float, float]:
    return float(one[0]), float(sum(one))


@example(spans=[(0.0, 0.0, 20.0, 50.0), (20.0, 50.0, 60.0, 60.0)], shared=9)  # one vague moment
@given(spans=st.lists(st.one_of(intervals, instants), max_size=60), shared=st.integers(1, 60))
def test_each_bar_is_in_the_first_row_in_which_it_touches_nothing(spans: list[tuple[float, ...]], shared: int) -> None:
    """Some bars are plans of others, and stay with them."""
    bars = [_bar(n, span, shared) for n, span in enumerate(spans)]
    arrays = arrays_of(bars, ["lane"])
    rows, ends = stacked(arrays, np.arange(len(bars)), 1.0, len, inf)
    found = searched(bars)
    if all(bar.is_instant for bar in bars) and max(found, default=0) >= MOST_OF_MARKS:
        found = [0] * len(bars)
    assert ends.side.any() or rows == found


def _bar(number: int, span: tuple[float, ...], shared: int) -> Bar:
    key, look = str(number % shared), Look.PLANNED if number >= shared else Look.ACTUAL
    if len(span) == 2:
        return instant(key, "lane", *span, look=look)
    a, b, c, d = span
    return Bar(key, "lane", a, b, c, d, look=look)


def searched(bars: list[Bar]) -> list[int]:
    """Bar by bar, row by row."""
    rows: list[list[Bar]] = []
    row_of: dict[str, int] = {}
    for bar in sorted(bars, key=lambda bar: _seen(bar)[0]):
        free = (n for n, row in enumerate(rows) if _has_room(row, bar))
        at = row_of.setdefault(bar.key, next(free, len(rows)))
        if at == len(rows):
            rows.append([])
        rows[at].append(bar)
    return [row_of[bar.key] for bar in bars]


def _has_room(row: list[Bar], bar: Bar) -> bool:
    if bar.start_lower == -inf and any(one.end_upper == inf for one in row):
        return False
    begin = _seen(bar)[0] - (DIAMOND if bar.is_instant else 0.0)
    reached = max(max(_seen(one)[1], _seen(one)[0] + DIAMOND) for one in row)
    return reached <= begin or (not bar.is_instant and _ended(row[-1]) == (bar.start_lower, bar.start_upper))


def _ended(bar: Bar) -> tuple[float, float] | None:
    """Within which bounds an interval ended; none for what has no length that is known."""
    return None if bar.is_instant or bar.start_lower == bar.end_lower else (bar.end_lower, bar.end_upper)


def _seen(bar: Bar) -> tuple[float, float]:
    if bar.is_instant and bar.start_lower == -inf:
        return bar.end_upper, bar.end_upper
    if bar.is_instant and bar.end_upper == inf:
        return bar.start_lower, bar.start_lower
    return bar.start_lower, bar.end_upper


def rows_and_sides(*bars: Bar) -> tuple[list[int], list[int]]:
    rows, found = stacked(arrays_of(bars, ["lane"]), np.arange(len(bars)), 1.0, lambda text: 6.0 * len(text), inf)
    return rows, found.side.tolist()


def test_an_event_that_begins_or_ends_a_bar_stands_at_its_end() -> None:
    flight = Bar("flight", "lane", 100, 110, 200, 200)
    launch, landing = (
        instant("up", "lane", 100, 110, label="Launch"),
        instant("down", "lane", 200, 200, label="Landing"),
    )
    assert rows_and_sides(flight, launch, landing) == ([0, 0, 0], [0, -1, 1])
    assert rows_and_sides(flight, instant("up", "lane", 100, 105, label="Launch"))[1] == [0, 0]
    assert rows_and_sides(replace(flight, look=Look.COUNT), launch)[1] == [0, 0]


def test_of_two_events_within_the_bounds_of_a_whole_bar_one_begins_it() -> None:
    bar = Bar("flight", "lane", 100, 110, 100, 110)
    first, second, third = (instant(key, "lane", 100, 110) for key in "abc")
    rows, side = rows_and_sides(bar, first, second, third)
    assert side == [0, -1, 1, 0]
    assert rows[:3] == [0, 0, 0] != rows[1:]


def test_where_one_bar_ends_as_another_begins_an_event_is_of_neither() -> None:
    bars = (Bar("a", "lane", 0, 0, 100, 100), Bar("b", "lane", 100, 100, 200, 200), instant("at", "lane", 100, 100))
    assert rows_and_sides(*bars) == ([0, 0, 1], [0, 0, 0])


def test_the_names_of_such_events_have_their_room_before_and_behind() -> None:
    def flight(name: str, start: float) -> tuple[Bar, ...]:
        up, down = (
            instant(f"up {name}", "lane", start, start, label=name),
            instant(f"down {name}", "lane", start + 50, start + 50),
        )
        return Bar(name, "lane", start, start, start + 50, start + 50), up, down

    long = "a name of thirty letters or so"  # 180 pixels
    assert rows_and_sides(*flight("a", 0), *flight("b", 100))[0] == [0] * 6
    assert rows_and_sides(*flight("a", 0), *flight(long, 100))[0] in ([0, 0, 0, 1, 1, 1], [1, 1, 1, 0, 0, 0])
    assert rows_and_sides(*flight("a", 0), *flight(long, 300))[0] == [0] * 6


def test_a_plan_of_such_an_event_is_in_the_row_of_the_bar() -> None:
    flight, launch = Bar("flight", "lane", 100, 100, 200, 200), instant("up", "lane", 100, 100)
    plan = replace(launch, start_lower=90, start_upper=90, end_lower=90, end_upper=90, is_plan_of_actual=True)
    assert rows_and_sides(flight, plan, launch) == ([0, 0, 0], [0, 0, -1])


def test_events_that_would_be_a_rain_of_marks_share_a_row_and_intervals_never_do() -> None:
    many = [instant(str(n), "lane", n % 7, n % 7, label="event") for n in range(MOST_OF_MARKS + 1)]
    assert rows_and_sides(*many)[0] == [0] * len(many)
    assert max(rows_and_sides(*many[:-1])[0]) == MOST_OF_MARKS - 1
    assert max(rows_and_sides(*many, Bar("bar", "lane", 0, 0, 50, 50))[0]) > MOST_OF_MARKS - 1
