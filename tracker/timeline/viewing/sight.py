"""What of a plan is in sight: its rows, the stretch of time, how far the lanes are scrolled, and what
is selected. Everything that moves the view goes through here; nothing is drawn here.
"""

from dataclasses import replace

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFontInfo, QGuiApplication

from tracker.palette import Palette
from tracker.timeline.drawing import column
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.drawing.style import TEXT, Style
from tracker.timeline.plans.arrangement import Arrangement, arranged
from tracker.timeline.plans.plan import Plan
from tracker.timeline.plans.tree import group_of, groups
from tracker.timeline.times.scale import TimeScale, fitting
from tracker.timeline.viewing import spans
from tracker.timeline.viewing.motion import Motion

NOMINAL = 900.0  # pixels of plot for which stacked labels get room, whatever the window's width
FIT_MARGIN = 40.0  # pixels beside everything
ROW_HEIGHT, LOWEST_ROW, HIGHEST_ROW = 24.0, 8.0, 40.0
SETTING = "timeline/lane_height"
WIDEST_COLUMN = 320.0  # pixels, with letters of the usual size
LEAST_TEXT, MOST_TEXT = 11, 28  # pixels
LEAST_SPAN = 7200.0  # seconds around a selected instant


class Sight(QObject):
    """`changed` says that something must be painted anew."""

    changed = Signal()
    heightened = Signal(float)
    rearranged = Signal()

    def __init__(self, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.style = _style(palette)
        self.plan = self._given = Plan()
        self.arrangement = Arrangement()
        self.rows = arrange(self.plan, 1.0, self.style.plain.width)
        self.scale = TimeScale(0.0, 1.0, 0.0, 1.0)
        self.selected = ""
        self.lane = ""  # the key of the lane one is at, at its bar or at the lane itself
        self._is_at_lane = False
        self._walked = -1  # the bar of the selected record that one has walked to
        self.scroll = 0.0
        self.row_height = ROW_HEIGHT
        self.range: tuple[float, float] | None = None  # what R made of a selection, offered to the export
        self.motion = Motion(self)
        self.motion.stepped.connect(self._on_stepped)
        self._span = self.plan.home  # kept while the window's size changes
        self._size = (1.0, 1.0)

    @property
    def frame(self) -> Frame:
        """The geometry of the next repaint."""
        scale, height = self.scale, self._size[1]
        zone, text = self.plan.zone, self.style.text
        row = float(round(self.row_height * text / TEXT))
        return Frame(self.rows, scale, 0.0, 0.0, scale.left, height, row, self.scroll, zone, text=text)

    @property
    def aim(self) -> TimeScale:
        """Where the view is, or where it is going."""
        return self.motion.aim or self.scale

    @property
    def most_scroll(self) -> float:
        """How far the lanes can be scrolled until the last one is at the bottom."""
        frame = self.frame
        return max(0.0, self.rows.count * frame.row_height - frame.plot.height())

    def show_plan(self, plan: Plan) -> None:
        """Another plan over the same stretch of time; the first with bars where it wants to be seen."""
        if plan.bars and not self.plan.bars:
            self._span = plan.home
        self._given = plan
        self._arrange()

    def arrange(self, wishes: Arrangement, anchor: str = "") -> None:
        """Other lanes of the same plan; the one that is the `anchor` stays where it is on the screen."""
        if wishes == self.arrangement:
            return
        before = self._top_of(anchor)
        self.arrangement = wishes
        self._arrange()
        after = self._top_of(anchor)
        if before is not None and after is not None:
            self.scroll_to(self.scroll + after - before)
        self.rearranged.emit()

    def _arrange(self) -> None:
        plan = self.plan = arranged(self._given, self.arrangement)
        lower, upper = plan.home
        self.rows = arrange(plan, (upper - lower) / NOMINAL, self.style.plain.width, NOMINAL)
        self._lay_out()

    def place_of(self, lane: str) -> int:
        """Where a lane stands among those that are shown; -1 if it is not."""
        return next((place for place, one in enumerate(self.plan.lanes) if one.key == lane), -1)

    def _top_of(self, lane: str) -> float | None:
        """Pixels from the top of the view to a lane."""
        place = self.place_of(lane)
        return self.frame.row_top(self.rows.lane_top[place]) if place >= 0 else None

    @property
    def is_at_lane(self) -> bool:
        """Whether one is at a lane itself, at none of its bars."""
        return self._is_at_lane and self.place_of(self.lane) >= 0

    @property
    def bar(self) -> int | None:
        """Of the bars of the selected record the one that was walked to, else the first."""
        found = self.rows.of_key(self.selected) if self.selected else []
        return self._walked if self._walked in found else next(iter(found), None)

    @property
    def here(self) -> int | None:
        """The bar one is at."""
        return None if self.is_at_lane else self.bar

    def go_to_bar(self, index: int) -> None:
        """Selects its record, and of all the bars of that one is at this."""
        self._walked, self.selected = index, self.rows.bar(index).key
        self._come_to_bar()

    def go_to_lane(self, lane: str) -> None:
        """Makes it the lane one is at, and brings it into view."""
        place = self.place_of(lane)
        if place >= 0:
            self.lane, self._is_at_lane = lane, True
            self._reveal_row(self.rows.lane_top[place])
            self.changed.emit()

    def fold(self, lane: str) -> None:
        """Collapses a group, or expands it; of a lane that is no group the one that it is in."""
        group = group_of(self.plan.lanes, lane)
        if group:
            self.lane, self._is_at_lane = group, True
            self.arrange(self.arrangement.toggled(group), group)

    def fold_all(self, is_folded: bool) -> None:
        """Collapses or expands all groups; what one is at stays in view."""
        self.arrange(self.arrangement.folded(groups(self._given.lanes), is_folded), self.lane)
        if self.bar is not None:
            self._reveal_row(self.rows.row_of(self.bar))

    def show_only(self, lane: str) -> None:
        """A lane with what belongs to it, alone."""
        self.arrange(replace(self.arrangement, only=lane))

    def show_all_lanes(self) -> None:
        """No longer one lane alone; what one is at stays where it is on the screen."""
        self.arrange(replace(self.arrangement, only=""), self.lane)

    def pin(self, lane: str) -> None:
        """Pins a lane to the top, or lets it go back to its place."""
        if lane:
            self.arrange(self.arrangement.pinning(lane))
            self.go_to_lane(lane)

    def set_palette(self, palette: Palette) -> None:
        self.style = _style(palette)
        self._lay_out()

    def resize(self, width: float, height: float) -> None:
        self._size = (max(1.0, width), max(1.0, height))
        self._lay_out()

    def _lay_out(self) -> None:
        self.motion.stop()
        width = self._size[0]
        left = column.width_of(
            self._given, self.style, max(120.0, min(WIDEST_COLUMN * self.style.text / TEXT, width * 0.3))
        )
        self.scale = fitting(*self._span, left, max(1.0, width - left))
        self.scroll_to(self.scroll)

    def set_scale(self, scale: TimeScale) -> None:
        """At once, as a hand asks for that holds on to something."""
        self.motion.stop()
        self._span = (scale.start, scale.end)
        self._on_stepped(scale)

    def go(self, scale: TimeScale) -> None:
        """Eased, if motion is on. What counts from now on is where it goes."""
        self._span = (scale.start, scale.end)
        self.motion.go(self.scale, scale)

    @Slot(object)
    def _on_stepped(self, scale: TimeScale) -> None:
        self.scale = scale
        self.changed.emit()

    def set_row_height(self, pixels: float) -> None:
        """The density of the lanes, with letters of the usual size; what is in the middle stays near it."""
        wanted = min(HIGHEST_ROW, max(LOWEST_ROW, float(round(pixels))))
        if wanted != self.row_height:
            half = self.frame.plot.height() / 2
            middle = (self.scroll + half) / self.frame.row_height
            self.row_height = wanted
            self.scroll_to(middle * self.frame.row_height - half if self.scroll else 0.0)
            self.heightened.emit(wanted)

    def scroll_to(self, pixels: float) -> None:
        self.scroll = min(max(0.0, float(round(pixels))), self.most_scroll)
        self.changed.emit()

    def show_span(self, lower: float, upper: float, margin: float = 0.0) -> None:
        """Shows this stretch of time, within the years that there are."""
        left, width = self.scale.left, self.scale.width
        self.go(fitting(lower, upper, left, width, min(margin, width / 4)).zoomed(1.0, left))

    def fit_default(self) -> None:
        self.show_span(*self.plan.home)

    def fit_all(self) -> None:
        self.show_span(*self.rows.extent, margin=FIT_MARGIN)

    def fit_selection(self) -> None:
        """Shows the whole of what is selected, with some room around it."""
        span = self._selected_span
        if span:
            self.show_span(*spans.as_long(span, max(LEAST_SPAN, span[1] - span[0]) * 1.5))

    def mark_range(self) -> None:
        """Makes the range of what is selected, and shows just that; where it is one already, makes it none."""
        span = self._selected_span
        if span and span[1] - span[0] < LEAST_SPAN:
            span = spans.as_long(span, LEAST_SPAN)
        self.range = span if span != self.range else None
        if self.range:
            self.show_span(*self.range)
        self.changed.emit()

    @property
    def _selected_span(self) -> spans.Span | None:
        return spans.of_all(map(self.rows.bar, self.rows.of_key(self.selected)), self.plan.home)

    def zoom(self, factor: float, x: float | None = None) -> None:
        """Closer by a factor over 1, about a pixel of the plot, or its middle."""
        left, right = self.scale.left, self.scale.right
        self.go(self.aim.zoomed(factor, min(max(left, x), right) if x is not None else (left + right) / 2))

    def pan(self, pixels: float) -> None:
        """The content goes to the right by so many pixels."""
        self.go(self.aim.panned(pixels))

    def select(self, key: str) -> None:
        """Marks a record's bars and brings the one that one is at into view."""
        if key != self.selected or self._is_at_lane:
            self.selected = key
            self._come_to_bar()

    def _come_to_bar(self) -> None:
        self._is_at_lane = False
        if (here := self.here) is not None:
            self.lane = self.rows.bar(here).lane
            self._reveal(here)
        self.changed.emit()

    def _reveal(self, index: int) -> None:
        """Scrolls and pans to a bar that is out of sight; zooms out if it is wider than the view."""
        self._reveal_row(self.rows.row_of(index))
        lower, upper = span = spans.known(self.rows.bar(index), self.plan.home)
        if upper < self.aim.start or lower > self.aim.end:
            self.show_span(*spans.as_long(span, max(self.aim.end - self.aim.start, (upper - lower) * 1.2)))

    def _reveal_row(self, row: int) -> None:
        frame = self.frame
        if row >= frame.pinned:
            top = row * frame.row_height
            room = frame.plot.height() - frame.row_height
            self.scroll_to(min(max(self.scroll, top - room), top - frame.pinned * frame.row_height))


def _style(palette: Palette) -> Style:
    """With letters as large as those of the system."""
    pixels = round(QFontInfo(QGuiApplication.font()).pixelSize())
    return Style(palette, min(max(pixels, LEAST_TEXT), MOST_TEXT), is_live=True)
