"""The files themselves: the same bytes wherever they are made, the range to the pixel, old files kept, the same
picture in every program.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from tracker.domain.times import seconds
from tracker.palette import LIGHT
from tracker.timeline.drawing.style import family
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export, sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Bar, Lane, Plan

pytestmark = pytest.mark.usefixtures("qapp")
FORMATS = ("png", "svg", "pdf")
PROCESS = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from tests.timeline.conftest import small_plan
from tracker.timeline.pictures.picture import export
for kind in ("png", "svg", "pdf"):
    export(small_plan(), f"{sys.argv[1]}/plan.{kind}")
"""
FULL = """
import resource, sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from tests.timeline.conftest import small_plan
from tracker.timeline.pictures.picture import export
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
try:
    export(small_plan(), sys.argv[1])
except OSError as error:
    print(error)
"""
KILLED = """
import os, signal, sys
from PySide6.QtCore import QSaveFile
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
from tests.timeline.conftest import small_plan
from tracker.timeline.pictures.picture import export
QSaveFile.commit = lambda file: os.kill(os.getpid(), signal.SIGKILL)
export(small_plan(), sys.argv[1])
"""


def run(code: str, argument: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", code, str(argument)],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_other_surroundings_give_the_same_bytes(tmp_path: Path) -> None:
    surroundings: tuple[dict[str, str], ...] = (
        {},
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "2", "TZ": "Asia/Kolkata", "LC_ALL": "C", "QT_SCALE_FACTOR": "2", "QT_FONT_DPI": "200"},
        {"TZ": "Atlantis/Lost_City"},  # of which Qt makes no date at all
    )
    found = []
    for number, environment in enumerate(surroundings):
        folder = tmp_path / str(number)
        folder.mkdir()
        assert run(PROCESS, folder, **environment).returncode == 0
        found.append([hashlib.sha256((folder / f"plan.{kind}").read_bytes()).digest() for kind in FORMATS])
    assert found == [found[0]] * len(surroundings)


@pytest.mark.parametrize(("width", "scale"), [(600, 1.0), (1601, 1.0), (1000, 2.0), (777, 1.5)])
@pytest.mark.parametrize(
    ("first", "last"), [("1900-01-01", "2100-12-31"), ("1961-04-12", "1961-04-13"), ("2021-10-05", "2021-10-17")]
)
def test_the_first_and_the_last_second_are_the_first_and_the_last_pixel(
    tmp_path: Path, width: int, scale: float, first: str, last: str
) -> None:
    lower, upper = (float(seconds(datetime.fromisoformat(day).replace(tzinfo=UTC))) for day in (first, last))
    plan = Plan(
        lanes=(Lane("lane", "Lane"),), bars=(Bar("all", "lane", lower, lower, upper, upper, slot=0),), slots=("V",)
    )
    options = PictureOptions(size=Size(width, 300), scale=scale, lower=lower, upper=upper)
    export(plan, tmp_path / "range.png", options)
    image, frame = QImage(str(tmp_path / "range.png")), sheets_of(plan, options)[0].frame
    y = round(frame.row_top(0.5) * scale)
    blue = [x for x in range(image.width()) if image.pixelColor(x, y) == QColor(LIGHT.vessels[0])]
    assert abs(min(blue) - frame.plot.left() * scale) <= 1
    assert abs(max(blue) + 1 - frame.plot.right() * scale) <= 1


@pytest.mark.parametrize("kind", FORMATS)
def test_a_full_disk_keeps_the_old_file(tmp_path: Path, kind: str) -> None:
    path = tmp_path / f"plan.{kind}"
    path.write_bytes(b"the old picture")
    done = run(FULL, path)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{path.name}” could not be written: File too large." in done.stdout
    assert path.read_bytes() == b"the old picture"
    assert list(tmp_path.iterdir()) == [path]


def test_an_export_that_is_killed_keeps_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "plan.png"
    path.write_bytes(b"the old picture")
    assert run(KILLED, path).returncode < 0
    assert path.read_bytes() == b"the old picture"


def test_letters_are_shapes_if_so_chosen(plan: Plan, tmp_path: Path) -> None:
    for outlines in (False, True):
        for kind in ("svg", "pdf"):
            export(plan, tmp_path / f"{outlines}.{kind}", PictureOptions(outlines=outlines))
    assert "<text" in (tmp_path / "False.svg").read_text()
    assert f'font-family="{family()}, sans-serif"' in (tmp_path / "False.svg").read_text()
    assert "<text" not in (tmp_path / "True.svg").read_text()
    assert b"/FontFile" in (tmp_path / "False.pdf").read_bytes()
    assert b"/FontFile" not in (tmp_path / "True.pdf").read_bytes()


