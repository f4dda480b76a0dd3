"""Bars in pixels: where each one goes, and how it is drawn. Solid is actual, hollow and dashed
planned, dotted and muted rumoured; an end that is not known fades over just that time.
"""

from dataclasses import dataclass, replace
from math import inf, isinf

from PySide6.QtCore import QLineF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from tracker.timeline.drawing import counts, crowd, shapes, vague
from tracker.timeline.drawing.edges import Stops, between, opacity
from tracker.timeline.drawing.fills import draw_outline, fill
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.hollow import draw_hollow
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style, faded, mixed
from tracker.timeline.plans.plan import NEUTRAL, Bar, Look

HALF = 0.7  # of a diamond's width: half of one would be slight
RIM = 0.7
HALO = 2.0
THIN = 5.0  # a plan under what came of it
THINNER = 3.0  # what a collapsed group holds
CERTAIN = 0.99
GHOST = 0.5  # of what was planned before


@dataclass(frozen=True, slots=True)
class Gap:
    """What lies between a first plan and what came of it: the slip, empty where it has no room, over a line at `y`."""

    text: str
    area: QRectF
    y: float


@dataclass(frozen=True, slots=True)
class Placed:
    """A bar in pixels, cut off at the plot's edges. `stops` give its opacity along x."""

    index: int
    bar: Bar
    rect: QRectF
    stops: Stops
    left: str = "round"
    right: str = "round"
    is_diamond: bool = False
    count: int = 1  # of a band: how many bars it stands for
    open_side: str = ""  # of half a diamond, the "left" or the "right" up to which it may be, at `reach`
    reach: float = 0.0
    gap: Gap | None = None
    goes_on: bool = False  # beyond the plot's edges
    is_at_end: bool = False  # of another bar, from which it must be told

    @property
    def span(self) -> tuple[float, float]:
        """What it takes of its row, a written slip included."""
        whole = self.rect.united(self.gap.area) if self.gap and self.gap.text else self.rect
        return whole.left(), whole.right()

    @property
    def wall(self) -> float:
        """The x at which half a diamond is flat."""
        return self.rect.left() if self.open_side == "right" else self.rect.right()

    @property
    def is_hard(self) -> bool:
        return all(alpha == 1.0 for _, alpha in self.stops)

    @property
    def core(self) -> tuple[float, float]:
        """Where it certainly is; an empty stretch if nowhere."""
        sure = [x for x, alpha in self.stops if alpha >= CERTAIN]
        return (min(sure), max(sure)) if sure else (self.rect.left(), self.rect.left())


def in_view(frame: Frame, row: int) -> list[Placed]:
    """The bars of a row that show, from left to right."""
    margin = DIAMOND * frame.scale.seconds_per_pixel
    span = frame.rows.visible(row, frame.scale.start - margin, frame.scale.end + margin)
    found = (placed(frame, index) for index in span)
    return [one for one in found if one is not None]


def placed(frame: Frame, index: int) -> Placed | None:
    """Where a bar goes; None if it is out of sight."""
    rows, scale = frame.rows, frame.scale
    bar = rows.bar(index)
    a, b, c, d = (scale.x(t) for t in (bar.start_lower, bar.start_upper, bar.end_lower, bar.end_upper))
    top = frame.row_top(rows.row_of(index))
    if bar.is_instant and d - a <= DIAMOND:
        return _diamond(frame, index, bar, (a + d) / 2, top)
    if bar.is_instant and isinf(a) != isinf(d):
        return _half(frame, index, bar, a, d)
    wider = max(0.0, a + crowd.NARROWEST - d)  # than it is, and as sharp
    c, d = c + wider, d + wider
    left, right = max(a, scale.left), min(d, scale.right)
    if right <= left:
        return None
    stops = between(opacity(a, b, c, d), left, right)
    rect = QRectF(left, top + _offset(frame, index, bar), right - left, _height(frame, bar))
    sides, goes_on = (_side(a, b, scale.left), _side(-d, -c, -scale.right)), a < scale.left or d > scale.right
    return Placed(index, bar, rect, stops, *sides, goes_on=goes_on)


def _diamond(frame: Frame, index: int, bar: Bar, x: float, top: float) -> Placed | None:
    half = (DIAMOND / 2 if not bar.is_plan_of_actual else DIAMOND / 3) * min(1.0, frame.row_height / 16)
    if not frame.scale.left - 1 <= x <= frame.scale.right + 1:
        return None
    x = min(max(x, frame.scale.left + half), frame.scale.right - half)
    middle = top + _offset(frame, index, bar) + _height(frame, bar) / 2
    rect = QRectF(x - half, middle - half, 2 * half, 2 * half)
    is_at_end = frame.rows.ends is not None and bool(frame.rows.ends.side[index])
    return Placed(index, bar, rect, [(rect.left(), 1.0), (rect.right(), 1.0)], is_diamond=True, is_at_end=is_at_end)


def _half(frame: Frame, index: int, bar: Bar, a: float, d: float) -> Placed | None:
    """Half a diamond at the only bound there is; at the plot's edge where the bound lies outside."""
    scale, whole = frame.scale, _diamond(frame, index, bar, frame.scale.left, frame.row_top(frame.rows.row_of(index)))
    bound = d if isinf(a) else a
    if whole is None or (bound < scale.left if isinf(a) else bound > scale.right):
        return None
    width = whole.rect.width() * HALF
    left, right = (bound - width, bound) if isinf(a) else (bound, bound + width)
    shift = max(scale.left - left, 0.0) - max(right - scale.right, 0.0)
    rect = QRectF(left + shift, whole.rect.top(), width, whole.rect.height())
    ends = [(rect.left(), 1.0), (rect.right(), 1.0)]
    is_cut = not scale.left - 1 <= bound <= scale.right + 1
    side, reach = ("left", scale.left + 1) if isinf(a) else ("right", scale.right - 1)
    kind = "cut" if is_cut else "round"
    return Placed(index, bar, rect, ends, kind, kind, is_diamond=True, open_side=side, reach=reach)


