"""Back and forth through what was looked at, like the pages of a browser."""

from collections.abc import Hashable
from dataclasses import dataclass

MOST = 100
SAME = 0.02  # of a view: places nearer than this are one


@dataclass(frozen=True, slots=True)
class Place:
    """One view: what is shown, the stretch of time in seconds since 1970, and how far the lanes are scrolled."""

    view: Hashable
    lower: float
    upper: float
    scroll: float

    def is_like(self, other: "Place") -> bool:
        room = SAME * (self.upper - self.lower)
        ends = max(abs(self.lower - other.lower), abs(self.upper - other.upper))
        return self.view == other.view and self.scroll == other.scroll and ends <= room


class Trail:
    """The places seen, and which of them is shown now."""

    def __init__(self) -> None:
        self._places: list[Place] = []
        self._now = -1

    def visit(self, place: Place) -> None:
        """A new place after the one shown; those that were ahead of it are gone."""
        if self._now >= 0 and place.is_like(self._places[self._now]):
            return
        self._places = [*self._places[: self._now + 1], place][-MOST:]
        self._now = len(self._places) - 1

    def go(self, step: int) -> Place | None:
        """The place before or after, which is then the one shown; None at either end."""
        if not 0 <= self._now + step < len(self._places):
            return None
        self._now += step
        return self._places[self._now]
