"""The start of the real program, in a process of its own: what is imported by when, and what is said of wrong input."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

WATCHED = ("sqlalchemy", "alembic", "numpy", "pyqtgraph")
# Runs the program, prints what it has imported at each step of the start, and closes its window after the last.
PROGRAM = f"""
import sys
from tracker.desktop import app
from tracker.__main__ import main
from PySide6.QtWidgets import QApplication

steps = app.trace

def traced(step):
    print(step, *[name for name in {WATCHED} if name in sys.modules], flush=True)
    steps(step)
    if step == "all":
        QApplication.instance().closeAllWindows()

app.trace = traced
raise SystemExit(main(sys.argv[1:]))
"""


def run(*argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """The program started as people start it, with the platform that needs no screen unless another is named."""
    kept = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, *argv]
    return subprocess.run(command, env=kept | environment, capture_output=True, text=True, timeout=60, check=False)


def assert_refused(done: subprocess.CompletedProcess[str]) -> None:
    """Exit 2 and one line; what the platform without a screen says of itself is no fault of ours."""
    lines = [line for line in done.stderr.splitlines() if not line.startswith("This plugin does not support")]
    assert (done.returncode, done.stdout, len(lines)) == (2, "", 1), done
    assert lines[0].startswith("mission-tracker: ")
    assert "Errno" not in lines[0]


def test_what_is_dear_is_imported_after_what_is_seen(user_folders: Path) -> None:
    assert run("-m", "tracker", "list", "crew").returncode == 0  # the first run makes the store
    done = run("-c", PROGRAM, MISSION_TRACKER_TRACE="1")
    assert done.returncode == 0, done.stderr
    steps = {line.split(" ")[0]: line.split()[1:] for line in done.stdout.splitlines()}
    assert list(steps) == ["frame", "tables", "timeline", "inspector", "all"]
    assert steps["frame"] == []
    assert not {"sqlalchemy", "numpy", "pyqtgraph"} & set(steps["tables"])
    assert not {"sqlalchemy", "pyqtgraph"} & set(steps["inspector"])
    assert "alembic" not in steps["all"]
    assert "pyqtgraph" in steps["all"]
    costs = [float(line.split()[-1]) for line in done.stderr.splitlines() if line.startswith(tuple(steps))]
    assert costs == sorted(costs)
    assert len(costs) == len(steps)


def test_the_first_start_fills_the_store_and_the_second_finds_it(user_folders: Path) -> None:
    assert run("-c", PROGRAM).returncode == 0
    [store] = user_folders.glob("data/**/*.tracker")
    made = store.read_bytes()
    assert run("-c", PROGRAM).returncode == 0
    assert store.read_bytes() == made


def test_what_is_imported_is_not_read_as_text_as_well(user_folders: Path) -> None:
    """As PySide would, for every module that comes after it."""
    ask = "import linecache; print(*[name for name in linecache.cache if 'numpy' in name or 'pyqtgraph' in name])"
    done = run("-c", PROGRAM.replace("raise SystemExit(main(sys.argv[1:]))", f"main([])\n{ask}"))
    assert done.returncode == 0, done.stderr
    assert done.stdout.splitlines()[-1] == ""


def foreign(folder: Path) -> list[Path]:
    """Files that are no stores, each in its own way."""
    paths = {"text": b"not a store at all", "empty": b"", "cut": b"SQLite format 3\0" + b"\0" * 40}
    for name, content in paths.items():
        (folder / name).write_bytes(content)
    made = f"import sqlite3; db = sqlite3.connect({str(folder / 'other')!r}); db.execute('CREATE TABLE a (b)')"
    subprocess.run([sys.executable, "-c", made], check=True)
    return [folder / name for name in (*paths, "other")]


def test_what_is_no_store_is_refused_in_one_line_and_left_alone(tmp_path: Path) -> None:
    for path in (tmp_path / "missing", tmp_path, *foreign(tmp_path)):
        before = path.read_bytes() if path.is_file() else b""
        for argv in (["list", "crew", str(path)], [str(path)]):
            assert_refused(run("-m", "tracker", *argv))
        assert (path.read_bytes() if path.is_file() else b"") == before
    assert not (tmp_path / "missing").exists()


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ":4711"}], ids=["none", "unreachable"])
def test_without_a_screen_there_is_one_line(environment: dict[str, str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("QT_QPA_PLATFORM")
    assert_refused(run("-m", "tracker", **environment))
