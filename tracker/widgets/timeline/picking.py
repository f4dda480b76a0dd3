"""Between the timeline and what is selected everywhere: a bar picked selects its record, and so does a lane."""

from PySide6.QtCore import QObject, Signal, Slot

from tracker.domain.book import Book
from tracker.models.selection import Selection
from tracker.timeline.screen.view import TimelineView


class TimelinePicking(QObject):
    """`opened` says that the form of a record is wanted, which is selected by then."""

    opened = Signal(str)

    def __init__(self, view: TimelineView, book: Book, selection: Selection) -> None:
        super().__init__(view)
        self._book, self._selection = book, selection
        view.bar_selected.connect(selection.select)
        view.bar_opened.connect(self._on_opened)
        view.canvas.lanes.chosen.connect(self._on_lane)
        view.canvas.keys.lane_opened.connect(self._on_lane_opened)
        selection.changed.connect(view.select)

    @Slot(str)
    def _on_opened(self, id: str) -> None:
        self._selection.select(id)
        self.opened.emit(id)

    @Slot(str)
    def _on_lane(self, lane: str) -> None:
        """Selects the record that a lane stands for."""
        if record := self._record_of(lane):
            self._selection.select(record)

    @Slot(str)
    def _on_lane_opened(self, lane: str) -> None:
        if record := self._record_of(lane):
            self._on_opened(record)

    def _record_of(self, lane: str) -> str:
        """Its id, with which the lane's key ends; empty if the lane stands for none."""
        id = lane.rpartition("/")[2]
        return id if id in self._book else ""
