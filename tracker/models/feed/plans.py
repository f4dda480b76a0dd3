"""The times of one event that are drawn: what happened, below it the plan, and every plan that was given up."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from tracker.domain.book import Book
from tracker.domain.records import Event
from tracker.domain.slip import plans_of, slip_of
from tracker.domain.times import OPEN, Bounds, VagueTime


@dataclass(frozen=True, slots=True)
class Told:
    """One of the times. `slip` is that of the whole event, with the first plan and with what came of it."""

    time: VagueTime
    field: str
    slip: str = ""
    is_below: bool = False
    is_superseded: bool = False


def told_of(book: Book, event: Event, bounds: Callable[[VagueTime | None], Bounds]) -> Iterator[Told]:
    """What is known of when, the main time last; nothing if neither what happened nor the plan of now has a time."""
    time = event.actual if bounds(event.actual) != OPEN else event.planned
    if time is None or bounds(time) == OPEN:
        return
    field = "actual" if time is event.actual else "planned"
    plans = plans_of(book, event)
    found = slip_of(book, event) if plans else None
    slip = str(found) if found and found.count else ""
    for place, plan in enumerate(plans):
        stands = event.planned is not None and place == len(plans) - 1
        if bounds(plan) != OPEN and not (stands and field == "planned"):
            yield Told(plan, "planned", slip if place == 0 else "", is_below=True, is_superseded=not stands)
    yield Told(time, field, slip)
