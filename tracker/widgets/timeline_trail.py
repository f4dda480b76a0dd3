"""Back and forth through views of the timeline: the lanes shown, the stretch of time, and how far it is scrolled."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Slot

from tracker.timeline.sight import Sight
from tracker.timeline.trail import Place, Trail

STILL = 400  # milliseconds without a movement, after which a view counts as looked at


class TimelineTrail(QObject):
    """`view_name` says which lanes are shown, `show_view` shows others."""

    def __init__(
        self, sight: Sight, view_name: Callable[[], str], show_view: Callable[[str], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sight, self._view_name, self._show_view = sight, view_name, show_view
        self._trail = Trail()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(STILL)
        self._later.timeout.connect(self.remember)
        sight.changed.connect(self._later.start)
        self.remember()

    @Slot()
    def remember(self) -> None:
        """Keeps where the view is, or is going."""
        aim = self._sight.aim
        self._trail.visit(Place(self._view_name(), aim.start, aim.end, self._sight.scroll))

    def back(self) -> None:
        """To the view looked at before."""
        self._go(-1)

    def forward(self) -> None:
        """To the view that one came back from."""
        self._go(1)

    def _go(self, step: int) -> None:
        self.remember()
        place = self._trail.go(step)
        if place is not None:
            if place.view != self._view_name():
                self._show_view(place.view)
            self._sight.show_span(place.lower, place.upper)
            self._sight.scroll_to(place.scroll)
            self._later.stop()
