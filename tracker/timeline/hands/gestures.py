"""What the mouse is doing: nothing, panning, changing a time, or asking for what cannot be. No Qt, easy to test."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.times import VagueTime
from tracker.timeline.plans.plan import Bar, Lane

EDGE = 5.0  # pixels at either end of a bar that are its edge
START = 4.0  # a click may tremble by less than this


@dataclass(frozen=True, slots=True)
class Target:
    """The time that is being changed: the "start" or "end" of a bar, "both" of an instant; of no bar, a new one's."""

    row: int
    lane: Lane
    bar: Bar | None = None
    edge: str = "both"

    @property
    def before(self) -> VagueTime | None:
        """The time as it was; None of what is new, or cannot be changed."""
        if self.bar is None:
            return None
        return self.bar.end_time if self.edge == "end" else self.bar.start_time


@dataclass(frozen=True, slots=True)
class Gesture:
    """A press and where it has got to. `time` lies under the press, `key` names the bar there.

    Without a `target` it pans, unless `why` says that what it asks for cannot be.
    """

    x: float
    y: float
    time: float
    key: str = ""
    target: Target | None = None
    why: str = ""
    now_x: float = 0.0
    now_y: float = 0.0
    has_moved: bool = False

    def to(self, x: float, y: float) -> Gesture:
        is_far = abs(x - self.x) >= START or abs(y - self.y) >= START
        return replace(self, now_x=x, now_y=y, has_moved=self.has_moved or is_far)

    @property
    def pans(self) -> bool:
        return self.has_moved and self.target is None and not self.why


def edge_of(bar: Bar, left: float, right: float, x: float) -> str:
    """Which part of a bar a press at x takes hold of, whether it can be changed or not; empty for its middle."""
    if bar.is_instant:
        return "both"
    if abs(x - left) <= EDGE and x - left <= right - x:
        return "start"
    return "end" if abs(x - right) <= EDGE else ""
