"""Labels never overlap one another and never leave the view."""

from dataclasses import replace
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QImage, QPainter
from pytestqt.qtbot import QtBot

from tests.timeline.one_by_one import of_row
from tracker.palette import LIGHT
from tracker.timeline.drawing import bars, labels, paint
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.hollow import OUTLINE
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.stacking import DIAMOND, LABEL_ROOM
from tracker.timeline.drawing.style import Style
from tracker.timeline.drawing.texts import Texts
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import Bar, Count, Lane, Look, Plan, instant
from tracker.timeline.times.scale import TimeScale, fitting

names = st.sampled_from(["A", "Docking", "Стыковка с МКС", "Landing of the unnamed return capsule"])
spans = st.tuples(st.integers(-200, 900), st.integers(0, 400), st.booleans(), names)


@pytest.fixture(scope="module")
def style(qapp: object) -> Style:
    return Style(LIGHT)


def frame_of(style: Style, found: list[tuple[int, int, bool, str]]) -> Frame:
    made = []
    for n, (start, length, is_instant, name) in enumerate(found):
        if is_instant:
            made.append(instant(str(n), "lane", start, start + length, label=name))
        else:
            made.append(Bar(str(n), "lane", start, start, start + length, start + length, label=name))
    plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=tuple(made))
    rows = arrange(plan, 1.0, style.plain.width)
    return Frame(rows, TimeScale(0, 1, 150, 700), 0, 0, 150, 400)


@settings(deadline=None)
@given(found=st.lists(spans, max_size=12))
def test_labels_keep_apart_and_in_view(style: Style, found: list[tuple[int, int, bool, str]]) -> None:
    frame = frame_of(style, found)
    for row in range(frame.rows.count):
        shown = list(of_row(frame, style, bars.in_view(frame, row)))
        for label in shown:
            assert label.x >= frame.scale.left
            assert label.x + label.width <= frame.scale.right
            assert label.width == pytest.approx(style.plain.metrics.horizontalAdvance(label.text))
        for one, following in pairwise(shown):
            assert one.x + one.width <= following.x


def test_a_label_sticks_to_the_edge_while_its_bar_is_in_view(style: Style) -> None:
    frame = frame_of(style, [(-200, 600, False, "Docking")])
    [label] = of_row(frame, style, bars.in_view(frame, 0))
    assert label.on_bar
    assert label.x == frame.scale.left + labels.PADDING


def test_a_label_that_does_not_fit_inside_goes_beside(style: Style, qtbot: QtBot) -> None:
    frame = frame_of(style, [(100, 20, False, "Docking")])
    [label] = of_row(frame, style, bars.in_view(frame, 0))
    assert not label.on_bar
    assert label.x > frame.scale.x(120.0)


looks = st.sampled_from([Look.ACTUAL, Look.ACTUAL, Look.ACTUAL, Look.PLANNED])
several = st.lists(st.tuples(st.integers(0, 3), st.integers(-2000, 9000), st.integers(0, 900), st.booleans(), looks))


def plan_of(found: list[tuple[int, int, int, bool, Look]]) -> Plan:
    made = []
    for n, (lane, start, length, is_instant, look) in enumerate(found):
        end = start if is_instant else start + length
        made.append(Bar(str(n), str(lane), start, start, end, end, is_instant, look, lane, f"Event {n} of many"))
        if look is Look.ACTUAL and n % 3 == 0:
            before = replace(made[-1], start_lower=start - 300, start_upper=start - 300, look=Look.PLANNED)
            made.append(replace(before, slip="+5 min", is_plan_of_actual=True, label=""))
    return Plan(lanes=tuple(Lane(str(n), f"Lane {n}") for n in range(4)), bars=tuple(made))


def texts_of(frame: Frame, style: Style) -> list[tuple[float, float, float]]:
    """The baseline, left and right of all texts that are written on the plot, whatever they name."""
    found: list[tuple[float, float, float]] = []

    def note(texts: Texts, _painter: object, slots: Array, x: Array, baseline: Array, *_more: object) -> None:
        found.extend(zip(baseline.tolist(), x.tolist(), (x + texts.widths(slots)).tolist(), strict=True))

    image = QImage(900, 200, QImage.Format.Format_RGB32)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Texts, "draw", note)
        painter = QPainter(image)
        paint.paint(painter, frame, style)
        painter.end()
    return [text for text in found if text[0] > frame.plot.top()]


