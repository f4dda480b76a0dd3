"""The rows of a lane that stacks are those that a search through each of them would find."""

from math import inf

import numpy as np
from hypothesis import example, given
from hypothesis import strategies as st

from tracker.timeline.drawing.stacking import DIAMOND, stacked
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
    assert stacked(arrays, np.arange(len(bars)), 1.0, len, inf) == searched(bars)


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
