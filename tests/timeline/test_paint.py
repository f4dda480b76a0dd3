"""What comes out in pixels: soft edges where they should be, solid and hollow, light and dark."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.palette import DARK, LIGHT, PRINT, Palette
from tracker.timeline.drawing import bars, column
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.paint import MOST_LIVE, bar_at, paint
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.shapes import pattern
from tracker.timeline.drawing.style import Style, contrast, ink_on
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, Plan, instant
from tracker.timeline.times.scale import fitting

WIDTH, LEFT = 900, 100


def frame_of(style: Style, *made: Bar) -> Frame:
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=made)
    rows = arrange(plan, 1.0, style.plain.width)
    return Frame(rows, fitting(0, 8 * DAY, LEFT, WIDTH - LEFT), 0, 0, LEFT, 80)


def drawn(frame: Frame, style: Style, selected: str = "") -> QImage:
    image = QImage(WIDTH, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(style.palette.surface))
    painter = QPainter(image)
    paint(painter, frame, style, selected)
    painter.end()
    return image


def strength(image: QImage, frame: Frame, day: float, palette: Palette) -> float:
    """How far a pixel in the middle of the first row is from the surface, 0 to 1 of the bar's colour."""
    at = image.pixelColor(round(frame.scale.x(day * DAY)), round(frame.row_top(0) + 12))
    surface, full = QColor(palette.surface), QColor(palette.vessels[0])
    return (surface.red() - at.red()) / (surface.red() - full.red())


@pytest.fixture
def style(qapp: object) -> Style:
    return Style(LIGHT)


def test_a_soft_end_fades_over_its_true_width(style: Style) -> None:
    frame = frame_of(style, Bar("a", "lane", DAY, 3 * DAY, 6 * DAY, 7 * DAY, slot=0))
    image = drawn(frame, style)
    seen = {day: strength(image, frame, day, LIGHT) for day in (0.6, 1.6, 2.6, 4.6, 6.6, 7.6)}
    wanted = {0.6: 0, 1.6: 0.3, 2.6: 0.8, 4.6: 1, 6.6: 0.4, 7.6: 0}
    assert seen == {day: pytest.approx(alpha, abs=0.04) for day, alpha in wanted.items()}


def test_a_sharp_end_is_sharp(style: Style) -> None:
    frame = frame_of(style, Bar("a", "lane", 2 * DAY, 2 * DAY, 4 * DAY, 4 * DAY, slot=0))
    image = drawn(frame, style)
    seen = [round(strength(image, frame, day, LIGHT), 1) for day in (1.95, 2.05, 3.95, 4.05)]
    assert seen == [0, 1, 1, 0]


@pytest.mark.parametrize("is_live", [True, False])
def test_a_fade_begins_at_its_time_wherever_patterns_begin(qapp: object, is_live: bool) -> None:
    """Patterns move with the time shown, by the origin of the brush, which moves a gradient as well."""
    style = Style(LIGHT, is_live=is_live)
    rows = frame_of(style, Bar("a", "lane", 2 * DAY, 2 * DAY + 60, 6 * DAY, 7 * DAY, slot=0)).rows
    for start in (0.0, 5555.0, 11_111.0, 33_333.0):
        frame = Frame(rows, fitting(start, start + 8 * DAY, LEFT, WIDTH - LEFT), 0, 0, LEFT, 80)
        x = round(frame.scale.x(2 * DAY)) + 1
        assert drawn(frame, style).pixelColor(x, round(frame.row_top(0) + 12)) == QColor(LIGHT.vessels[0]), start


def test_what_is_planned_is_hollow_with_a_broken_outline(style: Style) -> None:
    solid = Bar("a", "lane", 2 * DAY, 2 * DAY, 6 * DAY, 6 * DAY, slot=0)
    hollow = Bar("a", "lane", 2 * DAY, 2 * DAY, 6 * DAY, 6 * DAY, slot=0, look=Look.PLANNED)
    frame = frame_of(style, hollow)
    image = drawn(frame, style)
    assert strength(drawn(frame_of(style, solid), style), frame, 3.5, LIGHT) == pytest.approx(1, abs=0.02)
    assert strength(image, frame, 3.5, LIGHT) < 0.3
    top = round(frame.row_top(0) + 4)
    along = [image.pixelColor(x, top).lightness() for x in range(350, 450)]
    assert min(along) < 140
    assert max(along) > 200


def test_an_instant_is_a_diamond_until_its_bounds_are_wider(style: Style) -> None:
    near = bars.placed(frame_of(style, instant("a", "lane", DAY, DAY + 60)), 0)
    wide = bars.placed(frame_of(style, instant("a", "lane", DAY, 2 * DAY)), 0)
    assert near is not None
    assert near.is_diamond
    assert near.rect.width() == 10
    assert wide is not None
    assert not wide.is_diamond
    assert wide.rect.width() == pytest.approx(100)


