"""How many people are aboard each vessel, from one change to the next: who is aboard, for all time at once."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from math import inf

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.rides import GROUND, Ride, places, rides_of
from tracker.domain.times import Bounds


@dataclass(frozen=True, slots=True)
class HeadCount:
    """From one second to another so many are aboard for certain, and at most so many; an open end is infinite."""

    start: float
    end: float
    certain: int
    possible: int


def head_counts(book: Book) -> dict[str, list[HeadCount]]:
    """By vessel, in the order of time; where nobody may be aboard there is none."""
    certain: dict[str, Counter[float]] = {}
    possible: dict[str, Counter[float]] = {}
    for person in travellers(book):
        for start, end, spots in _whereabouts(rides_of(book, person.id)):
            for spot in spots - {GROUND}:
                for counts, number in ((possible, 1), (certain, int(len(spots) == 1))):
                    changes = counts.setdefault(spot, Counter())
                    changes[start] += number
                    changes[end] -= number
    return {vessel: list(_steps(certain[vessel], changes)) for vessel, changes in possible.items()}


def _whereabouts(rides: Iterable[Ride]) -> Iterator[tuple[float, float, frozenset[str]]]:
    """Everywhere a person may be, which changes only where the bounds of a departure or an arrival lie."""
    rides = list(rides)
    bounds = (end for ride in rides for moment in (ride.departure, ride.arrival) for end in moment.bounds)
    for start, end in pairwise([-inf, *sorted({float(end) for end in bounds if end is not None}), inf]):
        second = int(next((time for time in (start, end - 1) if abs(time) != inf), 0))
        yield start, end, places(rides, Bounds(second, second + 1))


def _steps(certain: Counter[float], possible: Counter[float]) -> Iterator[HeadCount]:
    """Each as long as neither number changes."""
    changes = sorted(time for time in possible if possible[time] or certain[time])
    sure = most = 0
    for start, end in pairwise([*changes, inf]):
        sure, most = sure + certain[start], most + possible[start]
        if most and start < end:
            yield HeadCount(start, end, sure, most)
