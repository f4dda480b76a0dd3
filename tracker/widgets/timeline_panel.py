"""The timeline above the tables: its head with the choice of view, and the drawing, fed from the book."""

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import edits, texts
from tracker.domain.fields import field_of
from tracker.domain.records import Event
from tracker.domain.times import VagueTime
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.models import feed, feed_edits
from tracker.models.axis import SETTING
from tracker.models.feed_view import KINDS, View, read_view
from tracker.models.selection import Selection
from tracker.palette import Palette
from tracker.settings import Settings
from tracker.timeline import strip
from tracker.timeline.sight import Sight
from tracker.timeline.still import Still
from tracker.widgets.axis_menu import AxisMenu
from tracker.widgets.refused import told

if TYPE_CHECKING:
    from tracker.timeline.view import TimelineView
    from tracker.widgets.beside import Beside
    from tracker.widgets.timeline_trail import TimelineTrail


class TimelinePanel(QWidget):
    """Re-reads the book once per turn of the event loop, however many edits came in.

    At first it shows a still picture; `wake` puts the living view in its place.
    """

    record_opened = Signal(str)
    record_added = Signal(str)
    said = Signal(str)

    def __init__(
        self,
        document: Document,
        selection: Selection,
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
        self._still = Still(self._sight, strip.HEIGHT if settings.value(strip.SETTING, True) else 0)
        self._views, self.listed = QComboBox(), QToolButton()
        self.axis = AxisMenu(document, settings)
        self._note = QLabel()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._arrange()
        self._connect()
        self._read()
        self._sight.fit_default()
        self._sight.select(selection.current)

    def _arrange(self) -> None:
        self._views.setAccessibleName(_("What the lanes are"))
        for name, label in KINDS.items():
            self._views.addItem(_(label), name)
        self._views.setCurrentIndex(self._views.findData(read_view(self._settings.value("timeline/view")).kind))
        self.listed.setText(_("List"))
        self.listed.setCheckable(True)
        self.listed.setToolTip(_("What is in view as a list, in words"))
        self.listed.setChecked(bool(self._settings.value("timeline/list", False)))
        self.listed.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._note.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 4)
        head.addWidget(self._views)
        head.addWidget(self.axis)
        head.addWidget(self.listed)
        head.addStretch(1)
        head.addWidget(self._note)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addLayout(head)
        self._column.addWidget(self._still, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._settings.changed.connect(self._on_setting)
        self._views.currentIndexChanged.connect(self._on_view)
        self._later.timeout.connect(self._read)

    def wake(self) -> None:
        """Imports pyqtgraph and puts the living view where the still picture was."""
        from tracker.timeline.view import TimelineView
        from tracker.widgets.beside import Beside
        from tracker.widgets.timeline_habits import TimelineHabits
        from tracker.widgets.timeline_trail import TimelineTrail

        view = self.view = TimelineView(self._palette, self._sight)
        view.bar_selected.connect(self._selection.select)
        view.bar_opened.connect(self._on_opened)
        view.bar_moved.connect(self._on_moved)
        view.bar_created.connect(self._on_created)
        view.canvas.entry.understand = self._understand
        self._selection.changed.connect(view.select)
        self.beside = Beside(view, self._settings)
        self.listed.toggled.connect(self.beside.show_list)
        self._column.replaceWidget(self._still, self.beside)
        self.setFocusProxy(view)
        self._still.deleteLater()
        TimelineHabits(view, self._settings)
        self.trail = TimelineTrail(view.sight, self._name_of_view, self.show_view, view)

    def _show_home(self) -> None:
        if self.view is not None:
            self.view.fit_default()
            self.view.select(self._selection.current)

    def toggle_list(self) -> None:
        """Shows or hides the list of bars; shown, it has the keys."""
        self.listed.toggle()
        if self.beside is not None:
            self.beside.focus_list()

    @property
    def view_name(self) -> str:
        """One of mission, crew, vessel."""
        return str(self._views.currentData())

    def _name_of_view(self) -> str:
        return self.view_name

    def show_view(self, name: str) -> None:
        """Other lanes, over the range they want to be seen in."""
        self._views.setCurrentIndex(max(0, self._views.findData(name)))

    @property
    def ranges(self) -> dict[str, tuple[float, float]]:
        """What a picture can be of besides: the time in view, and the range that R made of a selection."""
        found = {"visible": (self._sight.scale.start, self._sight.scale.end)}
        return found | ({"marked": self._sight.range} if self._sight.range else {})

    def set_palette(self, palette: Palette) -> None:
        self._palette = palette
        if self.view is not None:
            self.view.set_palette(palette)

    @Slot()
    def _read(self) -> None:
        self._later.stop()
        plan = feed.plan(self._document.book, View(self.view_name), zone(self._settings.zone))
        self._note.setText(" · ".join(plan.notes))
        locked = _("This store is open for reading only.") if self._document.read_only else ""
        (self.view or self._sight).show_plan(replace(plan, systems=self.axis.systems(), locked=locked))

    @Slot(object)
    def _on_changed(self, edit: object) -> None:
        self._later.start()

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name in ("zone", SETTING):
            self._later.start()

    @Slot(int)
    def _on_view(self, index: int) -> None:
        self._settings.keep("timeline/view", self.view_name)
        self._read()
        self._show_home()

    @Slot(str)
    def _on_opened(self, id: str) -> None:
        self._selection.select(id)
        self.record_opened.emit(id)

    @Slot(str, str, object)
    def _on_moved(self, id: str, edge: str, time: VagueTime) -> None:
        with told(self.said.emit):
            record = feed_edits.moved(self._document.book, id, edge, time)
            self._document.do(edits.change(self._document.book, record))
        self._read()

    @Slot(str, object)
    def _on_created(self, what: str, time: VagueTime) -> None:
        with told(self.said.emit):
            event = feed_edits.created(self._document.book, what, time)
            self._document.do(edits.create(self._document.book, event))
            self._read()
            self._selection.select(event.id)
            self.record_added.emit(event.id)

    def _understand(self, text: str) -> VagueTime | None:
        """A time as the forms take it, that hangs on another event as well."""
        return texts.understand(field_of(Event, "actual"), text, self._document.book, zone(self._settings.zone))
