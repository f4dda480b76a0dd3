"""The picture of the seeded timeline by command line: exact in range and size, the same twice, none on wrong input."""

import re
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QSaveFile
from PySide6.QtGui import QImage

from tests.desktop.person import Person as Someone
from tracker.__main__ import main
from tracker.models.feed.timeline import plan
from tracker.models.presets import Presets
from tracker.palette import DARK, LIGHT
from tracker.settings import Settings
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.widgets.export.dialog import ExportDialog

TEXT = "{http://www.w3.org/2000/svg}text"
VIEWS = ("mission", "crew", "spacecraft")
pytestmark = pytest.mark.usefixtures("program")


def exported(path: Path, *options: str) -> bytes:
    assert main(["export", "-o", str(path), *options]) == 0
    return path.read_bytes()


def refused(path: Path, *options: str) -> None:
    try:
        code = main(["export", "-o", str(path), *options])
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    assert code == 2


def ticks(path: Path) -> dict[str, float]:
    """Where the texts of a picture begin, by what they say."""
    found = {}
    for element in ElementTree.parse(path).getroot().iter(TEXT):
        found[(element.text or "").strip()] = float(element.get("x", "nan"))
    return found


@pytest.mark.parametrize(
    ("options", "size"),
    [
        (("--size", "1280x720"), (1280, 720)),
        (("--size", "1920x1080"), (1920, 1080)),
        (("--size", "1920x1080", "--scale", "2"), (3840, 2160)),
        (("--size", "1280x720", "--scale", "0.5"), (640, 360)),
    ],
)
def test_the_size_is_what_was_asked_for(options: tuple[str, ...], size: tuple[int, int], tmp_path: Path) -> None:
    exported(tmp_path / "a.png", *options)
    assert QImage(str(tmp_path / "a.png")).size().toTuple() == size


@pytest.mark.parametrize(("view", "theme"), list(product(VIEWS, ("light", "dark"))))
def test_every_view_in_both_themes(view: str, theme: str, tmp_path: Path) -> None:
    options = ("--view", view, "--theme", theme, "--size", "1280x720")
    one = exported(tmp_path / "one.png", *options)
    assert exported(tmp_path / "two.png", *options) == one
    image = QImage(str(tmp_path / "one.png"))
    surface = {"light": LIGHT, "dark": DARK}[theme].surface
    corners = [(0, 0), (1279, 0), (0, 719), (1279, 719)]
    assert {image.pixelColor(*corner).name() for corner in corners} == {surface.lower()}


@pytest.mark.parametrize(("preset", "size"), [("slide", (1920, 1080)), ("a4-portrait", (2480, 3508))])
def test_a_preset_says_the_size_and_what_is_typed_wins(preset: str, size: tuple[int, int], tmp_path: Path) -> None:
    exported(tmp_path / "a.png", "--preset", preset)
    image = QImage(str(tmp_path / "a.png"))
    assert image.size().toTuple() == size
    exported(tmp_path / "b.png", "--preset", preset, "--size", "1280x720", "--font-size", "9", "--theme", "dark")
    small = QImage(str(tmp_path / "b.png"))
    assert (small.size().toTuple(), small.pixelColor(0, 0).name()) == ((1280, 720), DARK.surface)


def test_own_presets_serve_the_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    presets = Presets(Settings())
    presets.keep("Плакат", PictureOptions(size=Size(594, 420, "mm"), dpi=100, theme="print", legend=False))
    exported(tmp_path / "a.png", "--preset", "Плакат")
    image = QImage(str(tmp_path / "a.png"))
    assert image.size().toTuple() == (2339, 1654)
    assert round(image.dotsPerMeterX() * 0.0254) == 100
    with pytest.raises(SystemExit) as leaving:
        main(["export", "--list-presets"])
    assert leaving.value.code == 0
    listed = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    assert listed["Плакат"] == "--size 594x420mm --dpi 100 --theme print --no-legend"
    assert set(listed) == {preset.name for preset in presets.all}


def test_several_pages_are_numbered_files_or_one_document(tmp_path: Path) -> None:
    options = ("--size", "297x100mm", "--pages", "several", "--across", "2", "--dpi", "72")
    assert main(["export", "-o", str(tmp_path / "a.png"), *options]) == 0
    assert main(["export", "-o", str(tmp_path / "a.pdf"), *options]) == 0
    numbered = sorted(path.name for path in tmp_path.glob("*.png"))
    assert numbered[0].removeprefix("a-").removesuffix(".png").lstrip("0") == "1"
    assert len(numbered) > 4
    assert len(re.findall(rb"/Type /Page\b", (tmp_path / "a.pdf").read_bytes())) == len(numbered)


