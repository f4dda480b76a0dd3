"""Goes from cell to cell that holds what the find bar asks for."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tracker.i18n import _, number
from tracker.widgets.parts.sweep import Sweep
from tracker.widgets.tables.columns import TableColumns
from tracker.widgets.tables.find import FindBar, Place, finding, following
from tracker.widgets.tables.view import TableView


class TableSearch(QObject):
    """`said` carries what the bar would say, when it is closed."""

    said = Signal(str)

    def __init__(self, view: TableView, columns: TableColumns, sweep: Sweep) -> None:
        super().__init__(view)
        self._view, self._columns, self._sweep = view, columns, sweep
        self.bar = FindBar()
        self.bar.searched.connect(self._on_searched)
        self.bar.closed.connect(self._on_closed)

    def open(self) -> None:
        """Shows the bar, ready for typing."""
        self.bar.open()

    def go(self, step: int) -> None:
        """To the next cell (1), the one before (-1), or the first from here on (0); asks what for, if need be."""
        columns, text = self._columns.shown(), self.bar.text
        if not text:
            self.open()
            return
        self._sweep.ask(finding(self._view.table, columns, text), partial(self._go, step, columns, text))

    def _go(self, step: int, columns: list[int], text: str, places: list[Place]) -> None:
        if not places:
            self._say(_("“{text}” is in no cell shown here.").format(text=text))
            return
        index = self._view.currentIndex()
        here = (index.row(), index.column())
        place = here if step == 0 and here in places else following(places, columns, here, step or 1)
        self._view.go(*place)
        nth, total = number(places.index(place) + 1), number(len(places))
        self._say(_("{number} of {total}").format(number=nth, total=total))

    def _say(self, text: str) -> None:
        self.bar.say(text)
        if not self.bar.isVisible():
            self.said.emit(text)

    @Slot(int)
    def _on_searched(self, step: int) -> None:
        if self.bar.text:
            self.go(step)
        else:
            self.bar.say("")

    @Slot()
    def _on_closed(self) -> None:
        self._view.setFocus()  # first: the bar would pass the keys on to what stands beside it
        self.bar.hide()
