"""A picture of 10,000 bars, 3840 x 2160, as PNG: against bare drawRects of the same rectangles with Qt's own
encoding, and as a whole process against one of matplotlib's that draws the same bars.

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

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tracker.palette import LIGHT
from tracker.timeline.option import Size
from tracker.timeline.picture import export, sheets_of
from tracker.timeline.picture_options import PictureOptions
from tracker.timeline.plan import Bar, Lane, Plan
from tracker.timeline.sheet import draw

LANES, EACH = 40, 250
EVERY, LONG = 100.0, 80.0  # seconds from bar to bar, and of each
WIDTH, HEIGHT = 3840, 2160
RUNS = 5
OURS = "from tests.benchmarks.picture import drawn; drawn({path!r})"
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


def plan() -> Plan:
    """Bars of eight vessels, one in ten with a label."""
    bars = [(lane, number, number * EVERY) for lane in range(LANES) for number in range(EACH)]
    return Plan(
        title="Bars",
        lanes=tuple(Lane(str(n), f"Lane {n}", slot=n % 8) for n in range(LANES)),
        bars=tuple(
            Bar(
                f"{lane} {number}",
                str(lane),
                *(start, start, start + LONG, start + LONG),
                slot=lane % 8,
                label="" if number % 10 else f"bar {number}",
            )
            for lane, number, start in bars
        ),
        slots=tuple(f"Vessel {n}" for n in range(8)),
        home=(0.0, EACH * EVERY),
    )


def drawn(path: str) -> None:
    """All that a process does for the picture, after its imports."""
    application = QGuiApplication.instance() or QGuiApplication([])
    export(plan(), path, PictureOptions(size=Size(WIDTH, HEIGHT)))
    del application


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
    sheet, image = sheets_of(made, options)[0], QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    steps: dict[str, Callable[[], object]] = {
        "laid out": lambda: sheets_of(made, options)[0],
        "drawn": lambda: draw(painter, sheet),
        "encoded": lambda: image.save(str(path), "PNG"),  # type: ignore[call-overload]
    }
    spent = ", ".join(f"{name} in {cpu(step) * 1000:.0f} ms" for name, step in steps.items())
    painter.end()
    print(f"  {spent}; {path.stat().st_size // 1024} KiB")


def against_matplotlib(folder: str) -> None:
    python = peer_python()
    if python is None:
        print("  matplotlib is not installed: not compared (aim: 0.5 of its process)")
        return
    code = MATPLOTLIB.format(
        lanes=LANES, each=EACH, every=EVERY, long=LONG, width=WIDTH, height=HEIGHT, path=f"{folder}/peer.png"
    )
    mine = [sys.executable, "-c", OURS.format(path=f"{folder}/mine.png")]
    for command in (mine, [python, "-c", code]):
        process_cpu(command)  # the first run compiles, and looks for fonts
    pairs = [(process_cpu(mine), process_cpu([python, "-c", code])) for __ in range(RUNS)]
    peer = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(pair[0] / pair[1] for pair in pairs)
    print(f"  a whole process, of matplotlib's {peer:.2f} s of CPU {ratio:5.2f} (aim: 0.5)")


def peer_python() -> str | None:
    for python in (os.environ.get("MISSION_TRACKER_PEER_PYTHON", ""), sys.executable, "python3"):
        if python and subprocess.run([python, "-c", "import matplotlib"], capture_output=True).returncode == 0:
            return python
    return None


def process_cpu(command: list[str]) -> float:
    """Seconds of CPU of a whole process, its imports and its end included."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, capture_output=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def cpu(act: Callable[[], object]) -> float:
    begun = time.process_time()
    act()
    return time.process_time() - begun


if __name__ == "__main__":
    main()