@settings(deadline=None)
@given(found=several, start=st.integers(-3000, 9000), span=st.integers(10, 40_000), most=st.sampled_from((0, 250)))
def test_no_text_on_the_plot_touches_another_or_leaves_it(
    qapp: object, found: list[tuple[int, int, int, bool, Look]], start: int, span: int, most: int
) -> None:
    """At any scale, for few and for many; neither names nor numbers nor slips."""
    style = Style(LIGHT, is_live=True)
    rows = arrange(plan_of(found), 1.0, style.plain.width)
    frame = Frame(rows, fitting(start, start + span, 150, 750), 0, 0, 150, 200)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(paint, "MOST_LIVE", most)
        shown = texts_of(frame, style)
    for _baseline, left, right in shown:
        assert frame.scale.left <= left
        assert right <= frame.scale.right
    in_rows = sorted((frame.row_at(baseline), left, right) for baseline, left, right in shown)
    for (row, _left, right), (next_row, left, _right) in pairwise(in_rows):
        assert row != next_row or right <= left


def test_a_lone_narrow_bar_has_a_name_and_one_beside_another_has_none(style: Style) -> None:
    for second, names in ((300, ["Event 0 of many", "Event 1 of many"]), (110, [])):
        plan = plan_of([(0, 100, 2, False, Look.PLANNED), (0, second, 2, False, Look.PLANNED)])
        frame = Frame(arrange(plan, 1.0, style.plain.width), TimeScale(0, 1, 150, 700), 0, 0, 150, 400)
        assert [label.text for label in of_row(frame, style, bars.in_view(frame, 0))] == names


def test_a_name_sticks_to_the_right_edge_as_well(style: Style) -> None:
    frame = frame_of(style, [(690, 400, False, "Docking")])
    [label] = of_row(frame, style, bars.in_view(frame, 0))
    assert label.text == "Docking"
    assert label.x + label.width <= frame.scale.x(690.0)


def test_what_is_open_to_the_left_has_its_name_where_it_ends(style: Style) -> None:
    bars_ = (instant("until", "lane", -inf, 400, label="until"), instant("at", "lane", 100, 100, label="at"))
    plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars_)
    frame = Frame(arrange(plan, 1.0, style.plain.width), TimeScale(0, 1, 150, 700), 0, 0, 150, 400)
    [first, second] = of_row(frame, style, bars.in_view(frame, 0))
    assert (first.text, second.text) == ("at", "until")
    assert frame.scale.x(100) < first.x < frame.scale.x(400) < second.x


@pytest.mark.parametrize("pixels", range(1, 8))
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_bar_that_leaves_the_view_keeps_its_name_to_the_last(style: Style, pixels: int, side: str) -> None:
    start = pixels - 400 if side == "left" else 700 - pixels
    frame = frame_of(style, [(start, 400, False, "Docking"), (300, 100, False, "A")])
    shown = {
        label.text: label.x
        for row in range(frame.rows.count)
        for label in of_row(frame, style, bars.in_view(frame, row))
    }
    assert set(shown) == {"Docking", "A"}
    edge = frame.scale.left + pixels if side == "left" else frame.scale.right - pixels
    assert abs(shown["Docking"] - edge) < 80


@pytest.mark.parametrize("height", [13.0, 15.0, 18.0, 24.0])
@pytest.mark.parametrize("look", [Look.ACTUAL, Look.PLANNED])
def test_letters_hang_over_no_rim_however_low_the_row(style: Style, height: float, look: Look) -> None:
    rim = OUTLINE if look is Look.PLANNED else 0.0
    frame, named = drawn_with("gypsy", height, look, style)
    _frame, bare = drawn_with("", height, look, style)
    [one] = bars.in_view(frame, 0)
    [label] = of_row(frame, style, [one])
    assert label.on_bar
    bottom = round(one.rect.bottom())
    is_whole = style.plain.fits_inside(one.rect.height(), rim)
    assert is_whole or look is Look.PLANNED or height < 15
    first_row = bottom - 1 if is_whole and rim else bottom  # where it does not fit the broken line stops for it
    columns = range(round(label.x), round(label.x + label.width))
    assert [named.pixel(x, y) for y in (first_row, bottom + 1) for x in columns] == [
        bare.pixel(x, y) for y in (first_row, bottom + 1) for x in columns
    ]
    assert is_whole or rim == 0.0 or named.pixelColor(round(label.x) - 2, bottom - 1).lightness() > 200


