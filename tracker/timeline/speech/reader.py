"""What of the timeline's widget can be read, and the news of it for a screen reader.

Qt keeps an interface until it is told to delete it, and PySide deletes one that nobody refers to, without telling
Qt. So each is referred to from here, from when Qt first hears of it until Qt itself has deleted it.
"""

from collections.abc import Callable
from functools import cache, partial
from itertools import count

import shiboken6
from PySide6.QtCore import QEvent, QObject, QTimer, Slot
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget

from tracker.timeline.speech import reading
from tracker.timeline.speech.reading import Item
from tracker.timeline.speech.spoken import SpokenBar, SpokenTimeline
from tracker.timeline.viewing.leading import lead_into
from tracker.timeline.viewing.sight import Sight

SETTLED = 30  # milliseconds without a move, after which the reader is told what has changed
Key = tuple[int, tuple[object, ...]]
"""The number of a reader, and the identity of one of its items."""
_numbers = count()
_timelines: list[SpokenTimeline] = []
_bars: dict[Key, SpokenBar] = {}


class Reader(QObject):
    """What of one widget can be read: its items in their order, kept while nothing moves."""

    def __init__(self, widget: QWidget, sight: Sight, choose: Callable[[str], None]) -> None:
        super().__init__(widget)
        self.number = next(_numbers)
        self.widget, self.sight, self.choose = widget, sight, choose
        self.is_cut = False  # whether there are more items than can be read
        self._kept: list[Item] | None = None
        self._places: dict[tuple[object, ...], int] = {}
        self._told: tuple[str, int] = ("", -1)
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
            self._kept, self.is_cut = reading.in_view(self.sight)
            self._places = {item.identity: place for place, item in enumerate(self._kept)}
        return self._kept

    def place(self, identity: tuple[object, ...]) -> int:
        """Where an item stands; -1 once it is out of view."""
        return self._places.get(identity, -1) if self.items else -1

    @property
    def selected(self) -> list[int]:
        """The bars of the selected record. The arrow keys go on from the first of them."""
        return self.sight.rows.of_key(self.sight.selected) if self.sight.selected else []

    @property
    def focused(self) -> int:
        """The place of the item that has the focus when the widget has it; -1 without one."""
        first = self.selected[:1]
        return next((place for place, item in enumerate(self.items) if item.index in first), -1)

    def interface(self, place: int) -> SpokenBar | None:
        """The interface of an item, made when it is first asked for."""
        if not 0 <= place < len(self.items):
            return None
        item = self.items[place]
        key = (self.number, item.identity)
        if key not in _bars:
            _bars[key] = SpokenBar(self, item)
            QAccessible.registerAccessibleInterface(_bars[key])
        return _bars[key]

    def press(self, item: Item) -> None:
        """Chooses a bar; of a band it shows the bars."""
        if item.band is None:
            self.choose(item.bar.key)
        else:
            lead_into(self.sight, item.band, item.band.rect.center().x())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._told = ("", -1)
            self._later.start()
        return False

    @Slot(str)
    def announce(self, text: str) -> None:
        """Says what is seen beside the pointer for a moment."""
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.widget, text))

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
        known = {identity for owner, identity in _bars if owner == self.number}
        for identity in known - here:
            _send(_bars[self.number, identity], QAccessible.Event.ObjectDestroyed)
            _delete((self.number, identity))
        for place, item in enumerate(self.items):
            if item.identity not in known and (made := self.interface(place)) is not None:
                _send(made, QAccessible.Event.ObjectCreated)
        if self.sight.plan is not self._told_plan:
            self._told_plan = self.sight.plan
            self._tell_of_names(known & here)
        self._tell_of_selection()

    def _tell_of_names(self, known: set[tuple[object, ...]]) -> None:
        """Of those that are still here but read differently now: a screen reader keeps the words it has heard."""
        for identity in known:
            spoken, now = _bars[self.number, identity], self.items[self.place(identity)]
            before, spoken.heard = spoken.heard, now
            if now.text != before.text:
                _send(spoken, QAccessible.Event.NameChanged)

    def _tell_of_selection(self) -> None:
        place = self.focused
        now = (self.sight.selected, place)
        if now == self._told:
            return
        self._told = now
        item = self.interface(place)
        if item is not None:
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


def _delete(key: Key) -> None:
    """Has Qt delete an interface, then lets go of it."""
    QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(_bars[key]))
    del _bars[key]


def _forget(number: int) -> None:
    """The widget is gone, and with it what could be read of it."""
    for key in [key for key in _bars if key[0] == number]:
        _delete(key)
