"""Axis rows: every zone and mission elapsed time, labels that never meet, names at the left end."""

from datetime import UTC, datetime, tzinfo
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.domain.times import Precision, seconds
from tracker.palette import DARK, LIGHT, Palette
from tracker.timeline.drawing.frame import AXIS_ROW, Frame
from tracker.timeline.drawing.paint import paint
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.pictures.footer import about
from tracker.timeline.plans.plan import Lane, Plan
from tracker.timeline.times import axis_labels
from tracker.timeline.times.scale import FIRST, LAST, TimeScale, fitting
from tracker.timeline.times.systems import Clock, Elapsed, System, precision_of

HOUR, DAY = 3600.0, 86_400.0
MOSCOW, HOUSTON = Clock(ZoneInfo("Europe/Moscow")), Clock(ZoneInfo("America/Chicago"))
ZONES: tuple[tzinfo, ...] = (UTC, MOSCOW.zone, HOUSTON.zone, ZoneInfo("Asia/Kolkata"), ZoneInfo("America/Havana"))


def width(text: str) -> float:
    return 7.0 * len(text)


pytestmark = pytest.mark.usefixtures("qapp")


def at(*date: int) -> float:
    return float(seconds(datetime(*date, tzinfo=UTC)))  # type: ignore[misc, arg-type]


LAUNCH = Elapsed(at(2021, 10, 5, 8, 55), "Launch")
systems = st.one_of(
    st.sampled_from(ZONES).map(Clock),
    st.builds(
        Elapsed,
        st.integers(int(FIRST), int(LAST)).map(float),
        st.just("Launch"),
        st.sampled_from([Precision.SECOND, Precision.MINUTE, Precision.DAY]),
    ),
)


@given(
    start=st.floats(FIRST, LAST - 1e6),
    per_pixel=st.floats(0.01, 5_000_000, allow_subnormal=False),
    system=systems,
)
def test_labels_of_a_row_never_meet_and_never_leave_it(start: float, per_pixel: float, system: System) -> None:
    scale = TimeScale(start, per_pixel, 100, 1200)
    coarse, fine = system.two_rows(scale, width)
    rows = [axis_labels.of_ticks(scale, ticks, width) for ticks in (coarse, fine)]
    rows.append(axis_labels.of_one_row(scale, system.one_row(scale, width), width, width))
    for labels in rows:
        ends = [label.x + width(label.text) for label in labels]
        assert all(label.x >= 100 and end <= 1300 for label, end in zip(labels, ends, strict=True))
        assert all(end <= later.x for end, later in zip(ends, labels[1:], strict=False))


@given(system=systems, start=st.floats(FIRST, LAST - 1e9), per_pixel=st.floats(1, 500_000))
def test_further_rows_always_say_something(system: System, start: float, per_pixel: float) -> None:
    scale = TimeScale(start, per_pixel, 0, 1200)
    labels = axis_labels.of_one_row(scale, system.one_row(scale, width), width, width)
    assert labels


def texts(system: System, lower: float, upper: float, pixels: float = 900) -> list[str]:
    scale = fitting(lower, upper, 0, pixels)
    return [label.text for label in axis_labels.of_one_row(scale, system.one_row(scale, width), width, width)]


def test_one_row_has_its_own_days() -> None:
    start = at(2021, 10, 5, 12)
    assert texts(MOSCOW, start, start + DAY, 600) == [
        "5 Oct 2021",
        "18:00",
        "21:00",
        "6 Oct",
        "03:00",
        "06:00",
        "09:00",
        "12:00",
    ]
    assert texts(Clock(), start, start + HOUR)[0] == "5 Oct 2021"


def test_mission_time_counts_down_to_the_launch_and_on() -> None:
    hours = texts(LAUNCH, LAUNCH.origin - 3 * HOUR, LAUNCH.origin + 3 * HOUR, 600)
    assert hours == ["T−03:00", "T−02:00", "T−01:00", "T0", "T+01:00", "T+02:00"]
    days = texts(LAUNCH, LAUNCH.origin - 2 * DAY, LAUNCH.origin + 2 * DAY, 1300)
    assert days == [
        "T−2 d 00:00",
        "T−1 d 12:00",
        "T−1 d 00:00",
        "T−12:00",
        "T0",
        "T+12:00",
        "T+1 d 00:00",
        "T+1 d 12:00",
    ]


