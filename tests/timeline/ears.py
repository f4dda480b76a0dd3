"""What a screen reader finds in a timeline, and what it is told."""

from typing import Any

from PySide6.QtGui import QAccessible

from tracker.timeline.screen.view import TimelineView

Event = QAccessible.Event
Told = list[tuple[Event, str]]


def spoken(view: TimelineView) -> Any:
    return QAccessible.queryAccessibleInterface(view.canvas)


def children(view: TimelineView) -> list[Any]:
    whole = spoken(view)
    return [whole.child(place) for place in range(whole.childCount())]


def names(view: TimelineView) -> list[str]:
    return [one.text(QAccessible.Text.Name) for one in children(view)]
