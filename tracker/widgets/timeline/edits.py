"""What is done to bars with the mouse or by typing becomes edits of their records."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from tracker.document import Document
from tracker.domain import edits, texts
from tracker.domain.fields import field_of
from tracker.domain.records import Event
from tracker.domain.times import VagueTime
from tracker.domain.zones import zone
from tracker.models.feed import changes
from tracker.settings import Settings
from tracker.timeline.screen.view import TimelineView
from tracker.widgets.parts.refused import told


class TimelineEdits(QObject):
    """`read` draws the book anew: at once, done or refused, so that no bar stays where it was let go."""

    said = Signal(str)
    created = Signal(str)

    def __init__(self, document: Document, settings: Settings, view: TimelineView, read: Callable[[], None]) -> None:
        super().__init__(view)
        self._document, self._settings, self._read = document, settings, read
        view.bar_moved.connect(self._on_moved)
        view.bar_created.connect(self._on_created)
        view.canvas.entry.understand = self._understand

    @Slot(str, str, object)
    def _on_moved(self, id: str, edge: str, time: VagueTime) -> None:
        with told(self.said.emit):
            record = changes.moved(self._document.book, id, edge, time)
            self._document.do(edits.change(self._document.book, record))
        self._read()

    @Slot(str, object)
    def _on_created(self, what: str, time: VagueTime) -> None:
        with told(self.said.emit):
            event = changes.created(self._document.book, what, time)
            self._document.do(edits.create(self._document.book, event))
            self._read()
            self.created.emit(event.id)

    def _understand(self, text: str) -> VagueTime | None:
        """A time as the forms take it, that hangs on another event as well."""
        return texts.understand(field_of(Event, "actual"), text, self._document.book, zone(self._settings.zone))
