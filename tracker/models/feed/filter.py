"""What of a timeline involves the records that a table's filter leaves."""

from collections.abc import Collection, Iterable, Iterator, Set
from datetime import UTC, tzinfo
from functools import cached_property

import numpy as np

from tracker.domain.book import Book
from tracker.domain.fields import Type, fields_of
from tracker.domain.links import references, targets
from tracker.domain.records import KINDS, Claim, Event, Leg, Mission, Production, Record
from tracker.domain.stays import Stay
from tracker.models.feed.events import Events, Mask, Places
from tracker.models.feed.view import Filter


def left_by(book: Book, filter: Filter, zone: tzinfo = UTC) -> frozenset[str] | None:
    """The ids of the rows that the table of that name would show; None if it leaves everything."""
    if not filter:
        return None
    from tracker.domain.listings import LISTINGS, rows  # with all that tables say; most pictures have no filter
    from tracker.domain.search import matches
    from tracker.models.cells import Row

    listing = LISTINGS[filter.table]
    found = (Row(book, record, listing, zone) for record in rows(book, filter.table))
    return frozenset(row.record.id for row in found if matches(row.haystack, filter.text))


class Involved:
    """Tells what involves one of some records, or a record that names one of them."""

    def __init__(self, events: Events, left: Collection[str] | None) -> None:
        book = events.book
        self._is_all = left is None
        self._left = frozenset(left or ())
        self._wide = (self._left | frozenset(_naming(book, self._left))) - {""}
        self._mission_of = {leg.id: leg.mission for leg in book.of(Leg)} if left is not None else {}
        self._events = events

    def record(self, id: str) -> bool:
        return self._is_all or id in self._wide or ((place := self._events.place(id)) >= 0 and bool(self._named[place]))

    @cached_property
    def events(self) -> Places:
        """Those that involve one."""
        places = self._events.all
        return places if self._is_all else places[self._named | self._about(self._wide)]

    @cached_property
    def _named(self) -> Mask:
        """Which events are left themselves, or name a record that is, or are spoken of by a source that is."""
        named = self._about(self._left, "organisations")
        named[self._events.places(self._wide)] = True
        return named

    def _about(self, ids: Set[str], *more: str) -> Mask:
        """Which events are about some records."""
        found = np.zeros(len(self._events), dtype=np.bool_)
        for field in ("spacecraft", "station", "mission", "place"):
            found |= self._events.of(field).among(ids)
        for field in ("people", *more):
            linked = self._events.linked(field).items() if ids else ()
            found[[place for place, others in linked if not ids.isdisjoint(others)]] = True
        return found

    def stay(self, stay: Stay) -> bool:
        """By its person, vessel, legs and their missions; by the events at its ends only if these are left themselves:
        who docked with somebody is not that somebody.
        """
        if self._is_all or not self._left.isdisjoint((stay.start_event, stay.end_event)):
            return True
        return self._any(stay.person, stay.vessel, *stay.legs, *(self._mission_of.get(leg, "") for leg in stay.legs))

    def _any(self, *ids: str) -> bool:
        return not self._wide.isdisjoint(ids)


def _naming(book: Book, ids: Iterable[str]) -> Iterator[str]:
    """The records but events that link to these. Not through a time that hangs on one, and not a whole mission by its
    vehicle; of a source, what it speaks of, and of a production, whom and what it is about.
    """
    for id in ids:
        production = book.get(id, Production)
        yield from references(production) if production else ()
        for record in _linking(book, id):
            if isinstance(record, Claim):
                yield record.about if record.source == id else ""
            elif id in _linked(record):
                yield record.id


def _linking(book: Book, id: str) -> Iterator[Record]:
    for kind in KINDS.values():
        if kind is not Event:
            yield from book.linking(id, kind)


def _linked(record: Record) -> Iterator[str]:
    for field in fields_of(type(record)):
        is_vehicle = isinstance(record, Mission) and field.name == "spacecraft"
        if field.type is not Type.TIME and not is_vehicle:
            yield from targets(field, getattr(record, field.name))
