"""From records to lanes and bars: the book as the timeline draws it, by mission, by crew, by vessel.

Only this module knows both sides. A bar's key is the id of a record: an event, a leg or a mission.
"""

from collections.abc import Callable, Collection
from datetime import UTC, tzinfo

from tracker.domain.book import Book
from tracker.models.feed import lanes, vessels
from tracker.models.feed.bars import Pencil
from tracker.models.feed.colours import Colours
from tracker.models.feed.crowds import drawn
from tracker.models.feed.filter import left_by
from tracker.models.feed.index import Index
from tracker.models.feed.links import links_of
from tracker.models.feed.texts import with_texts
from tracker.models.feed.view import DEFAULT, View
from tracker.timeline.plans.plan import Plan

_LANES: dict[str, Callable[[Pencil, View], None]] = {
    "mission": lanes.by_mission,
    "crew": lanes.by_crew,
    "vessel": vessels.by_vessel,
}


def plan(book: Book, view: View = DEFAULT, zone: tzinfo = UTC, left: Collection[str] | None = None) -> Plan:
    """The book's timeline as a view shows it. `left` are the ids that the view's filter leaves, where a table has
    worked them out already.
    """
    index = Index(book, left_by(book, view.filter, zone) if left is None else left)
    colours = Colours(index, view.colour_by)
    pencil = Pencil(index, colours, zone)
    _LANES[view.kind](pencil, view)
    found = Plan(
        lanes=tuple(pencil.lanes),
        bars=drawn(pencil),
        slots=colours.names,
        zone=zone,
        colour_title=colours.title,
        no_colour=colours.neutral,
        links=links_of(pencil.bars, pencil.stays),
        undated=tuple(pencil.undated(index.shown)),
    )
    whole = with_texts(index, found)
    index.forget()
    return whole
