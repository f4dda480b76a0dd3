"""From records to lanes and bars: the book as the timeline draws it, by mission, by crew, by vessel.

Only this module knows both sides. A bar's key is the id of a record: an event, a leg or a mission.
"""

import dataclasses
from collections.abc import Callable
from datetime import UTC, tzinfo

from tracker.domain.book import Book
from tracker.domain.moments import time_of
from tracker.domain.records import Event, Leg, Record
from tracker.i18n import _
from tracker.models import feed_lanes
from tracker.models.feed_bars import Pencil
from tracker.models.feed_texts import title_of, with_texts
from tracker.models.feed_view import DEFAULT, View
from tracker.timeline.moves import moved_time
from tracker.timeline.plan import Plan

_LANES: dict[str, Callable[[Pencil], None]] = {
    "mission": feed_lanes.by_mission,
    "crew": feed_lanes.by_crew,
    "vessel": feed_lanes.by_vessel,
}


def plan(book: Book, view: View = DEFAULT, zone: tzinfo = UTC) -> Plan:
    """The book's timeline as a view shows it."""
    pencil = Pencil(book, zone)
    _LANES[view.kind](pencil)
    drawn = Plan(
        title=title_of(book),
        lanes=tuple(pencil.lanes),
        bars=tuple(pencil.bars),
        slots=tuple(book.name(id) for id in pencil.slots),
        zone=zone,
    )
    return with_texts(book, drawn)


def moved(book: Book, key: str, edge: str, shift: float) -> Record:
    """The record that dragging a bar changes: an event, at its actual time or else the planned one.

    A leg's "start" is its departure, its "end" its arrival. The time keeps its precision.
    ValueError if there is nothing that can be moved.
    """
    leg = book.get(key, Leg)
    event = book.get((leg.departure if edge == "start" else leg.arrival) if leg else key, Event)
    time = time_of(event)
    if event is None or time is None or time.start is None:
        raise ValueError(_("What has no time of its own cannot be moved."))
    if event.actual is None:
        return dataclasses.replace(event, planned=moved_time(time, shift))
    return dataclasses.replace(event, actual=moved_time(time, shift))
