"""Bars drawn as arrays look, to the pixel, as each would by itself."""

import random
from collections.abc import Callable
from math import inf

import numpy as np
import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tests.timeline.one_by_one import of_row
from tracker.palette import LIGHT, THEMES, Palette
from tracker.timeline.drawing import bars, crowd, detail, labels, legend
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.pictures import picture
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.bar_arrays import intervals
from tracker.timeline.plans.plan import Bar, Lane, Look, Plan, instant
from tracker.timeline.times.scale import fitting

pytestmark = pytest.mark.usefixtures("qapp")
WIDTH, HEIGHT, LEFT = 900, 260, 100
WORDS = ("", "Союз", "a docking", "a rather long name of a bar", "x")


def mixed(seed: int) -> Plan:
    """Bars of every look, width and colour, some over others, some beyond the edges."""
    chance = random.Random(seed)
    made: list[Bar] = []
    for n in range(160):
        lane, look = str(chance.randrange(8)), chance.choice([Look.ACTUAL] * 5 + [Look.PLANNED, Look.RUMOURED])
        start, label = chance.uniform(-100, 1000), chance.choice(WORDS)
        length, soft = chance.choice((0.1, 1, 2, 5, 20, 120)), chance.choice((0, 0, 0, 0, 9))
        end, slot = start + length + soft, chance.randrange(-1, 9)
        if chance.random() < 0.1:
            made.append(instant(str(n), lane, start, start + soft, look=look, label=label, slot=slot))
        else:
            last = chance.choice([end + soft] * 9 + [inf])
            made.append(Bar(str(n), lane, start, start + soft, end, last, look=look, slot=slot, label=label))
    made += [
        Bar("pair", "0", 400, 400, 460, 460, slot=3),
        Bar("pair", "0", 390, 390, 430, 430, look=Look.PLANNED, slot=3, is_plan_of_actual=True),
    ]
    for n in range(6):
        moment, label = chance.uniform(0, 1000), chance.choice(WORDS)
        bounds = (moment, inf) if n % 2 else (-inf, moment)
        made.append(instant(f"open {n}", "open", *bounds, label=label, slot=n))
    lanes = (*(Lane(str(n), str(n)) for n in range(7)), Lane("open", "Open", stacks=True), Lane("7", "7"))
    return Plan(lanes=lanes, bars=tuple(made), slots=tuple("ABCDEFGHI"))


def frame_of(plan: Plan, style: Style, lower: float, upper: float) -> Frame:
    scale = fitting(lower, upper, LEFT, WIDTH - LEFT)
    return Frame(arrange(plan, scale.seconds_per_pixel, style.plain.width), scale, 0, 0, LEFT, HEIGHT)


def pixels(draw: Callable[[QPainter], None]) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw(painter)
    painter.end()
    return image


def one_by_one(painter: QPainter, frame: Frame, style: Style) -> None:
    """What is plain below what is not, and names above all."""
    rows = [bars.in_view(frame, row) for row in frame.rows_in_view()]
    many = detail.within(frame, crowd.in_sight(frame, level=frame.rows.finest))
    odd = set(many.index[detail.is_odd(frame, many) | detail.is_cut(frame, many)].tolist())
    placed = [one for row in rows for one in row]
    for one in sorted(placed, key=lambda one: one.index in odd):
        bars.draw(painter, style, one)
    for row in rows:
        labels.draw(painter, style, of_row(frame, style, row))


def farthest(one: QImage, other: QImage) -> int:
    """By how much any colour of any pixel differs."""
    parts = [np.frombuffer(image.constBits(), dtype=np.uint8).astype(int) for image in (one, other)]
    return int(np.abs(parts[0] - parts[1]).max())


@pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("seed", range(4))
def test_arrays_are_drawn_as_one_by_one(seed: int, palette: Palette) -> None:
    style = Style(palette)
    frame = frame_of(mixed(seed), style, 0.0, 1000.0)
    found = detail.placed(frame, style, crowd.in_sight(frame, level=frame.rows.finest), None)

    def drawn(painter: QPainter) -> None:
        found.draw(painter, frame, style)
        found.write(painter, frame, style)

    together = pixels(drawn)
    apart = pixels(lambda painter: one_by_one(painter, frame, style))
    assert farthest(together, apart) <= 4  # the edges of narrow bars are rounded otherwise, one in 255 each


def test_the_legend_knows_every_colour_and_look() -> None:
    style, plan = Style(LIGHT), mixed(1)
    texts = [entry.text for entry in legend.entries(frame_of(plan, style, 0.0, 1000.0))]
    assert set("ABCDEFGHI") | {"planned", "rumoured", "some time within the fade", "end not known"} <= set(texts)
    lane, start, slot = np.array([0, 1]), np.array([0.0, 10.0]), np.array([2, 2])
    plain = intervals(lane, start, start + 5, ["0", "1"], slot)
    few = Plan(lanes=plan.lanes[:2], bars=plain, slots=plan.slots)
    frame = frame_of(few, style, -10.0, 100.0)
    assert [entry.text for entry in legend.entries(frame)] == ["C"]
    assert not detail.is_odd(frame, detail.within(frame, crowd.in_sight(frame, level=frame.rows.finest))).any()
    assert detail.is_odd(frame, crowd.in_sight(frame)).dtype == np.bool_  # it chooses, it does not count


def test_a_narrow_bar_is_as_sharp_as_a_wide_one() -> None:
    style = Style(LIGHT)
    plan = Plan(lanes=(Lane("0", "0"),), bars=(Bar("thin", "0", 10, 10, 10.001, 10.001, slot=0),))
    one = bars.placed(frame_of(plan, style, 0.0, 1000.0), 0)
    assert one is not None
    assert one.is_hard
    assert one.rect.width() == pytest.approx(crowd.NARROWEST)


def test_of_bars_as_arrays_those_in_the_range_are_left_in_their_lanes() -> None:
    lane, start = np.array([0, 0, 1, 2]), np.array([0.0, 100.0, 500.0, 120.0])
    many = intervals(lane, start, start + 20, ["a", "b", "c"], lane, lane, ("", "B", "C"))
    plan = Plan(lanes=tuple(Lane(key, key) for key in "abc"), bars=many, slots=tuple("ABC"))
    [page] = picture.sheets_of(plan, PictureOptions(lower=90.0, upper=200.0))
    bars_, lanes = page.frame.rows.bars, page.frame.rows.plan.lanes
    assert [lane.key for lane in lanes] == ["a", "c"]
    assert [(bar.lane, bar.start_lower, bar.label) for bar in bars_] == [("a", 100.0, ""), ("c", 120.0, "C")]
    assert [page.frame.rows.of_key(key) for key in ("1", "3", "2")] == [[0], [1], []]
    assert "2 entries lie outside the time shown." in " ".join(page.around.footer)
