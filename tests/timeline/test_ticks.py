"""The axis: calendar-right over two centuries, in any zone, and no two labels in one place."""

from datetime import UTC, datetime, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.domain import show_times
from tracker.domain.times import from_seconds, seconds
from tracker.timeline.times.local_times import Step
from tracker.timeline.times.scale import FIRST, LAST, TimeScale, fitting
from tracker.timeline.times.ticks import FINE, coarse_ticks, fine_step, fine_ticks

ZONES = (UTC, ZoneInfo("Europe/Moscow"), ZoneInfo("America/Chicago"), ZoneInfo("Asia/Kolkata"))


def width(text: str) -> float:
    return 7.0 * len(text)


def a_scale(start: float, per_pixel: float) -> TimeScale:
    return TimeScale(start, per_pixel, 0, 1200)


def at(*date: int) -> float:
    return float(seconds(datetime(*date, tzinfo=UTC)))  # type: ignore[misc, arg-type]


@given(
    start=st.floats(FIRST, LAST - 1e6),
    per_pixel=st.sampled_from([0.01, 0.3, 7, 90, 1000, 9000, 80_000, 900_000, 5_000_000]),
    zone=st.sampled_from(ZONES),
)
def test_labels_never_touch(start: float, per_pixel: float, zone: tzinfo) -> None:
    scale = a_scale(start, per_pixel)
    ticks = fine_ticks(scale, fine_step(scale, width), zone)
    assert ticks
    for one, following in pairwise(ticks):
        assert scale.x(following.time) - scale.x(one.time) >= width(one.label) + 5


@given(start=st.floats(FIRST, LAST - 1e6), step=st.sampled_from(FINE), zone=st.sampled_from(ZONES))
def test_ticks_stand_on_calendar_boundaries(start: float, step: Step, zone: tzinfo) -> None:
    scale = a_scale(start, step.span / 60)
    for tick in fine_ticks(scale, step, zone):
        local = from_seconds(tick.time).astimezone(zone)
        if step.unit in ("day", "month", "year"):
            # Where the clocks skip midnight, the day begins when they go on.
            assert local.hour * 60 + local.minute <= 60
            assert zone is not UTC or (local.hour, local.minute, local.second) == (0, 0, 0)
        if step.unit == "month":
            assert local.day == 1
            assert (local.month - 1) % step.count == 0
        if step.unit == "year":
            assert (local.month, local.day, local.year % step.count) == (1, 1, 0)
        if step.unit == "hour":
            assert (local.hour % step.count, local.minute, local.second) == (0, 0, 0)


@pytest.mark.parametrize(("year", "length"), [(1900, 28), (2000, 29), (2020, 29), (2021, 28), (2100, 28)])
def test_february_is_as_long_as_it_was(year: int, length: int) -> None:
    scale = fitting(at(year, 2, 1), at(year, 3, 1) - 1, 0, 1200)
    days = fine_ticks(scale, Step("day", 1, 86_400.0), UTC)
    assert [tick.label for tick in days] == [str(day) for day in range(1, length + 1)]


def test_both_rows_of_a_fortnight() -> None:
    scale = fitting(at(2021, 10, 4), at(2021, 10, 18), 0, 1200)
    step = fine_step(scale, width)
    assert [tick.label for tick in fine_ticks(scale, step, UTC)][:3] == ["4", "5", "6"]
    assert [tick.label for tick in coarse_ticks(scale, step, UTC)] == ["Oct 2021"]


def test_clocks_have_the_date_above_them() -> None:
    scale = fitting(at(2021, 10, 5, 11), at(2021, 10, 5, 14), 0, 1200)
    step = fine_step(scale, width)
    assert "12:20" in [tick.label for tick in fine_ticks(scale, step, UTC)]
    assert [tick.label for tick in coarse_ticks(scale, step, UTC)] == ["5 Oct 2021"]


@pytest.mark.parametrize(
    ("style", "coarse", "short"),
    [
        ("day", "5 Oct 2021", "5 Oct"),
        ("iso", "2021-10-05", "10-05"),
        ("month", "Oct 5, 2021", "Oct 5"),
        ("dots", "05.10.2021", "05.10"),
    ],
)
def test_dates_are_written_in_the_style_in_use(style: str, coarse: str, short: str) -> None:
    """At once: the ticks of another style are not kept for this one."""
    scale = fitting(at(2021, 10, 5, 11), at(2021, 10, 5, 14), 0, 1200)
    show_times.use(style)
    try:
        [tick] = coarse_ticks(scale, fine_step(scale, width), UTC)
    finally:
        show_times.use(show_times.USUAL)
    assert (tick.label, tick.short) == (coarse, short)