def drawn_with(name: str, height: float, look: Look, style: Style) -> tuple[Frame, QImage]:
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=(Bar("a", "lane", 100, 100, 600, 600, look=look, label=name),))
    frame = Frame(arrange(plan, 1.0, style.plain.width), TimeScale(0, 1, 150, 700), 0, 0, 150, 400, height)
    image = QImage(900, 100, QImage.Format.Format_RGB32)
    image.fill(style.colour("surface"))
    painter = QPainter(image)
    paint.paint(painter, frame, style)
    painter.end()
    return frame, image


@pytest.mark.parametrize("name", ["Стыковка с МКС", "AVATAR 1: To Valles Marineris", "宇宙", "🚀 Союз МС-19"])
def test_the_room_for_a_name_is_that_of_its_letters(style: Style, name: str) -> None:
    """No less than its text takes, and little more where letters stand closer together than alone."""
    width = style.plain.width(name)
    for room, rows in ((width - 1, 2), (width * 1.05 + 1, 1)):
        next_one = DIAMOND + LABEL_ROOM + room + DIAMOND
        bars = (instant("0", "lane", 0, 0, label=name), instant("1", "lane", next_one, next_one))
        plan = Plan(lanes=(Lane("lane", "Lane", stacks=True),), bars=bars)
        assert arrange(plan, 1.0, style.plain.width).count == rows


@given(text=st.text(st.characters(codec="utf-8", categories=("L", "N", "Zs")), max_size=40), room=st.integers(0, 400))
@settings(deadline=None)
def test_what_is_shortened_fits(style: Style, text: str, room: int) -> None:
    short = style.plain.shortened(text, room)
    assert style.plain.metrics.horizontalAdvance(short) <= room or not short
    assert short == text or not short or short.endswith("…")


@pytest.mark.parametrize(
    ("text", "as_long_as", "short"),
    [
        ("Launch of Soyuz MS-19", "Launch of Soyuz MS", "Launch of Soyuz…"),
        ("Landing of the capsule", "Landing of the cap", "Landing…"),
        ("Apollo - Soyuz", "Apollo - So", "Apollo…"),
        ("Extraordinarilylongname", "Extraordinar", "Extraordin…"),
        ("Docking", "Dock", ""),
    ],
)
def test_a_name_is_cut_at_words_where_these_are_short(style: Style, text: str, as_long_as: str, short: str) -> None:
    assert style.plain.shortened(text, style.plain.metrics.horizontalAdvance(as_long_as)) == short


def test_names_in_a_crowd_are_shortened_and_figures_never(style: Style, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[str] = []

    def note(texts: Texts, _painter: object, slots: Array, *_more: object) -> None:
        found.extend(texts._texts[slot] for slot in slots.tolist())

    monkeypatch.setattr(Texts, "draw", note)
    monkeypatch.setattr(paint, "MOST_LIVE", 0)
    name = "Landing of the capsule"
    count = Bar("c", "lane", 300, 300, 330, 330, look=Look.COUNT, label="1,234,567–2,345,678", count=Count(1, 2, 2))
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=(Bar("a", "lane", 0, 0, 100, 100, label=name), count))
    live = Style(LIGHT, is_live=True)
    frame = Frame(arrange(plan, 1.0, live.plain.width), TimeScale(0, 1, 150, 120), 0, 0, 150, 400)
    image = QImage(600, 100, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    paint.paint(painter, frame, live)
    paint.paint(painter, replace(frame, scale=TimeScale(290, 1, 150, 700)), live)
    painter.end()
    assert "Landing…" in found
    assert not [text for text in found if text.startswith("1,2")]
