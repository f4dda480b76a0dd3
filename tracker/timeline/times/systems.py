"""The time systems of the axis: the clocks of a zone, and mission elapsed time. Each has ticks, a name
for the left end of its row, and a text for any moment. Moments are seconds since 1970 in UTC.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from math import floor

from tracker.domain import elapsed, show_times, zones
from tracker.domain.times import Precision, at, from_seconds
from tracker.i18n import _
from tracker.timeline.times.scale import TimeScale
from tracker.timeline.times.ticks import LABEL_GAP, Tick, coarse_ticks, fine_step, fine_ticks

DAY = 86_400.0
Width = Callable[[str], float]
SAMPLES = 8  # of the offset from UTC, between the two ends of a view
TIGHT = 1.15  # long labels need less air than short ones
_CLOCKS = (1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 10_800, 21_600, 43_200)
_UNITS = {Precision.SECOND: 1, Precision.MINUTE: 60, Precision.DAY: DAY}
STEPS = (*_CLOCKS, *(DAY * n for n in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000)))


@dataclass(frozen=True, slots=True)
class Clock:
    """The calendar and the clocks of a zone."""

    zone: tzinfo = UTC

    @property
    def name(self) -> str:
        return zones.name(self.zone)

    def label(self, start: float, end: float) -> str:
        """The zone with its difference from UTC; with both where the clocks change once in between."""
        if self.zone is UTC:
            return self.name
        moments = [from_seconds(start + (end - start) * n / SAMPLES) for n in range(SAMPLES + 1)]
        labels = list(dict.fromkeys(zones.label(self.zone, moment) for moment in moments))
        if len(labels) == 1:
            return labels[0]
        offsets = [zones.offset(moment.astimezone(self.zone).utcoffset()) for moment in (moments[0], moments[-1])]
        return self.name if len(labels) > 2 or offsets[0] == offsets[1] else f"{self.name} ({' → '.join(offsets)})"

    def two_rows(self, scale: TimeScale, width: Width) -> tuple[list[Tick], list[Tick]]:
        """The coarser ticks and the finer ones; of both also the last that lies before the view."""
        step = fine_step(scale, width)
        return coarse_ticks(scale, step, self.zone), fine_ticks(scale, step, self.zone)

    def one_row(self, scale: TimeScale, width: Width) -> list[Tick]:
        """The finer ticks; where a day, month or year begins, that stands there instead."""
        step = fine_step(scale, width)
        fine = fine_ticks(scale, step, self.zone)
        if step.unit == "year":
            return fine
        marks = coarse_ticks(scale, step, self.zone)
        return sorted({tick.time: tick for tick in (*fine, *marks)}.values(), key=lambda tick: tick.time)

    def text(self, time: float, precision: Precision = Precision.MINUTE) -> str:
        """A moment as people read it in this zone."""
        moment = from_seconds(time)
        if precision > Precision.MINUTE:
            return show_times.date(moment.astimezone(self.zone), precision)
        return show_times.show(at(moment, precision), self.zone)


@dataclass(frozen=True, slots=True)
class Elapsed:
    """Mission elapsed time (MET): how long it is since a launch, or until it. It is never told finer
    than the launch is known; from one of which only the day is known, whole days are counted.
    """

    origin: float
    launch: str = ""  # what the launch is called
    known: Precision = Precision.MINUTE

    @property
    def name(self) -> str:
        return _("MET")

    def label(self, start: float, end: float) -> str:
        return _("MET, {launch}").format(launch=self.launch) if self.launch else self.name

    def two_rows(self, scale: TimeScale, width: Width) -> tuple[list[Tick], list[Tick]]:
        """Days above clocks, or tens of days above days."""
        fine = self._step(scale, width)
        coarse = next((step for step in (DAY, 10 * DAY, 100 * DAY, 1000 * DAY) if step > fine), fine * 10)
        # Only after the launch does a coarse tick out of sight say what holds at the left edge.
        first = min(scale.start, self.origin)
        above = [tick for tick in self._ticks(scale, coarse) if tick.time >= first]
        return above, self._ticks(scale, fine)

    def one_row(self, scale: TimeScale, width: Width) -> list[Tick]:
        """The finer ticks; where hardly one is in view, the last one before it stands at the left edge."""
        ticks = self._ticks(scale, self._step(scale, width))
        if len(ticks) > 2 or ticks[0].time >= scale.start:
            return ticks
        return [replace(ticks[0], is_mark=True, short=ticks[0].label), *ticks[1:]]

    def text(self, time: float, precision: Precision = Precision.MINUTE) -> str:
        return elapsed.mission_time(time - self.origin, min(max(precision, self.known), Precision.DAY))

    def origin_in(self, clock: Clock) -> str:
        """When the launch was, as people read it by a clock; without one if only the day is known."""
        return (Clock() if self.known is Precision.DAY else clock).text(self.origin, self.known)

    def _step(self, scale: TimeScale, width: Width) -> float:
        """The finest step at which the labels stand clear of one another. They say all, day and clock."""
        steps = [step for step in STEPS if step >= _UNITS[self.known]]
        for step in steps:
            widest = max(width(self._label(time, step)) for time in (scale.start, scale.end))
            if step / scale.seconds_per_pixel >= widest * TIGHT + LABEL_GAP:
                return step
        return steps[-1]

    def _ticks(self, scale: TimeScale, step: float) -> list[Tick]:
        """Those in view, and the one before it."""
        first, last = floor((scale.start - self.origin) / step), floor((scale.end - self.origin) / step)
        times = (self.origin + n * step for n in range(first, last + 1))
        return [Tick(time, self._label(time, step), time == self.origin) for time in times]

    def _label(self, time: float, step: float) -> str:
        if time == self.origin and self.known < Precision.DAY:
            return _("T0")
        return self.text(time, Precision.DAY if step >= DAY else Precision.MINUTE if step >= 60 else Precision.SECOND)


System = Clock | Elapsed


def precision_of(seconds_per_pixel: float) -> Precision:
    """How exactly a place in the view can be read: what is finer than a pixel is not said."""
    if seconds_per_pixel < 5:
        return Precision.SECOND
    return Precision.MINUTE if seconds_per_pixel < DAY / 4 else Precision.DAY
