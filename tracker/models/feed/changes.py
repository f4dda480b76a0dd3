"""What a hand does to the timeline, back into records: an event moved, an event drawn."""

import dataclasses
from datetime import UTC, datetime

from tracker.domain.book import Book
from tracker.domain.moments import time_of
from tracker.domain.records import Event, Leg, Record
from tracker.domain.times import VagueTime, seconds
from tracker.i18n import _

_PARTS = "|"  # between what a lane gives the events drawn in it


def moved(book: Book, key: str, edge: str, to: VagueTime) -> Record:
    """The record that dragging a bar changes: an event, at its actual time or else the planned one.

    A leg's "start" is its departure, its "end" its arrival. What had no date gets this one. ValueError if there is
    nothing that can be moved.
    """
    leg = book.get(key, Leg)
    event = book.get((leg.departure if edge == "start" else leg.arrival) if leg else key, Event)
    time = time_of(event)
    if event is not None and (time is None or time.is_unknown):
        return _dated(event, to, is_planned=time is not None and event.actual is None)
    if event is None or time is None or time.start is None:
        raise ValueError(_("What has no time of its own cannot be moved."))
    is_planned = event.actual is None
    return dataclasses.replace(event, planned=to) if is_planned else dataclasses.replace(event, actual=to)


def events_of(mission: str = "", spacecraft: str = "", type: str = "") -> str:
    """What a lane creates: events of a mission and a spacecraft, of a type. `created` reads it back."""
    return _PARTS.join(("event", mission, spacecraft, type))


def created(book: Book, what: str, time: VagueTime) -> Event:
    """A new event in such a lane. What is to come is planned; what is past has happened."""
    _kind, mission, spacecraft, type = what.split(_PARTS)
    event = Event(
        name=_("New event"),
        mission=mission if mission in book else "",
        spacecraft=spacecraft if spacecraft in book else "",
        type=type,
    )
    return _dated(event, time)


def _dated(event: Event, time: VagueTime, is_planned: bool = False) -> Event:
    """The event with its first time: what is to come is planned; what is past has happened."""
    is_to_come = time.start is not None and seconds(time.start) > datetime.now(UTC).timestamp()
    if is_planned or is_to_come:
        return dataclasses.replace(event, planned=time)
    return dataclasses.replace(event, actual=time)
