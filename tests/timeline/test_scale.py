"""Seconds to pixels and back, over two centuries."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.timeline.times.scale import FINEST, FIRST, LAST, TimeScale, fitting

starts = st.floats(FIRST, LAST - 1)
spans = st.floats(1.0, LAST - FIRST)


@given(start=starts, span=spans, x=st.floats(0, 4000))
def test_there_and_back(start: float, span: float, x: float) -> None:
    scale = TimeScale(start, span / 1000, 200, 1000)
    assert scale.x(scale.time(x)) == pytest.approx(x, abs=1e-3)


@given(start=starts, span=spans, x=st.floats(200, 1200), factor=st.floats(0.5, 2))
def test_zoom_keeps_the_time_under_the_pointer(start: float, span: float, x: float, factor: float) -> None:
    scale = TimeScale(start, span / 1000, 200, 1000)
    zoomed = scale.zoomed(factor, x)
    if zoomed.start > FIRST and zoomed.end < LAST:
        assert zoomed.x(scale.time(x)) == pytest.approx(x, abs=0.01)


@given(start=starts, span=spans, factor=st.floats(1e-12, 1e12), x=st.floats(200, 1200))
def test_zoom_stays_within_what_there_is(start: float, span: float, factor: float, x: float) -> None:
    zoomed = TimeScale(start, span / 1000, 200, 1000).zoomed(factor, x)
    assert zoomed.start >= FIRST - 1
    assert zoomed.end <= LAST + 1
    assert zoomed.seconds_per_pixel >= FINEST


def test_panning_follows_the_hand() -> None:
    scale = fitting(0.0, 1000.0, 100, 1000)
    assert scale.panned(50).x(500.0) == scale.x(500.0) + 50


def test_a_fitted_range_is_exact() -> None:
    scale = fitting(-5e8, 1.6e9, 213, 1387)
    assert scale.x(-5e8) == pytest.approx(213, abs=1e-6)
    assert scale.x(1.6e9) == pytest.approx(1600, abs=1e-6)


def test_a_second_is_told_apart_in_every_year() -> None:
    for start in (FIRST, -1.0, 1.6e9, LAST - 100):
        scale = TimeScale(start, FINEST, 0, 1000)
        assert scale.x(start + 1.0) - scale.x(start) == pytest.approx(100, abs=1e-3)
