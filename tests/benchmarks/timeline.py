"""A frame of the timeline while it moves, with about a thousand bars in view of a thousand and of a million,
against bare drawRects of the same rectangles; all of a million in view; memory; finding the bar under the pointer.
"""

import gc
import os
import statistics
import time
import tracemalloc
from collections.abc import Callable

os.environ["QT_QPA_PLATFORM"] = "offscreen"

import numpy as np
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from tracker.palette import LIGHT
from tracker.timeline.drawing import crowd
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.paint import bar_at, paint
from tracker.timeline.drawing.rows import Rows, arrange
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.bar_arrays import intervals
from tracker.timeline.plans.plan import Lane, Plan
from tracker.timeline.screen.view import TimelineView
from tracker.timeline.times.scale import TimeScale

LANES, IN_VIEW = 40, 25  # lanes, and bars of a lane that are in view
WIDTH, HEIGHT, COLUMN = 1750, 1004, 150
EVERY, LONG = 100.0, 90.0  # seconds from bar to bar, and of each
TURNS = 60
MILLION = 1_000_000


def made(count: int) -> Plan:
    """So many bars of eight vessels in the lanes, straight from arrays."""
    each = count // LANES
    lane = np.repeat(np.arange(LANES, dtype=np.int16), each)
    start = np.tile(np.arange(each) * EVERY, LANES)
    label = np.tile((np.arange(each, dtype=np.int32) % 1000) + 1, LANES)
    lanes = tuple(Lane(str(n), f"Lane {n}", slot=n % 8) for n in range(LANES))
    keys, texts = [one.key for one in lanes], ("", *(f"bar {n}" for n in range(1000)))
    bars = intervals(lane, start, start + LONG, keys, (lane % 8).astype(np.int8), label, texts)
    return Plan(lanes=lanes, bars=bars, home=(0.0, IN_VIEW * EVERY))


def cpu(act: Callable[[int], object], turns: int = TURNS) -> float:
    """Milliseconds of CPU for one turn, the median of many; each is told its number, so that nothing repeats."""
    spent = []
    for turn in range(turns):
        begun = time.process_time()
        act(turn)
        spent.append(time.process_time() - begun)
    return statistics.median(spent) * 1000


def moving(rows: Rows, turn: int) -> Frame:
    """Panned by some pixels and zoomed by a little, another in every turn."""
    middle = float(rows.finest.start[len(rows.finest.start) // LANES // 2])
    scale = TimeScale(middle - 1250, IN_VIEW * EVERY / 1600, COLUMN, 1600)
    return Frame(rows, scale.panned(turn * 3).zoomed(1 + turn / 2000, 900), 0, 0, COLUMN, HEIGHT)


def rects(frame: Frame) -> list[QRectF]:
    many = crowd.in_sight(frame)
    places = zip(many.left.tolist(), many.right.tolist(), many.row.tolist(), strict=True)
    return [QRectF(left, frame.row_top(row) + 4, right - left, 16) for left, right, row in places]


def main() -> None:
    application = QApplication.instance() or QApplication([])
    style, image = Style(LIGHT, is_live=True), QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(LIGHT.vessels[0]))
    few, (million, memory) = arranged(made(1_000), style), measured(style)
    floor = bare(painter, few)
    print(f"timeline: bare drawRects of {len(rects(moving(few, 0)))} bars {floor:.2f} ms; as multiples of it:")
    for name, rows in (("a thousand", few), ("a million", million)):
        bars = cpu(lambda turn, rows=rows: draw_bars(painter, moving(rows, turn), style))  # type: ignore[misc]
        whole = cpu(lambda turn, rows=rows: paint(painter, moving(rows, turn), style))  # type: ignore[misc]
        print(f"  of {name:<11} bars {bars / floor:5.2f} (aim: 1.8)   labels and axis {whole / floor:5.2f} (aim: 4.5)")
    painter.end()
    in_a_window(few, million)
    all_in_view(million, style, image)
    print(f"  memory of a million bars {memory:.0f} MiB (aim: 60)")
    under_the_pointer(million)
    del application


def draw_bars(painter: QPainter, frame: Frame, style: Style) -> None:
    crowd.draw(painter, frame, style, crowd.in_sight(frame))


def bare(painter: QPainter, rows: Rows) -> float:
    frames = [rects(moving(rows, turn)) for turn in range(TURNS)]
    return cpu(lambda turn: painter.drawRects(frames[turn]))


def arranged(plan: Plan, style: Style) -> Rows:
    return arrange(plan, 1.0, style.plain.width)


def measured(style: Style) -> tuple[Rows, float]:
    """A million bars in their rows with all levels, and what they hold in memory."""
    gc.collect()
    tracemalloc.start()
    rows = arranged(made(MILLION), style)
    rows.levels  # noqa: B018 - makes them
    gc.collect()
    held, _peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return rows, held / 2**20


class Bare(QWidget):
    """What a window costs that draws rectangles and nothing else."""

    def __init__(self, frames: list[list[QRectF]]) -> None:
        super().__init__()
        self._frames, self.turn = frames, 0

    def paintEvent(self, event: object) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(LIGHT.surface))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(LIGHT.vessels[0]))
        painter.drawRects(self._frames[self.turn])
        painter.end()


