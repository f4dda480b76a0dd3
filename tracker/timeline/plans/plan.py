"""What is to be drawn: lanes, bars and the texts around them. Plain data; knows no Qt and no numpy.

Times are seconds since 1970 in UTC. An open end is minus or plus infinity.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from enum import IntEnum
from math import inf, isfinite
from typing import TYPE_CHECKING, Protocol, runtime_checkable

from tracker.domain.times import VagueTime

if TYPE_CHECKING:
    from tracker.timeline.times.systems import System

NEUTRAL = -1  # the slot of what has no colour of its own
SLOTS = 24  # colours with patterns that can be told apart; the slot after them is that of all others
DAY = 86_400.0


class Look(IntEnum):
    """How sure a bar is, and with it how it is drawn: solid, hollow and dashed, dotted; or that it is a count."""

    ACTUAL = 0
    PLANNED = 1
    RUMOURED = 2
    COUNT = 3


@dataclass(frozen=True, slots=True)
class Lane:
    """One line of the timetable. A group's heading is a lane too and may hold bars.

    In a lane that `stacks`, bars that would touch go below one another; it gets as high as it must.
    `slot` is the colour of what the lane stands for, a vessel say, shown beside its name. `creates` is handed back
    when a new bar is drawn in its empty part; without it nothing can be drawn there, and `locked` says why.
    """

    key: str
    name: str
    level: int = 0
    is_group: bool = False
    count: int | None = None
    stacks: bool = False
    slot: int = NEUTRAL
    creates: str = ""
    locked: str = ""
    is_collapsed: bool = False  # the lanes of the group are not shown
    is_pinned: bool = False  # stays at the top while the others scroll; pinned lanes are the first


@dataclass(frozen=True, slots=True)
class Count:
    """How many there are for certain and at most, and the most there ever are, to which a step's height is drawn."""

    certain: int
    possible: int
    most: int


@dataclass(slots=True, unsafe_hash=True)  # as good as frozen, but made in a sixth of the time: there are many
class Bar:
    """One interval or instant. It began between the two start times and ended between the two end times.

    `key` is the id of the record it shows; a plan and what came of it share one. An instant has
    equal starts and ends: the bounds within which it happened. `start_time` and `end_time` are
    what a drag of either end changes; None is what cannot be changed here, and `locked` says why. `also` are further
    records that it stands for where they have no bar of their own: the person, the events it
    begins and ends with. `said` are the times of start and end as they are stated, moved or not.
    """

    key: str
    lane: str
    start_lower: float
    start_upper: float
    end_lower: float
    end_upper: float
    is_instant: bool = False
    look: Look = Look.ACTUAL
    slot: int = NEUTRAL
    label: str = ""
    tell: Callable[[], str] = field(default=str, compare=False)
    start_time: VagueTime | None = None
    end_time: VagueTime | None = None
    also: tuple[str, ...] = ()
    is_plan_of_actual: bool = False  # drawn thin, below the solid bar of the same key
    locked: str = ""
    is_summary: bool = False  # what a collapsed group holds, drawn thin below the bars of its own
    is_superseded: bool = False  # one of the earlier plans, drawn thin too
    slip: str = ""  # from the first plan to what came of it; both carry it
    said: tuple[VagueTime | None, VagueTime | None] = (None, None)
    count: Count | None = None  # of a bar that looks like a COUNT
    is_clash: bool = False  # in the way of another bar in its lane: two at one port

    @property
    def tip(self) -> str:
        """What is said of it. Put into words when the pointer rests there: most bars are never pointed at."""
        return self.tell()

    @property
    def is_below(self) -> bool:
        """Whether it is drawn thin, under the others of its row."""
        return self.is_plan_of_actual or self.is_summary

    @property
    def marks(self) -> int:
        """What it is drawn with beside what its bounds, its look and its colour tell, as bits: bars of which these are
        the same are marked alike.
        """
        start, end = self.said
        plain = self.is_clash | self.is_superseded << 1 | bool(self.slip) << 2
        return plain | _marks(start) << 3 | _marks(end) << 5

    def is_about(self, edge: str) -> bool:
        """Whether its "start" or its "end" is stated only about."""
        time = self.said[edge == "end"]
        return time is not None and time.approximate

    def hangs_on(self, edge: str) -> bool:
        """Whether its "start" or its "end" is only said to be before or after another event."""
        time = self.said[edge == "end"]
        return time is not None and bool(time.anchor)


def _marks(time: VagueTime | None) -> int:
    return 0 if time is None else time.approximate | bool(time.anchor) << 1


@dataclass(frozen=True, slots=True)
class Link:
    """A line from the bar of one record to that of another, at a moment each; a lane tells bars of one key apart.

    A tie leads from what is dated only by another event to that event; else somebody goes from one to the other.
    """

    source: str
    target: str
    leaves: float
    enters: float
    source_lane: str = ""
    target_lane: str = ""
    is_tie: bool = False


@runtime_checkable
class HasExtent(Protocol):
    """Many bars know how far they go without being made one by one."""

    def extent(self) -> tuple[float, float] | None: ...


@dataclass(frozen=True, slots=True)
class Plan:
    """A whole timeline. `slots` names the colours in their order (vessels, agencies, …), `colour_title` says what
    they are, and `no_colour` what is without one, if that means anything; `home` is the range that one wants to see
    first, which outliers years away do not squash; `notes` say what is not drawn, `locked` why nothing of it can be
    changed, and `undated` are the instants that have no place in time.
    """

    title: str = ""
    subtitle: str = ""
    lanes: tuple[Lane, ...] = ()
    bars: Sequence[Bar] = ()  # a tuple, or `BarArrays` where they are many
    slots: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    home: tuple[float, float] = (0.0, DAY)
    zone: tzinfo = UTC
    systems: tuple["System", ...] = ()  # the rows of the axis from the top; without any, the clocks of `zone`
    locked: str = ""
    links: tuple[Link, ...] = ()
    undated: tuple[Bar, ...] = ()
    colour_title: str = ""
    no_colour: str = ""

    @property
    def note(self) -> str:
        return " ".join(self.notes)

    @property
    def extent(self) -> tuple[float, float]:
        """From the first to the last finite time of any bar; `home` if there is none."""
        if isinstance(self.bars, HasExtent):
            return self.bars.extent() or self.home
        times = list(_finite(self.bars))
        return (min(times), max(times)) if times else self.home


def _finite(bars: Sequence[Bar]) -> Iterator[float]:
    for bar in bars:
        yield from filter(isfinite, (bar.start_lower, bar.start_upper, bar.end_lower, bar.end_upper))


def instant(key: str, lane: str, lower: float = -inf, upper: float = inf, **more: object) -> Bar:
    """A bar for something that happened once, at some moment between the two times."""
    return Bar(key, lane, lower, upper, lower, upper, is_instant=True, **more)  # type: ignore[arg-type]
