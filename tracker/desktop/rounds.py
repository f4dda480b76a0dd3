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
        return _go([stop for stop in stops if stop.isVisible() and stop.isEnabled()], step)

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


def _go(stops: list[QWidget], step: int) -> bool:
    """From what has the keys, or what is around it, to the next in a circle; from anywhere else to the first."""
    now = QApplication.focusWidget()
    while now is not None and now not in stops:
        now = now.parentWidget()
    if stops:
        at = stops.index(now) + step if now is not None else min(step, 0)
        reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
        stops[at % len(stops)].setFocus(reason)
    return bool(stops)
