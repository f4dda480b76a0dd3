"""The rule about docking ports: one vehicle at a time; two nearly always mean a missing relocation."""

from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from tracker.domain.book import Book
from tracker.domain.moments import bounds_of, surely_before
from tracker.domain.records import Event
from tracker.domain.rules.finding import Found
from tracker.domain.times import OPEN, Bounds
from tracker.i18n import _

LEAVING = frozenset({"undocking", "relocation", "landing"})


@dataclass(frozen=True, slots=True)
class Docked:
    """A vehicle at a port from one event until it next leaves; `until` is open if it does not."""

    event: Event
    since: Bounds
    until: Bounds


def taken_twice(book: Book, now: datetime | None) -> Found:
    """Two vehicles at one port of one station at a time."""
    for one, other in combinations(_docked(book), 2):
        if _same_port(one.event, other.event) and _both(one, other):
            sentence = _("“{one}” and “{other}” are both at port {port} of “{station}”: a relocation may be missing.")
            yield (
                sentence.format(
                    one=book.name(one.event.spacecraft),
                    other=book.name(other.event.spacecraft),
                    port=one.event.port,
                    station=book.name(one.event.station),
                ),
                (one.event.id, other.event.id),
            )


def _docked(book: Book) -> list[Docked]:
    return [
        Docked(event, bounds_of(book, event.id), _until(book, event))
        for event in book.of(Event)
        if event.type in ("docking", "relocation") and event.station and event.port.strip()
    ]


def _until(book: Book, docking: Event) -> Bounds:
    """When the vehicle next leaves its port."""
    since = bounds_of(book, docking.id)
    events = (record for record in book.referring(docking.spacecraft) if isinstance(record, Event))
    leaving = (e for e in events if e.spacecraft == docking.spacecraft and e.type in LEAVING)
    ends = [bounds_of(book, event.id) for event in leaving if event.id != docking.id]
    later = [end for end in ends if not surely_before(end, since) and end != OPEN]
    return min(later, key=lambda end: (end.lower or 0, end.upper or 0), default=OPEN)


def _same_port(one: Event, other: Event) -> bool:
    ports = one.port.strip().casefold(), other.port.strip().casefold()
    return one.station == other.station and ports[0] == ports[1] and one.spacecraft != other.spacecraft


def _both(one: Docked, other: Docked) -> bool:
    """Whether the later arrives surely after the other came and surely before it left, if it did."""
    first, second = (one, other) if surely_before(one.since, other.since) else (other, one)
    if not surely_before(first.since, second.since):
        return False
    return first.until == OPEN or surely_before(second.since, first.until)