def in_a_window(few: Rows, million: Rows) -> None:
    window = Bare([rects(moving(few, turn)) for turn in range(TURNS)])
    window.resize(WIDTH, HEIGHT)
    window.show()
    QApplication.processEvents()

    def turn_bare(turn: int) -> None:
        window.turn = turn
        window.update()
        QApplication.processEvents()

    floor = cpu(turn_bare)
    window.close()
    print(f"  in a window that draws but the rectangles, {floor:.2f} ms:")
    for name, rows in (("a thousand", few), ("a million", million)):
        view = TimelineView(LIGHT)
        view.resize(WIDTH, HEIGHT)
        view.show_plan(rows.plan)
        view.show()
        QApplication.processEvents()

        def turn_view(turn: int, view: TimelineView = view, rows: Rows = rows) -> None:
            view.sight.set_scale(moving(rows, turn).scale)
            QApplication.processEvents()

        print(f"  of {name:<11} all of the view {cpu(turn_view) / floor:5.2f}")
        view.close()


def all_in_view(rows: Rows, style: Style, image: QImage) -> None:
    scale = TimeScale(0.0, MILLION / LANES * EVERY / 1600, COLUMN, 1600)
    frame = Frame(rows, scale, 0, 0, COLUMN, HEIGHT)
    painter = QPainter(image)
    painter.setPen(Qt.PenStyle.NoPen)
    x = scale.x(rows.finest.start)
    y = np.repeat(np.arange(LANES), MILLION // LANES) * 24.0 + 48
    every = [QRectF(a, b, 0.05, 16) for a, b in zip(x.tolist(), y.tolist(), strict=True)]
    floor = cpu(lambda turn: painter.drawRects(every), 3)
    spent = cpu(lambda turn: paint(painter, frame, style), 9)
    print(f"  all of a million in view {spent / floor:5.3f} of drawRects of them, {floor:.0f} ms (aim: 0.1)")
    painter.end()


def under_the_pointer(rows: Rows) -> None:
    near = cpu(lambda turn: bar_at(moving(rows, turn), 900, 500))
    scale = TimeScale(0.0, MILLION / LANES * EVERY / 1600, COLUMN, 1600)
    far = cpu(lambda turn: bar_at(Frame(rows, scale, 0, 0, COLUMN, HEIGHT), 300 + turn, 500))
    print(f"  the bar under the pointer, of a million: near {near:.2f} ms, all in view {far:.2f} ms (aim: 1)")


if __name__ == "__main__":
    main()
