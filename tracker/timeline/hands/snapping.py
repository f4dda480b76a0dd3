"""To what a dragged time snaps: ends of bars in view, ticks of the axis, the time cursor, now. Each says what it is."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from math import isfinite

from tracker.domain.show_times import clock
from tracker.domain.times import Precision, from_seconds
from tracker.domain.zones import label
from tracker.i18n import _
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style
from tracker.timeline.plans.plan import Bar
from tracker.timeline.plans.words import name
from tracker.timeline.times.systems import Clock, System

REACH = 6.0  # pixels
MANY = 40  # bars of one row within reach; where there are more, none of them can be meant
Fits = Callable[[float], bool]


@dataclass(frozen=True, slots=True)
class Snap:
    """A time that holds what is dragged, and what it is called. Of equally near ones the lowest rank is meant."""

    time: float
    text: str
    rank: int = 2


def nearest(
    frame: Frame,
    style: Style,
    wanted: float,
    marks: Sequence[Snap] = (),
    but: float | None = None,
    fits: Fits = isfinite,
) -> Snap | None:
    """What is within reach of a time: an instant before the end of what lasts, marks and then ticks last.

    `but` is where the dragged time was: what else ends there moves along. `fits` says which times can be held.
    """
    reach = REACH * frame.scale.seconds_per_pixel
    found = (*_ends(frame, wanted, reach), *marks, *_ticks(frame, style))
    near = [one for one in found if abs(one.time - wanted) <= reach and one.time != but and fits(one.time)]
    return min(near, key=lambda one: (abs(one.time - wanted), one.rank), default=None)


def _ends(frame: Frame, wanted: float, reach: float) -> Iterator[Snap]:
    system = frame.systems[0]
    for row in frame.rows_in_view():
        places = frame.rows.visible(row, wanted - reach, wanted + reach)
        for index in places if len(places) <= MANY else ():
            bar = frame.rows.bar(index)
            for time, text in _named(bar):
                if isfinite(time):
                    text = _("{name}, {time}").format(name=text, time=_moment(system, time))
                    yield Snap(time, text, rank=0 if bar.is_instant else 1)


def _named(bar: Bar) -> tuple[tuple[float, str], ...]:
    """The stated ends: each begins the unit that it is known to."""
    if bar.is_instant:
        return ((bar.start_lower, name(bar)),)
    start, end = _("start of {name}"), _("end of {name}")
    return ((bar.start_lower, start.format(name=name(bar))), (bar.end_lower, end.format(name=name(bar))))


def _ticks(frame: Frame, style: Style) -> Iterator[Snap]:
    for system in frame.systems:
        for tick in system.one_row(frame.scale, style.plain.width):
            yield Snap(tick.time, _tick(system, tick.time), rank=3)


def _tick(system: System, time: float) -> str:
    """A round time of the axis: `12:00 UTC`, `midnight Moscow (UTC+3)`, `T+1 d 00:00`."""
    if not isinstance(system, Clock):
        return _moment(system, time)
    moment = from_seconds(time)
    text = clock(moment.astimezone(system.zone), Precision.SECOND if time % 60 else Precision.MINUTE)
    return f"{_('midnight') if text == '00:00' else text} {label(system.zone, moment)}"


def _moment(system: System, time: float) -> str:
    return system.text(time, Precision.SECOND if time % 60 else Precision.MINUTE)
