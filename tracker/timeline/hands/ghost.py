"""What is seen while a time is changed: the bar where it would go, the time, to what it snaps, by how much it moved."""

from math import inf

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from tracker.domain.elapsed import MINUS, in_words
from tracker.domain.show_times import show
from tracker.domain.times import Bounds, VagueTime, seconds
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.shapes import diamond
from tracker.timeline.drawing.stacking import DIAMOND
from tracker.timeline.drawing.style import Style
from tracker.timeline.hands.gestures import Target
from tracker.timeline.hands.snapping import Snap

CHIP = 20.0
PADDING = 6.0
WIDEST = 480.0  # of a sentence, before it goes on in another line


def draw(
    painter: QPainter,
    frame: Frame,
    style: Style,
    target: Target,
    time: VagueTime | None,
    snap: Snap | None = None,
    problem: str = "",
) -> None:
    rect = place(frame, target, time or target.before)
    if snap is not None:
        x = frame.scale.x(snap.time)
        painter.setPen(QPen(style.colour("accent"), 1.0, Qt.PenStyle.DotLine))
        painter.drawLine(QLineF(x, frame.plot.top(), x, frame.plot.bottom()))
    if time is not None:
        _draw_bar(painter, frame, style, rect)
    x = rect.right() if target.edge == "end" else rect.left()
    lines = [(line, "error", "surface") for line in _wrapped(problem, style, frame.plot.width())]
    if snap is not None:
        lines.append((snap.text, "raised", "text"))
    if time is not None:
        lines.append((_words(frame, target, time), "accent", "on_accent"))
    _draw_lines(painter, frame, style, lines, x, rect)


def place(frame: Frame, target: Target, time: VagueTime | None) -> QRectF:
    """Where the bar would be, as far as it is in sight; without a time in the middle of it."""
    top = frame.row_top(target.row) + (frame.row_height - frame.bar_height) / 2
    lower, upper = _span(target, time)
    left, right = (min(max(frame.scale.x(at), frame.scale.left), frame.scale.right) for at in (lower, upper))
    return QRectF(left, top, max(0.0, right - left), frame.bar_height)


def _span(target: Target, time: VagueTime | None) -> tuple[float, float]:
    """From the start to the end: of the changed one what the new time says, of the other what is known of it."""
    bounds = time.bounds() if time is not None else Bounds(None, None)
    lower = -inf if bounds.lower is None else float(bounds.lower)
    upper = inf if bounds.upper is None else float(bounds.upper)
    if target.bar is None or target.edge == "both":
        return lower, upper
    bar = target.bar
    return (lower, bar.end_upper) if target.edge == "start" else (bar.start_lower, upper)


def _draw_bar(painter: QPainter, frame: Frame, style: Style, rect: QRectF) -> None:
    painter.setPen(QPen(style.colour("accent"), 1.5, Qt.PenStyle.DashLine))
    painter.setBrush(style.colour("accent", 0.18))
    if rect.width() <= DIAMOND:
        painter.drawPolygon(diamond(rect.center().x(), rect.center().y(), DIAMOND / 2))
    else:
        painter.drawRoundedRect(rect, 3, 3)


def _words(frame: Frame, target: Target, time: VagueTime) -> str:
    """The time, and how much later or earlier it is than it was."""
    text, before = show(time, frame.zone), target.before
    if before is None or before.start is None or time.start is None or before.start == time.start:
        return text
    slip = seconds(time.start) - seconds(before.start)
    return f"{text}  {'+' if slip > 0 else MINUS}{in_words(slip, min(time.precision, before.precision))}"


def draw_hint(painter: QPainter, frame: Frame, style: Style, text: str, at: QPointF) -> None:
    """A sentence beside the pointer."""
    lines = [(line, "raised", "text") for line in _wrapped(text, style, frame.plot.width())]
    _draw_lines(painter, frame, style, lines, at.x(), QRectF(at, at))


def _wrapped(text: str, style: Style, room: float) -> list[str]:
    """As many lines as a sentence needs, none wider than the plot."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and style.bold.width(longer) + 3 * PADDING <= min(room, WIDEST):
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def _draw_lines(
    painter: QPainter, frame: Frame, style: Style, lines: list[tuple[str, str, str]], x: float, rect: QRectF
) -> None:
    """Above the bar, or below it in the first row; always within the plot. The last line is next to the bar."""
    height = CHIP * len(lines)
    above = rect.top() - 4 - height
    top = above if above >= frame.plot.top() else rect.bottom() + 4
    painter.setFont(style.bold.font)
    for text, back, ink in lines:
        width = style.bold.width(text) + 2 * PADDING
        left = max(frame.plot.left() + 2, min(x - width / 2, frame.plot.right() - width - 2))
        painter.setPen(style.colour("line" if back == "raised" else back))
        painter.setBrush(style.colour(back))
        painter.drawRoundedRect(QRectF(left, top, width, CHIP - 1).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
        painter.setPen(style.colour(ink))
        painter.drawText(QPointF(left + PADDING, style.bold.baseline(top, CHIP - 1)), text)
        top += CHIP
