"""The package in a system just installed, used as a person uses it: a double click on the icon, one on a document.

Set MISSION_TRACKER_SHOTS to a folder to keep the screenshots.
"""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

HERE = Path(__file__).parent
DIST = HERE.parent.parent / "dist"
PACKAGES = (
    "xvfb openbox pcmanfm xdotool x11-utils imagemagick dbus shared-mime-info desktop-file-utils hicolor-icon-theme "
    "libglib2.0-bin procps bash-completion locales"
)


def package() -> Path | None:
    return max(DIST.glob("mission-tracker_*.deb"), key=lambda path: path.stat().st_mtime, default=None)


def why_not() -> str:
    """Why it cannot be tried here; empty if it can."""
    if package() is None:
        return "there is no package in dist; ./dev package makes one"
    if os.name != "posix" or os.geteuid() != 0:
        return "only root can set up a fresh system"
    return "" if shutil.which("debootstrap") else "debootstrap, which sets up a fresh system, is not installed"


@pytest.mark.skipif(bool(why_not()), reason=why_not())
def test_the_icon_and_a_document_open_with_a_double_click(tmp_path: Path) -> None:
    deb = package()
    assert deb is not None
    shutil.copy(deb, tmp_path)
    shutil.copy(HERE / "double-click.sh", tmp_path)
    command = [str(HERE / "fresh-system.sh"), str(tmp_path), PACKAGES, "/shared/double-click.sh"]
    done = subprocess.run(command, capture_output=True, text=True, timeout=900)
    keep = os.environ.get("MISSION_TRACKER_SHOTS")
    for shot in tmp_path.glob("*.png") if keep else ():
        shutil.copy(shot, str(keep))
    assert done.returncode == 0, done.stdout + done.stderr
    facts = (tmp_path / "report.txt").read_text(encoding="utf-8").splitlines()
    assert facts == [
        "libraries: all are there",
        "command line: answers",
        "bash: mission-tracker export --theme dark",
        "icon: opened missions.tracker — Mission Tracker",
        'class:  "mission-tracker", "mission-tracker"',
        "type: application/vnd.mission-tracker",
        "type without a name: application/vnd.mission-tracker",
        "its icon: application-vnd.mission-tracker",
        "document: opened Salyut.tracker — Mission Tracker",
        "document: raised",
        "in Russian: opened missions.tracker — Хроника полётов",
        "removed: nothing is left",
        "removed: the store is kept",
    ]
