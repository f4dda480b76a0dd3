"""The timeline as a widget: the canvas and a scroll bar for its lanes."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QScrollBar, QWidget

from tracker.palette import Palette
from tracker.timeline.canvas import Canvas
from tracker.timeline.plan import Plan


class TimelineView(QWidget):
    """Shows a plan. Its signals carry the ids of records; `bar_moved` comes once, on release,
    with the seconds it was moved by and the edge: "start", "end" or "both".
    """

    bar_selected = Signal(str)
    bar_opened = Signal(str)
    bar_moved = Signal(str, float, str)

    def __init__(self, palette: Palette, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.canvas = Canvas(palette)
        self._bar = QScrollBar()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self._bar)
        self.setFocusProxy(self.canvas)
        self.setMinimumHeight(120)
        self._connect()

    def _connect(self) -> None:
        self.canvas.bar_selected.connect(self.bar_selected)
        self.canvas.bar_opened.connect(self.bar_opened)
        self.canvas.bar_moved.connect(self.bar_moved)
        self.canvas.scrolled.connect(self._on_scrolled)
        self._bar.valueChanged.connect(self.canvas.scroll_to)

    @property
    def plan(self) -> Plan:
        return self.canvas.plan

    def show_plan(self, plan: Plan) -> None:
        """Draws another plan over the same stretch of time; see `fit_default`."""
        self.canvas.show_plan(plan)

    @Slot(str)
    def select(self, key: str) -> None:
        self.canvas.select(key)

    def set_palette(self, palette: Palette) -> None:
        self.canvas.set_palette(palette)

    def fit_default(self) -> None:
        """The range that the plan wants to be seen first."""
        self.canvas.show_span(*self.plan.home)

    def fit_all(self) -> None:
        self.canvas.fit_all()

    def fit_selection(self) -> None:
        self.canvas.fit_selection()

    def zoom(self, factor: float) -> None:
        """Closer by a factor over 1, about the middle."""
        self.canvas.zoom(factor)

    @Slot()
    def _on_scrolled(self) -> None:
        frame = self.canvas.frame_
        self._bar.blockSignals(True)
        self._bar.setRange(0, round(self.canvas.most_scroll))
        self._bar.setPageStep(round(frame.plot.height()))
        self._bar.setSingleStep(round(frame.row_height))
        self._bar.setValue(round(frame.scroll))
        self._bar.blockSignals(False)
        self._bar.setVisible(self.canvas.most_scroll > 0)
