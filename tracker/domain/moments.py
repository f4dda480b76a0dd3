"""When an event was or will be, as far as the records say, and whether it had happened by some time."""

from dataclasses import dataclass
from enum import Enum

from tracker.domain.book import Book
from tracker.domain.records import Event
from tracker.domain.times import OPEN, Bounds, Sense, VagueTime


class Happened(Enum):
    """What can be said of an event at a time, or throughout a span of time."""

    NO = "not yet"
    PERHAPS = "perhaps"
    YES = "surely"


@dataclass(frozen=True, slots=True)
class Moment:
    """An event's time, reduced to what the question "where was everybody" needs.

    `planned`: there is a plan only, so it never surely happened. `instant`: known to the minute or
    finer, and so it has happened from its first second on.
    """

    bounds: Bounds
    planned: bool = False
    instant: bool = False

    def happened(self, window: Bounds) -> Happened:
        """NO: not before the window's end. YES: surely before all of it. PERHAPS: anything between."""
        if starts_after(self.bounds, window):
            return Happened.NO
        done = self.bounds.lower if self.instant else self.bounds.upper
        is_done = done is not None and window.lower is not None and done <= window.lower
        return Happened.YES if is_done and not self.planned else Happened.PERHAPS

    @property
    def key(self) -> float:
        """Sorts moments by what is known of them; those of unknown date come first."""
        lower, upper = self.bounds
        return float(lower if lower is not None else upper if upper is not None else "-inf")


def starts_after(bounds: Bounds, window: Bounds) -> bool:
    """Whether all of the bounds lies after the window."""
    return bounds.lower is not None and window.upper is not None and bounds.lower >= window.upper


def surely_before(one: Bounds, other: Bounds) -> bool:
    """Whether the first ends before the second can begin."""
    return one.upper is not None and other.lower is not None and one.upper <= other.lower


def moment_of(book: Book, event_id: str) -> Moment | None:
    """The moment of an event: its actual time, else the planned one. None without either."""
    event = book.get(event_id, Event)
    time = time_of(event)
    if event is None or time is None:
        return None
    return Moment(bounds_in(book, time), event.actual is None, is_instant(time))


def time_of(event: Event | None) -> VagueTime | None:
    """The actual time of an event, else the planned one."""
    if event is None:
        return None
    return event.planned if event.actual is None else event.actual


def bounds_of(book: Book, event_id: str) -> Bounds:
    """When the event can have been or is to be; open on both sides if nothing is known."""
    return _bounds(book, event_id, frozenset())


def bounds_in(book: Book, time: VagueTime) -> Bounds:
    """The bounds of a time, those of the event it hangs on included."""
    return time.bounds(lambda id: bounds_of(book, id))


def window_of(book: Book, time: VagueTime) -> Bounds:
    """The span a question about a time asks for: one second if it is an instant, else all of it."""
    bounds = bounds_in(book, time)
    return Bounds(bounds.lower, (bounds.lower or 0) + 1) if is_instant(time) else bounds


def is_instant(time: VagueTime) -> bool:
    """Whether a time is known to the minute or finer, with nothing vague about it."""
    return time.start is not None and time.has_clock and not time.approximate and time.sense is Sense.AT


def _bounds(book: Book, event_id: str, seen: frozenset[str]) -> Bounds:
    """Follows relative times from event to event; a circle of them says nothing."""
    time = time_of(book.get(event_id, Event))
    if time is None or event_id in seen:
        return OPEN
    return time.bounds(lambda id: _bounds(book, id, seen | {event_id}))
