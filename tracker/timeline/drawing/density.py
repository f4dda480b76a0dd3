"""Where the bars of a row lie too near to be told apart: one band for them all with their number, the stronger the
more there are. The same on the screen, in files and for the pointer.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property, partial

import numpy as np
from PySide6.QtCore import QRectF
from PySide6.QtGui import QBrush, QPainter

from tracker.i18n import _, number
from tracker.timeline.drawing import crowd, shapes
from tracker.timeline.drawing.bars import Placed
from tracker.timeline.drawing.crowd import Crowd
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.style import Style, mixed
from tracker.timeline.plans.bar_arrays import Array
from tracker.timeline.plans.levels import MIXED, Ints
from tracker.timeline.plans.plan import Bar
from tracker.timeline.times.systems import precision_of

NEAR = 4  # pixels from start to start that an eye can still tell apart
WIDE = 16  # pixels of a bar that is seen by itself, whatever lies near it
MANY = 3  # bars that are worth a band; fewer would hide more than they say
BIN, NARROWEST = 8, 5  # pixels of one strength, and of a whole band
STEPS = (4, 12, 40, 120)  # bars in so many pixels from which on a band gets stronger
STRENGTHS = (0.4, 0.54, 0.68, 0.84, 1.0)
SHADES = (0.1, 0.2, 0.32, 0.46, 0.6)  # the same in print: how much of a pattern's ink is in it
SIDE = 2**20  # more pixels than any screen has: keeps rows apart where they are searched as one


@dataclass(frozen=True, eq=False)
class Dense:
    """The bars that are told in bands, and to which of the bands each belongs."""

    bars: Crowd
    band: Ints

    @cached_property
    def begins(self) -> Ints:
        """The first bar of each band, and one past the last."""
        return np.append(_begins(self.band), len(self.band))


def gathered(frame: Frame, many: Crowd) -> tuple[Crowd, Dense | None]:
    """The same with each band as one, as colourless as it must be; and what the bands are made of. A plan under
    what came of it and the events at the ends of a bar are not counted, as they are no other things, and go with it
    into the band.
    """
    is_all_told = frame.rows.finest.told is None
    if frame.rows.thin is not None:
        many = many.only(~_are_specks(frame, many))
    is_narrow = many.right - many.left < WIDE
    if not is_all_told:
        is_narrow &= many.count > 0
    if frame.rows.steps is not None:  # a strip is a curve, not many things
        is_narrow &= ~crowd.is_count(frame, many)
    narrow = np.flatnonzero(is_narrow)
    if len(narrow) == 0:
        return many, None
    bars = many if len(narrow) == len(many.row) else many.only(narrow)
    begins = np.flatnonzero(_is_apart(bars))
    count = np.add.reduceat(bars.count, begins)
    if count.max() < MANY:
        return many, None
    band = np.repeat(np.arange(len(begins)), np.diff(begins, append=len(bars.row)))
    is_dense = (count >= MANY)[band]
    if bars is many and is_dense.all():
        return _bands(Dense(many, band)), Dense(many, band)
    rest = np.ones(len(many.row), dtype=np.bool_)
    rest[narrow[is_dense]] = False
    dense = Dense(bars.only(is_dense), band[is_dense])
    things = _in_order(many.only(rest), _bands(dense))
    return things if is_all_told else things.only(~_are_hidden(frame, things)), dense


def are_bands(things: Crowd) -> Array:
    return things.count >= MANY


def _are_hidden(frame: Frame, things: Crowd) -> Array:
    """Which of them are not counted, narrow, and lie where a band is: plans and events of the bars that it hides."""
    moment = frame.rows.sides(things.index) != 0  # an event at the end of a bar, and nothing beyond it
    placed = replace(things, right=np.where(moment, things.left, things.right))
    hidden: Array = (things.count == 0) & (things.right - things.left < WIDE) & _are_on(placed, are_bands(things))
    return hidden


def _are_specks(frame: Frame, many: Crowd) -> Array:
    """Which of them are thin, too narrow to be told apart, and lie on such a thin one as can be seen."""
    is_thin, width = (many.count == 0) & (frame.rows.sides(many.index) == 0), many.right - many.left
    specks: Array = is_thin & (width < NEAR)
    return specks & _are_on(many, is_thin & (width >= WIDE)) if specks.any() else specks


def _are_on(things: Crowd, some: Array) -> Array:
    """Which of them have their middle on one of some."""
    side = things.row * SIDE
    left, right = things.left + side, things.right + side
    middle, left, right = (left + right) / 2, left[some], right[some]
    last = np.searchsorted(left, middle, "right") - 1
    reach = np.append(np.maximum.accumulate(right), -np.inf)  # of none before it, nothing
    are_on: Array = middle <= reach[last]
    return are_on


def _is_apart(bars: Crowd) -> Array:
    """Which of them begin anew: in another row, or far enough from those before."""
    side = bars.row * SIDE
    left, reached = bars.left + side, bars.right + side
    if (reached[1:] < reached[:-1]).any():
        np.maximum.accumulate(reached, out=reached)
    is_apart = np.ones(len(side), dtype=np.bool_)
    np.greater_equal(left[1:], np.maximum(reached[:-1], left[:-1] + NEAR), out=is_apart[1:])
    return is_apart


def _bands(dense: Dense) -> Crowd:
    bars, begins = dense.bars, dense.begins[:-1]
    right = np.maximum.reduceat(bars.right, begins)
    left, count = bars.left[begins], np.add.reduceat(bars.count, begins)
    slot = _common(bars.slot, begins)
    return Crowd(
        bars.level, bars.place[begins], bars.row[begins], left, np.maximum(right, left + NARROWEST), slot, count
    )


def _begins(*of: Array) -> Array:
    """Where one of several numbers differs from the one before it."""
    is_new = np.ones(len(of[0]), dtype=np.bool_)
    is_new[1:] = of[0][1:] != of[0][:-1]
    for each in of[1:]:
        is_new[1:] |= each[1:] != each[:-1]
    return np.flatnonzero(is_new)


def _common(slot: Array, begins: Array) -> Array:
    """The colour of each group where all have the same."""
    differs = np.zeros(len(slot), dtype=np.bool_)
    np.not_equal(slot[1:], slot[:-1], out=differs[1:])
    differs[begins] = False
    common = slot[begins]
    common[np.searchsorted(begins, np.flatnonzero(differs), "right") - 1] = MIXED
    return common


def _in_order(one: Crowd, other: Crowd) -> Crowd:
    parts = ("place", "row", "left", "right", "slot", "count")
    place, row, left, right, slot, count = (np.concatenate((getattr(one, p), getattr(other, p))) for p in parts)
    both = Crowd(one.level, place, row, left, right, slot, count)
    return both.only(np.argsort(row * SIDE + left, kind="stable"))


def draw(painter: QPainter, frame: Frame, style: Style, dense: Dense) -> None:
    """Stretches of one strength each; they keep to their times, so that nothing flickers while one pans."""
    bars, band = dense.bars, dense.band
    phase = round(frame.scale.start / frame.scale.seconds_per_pixel - frame.scale.left) % BIN
    begins = _begins((bars.left + phase).astype(np.int32) // BIN, band)
    step = np.searchsorted(STEPS, np.add.reduceat(bars.count, begins), side="right")
    kind = _common(bars.slot, begins).astype(np.int64) * len(STRENGTHS) + step
    change = _begins(kind, band[begins])
    begins, kind = begins[change], kind[change]
    left, right, band = bars.left[begins], np.maximum.reduceat(bars.right, begins), band[begins]
    goes_on = band[1:] == band[:-1]
    right[:-1][goes_on] = left[1:][goes_on]
    right = np.maximum(right, np.where(np.append(goes_on, False), left, left + NARROWEST))
    crowd.fill(painter, frame, bars.row[begins], left, right, kind, lambda kind: _brush(style, kind))
    if not style.is_live:
        _draw_patterns(painter, frame, style, bars.row[begins], left, right, kind // len(STRENGTHS))


def _draw_patterns(
    painter: QPainter, frame: Frame, style: Style, row: Array, left: Array, right: Array, slot: Array
) -> None:
    """In a file lines, one by one; on a screen they are in the brush."""
    rects = np.empty((len(row), 4))
    rects[:, 0], rects[:, 2] = left, right - left
    rects[:, 1] = frame.row_top(0) + round((frame.row_height - frame.bar_height) / 2) + row * frame.row_height + 1
    rects[:, 3] = frame.bar_height - 2
    for each in sorted(set(slot[slot >= 0].tolist())):
        painter.setPen(mixed(style.fill(each), style.pattern(each), 0.7))
        shapes.draw_patterns(painter, each, rects[slot == each])


def _brush(style: Style, kind: int) -> QBrush:
    slot, step = divmod(kind, len(STRENGTHS))
    if style.palette.is_print:  # whose colours are too pale to get paler
        return style.kept(
            ("band", kind), lambda: QBrush(mixed(style.body(slot), style.body_pattern(slot), SHADES[step]))
        )
    return crowd.brush(style, slot, STRENGTHS[step])


def placed(frame: Frame, things: Crowd, place: int) -> Placed:
    """A band as a bar that stands for many."""
    left = max(float(things.left[place]), frame.scale.left)
    right = min(float(things.right[place]), frame.scale.right)
    row, count = int(things.row[place]), int(things.count[place])
    top = frame.row_top(row) + round((frame.row_height - frame.bar_height) / 2)
    lane = frame.rows.plan.lanes[frame.rows.lane_of_row(row)].key
    first = float(things.level.start[things.place[place]])
    bar = Bar("", lane, first, first, first, first, slot=int(things.slot[place]), label=number(count))
    return Placed(-1, bar, QRectF(left, top, right - left, frame.bar_height), [(left, 1.0), (right, 1.0)], count=count)


def is_used(frame: Frame) -> bool:
    return gathered(frame, crowd.in_sight(frame))[1] is not None


def draw_sample(painter: QPainter, style: Style, area: QRectF) -> None:
    """A band in small, for the legend."""
    width = area.width() / len(STRENGTHS)
    for step in range(len(STRENGTHS)):
        part = QRectF(area.left() + step * width, area.top(), width, area.height())
        painter.fillRect(part, _brush(style, MIXED * len(STRENGTHS) + step))


def band(frame: Frame, things: Crowd, dense: Dense, place: int) -> Placed:
    """One of the bands, with what there is to say of it."""
    number = np.count_nonzero(are_bands(things)[:place])
    inside = np.arange(*dense.begins[number : number + 2])
    return _told(frame, placed(frame, things, place), dense.bars.only(inside))


def at(frame: Frame, row: int, x: float, slack: float) -> Placed | None:
    """The band of a row at a pixel."""
    things, dense = gathered(frame, crowd.in_sight(frame, range(row, row + 1)))
    bands = np.flatnonzero(are_bands(things))
    hit = (things.left[bands] - slack <= x) & (x < things.right[bands] + slack)
    if dense is None or not hit.any():
        return None
    return band(frame, things, dense, int(bands[np.flatnonzero(hit)[0]]))


def _told(frame: Frame, one: Placed, inside: Crowd) -> Placed:
    """With what there is to say of it."""
    level = inside.level
    first, last = float(level.start[inside.place].min()), float(level.end[inside.place].max())
    system, precision = frame.systems[0], precision_of(frame.scale.seconds_per_pixel)
    tip = _("{count} together, {first} – {last}. Zoom in or double-click to tell them apart.").format(
        count=number(one.count), first=system.text(first, precision), last=system.text(last, precision)
    )
    bar = replace(one.bar, start_upper=first, start_lower=first, end_lower=last, end_upper=last, tell=partial(str, tip))
    return replace(one, bar=bar)