def test_a_plan_lies_thin_below_what_came_of_it(style: Style) -> None:
    plan = Bar("a", "lane", DAY, DAY, 3 * DAY, 3 * DAY, look=Look.PLANNED, is_plan_of_actual=True)
    frame = frame_of(style, plan, Bar("a", "lane", DAY, DAY, 4 * DAY, 4 * DAY))
    by_look = {one.bar.look: one.rect for one in bars.in_view(frame, 0)}
    assert by_look[Look.PLANNED].height() <= 6
    assert by_look[Look.PLANNED].top() >= by_look[Look.ACTUAL].bottom()
    assert by_look[Look.PLANNED].bottom() <= frame.row_top(1)


def test_the_narrowest_bar_under_the_pointer_is_meant(style: Style) -> None:
    frame = frame_of(style, Bar("wide", "lane", 0, 0, 8 * DAY, 8 * DAY), instant("dot", "lane", DAY, DAY))
    y = frame.row_top(0) + 12
    found = [bar_at(frame, frame.scale.x(day * DAY), y) for day in (1, 3)]
    assert [one.bar.key if one else None for one in found] == ["dot", "wide"]
    assert bar_at(frame, frame.scale.x(DAY), frame.row_top(1) + 5) is None


@pytest.mark.parametrize("palette", [LIGHT, DARK])
def test_text_on_vessels_reads(palette: Palette) -> None:
    for name in palette.vessels:
        assert contrast(ink_on(QColor(name)), QColor(name)) >= 4.5


def test_vessels_have_a_second_cue(style: Style) -> None:
    area = QRectF(10, 20, 60, 16)
    kinds = [tuple((line.x1(), line.y1(), line.x2(), line.y2()) for line in pattern(n, area)) for n in range(8)]
    assert len(set(kinds)) == 8
    for line in (line for n in range(8) for line in pattern(n, area)):
        assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p1())
        assert area.adjusted(-0.01, -0.01, 0.01, 0.01).contains(line.p2())


@pytest.mark.parametrize("count", [1, MOST_LIVE + 1], ids=["few", "crowd"])
def test_what_is_selected_keeps_its_name(qapp: object, count: int) -> None:
    style = Style(LIGHT, is_live=True)
    stay = Bar("a", "lane", DAY, DAY, 6 * DAY, 6 * DAY, label="Station", slot=0)
    others = (instant(f"b{n}", "lane", 7 * DAY, 7 * DAY + n + 1) for n in range(count - 1))
    frame = frame_of(style, stay, *others)
    place, ink = frame.rows.of_key("a")[0], style.ink(0)
    seen = drawn(frame, style, "a")
    middle = round(frame.row_top(frame.rows.row_of(place)) + 12)
    inked = [x for x in range(150, 300) for y in range(middle - 5, middle + 5) if seen.pixelColor(x, y) == ink]
    assert inked


def test_a_name_on_a_soft_bar_hides_nothing_of_how_long_it_may_be(style: Style) -> None:
    """The whole view long, it has its name on itself; of its foot each pixel is seen."""
    frame = frame_of(style, instant("a", "lane", -DAY, 9 * DAY, label="Some time then"))
    image = drawn(frame, style)
    [one] = bars.in_view(frame, 0)
    foot = round(one.rect.bottom()) - 1
    ground = QColor(LIGHT.surface)
    assert all(image.pixelColor(x, foot).lightness() < ground.lightness() - 30 for x in range(LEFT + 40, LEFT + 200))


def test_what_has_no_colour_is_grey_and_on_paper_pale(qapp: object) -> None:
    for palette in (LIGHT, DARK, PRINT):
        style = Style(palette)
        frame = frame_of(style, Bar("a", "lane", DAY, DAY, 5 * DAY, 5 * DAY, label="Named"))
        image = drawn(frame, style)
        body = image.pixelColor(round(frame.scale.x(4.5 * DAY)), round(frame.row_middle(0)))
        assert body.hsvSaturation() < 60
        assert body.lightness() > 200 or not palette.is_print
        assert contrast(style.body_ink(-1), body) >= 4.5


def test_names_of_lanes_of_one_kind_are_in_line(qapp: object) -> None:
    style = Style(LIGHT)
    with_one, without, group = Lane("a", "A", 1, slot=2), Lane("b", "B", 1), Lane("c", "C", 1, is_group=True)
    for lanes, is_in_line in (([with_one, without], True), ([group, without], True), ([with_one, group], False)):
        kinds = column._with_swatches(lanes)
        first, second = (column._start(lane, kinds) for lane in lanes)
        assert (first == second) is is_in_line
    assert column.width_of(Plan(lanes=(with_one, without)), style, 500.0) > 0
