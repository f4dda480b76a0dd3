"""A picture that cannot be made: one sentence, exit 2, and the old file is as it was."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tracker.__main__ import main
from tracker.seeds import seed_edit
from tracker.store import Store

OLD = b"the old picture"
FULL = """
import resource, sys
from tracker.__main__ import main
resource.setrlimit(resource.RLIMIT_FSIZE, (4000, 4000))
sys.exit(main(["export", sys.argv[1], "-o", sys.argv[2]]))
"""

BROUGHT = """
import sys
from tracker.__main__ import main
code = main(["export", sys.argv[1], "-o", sys.argv[2]])
print(*sys.modules)
sys.exit(code)
"""


def refused(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """The one line that says why."""
    try:
        code = main(["export", *argv])
    except SystemExit as leaving:  # argparse's way
        code = int(leaving.code or 0)
    printed = capsys.readouterr()
    assert (code, printed.out, printed.err.count("\n")) == (2, "", 1)
    return printed.err


@pytest.mark.parametrize(
    ("name", "options", "words"),
    [
        ("plan.gif", (), "“plan.gif” must end in .png, .svg or .pdf"),
        ("plan", (), "“plan” must end in .png, .svg or .pdf"),
        ("plan.png", ("--size", "40000x1000"), "40000 × 1000 pixels are too many"),
        ("plan.png", ("--size", "1600x900", "--scale", "16"), "25600 × 14400 pixels are too many"),
        ("plan.png", ("--size", "420x297mm", "--dpi", "1200", "--font-size", "5"), "must lie between"),
        ("plan.png", ("--size", "100x100"), "at least 480 pixels wide"),
        ("plan.png", ("--size", "800x100"), "lanes do not fit"),
        ("plan.pdf", ("--from", "2021-10-20", "--to", "2021-10-01"), "must end later than it begins"),
        ("plan.svg", ("--from", "2021-13"), "is not a date of the calendar"),
        ("plan.svg", ("--preset", "billboard"), "There is no preset “billboard”; there are slide, square"),
    ],
)
def test_what_cannot_be_is_one_sentence(
    qapp: QApplication,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    name: str,
    options: tuple[str, ...],
    words: str,
) -> None:
    (tmp_path / name).write_bytes(OLD)
    assert words in refused(capsys, "-o", str(tmp_path / name), *options)
    assert (tmp_path / name).read_bytes() == OLD
    assert os.listdir(tmp_path) == [name]


def test_a_place_that_takes_no_file(qapp: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    (tmp_path / "folder.png").mkdir()
    assert "could not be written" in refused(capsys, "-o", str(tmp_path / "folder.png"))
    assert "There is no folder" in refused(capsys, "-o", str(tmp_path / "none" / "plan.png"))
    assert os.listdir(tmp_path) == ["folder.png"]


def test_a_folder_that_may_not_be_written_to(
    qapp: QApplication, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    folder = tmp_path if os.geteuid() else Path("/proc/self")  # to root all others are open
    if folder is tmp_path:
        (folder / "plan.png").write_bytes(OLD)
        folder.chmod(0o500)
    words = refused(capsys, "-o", str(folder / "plan.png"))
    assert f"“{folder / 'plan.png'}” could not be written: " in words
    if folder is tmp_path:
        assert (folder / "plan.png").read_bytes() == OLD
        folder.chmod(0o700)


def test_a_full_disk(qapp: QApplication, tmp_path: Path) -> None:
    store, old = tmp_path / "flight.tracker", tmp_path / "plan.png"
    old.write_bytes(OLD)
    Store.create(store, seed_edit()).close()
    found = subprocess.run([sys.executable, "-c", FULL, str(store), str(old)], capture_output=True, text=True)
    assert found.returncode == 2
    assert found.stderr.startswith(f"mission-tracker: “{old}” could not be written: ")
    assert found.stderr.count("\n") == 1
    assert old.read_bytes() == OLD
    assert sorted(os.listdir(tmp_path)) == ["flight.tracker", "plan.png"]


def test_an_export_brings_in_nothing_that_it_does_not_use(tmp_path: Path) -> None:
    """Half of its time is what it imports: no tables, no presets, nothing that only a screen draws with."""
    store = tmp_path / "flight.tracker"
    Store.create(store, seed_edit()).close()
    found = subprocess.run(
        [sys.executable, "-c", BROUGHT, str(store), str(tmp_path / "plan.png")], capture_output=True, text=True
    )
    assert (found.returncode, found.stderr) == (0, "")
    brought = set(found.stdout.split())
    assert "tracker.timeline.pictures.pages" in brought
    screen = {"tracker.timeline.drawing.many", "tracker.timeline.drawing.crowd_shapes", "PySide6.QtWidgets"}
    assert brought.isdisjoint(
        screen | {"tracker.domain.listings", "tracker.models.cells", "tracker.models.presets", "numpy.ma", "sqlalchemy"}
    )