def test_views_and_themes_differ(tmp_path: Path) -> None:
    pictures = {
        exported(tmp_path / "a.png", "--view", view, "--theme", theme)
        for view, theme in product(VIEWS, ("light", "dark"))
    }
    assert len(pictures) == 6


@pytest.mark.parametrize("kind", ["png", "svg", "pdf"])
def test_two_runs_give_the_same_bytes(kind: str, tmp_path: Path) -> None:
    options = ("--from", "2021-10-04", "--to", "2021-10-18", "--title", "Экипаж & “Вызов” <1>")
    assert exported(tmp_path / f"a.{kind}", *options) == exported(tmp_path / f"b.{kind}", *options)


def test_a_title_in_cyrillic_stays_text(tmp_path: Path) -> None:
    title = "Экипаж «Вызова» & <кино>"  # of one script: Qt begins a new element where the script changes
    exported(tmp_path / "a.svg", "--title", title)
    assert title in ticks(tmp_path / "a.svg")


@pytest.mark.parametrize(
    ("start", "end", "lower", "upper"),
    [
        ("2021-10-05", "2021-10-17", 1633392000, 1634515200),
        ("2021-10-05T12:00Z", "2021-10-05T13:00Z", 1633435200, 1633438800),
        ("2021-10-05T12:22Z", "2021-10-06", 1633436520, 1633564800),
        ("2021-10", "2021-10", 1633046400, 1635724800),
        ("1957", "2021", -410227200, 1640995200),
    ],
)
def test_the_range_is_what_was_asked_for(
    start: str, end: str, lower: int, upper: int, tmp_path: Path, person: Someone, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By command line and by dialog alike: from the first second of the one to the last of the other."""
    asked = []
    monkeypatch.setattr("tracker.cli.picture.write", lambda plan, path, options: asked.append(options))
    assert main(["export", "-o", str(tmp_path / "a.png"), "--from", start, "--to", end]) == 0
    assert (asked[0].lower, asked[0].upper) == (lower, upper)
    frame = sheets_of(plan(person.book), asked[0])[0].frame
    assert frame.scale.x(float(lower)) == pytest.approx(frame.plot.left(), abs=0.01)
    assert frame.scale.x(float(upper)) == pytest.approx(frame.plot.right(), abs=0.01)
    person.press("export")
    dialog = person.window.findChildren(ExportDialog)[-1]
    typed = {"range": "typed", "from": start.replace("T", " "), "to": end.replace("T", " ")}
    dialog.form.bring_back(typed)
    options = dialog.form.options()
    assert (options.lower, options.upper) == (lower, upper)
    dialog.reject()


def test_a_failure_keeps_the_old_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.png"
    path.write_bytes(b"the old one")
    monkeypatch.setattr(QSaveFile, "commit", lambda self: False)
    refused(path)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize(
    "options",
    [
        ("--size", "0x0"),
        ("--size", "1280x10"),
        ("--size", "99999x99999"),
        ("--scale", "0"),
        ("--scale", "nan"),
        ("--theme", "pink"),
        ("--view", "nobody"),
        ("--from", "soon"),
        ("--from", "2021-10-05", "--to", "2021-10-04"),
        ("--from", "2021-10-05T12:22Z", "--to", "2021-10-05T12:22Z"),
        ("--from", "unknown"),
        ("--lang", "xx"),
        ("--range", "visible"),
        ("--preset", "nobody’s"),
        ("--preset", "a4-portrait", "--scale", "2"),
        ("--size", "1280x720", "--dpi", "300"),
        ("--size", "297x210cm"),
        ("--font-size", "6"),
        ("--font-size", "8"),
        ("--pages", "two"),
        ("--across", "0"),
    ],
)
def test_wrong_input_writes_nothing(
    options: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    refused(tmp_path / "a.png", *options)
    said = capsys.readouterr()
    assert (said.out, said.err.count("\n")) == ("", 1)
    assert re.match(r"mission-tracker( export)?: ", said.err)
    assert list(tmp_path.iterdir()) == []
