"""Stretches of time: what is known of open bars, of several together, and about the same middle."""

from math import inf

from tracker.timeline.plans.plan import Bar
from tracker.timeline.viewing import spans

HOME = (100.0, 900.0)


def bar(lower: float, upper: float) -> Bar:
    return Bar("one", "lane", lower, lower, upper, upper)


def test_an_open_end_reaches_to_that_of_the_home_range() -> None:
    assert spans.known(bar(-inf, 500.0), HOME) == (100.0, 500.0)
    assert spans.known(bar(500.0, inf), HOME) == (500.0, 900.0)
    assert spans.known(bar(-inf, inf), HOME) == HOME


def test_what_is_open_and_beyond_the_home_range_is_seen_where_it_is_known() -> None:
    assert spans.known(bar(-inf, 50.0), HOME) == (50.0, 50.0)
    assert spans.known(bar(950.0, inf), HOME) == (950.0, 950.0)


def test_several_bars_reach_from_the_first_start_to_the_last_end() -> None:
    assert spans.of_all([bar(700.0, 800.0), bar(-inf, 300.0)], HOME) == (100.0, 800.0)
    assert spans.of_all([], HOME) is None


def test_another_length_keeps_the_middle() -> None:
    assert spans.as_long((40.0, 60.0), 100.0) == (0.0, 100.0)
    assert spans.as_long((0.0, 100.0), 20.0) == (40.0, 60.0)
