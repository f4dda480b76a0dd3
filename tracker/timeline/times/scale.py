"""Between seconds and pixels. Float64 over seconds since 1970 is exact to a microsecond from 1900 to 2100."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from tracker.domain.times import FIRST_YEAR, LAST_YEAR, seconds

Number = TypeVar("Number", float, NDArray[np.float64])

FIRST = float(seconds(datetime(FIRST_YEAR, 1, 1, tzinfo=UTC)))
LAST = float(seconds(datetime(LAST_YEAR + 1, 1, 1, tzinfo=UTC)))
FINEST = 0.01  # seconds per pixel: a second is a hundred pixels wide


@dataclass(frozen=True, slots=True)
class TimeScale:
    """`start` (seconds since 1970) lies at pixel `left`; `width` pixels of time are shown."""

    start: float
    seconds_per_pixel: float
    left: float
    width: float

    @property
    def end(self) -> float:
        return self.start + self.width * self.seconds_per_pixel

    @property
    def right(self) -> float:
        return self.left + self.width

    def x(self, time: Number) -> Number:
        return (time - self.start) / self.seconds_per_pixel + self.left

    def time(self, x: Number) -> Number:
        return (x - self.left) * self.seconds_per_pixel + self.start

    def zoomed(self, factor: float, x: float) -> TimeScale:
        """Closer by a factor over 1, the time under pixel x stays there."""
        coarsest = (LAST - FIRST) / max(1.0, self.width)
        finer = min(coarsest, max(FINEST, self.seconds_per_pixel / factor))
        start = self.time(x) - (x - self.left) * finer
        return replace(self, start=start, seconds_per_pixel=finer)._within()

    def panned(self, pixels: float) -> TimeScale:
        """The content follows the hand: to the right by so many pixels."""
        return replace(self, start=self.start - pixels * self.seconds_per_pixel)._within()

    def resized(self, left: float, width: float) -> TimeScale:
        """The same stretch of time on another number of pixels."""
        return fitting(self.start, self.end, left, width)

    def _within(self) -> TimeScale:
        latest = LAST - self.width * self.seconds_per_pixel
        return replace(self, start=max(FIRST, min(self.start, latest)))


def fitting(lower: float, upper: float, left: float, width: float, margin: float = 0.0) -> TimeScale:
    """The scale that shows this stretch of time, with a margin of so many pixels on either side."""
    inner = max(1.0, width - 2 * margin)
    per_pixel = max(FINEST, (upper - lower) / inner)
    middle = (lower + upper) / 2
    return TimeScale(middle - per_pixel * max(1.0, width) / 2, per_pixel, left, max(1.0, width))
