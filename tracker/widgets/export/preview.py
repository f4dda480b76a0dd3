"""The preview: one page of the picture as it will be, drawn beside the window; under it which page and how large."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from tracker.i18n import _
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.plans.plan import Plan
from tracker.widgets.export.drawing import Drawing, Drawn, Wish
from tracker.widgets.export.page import Page
from tracker.widgets.parts.background import Background

PAUSE = 120  # milliseconds after the last change, before it is drawn


class Preview(QWidget):
    """The page, with the means to turn pages below it. `drawn` says that there is one, `refused` why there is none."""

    drawn = Signal()
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._plan, self._options = Plan(), PictureOptions()
        self._drawing, self._at_work, self._later = Drawing(), Background(), QTimer(self)
        self.number, self._pages = 0, 1
        self._back, self._forth = QToolButton(), QToolButton()
        self._which, self._state, self._measures = QLabel(), QLabel(), QLabel()
        for button, text, name in ((self._back, "‹", _("Previous page")), (self._forth, "›", _("Next page"))):
            button.setText(text)
            button.setAccessibleName(name)
            button.setToolTip(name)
            button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        for label in (self._which, self._state, self._measures):
            label.setProperty("role", "muted")
        self._arrange()
        self._connect()
        self._show_number()

    def _arrange(self) -> None:
        for widget in self._turning:
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)  # the page keeps its size whatever stands below it
            widget.setSizePolicy(policy)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self._measures)
        foot.addWidget(self._state)
        foot.addStretch(1)
        foot.addWidget(self._back)
        foot.addWidget(self._which)
        foot.addWidget(self._forth)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.page, 1)
        column.addLayout(foot)

    def _connect(self) -> None:
        self._later.setSingleShot(True)
        self._later.setInterval(PAUSE)
        self._later.timeout.connect(self.draw)
        self._at_work.done.connect(self._on_drawn)
        self._at_work.failed.connect(self._on_refused)
        self.page.zoomed.connect(self._later.start)
        self.page.resized.connect(self._later.start)
        self.page.turned.connect(self.turn)
        self._back.clicked.connect(self._on_back)
        self._forth.clicked.connect(self._on_forth)

    @property
    def is_busy(self) -> bool:
        return self._later.isActive() or self._at_work.is_busy

    @property
    def _turning(self) -> tuple[QWidget, ...]:
        return (self._back, self._which, self._forth)

    def show_picture(self, plan: Plan, options: PictureOptions) -> None:
        """Draws it a little later, as more may be changed until then."""
        self._plan, self._options = plan, options
        self._later.start()

    def pause(self) -> None:
        """Draws nothing until the next picture is to be shown."""
        self._later.stop()
        self._at_work.cancel()
        self._state.clear()

    def stop(self) -> None:
        """Ends for good; no thread is left behind."""
        self._later.stop()
        self._at_work.stop()

    @Slot()
    def draw(self) -> None:
        wish = Wish(
            self._plan, self._options, self.number, self.page.room, self.devicePixelRatioF(), self.page.is_actual
        )
        self._state.setText(_("Drawing…"))
        self._at_work.ask(partial(self._drawing.draw, wish))

    @Slot(object)
    def _on_drawn(self, drawn: Drawn) -> None:
        self._state.clear()
        self.number, self._pages = drawn.page, drawn.pages
        self.page.show_page(drawn)
        self._measures.setText(drawn.measures)
        self._show_number()
        self.drawn.emit()

    @Slot(str)
    def _on_refused(self, sentence: str) -> None:
        self._state.clear()
        self.refused.emit(sentence)

    @Slot(int)
    def turn(self, by: int) -> None:
        number = min(max(0, self.number + by), self._pages - 1)
        if number != self.number:
            self.number = number
            self._show_number()
            self._later.start()

    @Slot()
    def _on_back(self) -> None:
        self.turn(-1)

    @Slot()
    def _on_forth(self) -> None:
        self.turn(1)

    def _show_number(self) -> None:
        for widget in self._turning:
            widget.setVisible(self._pages > 1)
        self._which.setText(_("Page {page} of {pages}").format(page=self.number + 1, pages=self._pages))
        self._back.setEnabled(self.number > 0)
        self._forth.setEnabled(self.number + 1 < self._pages)
