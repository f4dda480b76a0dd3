"""A picture of 10,000 bars, 3840 x 2160, as PNG: against bare drawRects of the same rectangles with Qt's own
encoding, and as a whole process against one of matplotlib's that draws the same bars: once our painter alone, once
`mission-tracker export` of a store of 10,000 events, which reads them and arranges their lanes as well.

matplotlib is no dependency: it is looked for in the Python that runs this, in `python3`, and in the one that
MISSION_TRACKER_PEER_PYTHON names.
"""

import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tests import missions
from tests.benchmarks.picture_plan import EACH, EVERY, HEIGHT, LANES, LONG, WIDTH, plan
from tracker.palette import LIGHT
from tracker.timeline.pictures.formats.png import render
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import export, sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Plan

RUNS = 5
EVENTS = 10_000
EXPORT = [sys.executable, "-m", "tracker", "export"]
OURS = """
import atexit, gc
gc.disable()  # as the program's command does, and the next too
atexit.register(gc.freeze)
from tests import missions
from tests.benchmarks.picture_plan import main
main()
"""
MATPLOTLIB = """
import matplotlib
matplotlib.use("Agg")
from matplotlib import pyplot
figure, axes = pyplot.subplots(figsize=({width} / 100, {height} / 100), dpi=100)
for lane in range({lanes}):
    spans = [(number * {every}, {long}) for number in range({each})]
    axes.broken_barh(spans, (lane - 0.3, 0.6), facecolors="C%d" % (lane % 8))
axes.set_yticks(range({lanes}), ["Lane %d" % lane for lane in range({lanes})])
axes.set_title("Bars")
figure.savefig({path!r})
"""


def main() -> None:
    application = QGuiApplication.instance() or QGuiApplication([])
    with tempfile.TemporaryDirectory() as folder:
        ours, bare, rects = Path(folder) / "ours.png", Path(folder) / "bare.png", rectangles()
        export(plan(), ours, PictureOptions(size=Size(WIDTH, HEIGHT)))  # the first one loads fonts
        made, options = plan(), PictureOptions(size=Size(WIDTH, HEIGHT))
        pairs = [(cpu(lambda: floor(bare, rects)), cpu(lambda: export(made, ours, options))) for __ in range(RUNS)]
        least = statistics.median(pair[0] for pair in pairs)
        ratio = statistics.median(pair[1] / pair[0] for pair in pairs)
        print(f"picture: drawRects of {len(rects)} bars and Qt's encoding {least * 1000:.0f} ms of CPU")
        print(f"  all of a picture, as a multiple of it {ratio:5.2f} (aim: 1.15)")
        parts(made, options, ours)
        against_matplotlib(folder)
    del application


def rectangles() -> list[QRectF]:
    pixel, row = WIDTH / (EACH * EVERY), HEIGHT / LANES
    places = ((number * EVERY * pixel, lane * row) for lane in range(LANES) for number in range(EACH))
    return [QRectF(x, y + row * 0.2, LONG * pixel, row * 0.6) for x, y in places]


def floor(path: Path, rects: list[QRectF]) -> None:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.vessels[0]))
    painter.drawRects(rects)
    painter.end()
    image.save(str(path), "PNG")  # type: ignore[call-overload]


def parts(made: Plan, options: PictureOptions, path: Path) -> None:
    """Where our own time goes: laying out, drawing, encoding."""
    sheets = sheets_of(made, options)
    image = QImage(str(path))
    steps: dict[str, Callable[[], object]] = {
        "laid out": lambda: sheets_of(made, options),
        "drawn and encoded": lambda: render(sheets, options),
        "encoded by Qt": lambda: image.save(f"{path}.qt", "PNG"),  # type: ignore[call-overload]
    }
    spent = ", ".join(f"{name} in {cpu(step) * 1000:.0f} ms" for name, step in steps.items())
    sizes = " and ".join(f"{file.stat().st_size // 1024}" for file in (path, Path(f"{path}.qt")))
    print(f"  {spent}; {sizes} KiB")


def against_matplotlib(folder: str) -> None:
    python = peer_python()
    if python is None:
        print("  matplotlib is not installed: not compared (aim: 0.5 of its process)")
        return
    code = MATPLOTLIB.format(
        lanes=LANES, each=EACH, every=EVERY, long=LONG, width=WIDTH, height=HEIGHT, path=f"{folder}/peer.png"
    )
    commands = {
        "a plan of bars": [sys.executable, "-c", OURS, f"{folder}/mine.png"],
        f"a store of {EVENTS} events": [
            *EXPORT,
            _store(folder),
            "-o",
            f"{folder}/s.png",
            "--size",
            f"{WIDTH}x{HEIGHT}",
        ],
    }
    runs = [[process(command) for command in (*commands.values(), [python, "-c", code])] for __ in range(RUNS + 1)][1:]
    peer = statistics.median(run[-1].cpu for run in runs)
    print(f"  a whole process, of matplotlib's {peer:.2f} s of CPU (aim: 0.5 of it):")
    for n, name in enumerate(commands):
        cpu, wall = (statistics.median(run[n][part] / run[-1][part] for run in runs) for part in (0, 1))
        print(f"    {name} {cpu:5.2f}, by the clock {wall:5.2f}")


def _store(folder: str) -> str:
    path = Path(folder) / "events.tracker"
    missions.fill(path, EVENTS)
    return str(path)


def peer_python() -> str | None:
    for python in (os.environ.get("MISSION_TRACKER_PEER_PYTHON", ""), sys.executable, "python3"):
        if python and subprocess.run([python, "-c", "import matplotlib"], capture_output=True).returncode == 0:
            return python
    return None


class Spent(NamedTuple):
    """Seconds of CPU, and of the clock on the wall."""

    cpu: float
    wall: float


def process(command: list[str]) -> Spent:
    """What a whole process takes, its imports and its end included."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Spent(cpu, time.perf_counter() - begun)


def cpu(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
