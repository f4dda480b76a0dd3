"""Which labels of an axis row show, and where: none over another, none beyond the edges."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from math import inf

from tracker.timeline.times.scale import TimeScale
from tracker.timeline.times.ticks import Tick

GAP = 5.0  # from a tick to its label
END = 2.0  # from a label to the next tick
Width = Callable[[str], float]


@dataclass(frozen=True, slots=True)
class Label:
    """A text at its pixel. `is_mark`: a day, month or year that begins, or the one in which the view does."""

    x: float
    text: str
    is_mark: bool = False


def of_ticks(scale: TimeScale, ticks: Sequence[Tick], width: Width) -> list[Label]:
    """Labels beside their ticks; that of one before the view keeps to the left edge."""
    ends = [scale.x(tick.time) for tick in ticks[1:]] + [inf]
    places = (max(scale.x(tick.time), scale.left) + GAP for tick in ticks)
    rooms = (min(end, scale.right) - END for end in ends)
    return [
        Label(x, tick.label) for tick, x, end in zip(ticks, places, rooms, strict=False) if x + width(tick.label) <= end
    ]


def of_one_row(scale: TimeScale, ticks: Sequence[Tick], plain: Width, bold: Width) -> list[Label]:
    """Finer ticks and the marks among them. At the left edge stands the day, month or year that it lies in."""
    seen = [tick for tick in ticks if scale.left <= scale.x(tick.time) <= scale.right]
    labels = _context(scale, ticks, seen, bold)
    free = labels[0].x + bold(labels[0].text) + GAP if labels else scale.left
    ends = [scale.x(tick.time) for tick in seen[1:]] + [inf]
    for tick, end in zip(seen, ends, strict=False):
        x, room = scale.x(tick.time) + GAP, min(end, scale.right) - END
        width = bold if tick.is_mark else plain
        texts = [text for text in (tick.label, tick.short) if text and x + width(text) <= room]
        if texts and x >= free:
            labels.append(Label(x, texts[0], tick.is_mark))
    return labels


def _context(scale: TimeScale, ticks: Sequence[Tick], seen: Sequence[Tick], bold: Width) -> list[Label]:
    """The last mark before the view, where there is room for it before the first one in view."""
    past = [tick for tick in ticks if tick.is_mark and tick.short and scale.x(tick.time) < scale.left]
    first = next((scale.x(tick.time) for tick in seen if tick.is_mark), scale.right)
    x = scale.left + GAP
    if not past or x + bold(past[-1].label) > first - END:
        return []
    return [Label(x, past[-1].label, is_mark=True)]
