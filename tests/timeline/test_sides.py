"""Events that begin or end a bar: their names stand before and behind it, and marks at its ends where it is long."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QImage, QPainter

from tracker.palette import LIGHT
from tracker.timeline.drawing import crowd, density, legend, paint
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.drawing.texts import Texts
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import Bar, Lane, Plan, instant
from tracker.timeline.times.scale import TimeScale

pytestmark = pytest.mark.usefixtures("qapp")


def flight(start: float, length: float, name: str = "") -> Iterator[Bar]:
    yield Bar(f"flight{name}", "lane", start, start, start + length, start + length)
    yield instant(f"up{name}", "lane", start, start, label=f"Launch{name}")
    yield instant(f"down{name}", "lane", start + length, start + length, label=f"Landing{name}")


def frame_of(*bars: Bar, seconds_per_pixel: float = 1.0) -> Frame:
    plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars)
    rows = arrange(plan, seconds_per_pixel, lambda text: 7.0 * len(text))
    return Frame(rows, TimeScale(0, seconds_per_pixel, 100, 900), 0, 0, 100, 200)


def drawn(frame: Frame) -> QImage:
    image = QImage(1000, 200, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    style = Style(LIGHT, is_live=True)
    painter.fillRect(image.rect(), style.colour("surface"))
    paint.paint(painter, frame, style)
    painter.end()
    return image


@pytest.mark.parametrize("most", [0, 250], ids=["in a crowd", "of few"])
@pytest.mark.parametrize("length", [5.0, 300.0])
def test_names_stand_before_and_behind(monkeypatch: pytest.MonkeyPatch, most: int, length: float) -> None:
    found: dict[str, tuple[float, float]] = {}

    def note(texts: Texts, _painter: object, slots: Array, x: Array, *_more: object) -> None:
        ends = zip(slots.tolist(), x.tolist(), (x + texts.widths(slots)).tolist(), strict=True)
        found.update({texts._texts[slot]: (left, right) for slot, left, right in ends})

    monkeypatch.setattr(Texts, "draw", note)
    monkeypatch.setattr(paint, "MOST_LIVE", most)
    frame = frame_of(*flight(400, length))
    assert frame.rows.count == 1
    drawn(frame)
    assert found["Launch"][1] < frame.scale.x(400.0)
    assert frame.scale.x(400.0 + length) < found["Landing"][0]


@pytest.mark.parametrize("most", [0, 250], ids=["in a crowd", "of few"])
def test_marks_stand_at_the_ends_of_what_is_long(monkeypatch: pytest.MonkeyPatch, most: int) -> None:
    monkeypatch.setattr(paint, "MOST_LIVE", most)
    for length in (crowd.LEAST_MARKED - 1, crowd.LEAST_MARKED):
        frame = frame_of(*(bar for bar in flight(400, length)))
        image, middle = drawn(frame), round(frame.row_middle(0))
        beyond = image.pixelColor(round(frame.scale.x(400.0)) - 3, middle).lightness()
        assert (beyond < 200) is (length >= crowd.LEAST_MARKED)


def test_where_only_short_bars_are_the_legend_has_no_events() -> None:
    for length, texts in ((5.0, []), (300.0, ["event"])):
        assert [one.text for one in legend.entries(frame_of(*flight(400, length)))] == texts


def test_a_band_counts_the_bars_alone_and_hides_their_events() -> None:
    bars = tuple(bar for n in range(3) for bar in flight(400 + 3 * n, 2.0, str(n)))
    plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars)
    rows = arrange(plan, 0.001, lambda _text: 0.0)  # as close as one can look there is room for all in a row
    assert rows.count == 1
    frame = Frame(rows, TimeScale(0, 100, 100, 900), 0, 0, 100, 200)
    things, dense = density.gathered(frame, crowd.in_sight(frame))
    assert dense is not None
    assert things.count.tolist() == [3]
