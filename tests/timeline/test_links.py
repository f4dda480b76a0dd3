"""Lines between bars: only where both ends are in view, found by key and lane, stronger for what is selected."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.palette import LIGHT
from tracker.timeline.drawing import links
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.links import lines_of
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.plan import DAY, Bar, Lane, Link, Plan
from tracker.timeline.times.scale import fitting

pytestmark = pytest.mark.usefixtures("qapp")
LEFT, WIDTH, HEIGHT = 100, 900, 200
NOON = 4 * DAY
NO_BOXES = np.zeros((0, 4))


def going(**more: object) -> Plan:
    """One ride in three lanes; the same record has a bar in two of them."""
    ride = Bar("leg", "up", DAY, DAY, NOON, NOON)
    stay = Bar("leg", "station", NOON, NOON, 6 * DAY, 6 * DAY)
    return Plan(
        lanes=tuple(Lane(key, key) for key in ("up", "between", "station")),
        bars=(ride, stay),
        links=(Link("leg", "leg", NOON, NOON, "up", "station"),),
        **more,  # type: ignore[arg-type]
    )


def frame_of(plan: Plan, lower: float = 0.0, upper: float = 8 * DAY, scroll: float = 0.0) -> Frame:
    rows = arrange(plan, 1.0, lambda text: 6.0 * len(text))
    return Frame(rows, fitting(lower, upper, LEFT, WIDTH - LEFT), 0, 0, LEFT, HEIGHT, scroll=scroll)


def drawn(frame: Frame, chosen: frozenset[int] = frozenset(), boxes: Array = NO_BOXES) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    style = Style(LIGHT)
    links.in_view(frame, style, chosen).draw(painter, frame, style, boxes)
    painter.end()
    return image


def marked(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(LEFT, WIDTH) for y in range(HEIGHT)} - {LIGHT.surface}


def test_a_link_joins_two_bars_of_one_record_in_their_lanes() -> None:
    lines = lines_of(frame_of(going()).rows)
    assert lines.row.tolist() == [[0, 2]]
    assert lines.bar.tolist() == [[0, 1]]


def test_a_link_to_what_is_not_drawn_is_none() -> None:
    plan = going()
    gone = (Link("leg", "docking", NOON, NOON, "up"), Link("leg", "leg", NOON, NOON, "up", "elsewhere"))
    assert len(lines_of(frame_of(replace(plan, links=gone)).rows).bar) == 0


@pytest.mark.parametrize(
    ("lower", "upper", "scroll", "is_seen"),
    [(0.0, 8 * DAY, 0.0, True), (5 * DAY, 8 * DAY, 0.0, False), (0.0, 8 * DAY, 30.0, False)],
)
def test_only_between_bars_in_view(lower: float, upper: float, scroll: float, is_seen: bool) -> None:
    assert bool(marked(drawn(frame_of(going(), lower, upper, scroll)))) is is_seen


def test_a_plan_without_links_draws_none() -> None:
    assert not marked(drawn(frame_of(replace(going(), links=()))))


def test_what_is_selected_stands_out() -> None:
    frame = frame_of(going())
    assert LIGHT.accent in marked(drawn(frame, frozenset({0})))
    assert LIGHT.accent not in marked(drawn(frame))


def test_a_thicket_shows_only_what_is_selected() -> None:
    lanes = [Lane(f"{n}", "lane") for n in range(2)]
    many = tuple(Bar(f"{side}{n}", f"{side}", n, n, n + 1, n + 1) for side in (0, 1) for n in range(links.MOST + 1))
    pairs = tuple(Link(f"0{n}", f"1{n}", n, n) for n in range(links.MOST + 1))
    frame = frame_of(Plan(lanes=tuple(lanes), bars=many, links=pairs), 0, links.MOST + 2)
    assert len(lines_of(frame.rows).in_view(frame)) == links.MOST + 1
    assert not marked(drawn(frame))
    assert LIGHT.accent in marked(drawn(frame, frozenset({5})))


def test_ends_are_kept_as_arrays() -> None:
    lines = lines_of(frame_of(going()).rows)
    assert lines.time.dtype == np.float64
    assert lines.time.tolist() == [[NOON, NOON]]


@pytest.mark.parametrize("is_tie", [True, False])
def test_a_line_stops_for_a_name_and_goes_on_below_it(is_tie: bool) -> None:
    plan = going()
    frame = frame_of(replace(plan, links=(replace(plan.links[0], is_tie=is_tie),)))
    name = QRectF(frame.scale.x(NOON) - 20, frame.row_middle(1) - 6, 60, 12)
    image = drawn(frame, boxes=np.array([name.getCoords()]))
    inked = [
        (x, y) for x in range(LEFT, WIDTH) for y in range(HEIGHT) if image.pixelColor(x, y).name() != LIGHT.surface
    ]
    assert not [at for at in inked if name.adjusted(0, 1, 0, -1).contains(*map(float, at))]
    assert min(y for _x, y in inked) < name.top() < name.bottom() < max(y for _x, y in inked)


def test_in_a_share_of_the_rows_only_that_part_of_a_line_is_drawn() -> None:
    frame = frame_of(going())
    style = Style(LIGHT)
    lines = links.in_view(frame, style, frozenset())
    shares = frame.bands(3)
    assert len(shares) == 3
    whole = drawn(frame)
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    for number, share in enumerate(shares):
        lines.draw(painter, share, style, NO_BOXES)
        rows = {y for y in range(HEIGHT) for x in range(LEFT, WIDTH) if image.pixelColor(x, y).name() != LIGHT.surface}
        assert max(rows) <= frame.row_top(number + 1) + 1
    painter.end()
    inked = [y for y in range(HEIGHT) if len({whole.pixelColor(x, y).name() for x in range(LEFT, WIDTH)}) > 1]
    assert min(inked) <= min(rows) <= max(rows) <= max(inked)
    assert len(rows) >= len(inked) - 4