def test_two_centuries_show_decades_and_centuries() -> None:
    scale = fitting(FIRST, LAST, 0, 1200)
    step = fine_step(scale, width)
    assert {"1900", "1960", "2000"} <= {tick.label for tick in fine_ticks(scale, step, UTC)}
    assert "1900–1999" in [tick.label for tick in coarse_ticks(scale, step, UTC)]


def test_a_zone_moves_its_midnights() -> None:
    scale = fitting(at(2021, 10, 4), at(2021, 10, 6), 0, 1200)
    days = fine_ticks(scale, Step("day", 1, 86_400.0), ZoneInfo("Europe/Moscow"))
    assert [tick.time for tick in days] == [at(2021, 10, 3, 21), at(2021, 10, 4, 21), at(2021, 10, 5, 21)]


def test_clocks_that_go_forward_skip_an_hour() -> None:
    houston = ZoneInfo("America/Chicago")
    scale = fitting(at(2021, 3, 14, 6), at(2021, 3, 14, 12), 0, 1200)
    labels = [tick.label for tick in fine_ticks(scale, Step("hour", 1, 3600.0), houston)]
    assert labels[:4] == ["00:00", "01:00", "03:00", "04:00"]


HOUR = Step("hour", 1, 3600.0)
CHANGES: dict[str, tuple[str, tuple[int, ...], str]] = {
    # What Moscow did with its clocks: back in autumn, forward for good, back for good.
    "Moscow 2010": ("Europe/Moscow", (2010, 10, 30, 21), "01:00 02:00 02:00 03:00"),
    "Moscow 2011": ("Europe/Moscow", (2011, 3, 26, 22), "01:00 03:00 04:00 05:00"),
    "Moscow, October 2011": ("Europe/Moscow", (2011, 10, 29, 20), "00:00 01:00 02:00 03:00"),
    "Moscow 2014": ("Europe/Moscow", (2014, 10, 25, 20), "00:00 01:00 01:00 02:00"),
    "New York, spring": ("America/New_York", (2021, 3, 14, 6), "01:00 03:00 04:00 05:00"),
    "New York, autumn": ("America/New_York", (2021, 11, 7, 4), "00:00 01:00 01:00 02:00"),
    "Baikonur, no change": ("Asia/Qyzylorda", (2021, 10, 30, 21), "02:00 03:00 04:00 05:00"),
}


@pytest.mark.parametrize(("zone", "start", "labels"), CHANGES.values(), ids=list(CHANGES))
def test_every_hour_has_its_tick_when_the_clocks_change(zone: str, start: tuple[int, ...], labels: str) -> None:
    begin = at(*start)
    ticks = fine_ticks(fitting(begin, begin + 3 * 3600, 0, 1200), HOUR, ZoneInfo(zone))
    assert " ".join(tick.label for tick in ticks) == labels
    assert [tick.time for tick in ticks] == [begin + n * 3600 for n in range(4)]


@pytest.mark.parametrize("count", [2, 3, 6, 12])
def test_steps_of_several_hours_mark_an_hour_shown_twice_only_once(count: int) -> None:
    begin = at(2021, 11, 6, 4)
    step = Step("hour", count, count * 3600.0)
    ticks = fine_ticks(fitting(begin, begin + 2 * 86_400, 0, 1200), step, ZoneInfo("America/Havana"))
    assert all(later.time - one.time >= step.span for one, later in pairwise(ticks))


def test_hours_of_a_half_hour_zone_stand_at_its_own_full_hours() -> None:
    begin = at(2021, 10, 5, 12)
    ticks = fine_ticks(fitting(begin, begin + 3 * 3600, 0, 1200), HOUR, ZoneInfo("Asia/Kolkata"))
    assert [(tick.time - begin, tick.label) for tick in ticks] == [
        (-1800, "17:00"),
        (1800, "18:00"),
        (5400, "19:00"),
        (9000, "20:00"),
    ]


@given(start=st.floats(FIRST, LAST - 1e6), step=st.sampled_from(FINE), zone=st.sampled_from(ZONES))
def test_a_movement_shows_the_ticks_that_a_still_view_shows(start: float, step: Step, zone: tzinfo) -> None:
    near, moved = (a_scale(start + by, step.span / 60) for by in (0, step.span * 3.3))
    seen = [tick for tick in fine_ticks(near, step, zone) if tick.time >= moved.start]
    assert seen == [tick for tick in fine_ticks(moved, step, zone) if moved.start <= tick.time <= near.end]
