"""The times of all events as columns: what is known best of each, and below it the plan of what has happened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tracker.domain.book import Book
from tracker.domain.moments import bounds_in
from tracker.domain.records import Event
from tracker.domain.times import OPEN

Floats = NDArray[np.float64]
Part = tuple[Callable[[NDArray[Any]], NDArray[np.int32]], Sequence[Sequence[str]]]


class Times:
    """`lower` and `upper` are infinite where they are open, and both where nothing is known. `is_plan` says that
    nothing else is; `has_happened` that there is an actual time, which may be unknown. `plan_lower` and `plan_upper`
    are the plans of the events at `planned`.
    """

    def __init__(self, count: int, parts: Iterable[Part]) -> None:
        """`parts` are texts of some times, as a shelf gives them, and what finds the places of numbers."""
        self.lower, self.upper = np.full(count, -np.inf), np.full(count, np.inf)
        self.has_happened, self.is_plan = np.zeros(count, dtype=np.bool_), np.zeros(count, dtype=np.bool_)
        plans: list[tuple[NDArray[np.int32], Floats, Floats]] = []
        for placed, (actual, planned) in parts:
            places, lower, upper = _read(placed, *actual)
            self.lower[places], self.upper[places], self.has_happened[places] = lower, upper, True
            plans.append(_read(placed, *planned))
        self.planned = np.concatenate([np.empty(0, dtype=np.int32), *(places for places, *_times in plans)])
        self.plan_lower, self.plan_upper = (np.concatenate([np.empty(0), *(plan[n] for plan in plans)]) for n in (1, 2))
        alone = ~self.has_happened[self.planned]
        self._put_plans(self.planned[alone], self.plan_lower[alone], self.plan_upper[alone])

    def _put_plans(self, places: Any, lower: Any, upper: Any) -> None:
        self.lower[places], self.upper[places], self.is_plan[places] = lower, upper, True

    def put(self, place: int, book: Book, event: Event) -> None:
        """What is not told in texts: times that are unknown, or hang on another event."""
        self.has_happened[place] = event.actual is not None
        actual, planned = (OPEN if time is None else bounds_in(book, time) for time in (event.actual, event.planned))
        self.is_plan[place] = actual == OPEN and planned != OPEN
        self.lower[place], self.upper[place] = _ends(planned if self.is_plan[place] else actual)

    @property
    def is_known(self) -> NDArray[np.bool_]:
        """Which have a place in time."""
        known: NDArray[np.bool_] = np.isfinite(self.lower) | np.isfinite(self.upper)
        return known

    def best(self, places: Any) -> tuple[Floats, Floats]:
        """The actual times, or the planned ones of what has none; open where something happened, nobody says when."""
        is_open = self.has_happened[places] & self.is_plan[places]
        return np.where(is_open, -np.inf, self.lower[places]), np.where(is_open, np.inf, self.upper[places])

    def are_known_within(self, seconds: float) -> NDArray[np.bool_]:
        """Which have a time of such a span at the most; not what has happened at a time that is unknown."""
        with np.errstate(invalid="ignore"):
            near: NDArray[np.bool_] = self.upper - self.lower <= seconds
        return near & ~(self.has_happened & self.is_plan)


def _ends(bounds: tuple[int | None, int | None]) -> tuple[float, float]:
    lower, upper = bounds
    return -np.inf if lower is None else lower, np.inf if upper is None else upper


def _read(placed: Callable[[Any], Any], numbers: str, lower: str, upper: str) -> tuple[Any, Floats, Floats]:
    return placed(np.fromstring(numbers, dtype=np.int64, sep=",")), _floats(lower), _floats(upper)


def _floats(text: str) -> Floats:
    return np.fromstring(text, dtype=np.float64, sep=",")
