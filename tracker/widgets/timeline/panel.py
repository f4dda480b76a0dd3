"""The timeline above the tables: its head with the choice of view, and the drawing, fed from the book."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.models import axis
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import Filter, read_view
from tracker.models.places import Places, Shown, Spot
from tracker.models.selection import Selection
from tracker.models.table_filter import TableFilter
from tracker.palette import Palette
from tracker.settings import LINKS, TIMES, Settings
from tracker.timeline.screen import strip
from tracker.timeline.screen.still import Still
from tracker.timeline.viewing import sight
from tracker.timeline.viewing.sight import ROW_HEIGHT, Sight
from tracker.widgets.parts.empty import ADD_EVENT
from tracker.widgets.timeline.axis_menu import AxisMenu
from tracker.widgets.timeline.filter import FilterSwitch
from tracker.widgets.timeline.head import TimelineHead
from tracker.widgets.timeline.lanes import show_lane_menu
from tracker.widgets.timeline.stage import Stage
from tracker.widgets.timeline.views import SavedViews

if TYPE_CHECKING:
    from tracker.timeline.plans.plan import Plan
    from tracker.timeline.screen.view import TimelineView
    from tracker.widgets.timeline.beside import Beside
    from tracker.widgets.timeline.trail import TimelineTrail

MANY, PAUSE = 3000, 120  # from so many records on, a filter waits so many milliseconds for more to be typed


class TimelinePanel(QWidget):
    """Re-reads the book once per turn of the event loop, however many edits came in.

    At first it shows a still picture; `wake` puts the living view in its place.
    """

    record_opened = Signal(str)
    record_added = Signal(str)
    record_wanted = Signal(str)
    said = Signal(str)
    rearranged = Signal()

    def __init__(
        self,
        document: Document,
        selection: Selection,
        filter: TableFilter,
        settings: Settings,
        palette: Palette,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._settings = document, selection, settings
        self.view: TimelineView | None = None
        self.trail: TimelineTrail | None = None
        self.beside: Beside | None = None
        self._palette = palette
        self._sight = Sight(palette, self)
        still = Still(self._sight)
        still.overview.setVisible(bool(settings.value(strip.SETTING, True)))
        self._stage = Stage(still)
        self.axis = AxisMenu(document, settings)
        self.places = Places(settings, document.location)
        self.saved = SavedViews(self.places, lambda: self.spot, self.go)
        self.filtered = FilterSwitch(filter)
        self.filtered.set_palette(palette)
        self.head = TimelineHead(self.filtered, self.axis, self.saved)
        self.listed = self.head.listed
        self._view = read_view(settings.value("timeline/view"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._arrange()
        self._connect()
        self._come_back()

    def _arrange(self) -> None:
        self._sight.set_row_height(float(self._settings.value(sight.SETTING, ROW_HEIGHT)))
        self.listed.setChecked(bool(self._settings.value("timeline/list", False)))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stage, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._settings.changed.connect(self._on_setting)
        self.head.wanted.connect(self.show_shown)
        self.head.alone.clicked.connect(self._sight.show_all_lanes)
        self.filtered.wanted.connect(self._on_filter)
        self._stage.wanted.connect(self._on_wanted)
        self._sight.rearranged.connect(self._on_rearranged)
        self._later.timeout.connect(self._read)

    def wake(self) -> None:
        """Imports pyqtgraph and puts the living view where the still picture was."""
        from tracker.timeline.screen.view import TimelineView
        from tracker.widgets.timeline.beside import Beside
        from tracker.widgets.timeline.edits import TimelineEdits
        from tracker.widgets.timeline.habits import TimelineHabits
        from tracker.widgets.timeline.picking import TimelinePicking
        from tracker.widgets.timeline.trail import TimelineTrail

        view = self.view = TimelineView(self._palette, self._sight)
        picking = TimelinePicking(view, self._document.book, self._selection)
        picking.opened.connect(self.record_opened)
        edits = TimelineEdits(self._document, self._settings, view, self._read)
        edits.said.connect(self.said)
        edits.created.connect(self._on_created)
        self.beside = Beside(view, self._settings)
        self.listed.toggled.connect(self.beside.show_list)
        self._stage.put(self.beside)
        self.setFocusProxy(view)
        TimelineHabits(view, self._settings)
        self.trail = TimelineTrail(view.sight, lambda: self.shown, self.show_shown, view)
        view.canvas.lanes.menu_wanted.connect(partial(show_lane_menu, view.sight, view.canvas))

    def _come_back(self) -> None:
        """Where one was in this store when it was left; the first time, what the mission wants to show."""
        last = self.places.last
        if last is None:
            self._read()
            self._sight.fit_default()
            self._sight.select(self._selection.current)
            return
        self._show(last.shown)
        self._look_at(last)
        if not self._selection.current and last.selected in self._document.book:
            self._selection.select(last.selected)
            self._sight.selected = last.selected

    def leave(self) -> None:
        """Keeps where one is for the next time."""
        self.places.leave(self.spot)

    @property
    def sight(self) -> Sight:
        """What is in sight, of the still picture and of the living view."""
        return self._sight

    @property
    def shown(self) -> Shown:
        return Shown(self._view, self._sight.arrangement)

    @property
    def spot(self) -> Spot:
        """Where the view is, or is going."""
        aim = self._sight.aim
        scroll, selected = self._sight.scroll, self._selection.current
        return Spot(self.shown, aim.start, aim.end, scroll, tuple(axis.kept(self._settings)), selected)

    def go(self, spot: Spot) -> None:
        """To a view that was saved, with its rows of the axis."""
        if self.trail is not None:
            self.trail.remember()
        self._settings.keep(axis.SETTING, list(spot.axis) or None)
        self.show_shown(spot.shown)
        self._look_at(spot)

    def _look_at(self, spot: Spot) -> None:
        self._sight.show_span(spot.lower, spot.upper)
        self._sight.scroll_to(spot.scroll)

    @Slot(object)
    def show_shown(self, shown: Shown) -> None:
        """Other lanes, or the same in another way; those of another kind over the range they want to be seen in."""
        if shown.view == self._view:
            self._sight.arrange(shown.lanes)
        else:
            self._show(shown)

    def _show(self, shown: Shown) -> None:
        kind, self._view = self._view.kind, shown.view
        self._settings.keep("timeline/view", replace(shown.view, filter=Filter()).plain())
        self.filtered.follow(shown.view.filter)
        self._sight.arrangement = shown.lanes  # of what is read now: it is laid out once
        self._read()
        if shown.view.kind != kind:
            self._sight.fit_default()
            self._sight.select(self._selection.current)

    @Slot()
    def _on_rearranged(self) -> None:
        only = self._sight.arrangement.only
        self.head.show_alone(next((lane.name for lane in self._sight.plan.lanes if lane.key == only), ""))
        self.head.show_choices(self.shown)
        self.rearranged.emit()

    @Slot(object)
    def _on_filter(self, filter: Filter) -> None:
        """Turned on or off, or something is typed, which the next turn of the event loop takes up."""
        self._view = replace(self._view, filter=filter)
        self.filtered.follow(filter)
        self._later.start(PAUSE if filter and len(self._document.book) >= MANY else 0)

    def toggle_list(self) -> None:
        """Shows or hides the list of bars; shown, it has the keys."""
        self.listed.toggle()
        if self.beside is not None:
            self.beside.focus_list()

    @property
    def view_name(self) -> str:
        """One of mission, crew, vessel."""
        return self._view.kind

    def show_view(self, name: str) -> None:
        """Other lanes, over the range they want to be seen in."""
        self.show_shown(replace(self.shown, view=self._view.of_kind(name)))

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """What a picture can be of besides: the time in view, and the range that R made of a selection."""
        found = {"visible": (self._sight.scale.start, self._sight.scale.end)}
        return found | ({"marked": self._sight.range} if self._sight.range else {})

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        self.filtered.set_palette(palette)
        if self.view is not None:
            self.view.set_palette(palette)

    @Slot()
    def _read(self) -> None:
        self._later.stop()
        here = zone(self._settings.zone)
        plan = feed.plan(self._document.book, self._view, here, self.filtered.left(self._document.book, here))
        locked = _("This store is open for reading only.") if self._document.read_only else ""
        is_empty = self._show_emptiness(plan, locked)
        self.head.show_note("" if is_empty else " · ".join(plan.notes))
        links = plan.links if self._settings.value(LINKS, True) else ()
        (self.view or self._sight).show_plan(replace(plan, systems=self.axis.systems(), locked=locked, links=links))
        self._on_rearranged()

    def _show_emptiness(self, plan: "Plan", locked: str) -> bool:
        """Where there is nothing to draw: why, and the one thing to do about it."""
        is_empty = not plan.bars and bool(self._view.filter or not plan.undated)
        if is_empty and self._view.filter:
            self._stage.show_empty(self.filtered.why_empty, _("Show all"))
        elif is_empty:
            self._stage.show_empty(" ".join(plan.notes), "" if locked else _(ADD_EVENT))
        else:
            self._stage.show_empty("", "")
        return is_empty

    @Slot()
    def _on_wanted(self) -> None:
        """What is offered where there is nothing."""
        if self._view.filter:
            self.filtered.turn()
        else:
            self.record_wanted.emit("event")

    @Slot(object)
    def _on_changed(self, edit: object) -> None:
        self._later.start(0)

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name in (*TIMES, axis.SETTING, LINKS):
            self._later.start(0)

    @Slot(str)
    def _on_created(self, id: str) -> None:
        self._selection.select(id)
        self.record_added.emit(id)
