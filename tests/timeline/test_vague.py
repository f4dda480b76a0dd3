"""What is vague beyond a fade is told apart without its colour: about, not earlier, not later, before and after."""

from math import inf

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from tracker.domain import edtf
from tracker.domain.times import VagueTime
from tracker.palette import DARK, LIGHT, Palette
from tracker.timeline.drawing import bars, legend, vague
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.paint import bar_at
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look, Plan, instant
from tracker.timeline.times.scale import fitting

from .dates_plan import dates_plan

pytestmark = pytest.mark.usefixtures("qapp")
LEFT, WIDTH, LANE = 100, 900, 24.0


def frame_of(*made: Bar, lower: float = 0.0, upper: float = 8 * DAY, lane: float = LANE) -> Frame:
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=made)
    rows = arrange(plan, 1.0, lambda text: 6.0 * len(text))
    return Frame(rows, fitting(lower, upper, LEFT, WIDTH - LEFT), 0, 0, LEFT, 80, lane)


def placed(*made: Bar, **more: float) -> Placed:
    one = bars.placed(frame_of(*made, **more), 0)
    assert one is not None
    return one


def said(text: str) -> tuple[VagueTime | None, VagueTime | None]:
    return edtf.read(text), edtf.read(text)


def pixels(bar: Bar, palette: Palette = LIGHT, lane: float = LANE) -> bytes:
    """One bar alone, in grey."""
    style = Style(palette)
    image = QImage(WIDTH, 80, QImage.Format.Format_RGB32)
    image.fill(QColor(palette.surface))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    bars.draw(painter, style, placed(bar, lane=lane))
    painter.end()
    return bytes(image.convertToFormat(QImage.Format.Format_Grayscale8).constBits())


KINDS = {
    "exact": instant("a", "lane", 4 * DAY, 4 * DAY),
    "about": instant("a", "lane", 4 * DAY - 60, 4 * DAY + 120, said=said("1970-01-05T00:00Z~")),
    "not earlier": instant("a", "lane", 4 * DAY, inf, said=said("1970-01-05/..")),
    "not later": instant("a", "lane", -inf, 4 * DAY, said=said("../1970-01-04")),
    "before": instant("a", "lane", -inf, 4 * DAY, said=said("before:b")),
    "after": instant("a", "lane", 4 * DAY, inf, said=said("after:b")),
    "not earlier than about": instant("a", "lane", 4 * DAY, inf, said=said("1970-01-06~/..")),
}


@pytest.mark.parametrize("lane", [LANE, 16.0])
@pytest.mark.parametrize("palette", [LIGHT, DARK])
@pytest.mark.parametrize("look", [Look.ACTUAL, Look.PLANNED, Look.RUMOURED])  # no event looks like a count
def test_every_kind_differs_in_grey_and_in_low_lanes(palette: Palette, look: Look, lane: float) -> None:
    drawn = {pixels(_with(bar, look), palette, lane) for bar in KINDS.values()}
    assert len(drawn) == len(KINDS)


def _with(bar: Bar, look: Look) -> Bar:
    return instant(bar.key, bar.lane, bar.start_lower, bar.end_upper, look=look, said=bar.said)


def test_not_earlier_is_flat_at_its_time_and_reaches_to_the_edge() -> None:
    right, left = placed(KINDS["not earlier"]), placed(KINDS["not later"])
    assert (right.open_side, left.open_side) == ("right", "left")
    assert (right.wall, left.wall) == pytest.approx((500, 500))
    assert (right.reach, left.reach) == (WIDTH - 1, LEFT + 1)


def test_where_only_what_is_possible_is_in_view_the_line_goes_all_through() -> None:
    later = {"lower": 6 * DAY, "upper": 7 * DAY}
    assert placed(KINDS["not earlier"], **later).left == "cut"
    assert bars.placed(frame_of(KINDS["not later"], **later), 0) is None
    assert bars.placed(frame_of(KINDS["not earlier"], lower=0, upper=DAY), 0) is None


def test_half_a_diamond_is_found_by_the_mouse() -> None:
    frame = frame_of(KINDS["not earlier"])
    one = bar_at(frame, 503, frame.row_middle(0))
    assert one is not None
    assert one.open_side == "right"


def test_a_wave_is_as_wide_as_what_is_about_right() -> None:
    day = said("1970-01-03~")
    assert list(vague._about(placed(instant("a", "lane", DAY, 4 * DAY, said=day)))) == [(200, 500)]
    stay = Bar("a", "lane", DAY, 4 * DAY, 6 * DAY, 6 * DAY, said=(day[0], None))
    assert list(vague._about(placed(stay))) == [(200, 500)]
    assert not vague.is_about(placed(stay, lower=5 * DAY))
    ((left, right),) = vague._about(placed(KINDS["about"]))
    assert right - left >= vague.LEAST


def test_the_legend_names_each_kind_that_is_used() -> None:
    everything = {entry.text for entry in legend.entries(sheets_of(dates_plan(), PictureOptions())[0].frame)}
    one = {entry.text for entry in legend.entries(frame_of(KINDS["exact"]))}
    vague_words = {"about", "not earlier than", "not later than", "before or after another event"}
    assert vague_words | {"some time within the fade", "earlier plan", "slip from the first plan", "goes on to"} <= (
        everything
    )
    assert one == {"event"}
    for name, text in (("about", "about"), ("not earlier", "not earlier than"), ("not later", "not later than")):
        assert text in {entry.text for entry in legend.entries(frame_of(KINDS[name]))}
    assert {entry.text for entry in legend.entries(frame_of(KINDS["before"]))} == {"before or after another event"}


PRECISIONS = ("2021-10-05T12:22:30Z", "2021-10-05T12:22Z", "2021-10-05T12Z", "2021-10-05", "2021-10", "2021")


@pytest.mark.parametrize("year", [1900, 1957, 1970, 2021, 2100])
@pytest.mark.parametrize("text", PRECISIONS)
def test_every_precision_is_as_wide_as_it_is_in_every_year(text: str, year: int) -> None:
    lower, upper = _bounds(f"{year}{text[4:]}")
    bar, margin = instant("a", "lane", lower, upper), (upper - lower) / 10
    scale = frame_of(bar, lower=lower - margin, upper=upper + margin).scale
    one = placed(bar, lower=lower - margin, upper=upper + margin)
    assert one.rect.width() * scale.seconds_per_pixel == pytest.approx(upper - lower, abs=0.01)
    assert scale.time(one.rect.left()) == pytest.approx(lower, abs=scale.seconds_per_pixel / 100)
    assert [alpha for _x, alpha in one.stops] == [0.0, 1.0, 0.0]


def _bounds(text: str) -> tuple[float, float]:
    time = edtf.read(text)
    assert time is not None
    bounds = time.bounds()
    assert bounds.lower is not None
    assert bounds.upper is not None
    return float(bounds.lower), float(bounds.upper)
