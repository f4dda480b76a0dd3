"""The timeline above the tables: its head with the choice of view, and the drawing, fed from the book."""

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.zones import zone
from tracker.i18n import N_, _
from tracker.models import feed
from tracker.models.selection import Selection
from tracker.palette import Palette
from tracker.settings import Settings
from tracker.timeline.view import TimelineView
from tracker.widgets.refused import told

VIEWS = (("mission", N_("By mission")), ("crew", N_("By crew")), ("spacecraft", N_("By spacecraft")))


class TimelinePanel(QWidget):
    """Re-reads the book once per turn of the event loop, however many edits came in."""

    record_opened = Signal(str)
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
        self.view = TimelineView(palette)
        self._views = QComboBox()
        self._note = QLabel()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._arrange()
        self._connect()
        self._read()
        self.view.fit_default()
        self.view.select(selection.current)

    def _arrange(self) -> None:
        self._views.setAccessibleName(_("What the lanes are"))
        for name, label in VIEWS:
            self._views.addItem(_(label), name)
        self._views.setCurrentIndex(max(0, self._views.findData(self._settings.value("timeline/view"))))
        self._note.setProperty("role", "muted")
        head = QHBoxLayout()
        head.setContentsMargins(16, 4, 16, 4)
        head.addWidget(self._views)
        head.addStretch(1)
        head.addWidget(self._note)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.view, 1)

    def _connect(self) -> None:
        self._document.changed.connect(self._on_changed)
        self._settings.changed.connect(self._on_setting)
        self._selection.changed.connect(self.view.select)
        self._views.currentIndexChanged.connect(self._on_view)
        self._later.timeout.connect(self._read)
        self.view.bar_selected.connect(self._selection.select)
        self.view.bar_opened.connect(self._on_opened)
        self.view.bar_moved.connect(self._on_moved)

    @property
    def view_name(self) -> str:
        """One of mission, crew, spacecraft."""
        return str(self._views.currentData())

    def fit_all(self) -> None:
        self.view.fit_all()

    def fit_selection(self) -> None:
        self.view.fit_selection()

    def zoom_in(self) -> None:
        self.view.zoom(1.5)

    def zoom_out(self) -> None:
        self.view.zoom(1 / 1.5)

    def set_palette(self, palette: Palette) -> None:
        self.view.set_palette(palette)

    @Slot()
    def _read(self) -> None:
        plan = feed.plan(self._document.book, self.view_name, zone(self._settings.zone))
        self._note.setText(" · ".join(plan.notes))
        self.view.show_plan(plan)

    @Slot(object)
    def _on_changed(self, edit: object) -> None:
        self._later.start()

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name == "zone":
            self._later.start()

    @Slot(int)
    def _on_view(self, index: int) -> None:
        self._settings.keep("timeline/view", self.view_name)
        self._read()
        self.view.fit_default()
        self.view.select(self._selection.current)

    @Slot(str)
    def _on_opened(self, id: str) -> None:
        self._selection.select(id)
        self.record_opened.emit(id)

    @Slot(str, float, str)
    def _on_moved(self, id: str, seconds: float, edge: str) -> None:
        with told(self.said.emit):
            record = feed.moved(self._document.book, id, edge, seconds)
            self._document.do(edits.change(self._document.book, record))
        self._later.start()
