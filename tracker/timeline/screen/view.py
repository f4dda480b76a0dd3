"""The timeline as a widget: the canvas, and what stands around it."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from tracker.palette import Palette
from tracker.timeline.hands.keys import ZOOM_STEP
from tracker.timeline.hands.wheel import LANE_STEP
from tracker.timeline.plans.plan import Plan
from tracker.timeline.screen.canvas import Canvas
from tracker.timeline.screen.surrounded import Surrounded
from tracker.timeline.screen.tray_drop import TrayDrop
from tracker.timeline.viewing.sight import Sight


class TimelineView(Surrounded):
    """Shows a plan. Its signals carry the ids of records; `bar_moved` comes once, on release,
    with the edge ("start", "end" or "both") and its new time; `bar_created` with what its lane `creates` and a time.
    It takes over the sight of a still picture, where there was one.
    """

    bar_selected = Signal(str)
    bar_opened = Signal(str)
    bar_moved = Signal(str, str, object)
    bar_created = Signal(str, object)

    def __init__(self, palette: Palette, sight: Sight | None = None, parent: QWidget | None = None) -> None:
        canvas = Canvas(palette, sight)
        super().__init__(canvas.sight, canvas, parent)
        self.canvas = canvas
        canvas.entry.setParent(self)  # below the canvas a screen reader finds bars alone
        TrayDrop(self.canvas.viewport(), self.sight, self.canvas.changing)
        self.setFocusProxy(self.canvas)
        self._connect()

    def _connect(self) -> None:
        for hand in (self.canvas.mouse, self.canvas.keys, self.tray):
            hand.chosen.connect(self._on_chosen)
            hand.opened.connect(self.bar_opened)
        self.canvas.changing.moved.connect(self.bar_moved)
        self.canvas.changing.created.connect(self.bar_created)

    @property
    def plan(self) -> Plan:
        return self.sight.plan

    def show_plan(self, plan: Plan) -> None:
        """Draws another plan over the same stretch of time; see `fit_default`."""
        self.canvas.stop()
        self.sight.show_plan(plan)

    @Slot(str)
    def select(self, key: str) -> None:
        """Marks a record and brings it into view. No signal: it is not news to who asks for it."""
        self.sight.select(key)

    def set_palette(self, palette: Palette) -> None:
        self.sight.set_palette(palette)

    def fit_default(self) -> None:
        """The range that the plan wants to be seen first."""
        self.sight.fit_default()

    def zoom_in(self) -> None:
        self.sight.zoom(ZOOM_STEP)

    def zoom_out(self) -> None:
        self.sight.zoom(1 / ZOOM_STEP)

    def higher_lanes(self) -> None:
        self.sight.set_row_height(self.sight.row_height + LANE_STEP)

    def lower_lanes(self) -> None:
        self.sight.set_row_height(self.sight.row_height - LANE_STEP)

    def collapse_all(self) -> None:
        self.sight.fold_all(True)

    def expand_all(self) -> None:
        self.sight.fold_all(False)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        self.sight.select(key)
        self.bar_selected.emit(key)