def _height(frame: Frame, bar: Bar) -> float:
    if bar.is_summary:
        return min(THINNER, frame.row_height / 6)
    if bar.is_plan_of_actual:
        return min(THIN, frame.row_height / 5)
    return min(frame.bar_height, DIAMOND) if bar.is_instant else frame.bar_height


def _offset(frame: Frame, index: int, bar: Bar) -> float:
    height = _height(frame, bar)
    if bar.is_below:
        return frame.row_height - height - 1
    if frame.rows.lifted is not None and frame.rows.lifted[index]:
        return int((frame.row_height - THIN - height) / 2)
    return round((frame.row_height - height) / 2)


def _side(outer: float, inner: float, edge: float) -> str:
    """The end of a bar at the left of the plot; mirrored coordinates serve for the right."""
    if outer == -inf:
        return "open" if inner > edge or inner == -inf else "cut"
    return "cut" if outer < edge or outer != inner else "round"


def draw(painter: QPainter, style: Style, one: Placed) -> None:
    """One bar, without its label."""
    if one.bar.count is not None:
        counts.draw(painter, style, one)
        return
    if one.is_at_end:
        _draw_halo(painter, style, one.rect)
    colour = colour_of(style, one)
    line = mixed(colour, style.colour("text"), 0.25)
    if one.bar.is_superseded:
        colour, line = faded(colour, GHOST), faded(line, GHOST)
    if one.open_side and one.left == "cut":
        pass  # only the line of what is possible is in view
    elif one.bar.look is Look.ACTUAL:
        _draw_solid(painter, style, one, colour)
    else:
        draw_hollow(painter, style, one, colour, line)
    vague.draw(painter, style, one, line)
    if one.bar.is_clash:
        _draw_clash(painter, style, one)


def _draw_halo(painter: QPainter, style: Style, rect: QRectF) -> None:
    """A rim of the paper around a diamond on a bar of the same colour."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(style.colour("surface"))
    painter.drawPolygon(shapes.diamond(rect.center().x(), rect.center().y(), rect.width() / 2 + HALO))


def colour_of(style: Style, one: Placed) -> QColor:
    if one.bar.look is Look.RUMOURED:
        return style.colour("rumoured")
    if one.bar.slot == NEUTRAL and one.bar.look is Look.PLANNED:
        return style.colour("planned")
    if style.palette.is_print and one.bar.is_instant and not one.is_hard:
        return style.pattern(one.bar.slot)  # a pale fade would not be seen
    return style.fill(one.bar.slot) if one.bar.is_instant else style.body(one.bar.slot)


def _draw_clash(painter: QPainter, style: Style, one: Placed) -> None:
    """A frame in the colour of errors."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("error"), 2.0))
    draw_outline(painter, replace(one, rect=one.rect.adjusted(1, 1, -1, -1)))


def _draw_solid(painter: QPainter, style: Style, one: Placed, colour: QColor) -> None:
    fill(painter, style, one, colour, 1.0)
    if shapes.kind_of(one.bar.slot) and not one.is_diamond:
        _draw_pattern(painter, style, one)
    if style.palette.is_print and (one.bar.slot != NEUTRAL or not one.bar.is_instant):
        _draw_rim(painter, style, one)


def _draw_rim(painter: QPainter, style: Style, one: Placed) -> None:
    """On paper fills are pale: a line around them, or along what is certain of them, says how far they go."""
    painter.setPen(QPen(style.body_pattern(one.bar.slot), RIM))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inside = one.rect.adjusted(RIM / 2, RIM / 2, -RIM / 2, -RIM / 2)
    if one.is_hard:
        draw_outline(painter, replace(one, rect=inside))
        return
    begin, end = one.core
    if end - begin <= 2 * shapes.TIP:
        return
    first, last = begin, end
    if one.left == "open" and begin <= one.rect.left():
        first = begin + shapes.TIP
        painter.drawPolyline(shapes.chevron(begin, inside.top(), inside.bottom(), 1.0))
    if one.right == "open" and end >= one.rect.right():
        last = end - shapes.TIP
        painter.drawPolyline(shapes.chevron(end, inside.top(), inside.bottom(), -1.0))
    painter.drawLines([QLineF(first, y, last, y) for y in (inside.top(), inside.bottom())])


def _draw_pattern(painter: QPainter, style: Style, one: Placed) -> None:
    begin, end = one.core
    area = QRectF(begin, one.rect.top(), end - begin, one.rect.height()).adjusted(2, 1, -2, -1)
    if style.is_live and area.width() > shapes.LEAST_PATTERN:
        painter.fillRect(area, crowd.brush(style, one.bar.slot))
    elif area.width() > shapes.LEAST_PATTERN:
        painter.setPen(QPen(style.pattern(one.bar.slot), 1.0))
        shapes.draw_pattern(painter, one.bar.slot, area)


def draw_selected(painter: QPainter, frame: Frame, style: Style, one: Placed) -> None:
    """The outline around what is selected, a little away from it, so that its look stays seen, a wave too. The steps
    of a strip are all of one vessel: behind them its row is marked, which is enough.
    """
    if one.bar.count is not None:
        return
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(style.colour("accent"), 2.0))
    around = one.rect.adjusted(-3, -3, 3, 6 if vague.is_about(one) else 3)
    painter.drawRoundedRect(around.intersected(frame.plot.adjusted(1, -9, -1, 9)), 5, 5)
