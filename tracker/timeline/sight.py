"""What of a plan is in sight: its rows, the stretch of time, how far the lanes are scrolled, and what
is selected. Everything that moves the view goes through here; nothing is drawn here.
"""

from math import isfinite

from PySide6.QtCore import QObject, Signal

from tracker.palette import Palette
from tracker.timeline import column
from tracker.timeline.frame import Frame
from tracker.timeline.plan import Bar, Plan
from tracker.timeline.rows import arrange
from tracker.timeline.scale import TimeScale, fitting
from tracker.timeline.style import Style

NOMINAL = 900.0  # pixels of plot for which stacked labels get room, whatever the window's width
FIT_MARGIN = 40.0  # pixels beside everything
LEAST_SPAN = 7200.0  # seconds around a selected instant


class Sight(QObject):
    """`changed` says that something must be painted anew."""

    changed = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = Style(palette)
        self.plan = Plan()
        self.rows = arrange(self.plan, 1.0, self.style.plain.width)
        self.scale = TimeScale(0.0, 1.0, 0.0, 1.0)
        self.selected = ""
        self.scroll = 0.0
        self._span = self.plan.home  # kept while the window's size changes
        self._size = (1.0, 1.0)

    @property
    def frame(self) -> Frame:
        """The geometry of the next repaint."""
        scale, height = self.scale, self._size[1]
        zone = self.plan.zone
        return Frame(self.rows, scale, 0.0, 0.0, scale.left, height, scroll=self.scroll, zone=zone)

    @property
    def most_scroll(self) -> float:
        """How far the lanes can be scrolled until the last one is at the bottom."""
        frame = self.frame
        return max(0.0, self.rows.count * frame.row_height - frame.plot.height())

    def show_plan(self, plan: Plan) -> None:
        """Another plan over the same stretch of time; the first with bars where it wants to be seen."""
        if plan.bars and not self.plan.bars:
            self._span = plan.home
        self.plan = plan
        lower, upper = plan.home
        self.rows = arrange(plan, (upper - lower) / NOMINAL, self.style.plain.width)
        self._lay_out()

    def set_palette(self, palette: Palette) -> None:
        self.style = Style(palette)
        self._lay_out()

    def resize(self, width: float, height: float) -> None:
        self._size = (max(1.0, width), max(1.0, height))
        self._lay_out()

    def _lay_out(self) -> None:
        width = self._size[0]
        left = column.width_of(self.plan, self.style, max(120.0, min(320.0, width * 0.3)))
        self.scale = fitting(*self._span, left, max(1.0, width - left))
        self.scroll_to(self.scroll)

    def set_scale(self, scale: TimeScale) -> None:
        self.scale = scale
        self._span = (scale.start, scale.end)
        self.changed.emit()

    def scroll_to(self, pixels: float) -> None:
        self.scroll = min(max(0.0, float(round(pixels))), self.most_scroll)
        self.changed.emit()

    def show_span(self, lower: float, upper: float, margin: float = 0.0) -> None:
        """Shows this stretch of time, within the years that there are."""
        left, width = self.scale.left, self.scale.width
        self.set_scale(fitting(lower, upper, left, width, min(margin, width / 4)).zoomed(1.0, left))

    def fit_default(self) -> None:
        self.show_span(*self.plan.home)

    def fit_all(self) -> None:
        self.show_span(*self.plan.extent, margin=FIT_MARGIN)

    def fit_selection(self) -> None:
        """Shows the whole of what is selected, with some room around it."""
        found = [self.rows.bars[index] for index in self.rows.of_key(self.selected)]
        if found:
            spans = [self._known(bar) for bar in found]
            lower, upper = min(span[0] for span in spans), max(span[1] for span in spans)
            middle, half = (lower + upper) / 2, max(LEAST_SPAN, upper - lower) * 0.75
            self.show_span(middle - half, middle + half)

    def zoom(self, factor: float) -> None:
        """Closer by a factor over 1, about the middle."""
        self.set_scale(self.scale.zoomed(factor, self.scale.left + self.scale.width / 2))

    def select(self, key: str) -> None:
        """Marks a record's bars and brings the first of them into view."""
        if key != self.selected:
            self.selected = key
            found = self.rows.of_key(key) if key else []
            if found:
                self._reveal(found[0])
            self.changed.emit()

    def _reveal(self, index: int) -> None:
        """Scrolls and pans to a bar that is out of sight; zooms out if it is wider than the view."""
        frame = self.frame
        top = float(self.rows.row[index]) * frame.row_height
        room = frame.plot.height() - frame.row_height
        self.scroll_to(min(max(self.scroll, top - room), top))
        lower, upper = self._known(self.rows.bars[index])
        if upper < self.scale.start or lower > self.scale.end:
            half = max(self.scale.end - self.scale.start, (upper - lower) * 1.2) / 2
            middle = (lower + upper) / 2
            self.show_span(middle - half, middle + half)

    def _known(self, bar: Bar) -> tuple[float, float]:
        """The finite part of a bar; an open end reaches to that of the home range."""
        lower, upper = bar.start_lower, bar.end_upper
        first = lower if isfinite(lower) else min(self.plan.home[0], upper)
        last = upper if isfinite(upper) else max(self.plan.home[1], first)
        return (first if isfinite(first) else last), last
