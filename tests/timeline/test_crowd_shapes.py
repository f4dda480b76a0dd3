"""In a crowd what is hollow, soft or an instant looks as it would alone, however many there are of it."""

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.palette import DARK, LIGHT, Palette
from tracker.timeline.drawing import crowd, crowd_shapes, density, paint
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.plan import Bar, Count, Lane, Look, Plan, instant
from tracker.timeline.times.scale import fitting

LANES, EACH, EVERY, WIDTH, HEIGHT = 12, 40, 60.0, 2400, 340
Make = Callable[[str, str, float], Bar]


def planned(key: str, lane: str, at: float) -> Bar:
    return Bar(key, lane, at, at, at + 40, at + 40, look=Look.PLANNED, slot=0)


def soft(key: str, lane: str, at: float) -> Bar:
    return Bar(key, lane, at, at + 20, at + 30, at + 50, slot=0)


def maybe(key: str, lane: str, at: float) -> Bar:
    """Which nowhere is certain."""
    return Bar(key, lane, at, at + 50, at, at + 50, slot=0)


def soft_plan(key: str, lane: str, at: float) -> Bar:
    return replace(soft(key, lane, at), look=Look.PLANNED)


def rumour(key: str, lane: str, at: float) -> Bar:
    return replace(planned(key, lane, at), look=Look.RUMOURED)


def moment(key: str, lane: str, at: float) -> Bar:
    return instant(key, lane, at, at, slot=0)


def planned_moment(key: str, lane: str, at: float) -> Bar:
    return instant(key, lane, at, at, slot=0, look=Look.PLANNED)


def open_end(key: str, lane: str, at: float) -> Bar:
    return Bar(key, lane, at, at, at + 10, float("inf"), slot=0)


def open_instant(key: str, lane: str, at: float) -> Bar:
    return instant(key, lane, at, slot=0)


def count(key: str, lane: str, at: float) -> Bar:
    """A step of a strip, which the next one joins."""
    number = Count(4, 7, 10)
    return Bar(key, lane, at, at, at + EVERY, at + EVERY, look=Look.COUNT, slot=0, count=number)


def frame_of(style: Style, make: Make) -> Frame:
    every = [(lane, n) for lane in range(LANES) for n in range(EACH)]
    bars = tuple(make(f"{lane}-{n}", str(lane), n * EVERY + 5) for lane, n in every)
    rows = arrange(Plan(lanes=tuple(Lane(str(n), str(n)) for n in range(LANES)), bars=bars), 1.0, style.plain.width)
    return Frame(rows, fitting(0, EACH * EVERY, 0, WIDTH), 0, 0, 0, HEIGHT)


def drawn(frame: Frame, style: Style) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(style.colour("surface"))
    painter = QPainter(image)
    paint.paint(painter, frame, style)
    painter.end()
    return image


def differences(one: QImage, other: QImage, frame: Frame) -> float:
    """By how much the two differ in a row, 0 to 255, the mean over all its pixels."""
    top, n, total = round(frame.row_top(9)), 0, 0
    for y in range(top + 2, top + 22):
        for x in range(400, 1000):
            total += abs(QColor(one.pixel(x, y)).lightness() - QColor(other.pixel(x, y)).lightness())
            n += 1
    return total / n


@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("make", [planned, soft, maybe, soft_plan, rumour, moment, planned_moment, count])
def test_the_last_of_a_crowd_looks_as_it_would_alone(
    qapp: object, monkeypatch: pytest.MonkeyPatch, make: Make, palette: Palette
) -> None:
    style = Style(palette, is_live=True)
    frame = frame_of(style, make)
    together = drawn(frame, style)
    monkeypatch.setattr(paint, "MOST_LIVE", LANES * EACH)
    alone = drawn(frame, style)
    monkeypatch.setattr(crowd, "is_rare", lambda _frame, things: things.count < 0)
    monkeypatch.setattr(paint, "MOST_LIVE", 1)
    plain = drawn(frame, style)
    assert differences(together, alone, frame) < differences(plain, alone, frame) / 3


def test_how_sure_a_bar_is_follows_its_bounds(qapp: object) -> None:
    style = Style(LIGHT, is_live=True)
    for make, wanted in (
        (soft, {-1: 0.0, 10: 0.5, 20: 1.0, 30: 1.0, 40: 0.5, 51: 0.0}),
        (maybe, {0: 0.0, 12.5: 0.5, 25: 1.0, 37.5: 0.5}),
        (open_instant, {-1: 0.0, 5: 0.3, 1000: 0.3}),
        (open_end, {-1: 0.0, 5: 1.0, 11: 0.3, 1000: 0.3}),
        (planned, {-1: 0.0, 0: 1.0, 20: 1.0, 41: 0.0}),
    ):
        frame = frame_of(style, make)
        things = crowd.in_sight(frame, range(1))
        shapes = crowd_shapes.shapes_of(frame, things)
        which, places = np.zeros(len(wanted), dtype=np.int64), frame.scale.x(np.array(list(wanted)) + 5.0)
        assert shapes.strength(which, places) == pytest.approx(list(wanted.values()))


def test_a_plan_in_a_crowd_lies_thin_below_what_came_of_it(qapp: object) -> None:
    style = Style(LIGHT, is_live=True)
    frame = frame_of(style, planned)
    bars = [replace(bar, is_plan_of_actual=True) for bar in frame.rows.bars]
    done = [replace(bar, look=Look.ACTUAL, is_plan_of_actual=False) for bar in bars]
    frame = replace(frame, rows=arrange(replace(frame.rows.plan, bars=(*bars, *done)), 1.0, style.plain.width))
    things = crowd.in_sight(frame, range(1))
    shapes = crowd_shapes.shapes_of(frame, things)
    thin, solid = shapes.only(shapes.look == Look.PLANNED), shapes.only(shapes.look == Look.ACTUAL)
    assert thin.height.max() <= 6
    assert thin.top.min() >= (solid.top + solid.height).max()


def test_a_plan_is_counted_in_no_level(qapp: object) -> None:
    style = Style(LIGHT, is_live=True)
    done = [Bar(str(n), "0", n, n, n + 0.5, n + 0.5) for n in range(0, 60_000, 10)]
    plans = [replace(bar, look=Look.PLANNED, is_plan_of_actual=True) for bar in done]
    rows = arrange(Plan(lanes=(Lane("0", "Lane"),), bars=(*done, *plans)), 1.0, style.plain.width)
    frame = Frame(rows, fitting(0, 60_000, 0, 800), 0, 0, 0, HEIGHT)
    things, dense = density.gathered(frame, crowd.in_sight(frame))
    assert things.level is not rows.finest
    assert dense is not None
    assert things.count.sum() == len(done)
