"""What the mouse is doing: nothing, panning, or dragging a bar or one of its ends. No Qt, so it is easy to test."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tracker.domain.times import VagueTime
from tracker.timeline.moves import moved_time
from tracker.timeline.plan import Bar

EDGE = 5.0  # pixels at either end of a bar that are its edge
START = 4.0  # a click may tremble by less than this


@dataclass(frozen=True, slots=True)
class Gesture:
    """A press and where it has got to. `edge` is "start", "end" or "both", empty for panning."""

    x: float
    y: float
    bar: Bar | None = None
    edge: str = ""
    now_x: float = 0.0
    now_y: float = 0.0
    has_moved: bool = False

    def to(self, x: float, y: float) -> Gesture:
        is_far = abs(x - self.x) >= START or abs(y - self.y) >= START
        return replace(self, now_x=x, now_y=y, has_moved=self.has_moved or is_far)

    @property
    def drags_bar(self) -> bool:
        return self.bar is not None and bool(self.edge) and self.has_moved

    def time(self) -> VagueTime | None:
        """The time that is being changed, as it was."""
        if self.bar is None or not self.edge:
            return None
        return self.bar.end_time if self.edge == "end" else self.bar.start_time

    def shift(self, seconds_per_pixel: float) -> float:
        """Seconds that a release would move it, in whole units of its precision."""
        time, moved = self.time(), self.moved(seconds_per_pixel)
        if time is None or moved is None or time.start is None or moved.start is None:
            return 0.0
        return (moved.start - time.start).total_seconds()

    def moved(self, seconds_per_pixel: float) -> VagueTime | None:
        """The time that a release would give."""
        time = self.time()
        return moved_time(time, (self.now_x - self.x) * seconds_per_pixel) if time else None


def edge_of(bar: Bar, left: float, right: float, x: float) -> str:
    """Which part of a bar a press at x takes hold of; empty if it cannot be changed there."""
    if bar.can_move:
        return "both"
    if bar.can_resize("start") and abs(x - left) <= EDGE and x - left <= right - x:
        return "start"
    if bar.can_resize("end") and abs(x - right) <= EDGE:
        return "end"
    return ""
