"""The timeline for a screen reader: a list, in which every lane and every bar in view is an item with its words and its
place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from weakref import ref

import shiboken6
from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from tracker.i18n import _
from tracker.timeline.speech.reading import PIN, Actions, Heading, Item

if TYPE_CHECKING:
    from tracker.timeline.speech.reader import Reader

_NOTHING = shiboken6.VoidPtr(0)  # what PySide takes for the absence of an interface; None crashes


class SpokenTimeline(QAccessibleWidget):
    """The widget as a list of its lanes, each followed by its bars."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List, "")
        self._widget = ref(widget)

    def _reader(self) -> Reader | None:
        """Qt may ask while the widget is still being made."""
        return getattr(self._widget(), "reader", None)

    def childCount(self) -> int:
        reader = self._reader()
        return len(reader.items) if reader else 0

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        reader = self._reader()
        return reader.interface(index) if reader else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        reader = self._reader()
        return reader.place(child.identity) if reader and isinstance(child, SpokenItem) else -1

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        found = (self.child(place) for place in range(self.childCount()))
        return next((one for one in found if one is not None and one.rect().contains(x, y)), None)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        reader = self._reader()
        if reader is None or not reader.widget.hasFocus():
            return None
        return self.child(reader.focused) or self


class SpokenItem(QAccessibleInterface):
    """One item. Qt asks at any time, after that has gone out of view as well."""

    def __init__(self, reader: Reader, item: Item) -> None:
        super().__init__()
        self.identity = item.identity
        self.heard = item  # as a screen reader was told of it
        self._reader, self._item = ref(reader), item
        self._hands = _Hands(self)

    def _now(self) -> tuple[Reader, Item] | None:
        """The item as it is now, and whose it is; None once that has gone out of view."""
        reader = self._reader()
        place = reader.place(self.identity) if reader and self.isValid() else -1
        if reader is None or place < 0:
            return None
        self._item = reader.items[place]
        return reader, self._item

    def actions(self) -> Actions:
        found = self._now()
        return found[0].actions(found[1]) if found else {}

    def isValid(self) -> bool:
        reader = self._reader()
        return reader is not None and shiboken6.isValid(reader) and shiboken6.isValid(reader.widget)

    def object(self) -> QObject | None:  # type: ignore[override]
        return None

    def window(self) -> Any:
        reader = self._reader()
        return reader.widget.window().windowHandle() if reader and self.isValid() else None

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        reader = self._reader()
        return QAccessible.queryAccessibleInterface(reader.widget) if reader and self.isValid() else None

    def child(self, index: int) -> None:  # type: ignore[override]
        return None

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def text(self, which: QAccessible.Text) -> str:
        self._now()
        return self._item.text if which == QAccessible.Text.Name else ""

    def setText(self, which: QAccessible.Text, text: str) -> None:
        """What it shows is changed in the form."""

    def rect(self) -> QRect:
        """On the screen; empty if the lane is scrolled out of sight."""
        found = self._now()
        if found is None:
            return QRect()
        reader, item = found
        seen = item.rect(reader.sight.frame).toAlignedRect()
        return seen.translated(reader.widget.mapToGlobal(QPoint(0, 0))) if not seen.isEmpty() else QRect()

    def state(self) -> QAccessible.State:
        state, found = QAccessible.State(), self._now()
        if found is None:
            state.invisible = state.offscreen = True
            return state
        reader, item = found
        state.focusable = state.selectable = True
        state.selected = item.index in reader.selected
        state.focused = reader.widget.hasFocus() and reader.place(self.identity) == reader.focused
        state.offscreen = self.rect().isEmpty()
        if isinstance(item, Heading) and item.folds:
            state.expandable, state.collapsed = True, item.lane.is_collapsed
            state.expanded = not state.collapsed
        return state

    def interface_cast(self, wanted: QAccessible.InterfaceType) -> Any:
        return self._hands if wanted == QAccessible.InterfaceType.ActionInterface else _NOTHING


class _Hands(QAccessibleActionInterface):
    """What can be done to it from outside."""

    def __init__(self, item: SpokenItem) -> None:
        super().__init__()
        self._item = ref(item)

    def actionNames(self) -> list[str]:
        return list(self._actions())

    def localizedActionName(self, name: str) -> str:
        return _("Pin to the top, or no longer") if name == PIN else str(super().localizedActionName(name))

    def doAction(self, name: str) -> None:
        does = self._actions().get(name)
        if does is not None:
            does()

    def keyBindingsForAction(self, name: str) -> list[str]:
        return []

    def _actions(self) -> Actions:
        item = self._item()
        return item.actions() if item is not None else {}
