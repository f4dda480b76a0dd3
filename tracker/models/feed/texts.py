"""What stands around the lanes: title, sources, notes, and the range one wants to see first."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime

from tracker.domain.book import Book
from tracker.domain.records import Claim, Mission, Source
from tracker.domain.show_times import show
from tracker.domain.times import seconds
from tracker.i18n import _, quoted
from tracker.models.feed.events import NONE
from tracker.models.feed.index import Index
from tracker.timeline.plans.plan import DAY, Plan

LEFT, RIGHT = 0.05, 0.22  # margins of the home range; the right one has room for labels
AFTER_MANY = 0.1  # the right one of many missions, whose range is long and has room in itself


def title_of(book: Book) -> str:
    """The mission, if there is one only."""
    missions = book.of(Mission)
    return missions[0].name if len(missions) == 1 else _("Crewed missions")


def with_texts(index: Index, plan: Plan) -> Plan:
    book = index.book
    return replace(
        plan,
        title=title_of(book),
        subtitle=_subtitle(book),
        sources=tuple(_cited(source) for source in book.of(Source) if book.linking(source.id, Claim)),
        notes=_notes(plan),
        home=_home(index, plan) if plan.bars else _this_year(),
    )


def _subtitle(book: Book) -> str:
    missions = book.of(Mission)
    return " ".join(missions[0].objective.split()) if len(missions) == 1 else ""


def _cited(source: Source) -> str:
    parts = (quoted(source.title), source.publisher, source.agency, show(source.date))
    return ", ".join(part for part in parts if part)


def _notes(plan: Plan) -> tuple[str, ...]:
    return () if plan.bars else (_("Nothing to draw yet: events and rides with a date appear here."),)


def _main(index: Index) -> Sequence[Mission]:
    """The mission that more than half of all is about; without one, all of them."""
    missions = index.book.of(Mission)
    counts = [index.weight(mission) for mission in missions]
    return [one for one, count in zip(missions, counts, strict=True) if count > sum(counts) / 2] or missions


def _home(index: Index, plan: Plan) -> tuple[float, float]:
    """The days of the main mission, or of all: the events that move something, known to the day at least.

    What was announced the year before, or who arrived half a year earlier, would squash them;
    fitting all shows these too.
    """
    missions = _main(index)
    own = [index.events_of_mission.get(mission.id, NONE) for mission in missions]
    own = [places[~index.events.is_hanging[places]] for places in map(index.flights, own) if len(places)]
    ends = [(index.times.lower[places].min(), index.times.upper[places].max()) for places in own if len(places)]
    extent = (float(pick(end[n] for end in ends)) for n, pick in enumerate((min, max))) if ends else plan.extent
    lower, upper = extent
    length = max(upper - lower, DAY / 24)
    return lower - length * LEFT, upper + length * (RIGHT if len(missions) < 2 else AFTER_MANY)


def _this_year() -> tuple[float, float]:
    """An empty timeline's range, for want of a better."""
    year = datetime.now(UTC).year
    first, last = (datetime(at, 1, 1, tzinfo=UTC) for at in (year, year + 1))
    return float(seconds(first)), float(seconds(last))
