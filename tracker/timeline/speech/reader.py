"""What of the timeline's widget can be read, and the news of it for a screen reader.

Qt keeps an interface until it is told to delete it, and PySide deletes one that nobody refers to, without telling
Qt. So each is referred to from here, from when Qt first hears of it until Qt itself has deleted it.
"""

from collections.abc import Callable
from functools import cache, partial
from itertools import count

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
)
from PySide6.QtWidgets import QWidget

from tracker.timeline.speech import reading
from tracker.timeline.speech.aloud import say_aloud
from tracker.timeline.speech.reading import PRESS, Actions, Heading, Identity, Item
from tracker.timeline.speech.spoken import SpokenItem, SpokenTimeline
from tracker.timeline.speech.stretch import Stretch
from tracker.timeline.viewing.sight import Sight

SETTLED = 30  # milliseconds without a move, after which the reader is told what has changed
Key = tuple[int, Identity]
"""The number of a reader, and the identity of one of its items."""
_numbers = count()
_timelines: list[SpokenTimeline] = []
_items: dict[Key, SpokenItem] = {}


class Reader(QObject):
    """What of one widget can be read: its items in their order, kept while nothing moves."""

    def __init__(self, widget: QWidget, sight: Sight, choose: Callable[[str], None]) -> None:
        super().__init__(widget)
        self.number = next(_numbers)
        self.widget, self.sight, self.choose = widget, sight, choose
        self.is_cut = False  # whether there are more items than can be read
        self._kept: list[Item] | None = None
        self._places: dict[Identity, int] = {}
        self._stretch = Stretch(sight.frame)
        self._told: tuple[Identity, str] = ((), "")  # the item that has the focus, and its words
        self._told_plan = sight.plan
        self._later = QTimer(self, singleShot=True, interval=SETTLED)
        self._later.timeout.connect(self._on_settled)
        sight.changed.connect(self._on_changed)
        widget.installEventFilter(self)
        widget.destroyed.connect(partial(_forget, self.number))

    @property
    def items(self) -> list[Item]:
        """In the order in which they are read."""
        if self._kept is None:
            if not self._stretch.shows(self.sight.frame):
                self._stretch = Stretch(self.sight.frame)
            self._kept, self.is_cut = reading.in_view(self.sight, self._stretch)
            self._places = {item.identity: place for place, item in enumerate(self._kept)}
        return self._kept

    def place(self, identity: Identity) -> int:
        """Where an item stands; -1 once it is out of view."""
        return self._places.get(identity, -1) if self.items else -1

    @property
    def selected(self) -> list[int]:
        """The bars of the selected record."""
        return self.sight.rows.of_key(self.sight.selected) if self.sight.selected else []

    @property
    def focused(self) -> int:
        """The place of the item that has the focus when the widget has it; -1 without one."""
        sight, here = self.sight, self.sight.here
        if sight.is_at_lane:
            return self.place(reading.of_lane(sight.lane))
        return next((place for place, item in enumerate(self.items) if item.index == here), -1)

    def interface(self, place: int) -> SpokenItem | None:
        """The interface of an item, made when it is first asked for."""
        if not 0 <= place < len(self.items):
            return None
        item = self.items[place]
        key = (self.number, item.identity)
        if key not in _items:
            _items[key] = SpokenItem(self, item)
            QAccessible.registerAccessibleInterface(_items[key])
        return _items[key]

    def actions(self, item: Item) -> Actions:
        return item.actions(self.sight, self.choose)

    def press(self, item: Item) -> None:
        """Goes to a lane or chooses a bar; of a band it shows the bars."""
        self.actions(item)[PRESS]()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._told = ((), "")
            self._later.start()
        return False

    @Slot(str)
    def announce(self, text: str) -> None:
        """Says what is seen beside the pointer for a moment."""
        say_aloud(self.widget, text)

    @Slot()
    def _on_changed(self) -> None:
        self._kept = None
        if QAccessible.isActive():
            self._later.start()

    @Slot()
    def _on_settled(self) -> None:
        """Tells of items that came and went, and of another one selected."""
        if not QAccessible.isActive():
            return
        here = {item.identity for item in self.items}
        known = {identity for owner, identity in _items if owner == self.number}
        for identity in known - here:
            _send(_items[self.number, identity], QAccessible.Event.ObjectDestroyed)
            _delete((self.number, identity))
        for place, item in enumerate(self.items):
            if item.identity not in known and (made := self.interface(place)) is not None:
                _send(made, QAccessible.Event.ObjectCreated)
        if self.sight.plan is not self._told_plan:
            self._told_plan = self.sight.plan
            self._tell_of_names(known & here)
        self._tell_of_focus()

    def _tell_of_names(self, known: set[Identity]) -> None:
        """Of those that are still here but read differently now: a screen reader keeps the words it has heard."""
        for identity in known:
            spoken, now = _items[self.number, identity], self.items[self.place(identity)]
            before, spoken.heard = spoken.heard, now
            if now.text != before.text:
                _send(spoken, QAccessible.Event.NameChanged)
            if now.lane.is_collapsed != before.lane.is_collapsed and isinstance(now, Heading):
                _send_expanded(spoken)

    def _tell_of_focus(self) -> None:
        """Of another item that one has come to, or what is new of the same."""
        place = self.focused
        item = self.interface(place)
        now = (self.items[place].identity, self.items[place].text) if item is not None else ((), "")
        before, self._told = self._told, now
        if item is None or now == before:
            return
        if now[0] == before[0]:
            self.announce(now[1])
            return
        if self.items[place].key:
            _send(item, QAccessible.Event.Selection)
        if self.widget.hasFocus():
            _send(item, QAccessible.Event.Focus)


@cache
def speak_of(kind: str) -> None:
    """Has Qt ask here about all widgets of a class; it keeps the first answer it gets, so call it before any is made.

    Once in a process: a factory cannot be taken away again.
    """
    QAccessible.installFactory(partial(_made, kind))


def _made(kind: str, key: str, widget: QObject | None) -> SpokenTimeline | None:
    """The factory. Qt asks it about every widget there is, once for each of its classes, until one is known."""
    if key != kind or not isinstance(widget, QWidget):
        return None
    _timelines[:] = [one for one in _timelines if shiboken6.isValid(one)]
    _timelines.append(SpokenTimeline(widget))
    return _timelines[-1]


def _send(interface: QAccessibleInterface, event: QAccessible.Event) -> None:
    QAccessible.updateAccessibility(QAccessibleEvent(interface, event))


def _send_expanded(interface: QAccessibleInterface) -> None:
    what = QAccessible.State()
    what.expanded = what.collapsed = True
    QAccessible.updateAccessibility(QAccessibleStateChangeEvent(interface, what))


def _delete(key: Key) -> None:
    """Has Qt delete an interface, then lets go of it."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(_items[key]))
    del _items[key]


def _forget(number: int) -> None:
    """The widget is gone, and with it what could be read of it."""
    for key in [key for key in _items if key[0] == number]:
        _delete(key)
