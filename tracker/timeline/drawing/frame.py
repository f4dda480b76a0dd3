"""Where things are in one drawing: the axis above, the lane column at the left, the plot; in pixels."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from functools import cached_property
from math import ceil

from PySide6.QtCore import QRectF

from tracker.timeline.drawing.rows import Rows
from tracker.timeline.drawing.style import TEXT
from tracker.timeline.plans.plan import Plan
from tracker.timeline.times.scale import TimeScale
from tracker.timeline.times.systems import Clock, System

AXIS_ROW = 22.0
FEWEST_BELOW = 2  # rows that there must be room for below pinned ones


def axis_height(plan: Plan, row: float = AXIS_ROW) -> float:
    """Two rows for the first time system, one for each further one."""
    return row * (1 + max(1, len(plan.systems)))


@dataclass(frozen=True)
class Frame:
    """One drawing's geometry. `scale` maps time to the plot's x; `scroll` pixels of rows are above it.
    What is asked for hundreds of times in each drawing is worked out once.
    """

    rows: Rows
    scale: TimeScale
    left: float
    top: float
    column: float  # width of the lane column
    height: float  # of axis and plot together
    row_height: float = 24.0
    scroll: float = 0.0
    zone: tzinfo = UTC
    part: range | None = None  # the rows that are drawn, in one of the `parts`
    text: int = TEXT  # pixels of the usual letters

    @cached_property
    def systems(self) -> tuple[System, ...]:
        """The time systems of the axis, one at least."""
        return self.rows.plan.systems or (Clock(self.zone),)

    @cached_property
    def axis_row(self) -> float:
        return float(round(AXIS_ROW * self.text / TEXT))

    @property
    def _axis_height(self) -> float:
        return axis_height(self.rows.plan, self.axis_row)

    @cached_property
    def axis(self) -> QRectF:
        return QRectF(self.scale.left, self.top, self.scale.width, self._axis_height)

    @cached_property
    def plot(self) -> QRectF:
        above = self._axis_height + self._skipped
        return QRectF(self.scale.left, self.top + above, self.scale.width, self.height - above)

    def system_top(self, index: int) -> float:
        """Where the row of finer ticks of a time system begins; above that of the first are the coarser ones."""
        return self.top + self.axis_row * (index + 1)

    @cached_property
    def lanes(self) -> QRectF:
        return QRectF(self.left, self.plot.top(), self.column, self.plot.height())

    @cached_property
    def bar_height(self) -> float:
        """Two thirds of a row; in low ones as much as a line of text needs, and a gap between the rows."""
        return round(max(self.row_height * 2 / 3, min(self.text + 2.0, self.row_height - 2)))

    @property
    def has_labels(self) -> bool:
        """In lower rows a label would touch the next one's."""
        return self.row_height >= self.text

    @property
    def _skipped(self) -> float:
        """Pixels that the rows above this part take."""
        return self.part.start * self.row_height if self.part else 0.0

    @cached_property
    def pinned(self) -> int:
        """How many rows stay at the top; none if they would leave no room for the others."""
        count = self.rows.pinned if self.part is None else 0
        return count if (count + FEWEST_BELOW) * self.row_height <= self.plot.height() else 0

    @cached_property
    def parts(self) -> tuple["Frame", ...]:
        """What is drawn by itself, each with its own plot: the pinned rows, and the others, which scroll below them."""
        if not self.pinned:
            return (self,)
        height = self._axis_height + self.pinned * self.row_height
        fixed = replace(self, part=range(self.pinned), scroll=0.0, height=height)
        return fixed, replace(self, part=range(self.pinned, self.rows.count))

    def bands(self, count: int) -> list["Frame"]:
        """The rows that are drawn in about so many shares, one below the other."""
        rows = self.rows_in_view()
        step = ceil(len(rows) / count) or 1
        return [replace(self, part=rows[first : first + step]) for first in range(0, len(rows), step)]

    def part_of(self, row: int) -> "Frame":
        """The part in which a row is drawn."""
        return self.parts[0] if row < self.pinned else self.parts[-1]

    def row_top(self, row: float) -> float:
        scrolled = self.scroll if row >= self.pinned else 0.0
        return self.plot.top() - self._skipped + row * self.row_height - scrolled

    def row_middle(self, row: int) -> float:
        return self.row_top(row) + self.row_height / 2

    def row_at(self, y: float) -> int:
        """The row under a pixel; -1 where there is none."""
        if not self.plot.top() <= y < self.plot.bottom():
            return -1
        row = int((y - self.plot.top()) // self.row_height)
        if row >= self.pinned:
            row = int((y - self.plot.top() + self.scroll) // self.row_height)
        return row if row < self.rows.count else -1

    def rows_in_view(self) -> range:
        """From the first to the last, of one part."""
        every = self.part if self.part is not None else range(self.rows.count)
        above = self.scroll + self._skipped
        first, last = int(above // self.row_height), int((above + self.plot.height()) // self.row_height) + 1
        return range(max(every.start, first), max(every.start, min(every.stop, last)))

    def lanes_in_view(self) -> Iterator[int]:
        rows = self.rows_in_view()
        if rows:
            yield from range(self.rows.lane_of_row(rows.start), self.rows.lane_of_row(rows.stop - 1) + 1)