def test_the_time_of_making_is_told_only_when_asked_for(plan: Plan, tmp_path: Path) -> None:
    stamped = PictureOptions(stamp=True)
    footers = [" ".join(sheets_of(plan, options)[0].around.footer) for options in (PictureOptions(), stamped)]
    assert ["Made " in footer for footer in footers] == [False, True]
    begun = datetime.now(UTC).replace(microsecond=0)
    for kind in FORMATS:
        export(plan, tmp_path / f"plan.{kind}", stamped)
    pdf = (tmp_path / "plan.pdf").read_bytes()
    made = (
        parsedate_to_datetime(QImage(str(tmp_path / "plan.png")).text("Creation Time")),
        datetime.strptime(re.findall(rb"/CreationDate \(D:(\d+)Z\)", pdf)[0].decode(), "%Y%m%d%H%M%S").replace(
            tzinfo=UTC
        ),
        datetime.fromisoformat(re.findall(rb'xmp:CreateDate="([^"]+)"', pdf)[0].decode()),
        datetime.fromisoformat(re.findall(r"<dc:date[^>]*>([^<]+)<", (tmp_path / "plan.svg").read_text())[0]),
    )
    assert all(begun <= time <= datetime.now(UTC) for time in made)


@pytest.mark.parametrize("stamp", [False, True])
def test_a_pdf_lists_its_parts_where_they_are(plan: Plan, tmp_path: Path, stamp: bool) -> None:
    export(plan, tmp_path / "plan.pdf", PictureOptions(stamp=stamp))
    content = (tmp_path / "plan.pdf").read_bytes()
    table = int(re.findall(rb"startxref\s+(\d+)", content)[0])
    assert content[table:].startswith(b"xref")
    places = [int(place) for place in re.findall(rb"(\d{10}) \d{5} n", content[table:])]
    assert len(places) > 9
    for number, place in enumerate(places, 1):
        assert content[place:].startswith(b"%d 0 obj" % number)
    for stream in re.finditer(rb"/Length (\d+)\n>>\nstream\n", content):
        assert content[stream.end() + int(stream[1]) :].lstrip().startswith(b"endstream")


def rsvg(path: Path, out: Path) -> list[str]:
    return ["rsvg-convert", str(path.with_suffix(".svg")), "-o", str(out)]


def poppler(path: Path, out: Path) -> list[str]:
    return ["pdftoppm", "-r", "96", "-png", "-singlefile", str(path.with_suffix(".pdf")), str(out.with_suffix(""))]


def chromium(path: Path, out: Path) -> list[str]:
    flags = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"
    more = f"--disable-component-update --disable-sync --hide-scrollbars --user-data-dir={out.parent / 'profile'}"
    size, page = "--window-size=1000,420", path.with_suffix(".svg").as_uri()
    return ["chromium", *flags.split(), *more.split(), size, f"--screenshot={out}", page]


@pytest.mark.parametrize("outlines", [False, True], ids=["text", "outlines"])
@pytest.mark.parametrize("command", [rsvg, poppler, chromium])
def test_other_programs_show_the_same_picture(plan: Plan, tmp_path: Path, command: object, outlines: bool) -> None:
    assert callable(command)
    path, out = tmp_path / "plan.png", tmp_path / "out.png"
    line = command(path, out)
    if shutil.which(line[0]) is None:
        pytest.skip(f"{line[0]} is not installed here")
    for kind in FORMATS:
        export(plan, path.with_suffix(f".{kind}"), PictureOptions(size=Size(1000, 420), outlines=outlines))
    subprocess.run(line, check=True, capture_output=True, timeout=120)
    ours, theirs = QImage(str(path)), QImage(str(out))
    assert theirs.size() == QSize(1000, 420)
    assert difference(ours, theirs) < 1.5  # of 255, on average; a missing bar makes 2, another range 10
    assert difference(blurred(ours), blurred(theirs), most=True) < 60


def blurred(image: QImage) -> QImage:
    """Each tenth pixel as the mean of those around: letters and edges are smoothed otherwise by each program."""
    from PySide6.QtCore import Qt

    return image.scaled(100, 42, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def difference(one: QImage, other: QImage, most: bool = False) -> float:
    parts = [image.convertToFormat(QImage.Format.Format_RGB32) for image in (one, other)]
    bytes_ = [np.frombuffer(image.constBits(), dtype=np.uint8).astype(int) for image in parts]
    apart = np.abs(bytes_[0] - bytes_[1])
    return float(apart.max() if most else apart.mean())
