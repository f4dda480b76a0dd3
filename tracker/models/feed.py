"""From records to lanes and bars: the book as the timeline draws it, by mission, by crew, by vessel.

Only this module knows both sides. A bar's key is the id of a record: an event, a leg or a mission.
"""

from collections.abc import Callable
from datetime import UTC, tzinfo

from tracker.domain.book import Book
from tracker.domain.records import Event
from tracker.models import feed_lanes
from tracker.models.feed_bars import Pencil
from tracker.models.feed_links import links_of
from tracker.models.feed_texts import title_of, with_texts
from tracker.models.feed_view import DEFAULT, View
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
        links=links_of(pencil.bars, pencil.stays),
        undated=tuple(pencil.undated(book.of(Event))),
    )
    return with_texts(book, drawn)