def test_time_from_a_launch_of_which_the_day_is_known_is_counted_in_days() -> None:
    by_day = Elapsed(at(2021, 10, 5), "Launch", Precision.DAY)
    assert by_day.text(at(2021, 10, 7, 13), Precision.SECOND) == "T+2 d"
    assert texts(by_day, at(2021, 10, 7, 13), at(2021, 10, 7, 14)) == ["T+2 d"]
    assert LAUNCH.text(LAUNCH.origin + 90.5, Precision.SECOND) == "T+00:01"


def test_the_name_says_the_difference_from_utc_and_that_it_changes() -> None:
    assert MOSCOW.label(at(2021, 10, 4), at(2021, 10, 18)) == "Moscow (UTC+3)"
    assert MOSCOW.label(at(2010, 10, 30), at(2010, 11, 1)) == "Moscow (UTC+4 → UTC+3)"
    assert HOUSTON.label(at(2020, 1, 1), at(2022, 1, 1)) == "Houston"
    assert LAUNCH.label(0, 1) == "MET, Launch"


@pytest.mark.parametrize(
    ("per_pixel", "shown"),
    [(1, "16 Oct 2021 20:14:30 Houston (UTC-5)"), (60, "16 Oct 2021 20:14 Houston (UTC-5)"), (DAY, "16 Oct 2021")],
)
def test_a_place_is_told_as_exactly_as_it_can_be_read(per_pixel: float, shown: str) -> None:
    assert HOUSTON.text(at(2021, 10, 17, 1, 14, 30), precision_of(per_pixel)) == shown


def test_the_footer_says_the_zones_and_the_launch() -> None:
    plan = Plan(systems=(Clock(), MOSCOW, LAUNCH))
    style = Style(LIGHT)
    [line] = about(plan, (at(2021, 10, 4), at(2021, 10, 18)), style.small, 5000)
    assert line == "Times in UTC, Moscow (UTC+3). MET counts from Launch, 5 Oct 2021 08:55 UTC."


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("scale", [1, 2])
def test_guides_stand_at_the_first_systems_ticks_below_all_rows(palette: Palette, scale: int, qapp: object) -> None:
    style = Style(palette)
    shown = (MOSCOW, Clock(), LAUNCH)
    rows = arrange(Plan(lanes=(Lane("a", "Lane"),), systems=shown), 1.0, style.plain.width)
    span = at(2021, 10, 5), at(2021, 10, 7)
    frame = Frame(rows, fitting(*span, 150, 800), 0, 0, 150, 200)
    image = QImage(950 * scale, 200 * scale, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    painter.scale(scale, scale)
    paint(painter, frame, style)
    painter.end()
    assert frame.plot.top() == 4 * AXIS_ROW
    y = round(frame.plot.bottom() - 20) * scale
    lines = [x for x in range(150 * scale, 949 * scale) if image.pixelColor(x, y) == QColor(palette.line)]
    midnight = int(frame.scale.x(at(2021, 10, 5, 21)))
    assert midnight * scale in lines
    assert all(x // scale in (midnight, int(frame.scale.x(at(2021, 10, 6, 21)))) for x in lines)
    for top in (frame.top, frame.system_top(1), frame.system_top(2)):
        inside = [
            image.pixelColor(x, y) != QColor(palette.surface)
            for x in range(155 * scale, 940 * scale)
            for y in range(int(top + 4) * scale, int(top + 12) * scale)
        ]
        assert any(inside), "each row has its labels"


@given(system=systems, start=st.floats(FIRST, LAST - 1e6), per_pixel=st.floats(0.01, 5_000_000))
def test_ticks_follow_one_another(system: System, start: float, per_pixel: float) -> None:
    scale = TimeScale(start, per_pixel, 0, 1200)
    for ticks in (*system.two_rows(scale, width), system.one_row(scale, width)):
        assert all(one.time < later.time for one, later in pairwise(ticks))
