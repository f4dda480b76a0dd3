"""Soft edges: opacity rises and falls over just the time that is not known."""

from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.timeline.drawing.edges import POSSIBLE, at, between, layers, opacity

ends = st.lists(st.floats(0, 1000), min_size=4, max_size=4).map(sorted)


def test_a_vague_start_fades_in_over_its_width() -> None:
    stops = opacity(0, 10, 50, 50)
    assert [at(stops, x) for x in (0, 5, 10, 30, 50)] == [0, 0.5, 1, 1, 1]


def test_an_instant_is_likeliest_in_the_middle() -> None:
    stops = opacity(0, 10, 0, 10)
    assert [at(stops, x) for x in (0, 5, 10)] == [0, 1, 0]


def test_where_a_bound_is_open_it_is_pale_and_then_sure() -> None:
    stops = between(opacity(-inf, 20, 100, inf), 0, 200)
    assert [at(stops, x) for x in (0, 19, 21, 99, 101, 199)] == [POSSIBLE, POSSIBLE, 1, 1, POSSIBLE, POSSIBLE]


@pytest.mark.parametrize(
    "bounds", [(-inf, 5, -inf, 5), (5, inf, 5, inf), (-inf, inf, -inf, inf), (0, 3, 2, inf), (-inf, 3, 2, 9)]
)
def test_open_instants_can_be_drawn(bounds: tuple[float, float, float, float]) -> None:
    stops = between(opacity(*bounds), 0, 5)
    assert all(0 <= alpha <= 1 for _, alpha in stops)
    assert max(alpha for _, alpha in stops) > 0


@given(ends=ends, left=st.floats(0, 500), width=st.floats(1, 500))
def test_a_view_shows_the_opacity_that_is_there(ends: list[float], left: float, width: float) -> None:
    stops = opacity(*ends)
    shown = between(stops, left, left + width)
    middle = left + width / 2
    assert [x for x, _ in shown] == sorted(x for x, _ in shown)
    assert at(shown, middle) == pytest.approx(at(stops, middle), abs=1e-6)


@given(ends=ends, place=st.floats(0, 1000))
def test_layers_add_up_to_the_fade(ends: list[float], place: float) -> None:
    stops = opacity(*ends)
    shown = between(stops, stops[0][0], stops[-1][0])
    if not stops[0][0] < place < stops[-1][0]:
        return
    clear = 1.0
    for begin, end, alpha in layers(shown, 64):
        clear *= 1 - alpha if begin <= place <= end else 1
    assert 1 - clear == pytest.approx(at(stops, place), abs=1 / 32)
