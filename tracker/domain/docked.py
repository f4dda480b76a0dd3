"""Which vehicle is at which docking port, from when to when: what follows from dockings, relocations and undockings."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from tracker.domain.book import Book
from tracker.domain.moments import bounds_of, surely_before
from tracker.domain.records import Event
from tracker.domain.times import OPEN, Bounds

ARRIVING = frozenset({"docking", "relocation"})
LEAVING = frozenset({"undocking", "relocation", "landing"})


@dataclass(frozen=True, slots=True)
class Docked:
    """A vehicle at a port from one event until it next leaves; `until` is open if it does not, `left` is None then."""

    event: Event
    since: Bounds
    until: Bounds
    left: Event | None = None

    @property
    def port(self) -> tuple[str, str]:
        """The station, and the name of the port however it is written; empty if nobody says at which."""
        return self.event.station, self.event.port.strip().casefold()


def docked(book: Book) -> list[Docked]:
    """Everything that docks with a station, in the order of the book."""
    arriving = (event for event in book.where(Event, "type", ARRIVING) if event.station)
    leaving: dict[str, list[Event]] = {}
    for event in book.where(Event, "type", LEAVING):
        if event.spacecraft:
            leaving.setdefault(event.spacecraft, []).append(event)
    return [_docked(book, event, leaving.get(event.spacecraft, ())) for event in arriving]


def _docked(book: Book, docking: Event, leaving: Iterable[Event]) -> Docked:
    """Until the vehicle next leaves its port."""
    since = bounds_of(book, docking.id)
    ends = [(bounds_of(book, event.id), event) for event in leaving if event.id != docking.id]
    later = [(end, event) for end, event in ends if not surely_before(end, since) and end != OPEN]
    until, left = min(later, key=lambda end: (end[0].lower or 0, end[0].upper or 0), default=(OPEN, None))
    return Docked(docking, since, until, left)


def clashes(found: Iterable[Docked]) -> Iterator[tuple[Docked, Docked]]:
    """Two vehicles at one named port at a time."""
    at_port: dict[tuple[str, str], list[Docked]] = {}
    for one in found:
        at_port.setdefault(one.port, []).append(one)
    for (_station, port), several in at_port.items():
        for one, other in combinations(several, 2):
            if port and one.event.spacecraft != other.event.spacecraft and _both(one, other):
                yield one, other


def _both(one: Docked, other: Docked) -> bool:
    """Whether the later arrives surely after the other came and surely before it left, if it did."""
    first, second = (one, other) if surely_before(one.since, other.since) else (other, one)
    if not surely_before(first.since, second.since):
        return False
    return first.until == OPEN or surely_before(second.since, first.until)
