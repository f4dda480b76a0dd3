"""Back and forth through views of the timeline: the lanes shown, the stretch of time, and how far it is scrolled."""

from collections.abc import Callable, Hashable
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot

from tracker.timeline.plans.trail import Place, Trail
from tracker.timeline.viewing.sight import Sight

STILL = 400  # milliseconds without a movement, after which a view counts as looked at


class TimelineTrail(QObject):
    """`shown` says which lanes are shown and how, `show` shows others."""

    def __init__(
        self, sight: Sight, shown: Callable[[], Hashable], show: Callable[[Any], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._sight, self._shown, self._show = sight, shown, show
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
        self._trail.visit(Place(self._shown(), aim.start, aim.end, self._sight.scroll))

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
            if place.view != self._shown():
                self._show(place.view)
            self._sight.show_span(place.lower, place.upper)
            self._sight.scroll_to(place.scroll)
            self._later.stop()
