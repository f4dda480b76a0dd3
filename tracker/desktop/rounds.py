"""How the keys go around the window: Tab from control to control, F6 from part to part."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from tracker.widgets.parts import tab_order

if TYPE_CHECKING:
    from tracker.desktop.workspace import Workspace


class Rounds:
    """Down the left side of the window, then to the right, then to the message below."""

    def __init__(self, work: "Workspace") -> None:
        self._work = work

    def tab(self, step: int) -> bool:
        """To the next control, or the previous one; whether there is any. Qt's own order is that in which things
        were made, and tables and forms are made when they are first looked at.
        """
        stops = [stop for part in self._parts for stop in tab_order.inside(part)]
        at = _place(stops)
        further = [*stops[at + 1 :], *stops[: max(0, at)]][::step]
        found = next((stop for stop in further if stop.isVisible() and stop.isEnabled()), None)
        if found is not None:
            found.setFocus(Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason)
        return found is not None

    def next_part(self) -> None:
        self._go_to_part(1)

    def previous_part(self) -> None:
        self._go_to_part(-1)

    def _go_to_part(self, step: int) -> None:
        """To what one works with there: the timeline, the table, the form."""
        parts, now = self._parts, QApplication.focusWidget()
        places = list(parts)
        here = next((n for n, part in enumerate(places) if now is not None and part.isAncestorOf(now)), min(-step, 0))
        parts[places[(here + step) % len(places)]]()

    @property
    def _parts(self) -> dict[QWidget, Callable[[], None]]:
        """Those in which there is something to do, and what takes one there."""
        work = self._work
        found: dict[QWidget, Callable[[], None]] = {}
        if work.timeline is not None:
            found[work.timeline] = work.timeline.setFocus
        found[work.tables] = work.tables.focus_table
        if work.inspector is not None and work.inspector.record is not None:
            found[work.inspector] = work.inspector.focus_form
        if work.message.isVisible():
            found[work.message] = work.message.setFocus
        return found


def _place(stops: list[QWidget]) -> int:
    """Of what has the keys, or is around it; -1 for anything else. It may have been hidden just now."""
    now = QApplication.focusWidget()
    while now is not None and now not in stops:
        now = now.parentWidget()
    return stops.index(now) if now is not None else -1
