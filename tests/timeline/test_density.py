"""Where bars lie too near to be told apart, a band tells how many there are: none is lost, none is counted twice."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tracker.palette import LIGHT
from tracker.timeline.drawing import crowd, density, legend, paint
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import intervals
from tracker.timeline.plans.plan import Bar, Lane, Look, Plan
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.times.scale import fitting

WIDTH, HEIGHT, HOUR = 1000, 200, 3600.0
spans = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 4000), st.integers(0, 90)), min_size=1, max_size=150)


@pytest.fixture(scope="module")
def style(qapp: object) -> Style:
    return Style(LIGHT, is_live=True)


def plan_of(found: list[tuple[int, int, int]]) -> Plan:
    """Bars by lane, start and length."""
    lane, start, length = (np.array(part) for part in zip(*sorted(found), strict=True))
    lanes = tuple(Lane(str(n), f"Lane {n}", slot=n) for n in range(4))
    begin = start.astype(np.float64)
    bars = intervals(lane, begin, begin + length, [one.key for one in lanes], lane % 8, lane + 1, ("", *"abcd"))
    return Plan(lanes=lanes, bars=bars, home=(0.0, 4000.0), slots=tuple("ABCD"))


def crowded(count: int = 5000, lanes: int = 4) -> Plan:
    """In each lane as many bars as that, half an hour long, every hour."""
    return plan_of([(lane, n * 3600, 1800) for lane in range(lanes) for n in range(count)])


def frame_of(plan: Plan, style: Style, lower: float, upper: float) -> Frame:
    return Frame(arrange(plan, 1.0, style.plain.width), fitting(lower, upper, 0, WIDTH), 0, 0, 0, HEIGHT)


def drawn(frame: Frame, style: Style) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint.paint(painter, frame, style)
    painter.end()
    return image


@settings(deadline=None)
@given(found=spans, span=st.integers(50, 400_000))
def test_every_bar_in_view_is_told_once(style: Style, found: list[tuple[int, int, int]], span: int) -> None:
    frame = frame_of(plan_of(found), style, 0, span)
    many = crowd.in_sight(frame)
    things, dense = density.gathered(frame, many)
    assert things.count.sum() == many.count.sum() == len(many.place)
    assert (dense.bars.count.sum() if dense else 0) == things.count[density.are_bands(things)].sum()
    rows = list(zip(things.row.tolist(), things.left.tolist(), strict=True))
    assert rows == sorted(rows)


@settings(deadline=None)
@given(found=spans, span=st.integers(50, 400_000))
def test_what_is_drawn_by_itself_can_be_told_apart(style: Style, found: list[tuple[int, int, int]], span: int) -> None:
    frame = frame_of(plan_of(found), style, 0, span)
    things, _dense = density.gathered(frame, crowd.in_sight(frame))
    single = things.only((things.count == 1) & (things.right - things.left < density.WIDE))
    places = list(zip(single.row.tolist(), single.left.tolist(), strict=True))
    for one, _second, third in zip(places, places[1:], places[2:], strict=False):
        assert one[0] != third[0] or third[1] - one[1] >= density.NEAR  # two may touch, three never


def test_of_many_in_one_pixel_none_is_lost(style: Style) -> None:
    """Two of a coarser level that stand alone are no band, and yet drawn."""
    pairs = [(0, n * 10_000 + more, 1) for n in range(3000) for more in (0, 30)]
    frame = frame_of(plan_of(pairs), style, 0, 400_000)
    things, bands = density.gathered(frame, crowd.in_sight(frame))
    assert 2 in things.count
    assert bands is None
    image, y = drawn(frame, style), round(frame.row_top(0) + 12)
    assert sum(image.pixelColor(round(n * 25 + 1), y).lightness() < 200 for n in range(40)) == 40


def test_a_plan_is_not_counted_beside_what_came_of_it(style: Style) -> None:
    done = tuple(Bar(str(n), "0", n, n, n + 1, n + 1, slot=0) for n in range(0, 40, 10))
    plans = tuple(replace(bar, look=Look.PLANNED, is_plan_of_actual=True) for bar in done)
    frame = frame_of(Plan(lanes=(Lane("0", "Lane"),), bars=done + plans), style, 0, 10_000)
    things, _dense = density.gathered(frame, crowd.in_sight(frame))
    assert things.count.tolist() == [4]


def test_coarser_levels_know_how_many_they_stand_for(style: Style) -> None:
    rows = frame_of(crowded(), style, 0, 1).rows
    assert len(rows.levels) > 2
    for level in rows.levels:
        for row in range(4):
            assert level.between(range(row, row + 1), 0, 5000 * HOUR).count.sum() == 5000


def test_a_band_is_the_stronger_the_more_there_are(style: Style) -> None:
    thin, thick = ([(0, n * every, 1) for n in range(0, 4000 // every)] for every in (3, 1))
    pixels = [drawn(frame_of(plan_of(some), style, 0, 8000), style).pixelColor(40, 60) for some in (thin, thick)]
    contrasts = [255 - colour.lightness() for colour in pixels]
    assert 0 < contrasts[0] < contrasts[1]


def test_the_number_stands_in_the_band_in_the_middle_of_what_is_seen(style: Style) -> None:
    frame = frame_of(crowded(), style, 0, 5000 * HOUR)
    image = drawn(frame, style)
    middle = [image.pixelColor(x, round(frame.row_top(0) + 12)).lightness() for x in range(480, 520)]
    assert min(middle) < 80  # letters
    assert max(middle) == style.plate(0).lightness()  # on plain ground


def test_files_have_the_same_bands(style: Style) -> None:
    frame = frame_of(plan_of([(0, n * 20, 5) for n in range(200)]), style, 0, 4000 * 20)
    screen, file = (drawn(frame, Style(LIGHT, is_live=live)) for live in (True, False))
    y = round(frame.row_top(0) + 6)
    assert [screen.pixel(x, y) for x in range(WIDTH)] == [file.pixel(x, y) for x in range(WIDTH)]


def test_the_legend_explains_bands_where_there_are_any(style: Style) -> None:
    near, far = (frame_of(crowded(), style, 0, hours * HOUR) for hours in (20, 5000))
    texts = ["many together, and how many" in [entry.text for entry in legend.entries(frame)] for frame in (near, far)]
    assert texts == [False, True]


def test_under_the_pointer_a_band_says_how_many_and_from_when_to_when(style: Style) -> None:
    frame = frame_of(crowded(), style, 0, 5000 * HOUR)
    band = paint.bar_at(frame, 500, frame.row_top(2) + 12)
    assert band is not None
    assert band.count == 5000
    assert (band.bar.start_lower, band.bar.end_upper) == (0.0, 4999.5 * HOUR)
    assert band.bar.tip.startswith("5,000 together, 1 Jan 1970 00:00 UTC – 28 Jul 1970 07:30 UTC.")
    assert paint.bar_at(frame_of(crowded(10), style, 0, 5000 * HOUR), 500, frame.row_top(2) + 12) is None


def shown(qtbot: QtBot, plan: Plan, upper: float) -> tuple[TimelineView, QPoint]:
    view = TimelineView(LIGHT)
    qtbot.addWidget(view)
    view.resize(1000, 300)
    view.show_plan(plan)
    view.show()
    qtbot.waitExposed(view)
    view.sight.motion.is_on = False
    scale = view.sight.scale
    view.sight.set_scale(fitting(0, upper, scale.left, scale.width))
    return view, QPointF(view.sight.scale.x(60 * HOUR), view.sight.frame.row_top(1) + 12).toPoint()


def test_a_click_on_a_band_chooses_nothing_and_a_double_click_leads_in(qtbot: QtBot) -> None:
    view, at = shown(qtbot, crowded(200), 5000 * HOUR)
    with qtbot.assertNotEmitted(view.bar_selected), qtbot.assertNotEmitted(view.bar_opened):
        QTest.mouseClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert view.sight.scale.start < 0 < 199 * HOUR < view.sight.scale.end < 250 * HOUR


def test_a_band_as_wide_as_the_view_is_gone_into_where_the_pointer_is(qtbot: QtBot) -> None:
    view, at = shown(qtbot, crowded(5000), 4000 * HOUR)
    when = view.sight.scale.time(float(at.x()))
    QTest.mouseDClick(view.canvas.viewport(), Qt.MouseButton.LeftButton, pos=at)
    scale = view.sight.scale
    assert scale.end - scale.start == pytest.approx(500 * HOUR)
    assert scale.x(when) == pytest.approx(at.x())


def test_a_speck_on_a_thin_bar_is_not_drawn_beside_it(style: Style) -> None:
    """What a collapsed group holds, each of a second: nobody could tell it from what it lies on."""
    long = Bar("long", "0", 1000, 1000, 3000, 3000, is_summary=True)
    specks = tuple(
        Bar(str(n), "0", n, n, n + 1, n + 1, look=Look.PLANNED, is_summary=True) for n in (0, 1000, 2000, 3900)
    )
    wide = Bar("wide", "0", 1500, 1500, 2500, 2500, look=Look.PLANNED, is_summary=True)
    frame = frame_of(Plan(lanes=(Lane("0", "Lane"),), bars=(long, wide, *specks)), style, 0, 4000)
    things, _dense = density.gathered(frame, crowd.in_sight(frame))
    assert {frame.rows.bar(index).key for index in things.index.tolist()} == {"long", "wide", "0", "3900"}
    assert paint.bar_at(frame, 500.25, frame.row_top(1) - 2).bar.key == "2000"  # type: ignore[union-attr]
