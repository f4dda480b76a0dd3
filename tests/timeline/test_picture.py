"""The picture files: right range, whole, text kept, the same bytes twice, old file kept on failure."""

import ast
import re
import shutil
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSaveFile, QSize
from PySide6.QtGui import QColor, QImage

from tracker.palette import LIGHT
from tracker.timeline.pictures import layout, pages, sheet
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export, sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions, span_of
from tracker.timeline.plans.plan import DAY, Bar, Lane, Plan

from .conftest import T0

pytestmark = pytest.mark.usefixtures("qapp")
FORMATS = ("png", "svg", "pdf")


def page_of(plan: Plan, options: PictureOptions) -> sheet.Sheet:
    """The only page."""
    [page] = sheets_of(plan, options)
    return page


@pytest.mark.parametrize("kind", FORMATS)
def test_two_runs_give_the_same_bytes(plan: Plan, tmp_path: Path, kind: str) -> None:
    export(plan, tmp_path / f"one.{kind}")
    now = time.time()
    while int(time.time()) == int(now):  # a clock in the file would show
        pass
    export(plan, tmp_path / f"two.{kind}")
    assert (tmp_path / f"one.{kind}").read_bytes() == (tmp_path / f"two.{kind}").read_bytes()


def test_a_png_has_its_size_scale_and_resolution(plan: Plan, tmp_path: Path) -> None:
    export(plan, tmp_path / "one.png", PictureOptions(size=Size(800, 400)))
    export(plan, tmp_path / "two.png", PictureOptions(size=Size(800, 400), scale=2))
    one, two = QImage(str(tmp_path / "one.png")), QImage(str(tmp_path / "two.png"))
    assert (one.size(), two.size()) == (QSize(800, 400), QSize(1600, 800))
    assert [round(image.dotsPerMeterX() * 0.0254) for image in (one, two)] == [96, 192]


def test_the_range_is_exact_to_the_pixel(tmp_path: Path) -> None:
    bars = tuple(Bar(str(n), "lane", t, t, t + DAY, t + DAY, slot=0) for n, t in ((0, T0), (1, T0 + 9 * DAY)))
    plan = Plan(lanes=(Lane("lane", "Lane"),), bars=bars, slots=("V",), home=(T0 - 20 * DAY, T0 + 20 * DAY))
    options = PictureOptions(size=Size(1000, 300), lower=T0, upper=T0 + 10 * DAY)
    export(plan, tmp_path / "range.png", options)
    frame = page_of(plan, options).frame
    image, y = QImage(str(tmp_path / "range.png")), round(frame.row_top(0.5))
    blue = [x for x in range(1000) if image.pixelColor(x, y) == QColor(LIGHT.vessels[0])]
    assert abs(min(blue) - frame.plot.left()) <= 1
    assert abs(max(blue) + 1 - frame.plot.right()) <= 1


def test_text_stays_text_in_svg(plan: Plan, tmp_path: Path) -> None:
    export(plan, tmp_path / "plan.svg")
    root = ElementTree.parse(tmp_path / "plan.svg").getroot()
    texts = {(element.text or "").strip() for element in root.iter("{http://www.w3.org/2000/svg}text")}
    assert {"Экспедиция 65", "Пётр Дубров", "Станция", "Docking", "UTC", "5 Oct 2021"} <= texts
    assert "Source: “A source”, a publisher" in texts


def test_an_svg_is_small_and_as_wide_as_asked(plan: Plan, tmp_path: Path) -> None:
    export(plan, tmp_path / "plan.svg", PictureOptions(size=Size(1000, 400)))
    content = (tmp_path / "plan.svg").read_text()
    assert re.search(r'<svg width="1000" height="400"', content)
    assert max(part.count("<stop ") for part in content.split("</linearGradient>")) <= 4


def test_an_svg_tells_seconds_apart_half_a_century_after_1970(tmp_path: Path) -> None:
    bars = tuple(Bar(str(n), "lane", T0 + n, T0 + n, T0 + n + 0.5, T0 + n + 0.5) for n in range(200))
    export(Plan(lanes=(Lane("lane", "Lane"),), bars=bars, home=(T0, T0 + 200)), tmp_path / "many.svg")
    places = re.findall(r'<path [^>]*d="M([\d.]+),', (tmp_path / "many.svg").read_text())
    assert len(set(places)) >= 200


def test_text_stays_text_in_pdf(plan: Plan, tmp_path: Path) -> None:
    tool = shutil.which("pdftotext")
    if tool is None:
        pytest.skip("pdftotext is not installed here")
    export(plan, tmp_path / "plan.pdf")
    text = subprocess.run([tool, str(tmp_path / "plan.pdf"), "-"], capture_output=True, check=True).stdout.decode()
    assert all(part in text for part in ("Экспедиция 65", "Пётр Дубров", "Станция", "Docking", "UTC"))


