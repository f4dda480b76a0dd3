"""Many bars at once look as they would one by one, and coarser levels leave none out."""

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.palette import LIGHT
from tracker.timeline.drawing import crowd, crowd_labels, paint
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans import levels
from tracker.timeline.plans.bar_arrays import BarArrays, arrays_of, intervals
from tracker.timeline.plans.levels import Level, reach_of
from tracker.timeline.plans.plan import Bar, Lane, Look, Plan
from tracker.timeline.times.scale import fitting

LANES, EACH, WIDTH, HEIGHT = 10, 100, 1200, 290
spans = st.lists(st.tuples(st.integers(0, 3), st.integers(0, 5000), st.integers(0, 60)), min_size=1, max_size=200)


@pytest.fixture
def style(qapp: object) -> Style:
    return Style(LIGHT, is_live=True)


def many(each: int = EACH) -> BarArrays:
    """Bars of 70 seconds every 100, in lanes of a colour each."""
    lane = np.repeat(np.arange(LANES), each)
    start = np.tile(np.arange(each) * 100.0, LANES)
    label = np.tile(np.arange(each) % 9 + 1, LANES)
    return intervals(lane, start, start + 70, lanes(), lane % 8, label, ("", *"abcdefghi"))


def lanes() -> list[str]:
    return [str(n) for n in range(LANES)]


def frame_of(style: Style, bars: BarArrays | tuple[Bar, ...], span: float = EACH * 100) -> Frame:
    plan = Plan(lanes=tuple(Lane(key, key) for key in lanes()), bars=bars)
    rows = arrange(plan, 1.0, style.plain.width)
    return Frame(rows, fitting(0, span, 0, WIDTH), 0, 0, 0, HEIGHT)


def drawn(frame: Frame, style: Style) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint.paint(painter, frame, style)
    painter.end()
    return image


def colours(image: QImage, y: int) -> Iterator[int]:
    for x in range(WIDTH):
        yield image.pixel(x, y)


def test_arrays_and_bars_are_the_same_plan(style: Style) -> None:
    bars = tuple(many())
    assert tuple(arrays_of(bars, lanes())) == bars
    one, other = frame_of(style, many()).rows, frame_of(style, tuple(reversed(bars))).rows
    assert [one.bar(n) for n in range(len(bars))] == [other.bar(n) for n in range(len(bars))]
    assert one.of_key("17") == [17] == other.of_key("17")
    assert Plan(bars=many()).extent == Plan(bars=bars).extent == (0.0, 9970.0)


def test_a_crowd_stands_where_each_would(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = frame_of(style, many())
    together = drawn(frame, style)
    monkeypatch.setattr(paint, "MOST_LIVE", LANES * EACH)
    alone = drawn(frame, style)
    y = round(frame.row_top(8) + 6)  # vessel 0, which has no pattern; above the letters
    differ = sum(one != other for one, other in zip(colours(together, y), colours(alone, y), strict=True))
    assert differ <= 3 * EACH  # the pixels at either end, which are mixed where corners are smooth
    middle = round(frame.scale.x(4035.0))
    assert QColor(together.pixel(middle, y)) == QColor(alone.pixel(middle, y)) == QColor(LIGHT.vessels[0])


def test_what_is_planned_stays_hollow_in_a_crowd(style: Style) -> None:
    bars = tuple(replace(bar, look=Look.PLANNED) if bar.key == "840" else bar for bar in many())
    frame = frame_of(style, bars)
    image, y = drawn(frame, style), round(frame.row_top(8) + 12)
    assert QColor(image.pixel(round(frame.scale.x(4035.0)), y)).lightness() > 200
    assert QColor(image.pixel(round(frame.scale.x(4135.0)), y)) == QColor(LIGHT.vessels[0])


def test_vessels_have_a_pattern_in_a_crowd_too(style: Style) -> None:
    frame = frame_of(style, many(20), 20 * 100)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    crowd.draw(painter, frame, style, crowd.in_sight(frame))
    painter.end()
    x, y = round(frame.scale.x(4.0)), round(frame.row_top(1) + 5)
    seen = {image.pixel(x + dx, y + dy) for dx in range(30) for dy in range(12)}
    assert len(seen) > 1
    plain = round(frame.row_top(0) + 5)
    assert len({image.pixel(x + dx, plain + dy) for dx in range(30) for dy in range(12)}) == 1


def test_names_in_a_crowd_keep_apart_and_off_other_bars(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    frame = frame_of(style, many(30), 3000)
    found: list[tuple[float, float, float]] = []

    def note(_painter: object, slots: np.ndarray, x: np.ndarray, baseline: np.ndarray, *_more: object) -> None:
        found.extend(zip(baseline.tolist(), x.tolist(), (x + style.plain.texts.widths(slots)).tolist(), strict=True))

    monkeypatch.setattr(style.plain.texts, "draw", note)
    sight = crowd.in_sight(frame)
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    for names in crowd_labels.placed(frame, style, sight, crowd.is_rare(frame, sight)):
        names.draw(painter, frame, style)
    painter.end()
    assert len(found) == LANES * 30
    for (row, _begin, end), (next_row, begin, _end) in zip(sorted(found), sorted(found)[1:], strict=False):
        assert row != next_row or end < begin


def test_the_bar_under_the_pointer_is_found_among_many(style: Style) -> None:
    near = frame_of(style, many(5000), 1000)
    found = paint.bar_at(near, near.scale.x(335.0), near.row_top(3) + 12)
    assert found is not None
    assert found.bar.key == str(3 * 5000 + 3)


@settings(deadline=None)
@given(found=spans, resolution=st.integers(1, 500))
def test_a_coarser_level_covers_every_bar_and_little_more(found: list[tuple[int, int, int]], resolution: int) -> None:
    found.sort()
    start = np.array([a for _, a, _ in found], dtype=np.float64)
    end = start + np.array([b for _, _, b in found])
    first = np.searchsorted([row for row, _, _ in found], np.arange(5))
    finest = Level(0.0, start, end, np.zeros(len(found), dtype=np.int16), None, first, reach_of(end, first))
    made = levels._merged(finest, float(resolution))
    assert len(made.start) <= len(start)
    for row, a, b in found:
        inside = range(made.first[row], made.first[row + 1])
        assert any(made.start[n] <= a and made.end[n] >= a + b for n in inside)
    assert all(made.end - made.start < max(2 * resolution, 61))


def test_a_level_finds_what_a_search_finds_behind_a_long_bar(style: Style) -> None:
    bars = (Bar("long", "0", 0, 0, 1e6, 1e6), *(Bar(str(n), "0", n, n, n + 5, n + 5) for n in range(100, 5000, 10)))
    frame = frame_of(style, bars)
    found = frame.rows.finest.between(range(3), 3001, 3040)
    wanted = {bar.key for bar in bars if bar.start_lower <= 3040 and bar.end_upper >= 3001}
    assert {frame.rows.bar(n).key for n in found.place.tolist()} == wanted
    assert set(found.row.tolist()) == {0}


def test_many_levels_of_many_bars_are_made(style: Style) -> None:
    rows = frame_of(style, many(2000)).rows
    counts = [len(level.start) for level in rows.levels]
    assert len(counts) > 2
    assert counts == sorted(counts, reverse=True)
    assert rows.level_for(1e9) is rows.levels[-1]
    assert rows.level_for(0.5) is rows.finest
