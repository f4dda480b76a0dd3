"""What is read, and in which order: lane by lane, and after each what shows in it, from left to right; as it is seen,
the bars of a band together, but for what is selected.

All that the stretch of time in view holds, the lanes that are scrolled out of sight included: who cannot see the
timeline, or uses keys alone, moves through the lanes without scrolling first. Lanes that hold nothing in that stretch
are read while they are in sight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property, partial
from itertools import islice

from PySide6.QtCore import QRectF
from PySide6.QtGui import QAccessibleActionInterface

from tracker.timeline.drawing import bars, column, density
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.plans.plan import Bar, Lane
from tracker.timeline.plans.words import band_words, heading_words, words
from tracker.timeline.speech.stretch import Stretch
from tracker.timeline.viewing.leading import lead_into
from tracker.timeline.viewing.sight import Sight

MOST = 1500  # nobody walks through more, and all crewed flights there have been are fewer; closer in time it is less
PRESS, TOGGLE, PIN = QAccessibleActionInterface.pressAction(), QAccessibleActionInterface.toggleAction(), "Pin"
Identity = tuple[object, ...]
Actions = dict[str, Callable[[], None]]


@dataclass(frozen=True, kw_only=True)
class Item:
    """Something to be read. `identity` stays the same while one moves about, and when the plan is made anew; `index`
    and `key` are those of a bar.
    """

    lane: Lane
    identity: Identity
    stretch: Stretch
    index: int = -1
    key: str = ""

    @cached_property
    def text(self) -> str:
        return self._words(self.stretch.frame.rows.plan.zone)

    def _words(self, zone: tzinfo) -> str:
        raise NotImplementedError

    def rect(self, frame: Frame) -> QRectF:
        """Where it is in the widget; empty if it is out of sight."""
        raise NotImplementedError

    def actions(self, sight: Sight, choose: Callable[[str], None]) -> Actions:
        """What can be done to it, by the names that a screen reader knows; first what a press does."""
        raise NotImplementedError


@dataclass(frozen=True, kw_only=True)
class Heading(Item):
    """A lane, before what it holds; one that can be collapsed, or is, `folds`."""

    place: int
    folds: bool
    is_empty: bool

    def _words(self, zone: tzinfo) -> str:
        group = self.stretch.above.get(self.lane.key)
        return heading_words(self.lane, group.name if group else "", self.is_empty)

    def rect(self, frame: Frame) -> QRectF:
        return column.row_rect(frame, self.place)

    def actions(self, sight: Sight, choose: Callable[[str], None]) -> Actions:
        key = self.lane.key
        fold = {TOGGLE: partial(sight.fold, key)} if self.folds else {}
        return {PRESS: partial(sight.go_to_lane, key), **fold, PIN: partial(sight.pin, key)}


@dataclass(frozen=True, kw_only=True)
class One(Item):
    """One bar."""

    bar: Bar

    def _words(self, zone: tzinfo) -> str:
        return words(self.bar, self.lane, zone)

    def rect(self, frame: Frame) -> QRectF:
        return _seen(frame, bars.placed(frame, self.index), frame.rows.row_of(self.index))

    def actions(self, sight: Sight, choose: Callable[[str], None]) -> Actions:
        return {PRESS: partial(_choose, sight, self.index, choose)}


@dataclass(frozen=True, kw_only=True)
class Band(Item):
    """Bars that lie too near to be told apart. What is to be said of them costs much, and few are asked."""

    thing: int

    @cached_property
    def placed(self) -> Placed:
        return self.stretch.band(self.thing)

    def _words(self, zone: tzinfo) -> str:
        return band_words(self.placed.count, self.placed.bar, self.lane, zone)

    def rect(self, frame: Frame) -> QRectF:
        return _seen(frame, density.placed(frame, self.stretch.things, self.thing), self.stretch.row_of(self.thing))

    def actions(self, sight: Sight, choose: Callable[[str], None]) -> Actions:
        return {PRESS: partial(lead_into, sight, self.placed, self.placed.rect.center().x())}


def of_lane(lane: str) -> Identity:
    """The identity of a lane's heading."""
    return (lane,)


def _choose(sight: Sight, index: int, choose: Callable[[str], None]) -> None:
    sight.go_to_bar(index)
    choose(sight.selected)


def _seen(frame: Frame, one: Placed | None, row: int) -> QRectF:
    return one.rect.intersected(frame.part_of(row).plot) if one else QRectF()


def in_view(sight: Sight, stretch: Stretch) -> tuple[list[Item], bool]:
    """What is to be read now, and whether there is more than can be: then that from the lanes in sight on."""
    in_sight = [lane for part in sight.frame.parts for lane in part.lanes_in_view()]
    lanes = sorted({*stretch.lanes, *in_sight})
    if len(lanes) + stretch.count(range(len(sight.plan.lanes))) <= MOST:
        return list(_items(sight, stretch, lanes)), False
    pinned, first = sight.rows.lane_of_row(sight.frame.pinned), _first(sight, stretch)
    lanes = [lane for lane in lanes if lane < pinned or lane >= first]
    return list(islice(_items(sight, stretch, lanes), MOST)), True


def _first(sight: Sight, stretch: Stretch) -> int:
    """The first lane in sight below the pinned ones; the lane one is at, if that would be too far down to be read."""
    first, at = next(sight.frame.parts[-1].lanes_in_view(), 0), sight.place_of(sight.lane)
    until = range(first, at + 1)
    return at if len(until) + stretch.count(until) > MOST else first


def _items(sight: Sight, stretch: Stretch, lanes: Sequence[int]) -> Iterator[Item]:
    seen = Counter[Identity]()
    hidden = stretch.hidden(sight.rows.of_key(sight.selected) if sight.selected else [])
    for place in lanes:
        lane, things = sight.plan.lanes[place], stretch.things_of(place)
        folds = lane.key in stretch.folding
        yield Heading(
            lane=lane, identity=of_lane(lane.key), stretch=stretch, place=place, folds=folds, is_empty=not things
        )
        for thing in things:
            if stretch.is_band(thing):
                yield Band(
                    lane=lane, identity=(lane.key, "band", stretch.first_of(thing)), stretch=stretch, thing=thing
                )
            for index in hidden.get(thing, []) if stretch.is_band(thing) else stretch.bars_of(thing):
                bar = sight.rows.bar(index)
                same = (lane.key, bar.key, bar.look, bar.is_plan_of_actual)
                seen[same] += 1
                yield One(lane=lane, identity=(*same, seen[same]), stretch=stretch, index=index, key=bar.key, bar=bar)
