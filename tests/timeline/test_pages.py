"""A picture over several pages: every row once, headings and axis repeated, stretches of time that join exactly."""

from dataclasses import replace
from itertools import pairwise

import pytest

from tracker.timeline.drawing import column
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.pictures.sheet import Sheet
from tracker.timeline.plans.plan import DAY, Bar, Lane, Plan, instant

from .conftest import T0

pytestmark = pytest.mark.usefixtures("qapp")
SIZE = Size(900, 420)


def long_plan(lanes: int = 40, stacked: int = 30) -> Plan:
    """A group with many lanes, and in it one that stacks higher than a page."""
    names = [Lane(f"lane {n}", f"Lane {n}", 1) for n in range(lanes)]
    bars = [Bar(f"bar {n}", f"lane {n}", T0, T0, T0 + DAY, T0 + DAY, label=f"bar {n}") for n in range(lanes)]
    heap = [
        instant(f"event {n}", "heap", T0 + n, T0 + n + DAY, label=f"event {n} with a long name") for n in range(stacked)
    ]
    return Plan(
        title="Much",
        lanes=(Lane("group", "Group", is_group=True), *names, Lane("heap", "Heap", 1, stacks=True)),
        bars=(*bars, *heap),
        home=(T0 - DAY, T0 + 3 * DAY),
    )


def pages_of(**more: object) -> list[Sheet]:
    return sheets_of(long_plan(), PictureOptions(size=SIZE, pages="several", **more))  # type: ignore[arg-type]


def test_every_bar_is_on_one_page_and_fits_it() -> None:
    pages = pages_of()
    assert len(pages) > 3
    keys = [bar.key for page in pages for bar in page.frame.rows.bars]
    assert sorted(keys) == sorted(bar.key for bar in long_plan().bars)
    for page in pages:
        assert page.frame.row_top(page.frame.rows.count) <= page.frame.plot.bottom()
        assert page.frame.plot.bottom() + page.around.below <= page.height
        assert (page.width, page.height) == SIZE.pixels


def test_headings_and_cut_lanes_go_on() -> None:
    first, *others = pages_of()
    assert [lane.name for lane in first.frame.rows.plan.lanes][:2] == ["Group", "Lane 0"]
    for page in others:
        heading, lane = page.frame.rows.plan.lanes[:2]
        assert heading.name == "Group, continued"
        assert lane.key.startswith("lane") or lane.name in ("Heap", "Heap, continued")
    assert any(lane.name == "Heap, continued" for page in others for lane in page.frame.rows.plan.lanes)


def test_names_that_go_on_are_whole() -> None:
    for page in pages_of():
        assert column.width_of(page.frame.rows.plan, page.style, 1000.0) <= page.frame.column


def test_what_no_picture_could_stack_becomes_bands_with_their_count() -> None:
    heap = [instant(f"{n}", "heap", T0 + n, T0 + n, label=f"event {n}") for n in range(3000)]
    plan = Plan(lanes=(Lane("heap", "Heap", stacks=True),), bars=tuple(heap), home=(T0 - 9 * DAY, T0 + 9 * DAY))
    [page] = sheets_of(plan, PictureOptions(size=SIZE, pages="several"))
    assert page.frame.rows.count == 1
    assert len(page.frame.rows.bars) == 3000
    assert any(entry.text == "many together, and how many" for line in page.around.legend for _x, entry in line)


def test_lanes_that_have_no_room_to_stack_have_a_row_each_and_it_is_said() -> None:
    heap = [instant(f"{lane} {n}", str(lane), T0 + n, T0 + n + DAY) for lane in range(9) for n in range(3)]
    plan = Plan(lanes=tuple(Lane(f"{n}", f"Lane {n}", stacks=True) for n in range(9)), bars=tuple(heap))
    high, low = (sheets_of(plan, PictureOptions(size=Size(900, height), range="all"))[0] for height in (800, 350))
    assert (high.frame.rows.count, low.frame.rows.count) == (27, 9)
    assert sorted(bar.key for bar in low.frame.rows.bars) == sorted(bar.key for bar in heap)
    said = ["lies in one row" in " ".join(page.around.footer) for page in (high, low)]
    assert said == [False, True]


