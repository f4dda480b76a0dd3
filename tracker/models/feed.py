"""From records to lanes and bars: the book as the timeline draws it, by mission, by crew, by vessel.

Only this module knows both sides. A bar's key is the id of a record: an event, a leg or a mission.
"""

from collections.abc import Callable, Collection
from datetime import UTC, tzinfo

from tracker.domain.book import Book
from tracker.models import feed_lanes, feed_vessels
from tracker.models.feed_bars import Pencil
from tracker.models.feed_colours import Colours
from tracker.models.feed_filter import left_by
from tracker.models.feed_index import Index
from tracker.models.feed_links import links_of
from tracker.models.feed_texts import with_texts
from tracker.models.feed_view import DEFAULT, View
from tracker.timeline.plans.plan import Plan

_LANES: dict[str, Callable[[Pencil, View], None]] = {
    "mission": feed_lanes.by_mission,
    "crew": feed_lanes.by_crew,
    "vessel": feed_vessels.by_vessel,
}


def plan(book: Book, view: View = DEFAULT, zone: tzinfo = UTC, left: Collection[str] | None = None) -> Plan:
    """The book's timeline as a view shows it. `left` are the ids that the view's filter leaves, where a table has
    worked them out already.
    """
    index = Index(book, left_by(book, view.filter, zone) if left is None else left)
    colours = Colours(index, view.colour_by)
    pencil = Pencil(index, colours, zone)
    _LANES[view.kind](pencil, view)
    drawn = Plan(
        lanes=tuple(pencil.lanes),
        bars=tuple(pencil.bars),
        slots=colours.names,
        zone=zone,
        colour_title=colours.title,
        no_colour=colours.neutral,
        links=links_of(pencil.bars, pencil.stays),
        undated=tuple(pencil.undated(index.events)),
    )
    return with_texts(index, drawn)
