"""A frame of the timeline with about a thousand bars in view, against bare drawRects of the same number."""

import os
import time
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QGuiApplication, QImage, QPainter

from tracker.palette import LIGHT
from tracker.timeline.frame import Frame
from tracker.timeline.paint import paint
from tracker.timeline.plan import Bar, Lane, Plan
from tracker.timeline.rows import arrange
from tracker.timeline.scale import fitting
from tracker.timeline.style import Style

LANES, IN_VIEW = 40, 25  # bars of a lane that are in view


def made(count: int) -> Plan:
    lanes = tuple(Lane(str(n), f"Lane {n}", vessel=n % 8) for n in range(LANES))
    bars = tuple(
        Bar(f"{n}-{k}", str(n), k * 100.0, k * 100.0, k * 100.0 + 80, k * 100.0 + 80, vessel=n % 8, label=f"bar {k}")
        for n in range(LANES)
        for k in range(count // LANES)
    )
    return Plan(lanes=lanes, bars=bars)


def cpu(act: Callable[[], None], times: int = 5) -> float:
    """Milliseconds of CPU for one turn, the best of several."""
    turns = []
    for _ in range(times):
        begun = time.process_time()
        act()
        turns.append(time.process_time() - begun)
    return min(turns) * 1000


def main() -> None:
    application = QGuiApplication.instance() or QGuiApplication([])
    style, image = Style(LIGHT), QImage(1750, 1004, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.vessels[0]))
    rects = [QRectF(150 + k * 64, 50 + n * 24, 51, 16) for n in range(LANES) for k in range(IN_VIEW)]
    floor = cpu(lambda: painter.drawRects(rects))
    print(f"timeline: bare drawRects of {len(rects)} bars {floor:.2f} ms")
    for count in (1_000, 100_000):
        rows = arrange(made(count), 1.0, style.plain.width)
        frame = Frame(rows, fitting(0, IN_VIEW * 100, 150, 1600), 0, 0, 150, 1004)
        spent = cpu(lambda frame=frame: paint(painter, frame, style))  # type: ignore[misc]
        print(f"timeline: a frame of {count:,} bars, labels and axis: {spent:.1f} ms, {spent / floor:.0f} times")
    painter.end()
    del application


if __name__ == "__main__":
    main()