def test_no_heading_is_left_alone_at_the_foot() -> None:
    lanes = [Lane(f"{n}", f"Lane {n}", n % 8 > 0, is_group=n % 8 == 0) for n in range(64)]
    bars = [Bar(f"{n}", f"{n}", T0, T0, T0 + DAY, T0 + DAY) for n in range(64)]
    plan = Plan(lanes=tuple(lanes), bars=tuple(bars), home=(T0, T0 + DAY))
    for height in range(300, 500, 24):
        for page in sheets_of(plan, PictureOptions(size=Size(900, height), pages="several"))[:-1]:
            assert not page.frame.rows.plan.lanes[-1].is_group


def test_groups_that_are_collapsed_or_have_no_lanes_below_fill_a_page_as_lanes_do() -> None:
    lanes = [Lane(f"{n}", f"Lane {n}", is_group=True, is_collapsed=n % 2 > 0) for n in range(60)]
    bars = [Bar(f"{n}", f"{n}", T0, T0, T0 + DAY, T0 + DAY) for n in range(60)]
    plan = Plan(lanes=tuple(lanes), bars=tuple(bars), home=(T0, T0 + DAY))
    assert len(sheets_of(plan, PictureOptions(size=Size(900, 900), pages="several"))) < 4


def test_a_lane_of_some_rows_is_not_cut() -> None:
    lanes = [Lane(f"{n}", f"Lane {n}", stacks=True) for n in range(40)]
    bars = [instant(f"{n} {k}", f"{n}", T0, T0, label="at one moment") for n in range(40) for k in range(3)]
    plan = Plan(lanes=tuple(lanes), bars=tuple(bars), home=(T0, T0 + DAY))
    for height in range(400, 500, 24):
        pages = sheets_of(plan, PictureOptions(size=Size(900, height), pages="several"))
        assert len(pages) > 1
        assert [lane.name for page in pages for lane in page.frame.rows.plan.lanes] == [lane.name for lane in lanes]


def test_pages_across_share_the_range_exactly() -> None:
    pages = pages_of(across=3)
    assert len(pages) % 3 == 0
    ends = [(page.frame.scale.start, page.frame.scale.end) for page in pages[:3]]
    assert (ends[0][0], ends[-1][1]) == pytest.approx(long_plan().home)
    for (_start, end), (start, _end) in pairwise(ends):
        assert end == pytest.approx(start, abs=1e-3)
    for page in pages[:3]:
        assert page.frame.rows.plan.lanes == pages[0].frame.rows.plan.lanes
        assert page.frame.plot.left() == pages[0].frame.plot.left()


def test_pages_are_numbered_and_one_page_is_not() -> None:
    pages = pages_of()
    assert [page.number for page in pages] == [f"Page {n} of {len(pages)}" for n in range(1, len(pages) + 1)]
    [only] = sheets_of(long_plan(3, 0), PictureOptions(size=SIZE, pages="several"))
    assert only.number == ""


def test_a_picture_as_high_as_needed_is_one_page() -> None:
    [page] = sheets_of(long_plan(), PictureOptions(size=Size(900), pages="several"))
    assert page.frame.rows.count > 60


def test_too_many_pages_are_refused() -> None:
    with pytest.raises(ValueError, match=r"pages are too many"):
        sheets_of(long_plan(400), PictureOptions(size=Size(900, 300), pages="several", across=60))


def test_text_size_makes_everything_larger_alike() -> None:
    plain, large = (
        sheets_of(long_plan(8, 0), PictureOptions(size=size, font_size=points))[0]
        for size, points in ((Size(900, 500), 9.0), (Size(1800, 1000), 18.0))
    )
    assert large.zoom == 2.0
    assert large.frame.plot == plain.frame.plot
    assert large.frame.scale == plain.frame.scale


def test_sources_take_a_fifth_of_a_page_at_most() -> None:
    plan = long_plan(4, 0)
    sources = tuple(f"“Article {n}”, a publisher" for n in range(60))
    [page] = sheets_of(replace(plan, sources=sources), PictureOptions(size=Size(900, 500)))
    cited = [line for line in page.around.footer if line.startswith("Source: ")]
    assert page.around.footer[-1] == f"And {60 - len(cited)} more sources."
    assert 2 <= len(cited) <= 6
    [without] = sheets_of(replace(plan, sources=sources), PictureOptions(size=Size(900, 500), sources=False))
    assert not any("ource" in line for line in without.around.footer)