def test_a_pdf_is_one_page_of_the_right_size(plan: Plan, tmp_path: Path) -> None:
    export(plan, tmp_path / "plan.pdf", PictureOptions(size=Size(800, 400)))
    content = (tmp_path / "plan.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert re.search(rb"/MediaBox \[0 0 600(\.0+)? 300(\.0+)?\]", content)
    assert len(re.findall(rb"/Type /Page\b", content)) == 1


def test_nothing_of_a_long_text_is_lost(plan: Plan, tmp_path: Path) -> None:
    words = " ".join(f"word{n}" for n in range(120))
    options = PictureOptions(size=Size(600, 0))
    page = page_of(replace(plan, sources=(words, "x" * 400)), options)
    joined = " ".join(page.around.footer)
    assert words in joined.replace("Source: ", "")
    assert "x" * 400 in "".join(page.around.footer)
    assert page.frame.plot.bottom() + page.around.below <= page.height


def test_lanes_shrink_to_the_height_then_groups_collapse_and_at_last_it_is_said(plan: Plan) -> None:
    page = page_of(plan, PictureOptions(size=Size(900, 300)))
    assert page.frame.row_top(page.frame.rows.count) <= page.frame.plot.bottom()
    assert page.frame.row_height >= pages.LOWEST_ROW
    with pytest.raises(ValueError, match="do not fit") as refusal:
        page_of(plan, PictureOptions(size=Size(900, 200)))
    [needed] = re.findall(r"(\d+) pixels high", str(refusal.value))
    least = page_of(plan, PictureOptions(size=Size(900, int(needed))))
    assert least.frame.row_height == layout.LOWEST_SMALL_ROW
    assert least.style.plain.font.pixelSize() == 11
    assert least.frame.rows.count < page.frame.rows.count
    assert any(lane.is_collapsed for lane in least.frame.rows.plan.lanes)
    assert "Groups are collapsed" in " ".join(least.around.footer)
    with pytest.raises(ValueError, match="do not fit"):
        page_of(plan, PictureOptions(size=Size(900, int(needed) - 1)))


def test_only_what_is_used_is_in_the_legend(plan: Plan) -> None:
    everything = {entry.text for line in page_of(plan, PictureOptions()).around.legend for _, entry in line}
    assert {"Station", "event", "planned", "some time within the fade", "end not known"} <= everything
    options = PictureOptions(lower=T0 + 2.5 * DAY, upper=T0 + 2.9 * DAY)
    few = {entry.text for line in page_of(plan, options).around.legend for _, entry in line}
    assert few == {"Station"}


def test_what_lies_outside_is_counted(plan: Plan) -> None:
    options = PictureOptions(lower=T0 + 2.5 * DAY, upper=T0 + 2.9 * DAY)
    assert "3 entries lie outside the time shown." in " ".join(page_of(plan, options).around.footer)
    later = PictureOptions(lower=T0 + 0.7 * DAY, upper=T0 + 2.9 * DAY)
    named = replace(plan, bars=tuple(bar for bar in plan.bars if bar.key in ("stay", "docking", "soft")))
    assert "Outside the time shown: Docking, Landing." in " ".join(page_of(named, later).around.footer)
    assert not any("outside" in line.lower() for line in page_of(plan, PictureOptions(range="all")).around.footer)


def test_the_range_is_home_or_all_or_what_is_chosen(plan: Plan) -> None:
    assert span_of(plan, PictureOptions()) == plan.home
    lower, upper = span_of(plan, PictureOptions(range="all"))
    assert lower < plan.extent[0] < plan.extent[1] < upper
    assert span_of(plan, PictureOptions(lower=T0)) == (T0, plan.home[1])
    with pytest.raises(ValueError, match="later"):
        span_of(plan, PictureOptions(lower=T0, upper=T0))


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("picture.gif", PictureOptions(), r"\.png, \.svg or \.pdf"),
        ("none/picture.png", PictureOptions(), "no folder"),
        ("picture.png", PictureOptions(size=Size(40_000, 400)), "too many"),
        ("picture.png", PictureOptions(size=Size(30_000, 30_000)), "too many"),
        ("picture.png", PictureOptions(size=Size(100, 100)), "at least"),
        ("picture.png", PictureOptions(scale=0), "Scale"),
        ("picture.png", PictureOptions(theme="pink"), "pink"),
    ],
)
def test_what_cannot_be_is_said(plan: Plan, tmp_path: Path, name: str, options: PictureOptions, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        export(plan, tmp_path / name, options)
    assert list(tmp_path.iterdir()) == []


def test_a_failure_keeps_the_old_file(plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(b"the old picture")
    monkeypatch.setattr(QSaveFile, "commit", lambda self: False)
    with pytest.raises(OSError, match=r"plan\.png"):
        export(plan, path)
    assert path.read_bytes() == b"the old picture"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_in_the_way_is_said(plan: Plan, tmp_path: Path) -> None:
    (tmp_path / "plan.png").mkdir()
    with pytest.raises(OSError, match=r"plan\.png"):
        export(plan, tmp_path / "plan.png")


def imported_with(module: str, *names: str) -> list[str]:
    """Which of the named packages a fresh interpreter has after importing a module."""
    code = f"import sys, {module}; print([n for n in sys.modules if n.startswith({names!r})])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    return [str(name) for name in ast.literal_eval(done.stdout)]


def test_nothing_of_the_window_is_needed() -> None:
    assert imported_with("tracker.timeline.pictures.picture", "pyqtgraph", "PySide6.QtWidgets") == []


def test_a_plan_needs_no_qt() -> None:
    assert imported_with("tracker.timeline.plans.plan", "PySide6", "numpy") == []
