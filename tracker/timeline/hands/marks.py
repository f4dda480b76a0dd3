"""What lies over the timeline while one works: the line of now, the time cursor, the time under the pointer,
and a span that is measured. Nothing of it gets into a picture.
"""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPen

from tracker.domain.elapsed import in_words
from tracker.i18n import N_, _
from tracker.timeline.drawing.frame import Frame
from tracker.timeline.drawing.instants import draw_chip, draw_line, draw_now
from tracker.timeline.drawing.style import Style
from tracker.timeline.hands import snapping
from tracker.timeline.hands.mouse import FREE
from tracker.timeline.hands.snapping import Snap
from tracker.timeline.times.systems import precision_of
from tracker.timeline.viewing.sight import Sight

GRIP = 4.0  # pixels beside the cursor that take hold of it
PULSE = 10_000  # milliseconds until the line of now is looked at again

HANDS = (
    (N_("Measure a span"), N_("Shift+drag")),
    (N_("Set or move the time cursor"), N_("Click or drag on the axis")),
    (N_("Take away the measure, then the cursor"), "Esc"),
)


class Marks(QObject):
    """`press`, `move` and `release` say whether they took the event: the axis and the cursor, or Shift."""

    changed = Signal()
    moved = Signal(str)  # the time cursor by keys: its time in every shown system

    def __init__(self, sight: Sight, parent: QObject | None = None, now: Callable[[], float] = time.time) -> None:
        super().__init__(parent)
        self._sight, self._now = sight, now
        self.cursor: float | None = None
        self.span: tuple[float, float] | None = None
        self._hover: float | None = None
        self._holds = ""  # what is being dragged: "cursor" or "span"
        self._before: float | None = None  # where the cursor was
        self._snap: Snap | None = None
        self._pulse = QTimer(self)
        self._pulse.setInterval(PULSE)
        self._pulse.timeout.connect(self.changed)
        self._pulse.start()

    def press(self, event: QMouseEvent) -> bool:
        at, frame = event.position(), self._sight.frame
        if event.button() is not Qt.MouseButton.LeftButton or not frame.scale.left <= at.x() <= frame.scale.right:
            return False
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            when = self._held(at.x(), event)
            self._holds, self.span = "span", (when, when)
        elif frame.axis.contains(at) or self._is_near(frame, at):
            self._holds, self._before = "cursor", self.cursor
            self.cursor = self._held(at.x(), event)
        else:
            return False
        self.changed.emit()
        return True

    def move(self, event: QMouseEvent) -> bool:
        scale = self._sight.frame.scale
        x = event.position().x()
        self._hover = scale.time(x) if scale.left <= x <= scale.right and not event.buttons() else None
        if self._holds == "cursor":
            self.cursor = self._held(x, event)
        elif self.span is not None and self._holds == "span":
            self.span = (self.span[0], self._held(x, event))
        self.changed.emit()
        return bool(self._holds)

    def _held(self, x: float, event: QMouseEvent) -> float:
        """The time under the pointer, or what it snaps to."""
        frame = self._sight.frame
        when = frame.scale.time(min(max(x, frame.scale.left), frame.scale.right))
        marks = [one for one in self.snaps() if one.time != self.cursor or self._holds != "cursor"]
        is_free = bool(event.modifiers() & FREE)
        self._snap = None if is_free else snapping.nearest(frame, self._sight.style, when, marks)
        return self._snap.time if self._snap else when

    def snaps(self) -> list[Snap]:
        """What of this holds a time that is dragged past it."""
        cursor = [Snap(self.cursor, _("time cursor"))] if self.cursor is not None else []
        return [*cursor, Snap(self._now(), _("now"))]

    @property
    def is_held(self) -> bool:
        return bool(self._holds)

    def release(self) -> bool:
        """A click with Shift, or a span of nothing, takes the measure away."""
        held, self._holds, self._snap = self._holds, "", None
        if self.span is not None and abs(self.span[1] - self.span[0]) < 2 * self._sight.frame.scale.seconds_per_pixel:
            self.span = None
        self.changed.emit()
        return bool(held)

    def leave(self) -> None:
        self._hover = None
        self.changed.emit()

    def stop(self) -> bool:
        """Gives up what is being dragged; whether anything was."""
        held, self._holds, self._snap = self._holds, "", None
        if held == "cursor":
            self.cursor = self._before
        elif held:
            self.span = None
        self.changed.emit()
        return bool(held)

    def clear(self) -> bool:
        """Takes away the measure, or else the cursor; whether there was either."""
        was_there = self.span is not None or self.cursor is not None
        if self.span is not None:
            self.span = None
        else:
            self.cursor = None
        self.changed.emit()
        return was_there

    @property
    def here(self) -> float:
        """The time one is at: of the cursor, or the middle of the view where it is not in sight."""
        scale, cursor = self._sight.aim, self.cursor
        return cursor if cursor is not None and scale.start <= cursor <= scale.end else (scale.start + scale.end) / 2

    def step(self, by: int) -> None:
        """The cursor to the next tick of the axis or the one before, in view or not; at first near the middle."""
        frame, scale, here = self._sight.frame, self._sight.aim, self.here
        around = scale.panned((scale.left + scale.right) / 2 - scale.x(here))
        ticks = [tick.time for tick in frame.systems[0].one_row(around, self._sight.style.plain.width)]
        is_stretched = self.span is not None and self.span[1] == self.cursor
        self.cursor = min((t for t in ticks if (t - here) * by > 0), key=lambda t: (t - here) * by, default=here)
        if self.span is not None and is_stretched:
            self.span = (self.span[0], self.cursor)
        if not scale.start <= self.cursor <= scale.end:
            self._sight.pan((scale.left + scale.right) / 2 - scale.x(self.cursor))
        self.moved.emit(", ".join(span_texts(frame, *sorted(self.span)) if self.span and is_stretched else self._times))
        self.changed.emit()

    @property
    def _times(self) -> list[str]:
        """Of the cursor, in every shown system."""
        precision, cursor = precision_of(self._sight.scale.seconds_per_pixel), self.cursor
        return [system.text(cursor, precision) for system in self._sight.frame.systems] if cursor is not None else []

    def measure(self) -> None:
        """A span that begins at the cursor and is stretched by its steps; none where there is one already."""
        if self.span is not None:
            self.span, said = None, [_("Measures no longer")]
        else:
            self.cursor = self.here
            self.span, said = (self.cursor, self.cursor), [_("Measures from here"), *self._times]
        self.moved.emit(", ".join(said))
        self.changed.emit()

    def _is_near(self, frame: Frame, at: QPointF) -> bool:
        return self.cursor is not None and abs(frame.scale.x(self.cursor) - at.x()) <= GRIP and frame.plot.contains(at)

    def draw(self, painter: QPainter) -> None:
        frame, style = self._sight.frame, self._sight.style
        draw_now(painter, frame, style, self._now())
        if self.span is not None:
            _draw_span(painter, frame, style, *sorted(self.span))
        if self._hover is not None and not self._holds:
            draw_line(painter, frame, self._hover, QPen(style.colour("muted", 0.6), 1.0, Qt.PenStyle.DotLine))
            _draw_times(painter, frame, style, self._hover, "raised", "text")
        if self.cursor is not None:
            draw_line(painter, frame, self.cursor, QPen(style.colour("accent"), 2.0))
            _draw_times(painter, frame, style, self.cursor, "accent", "on_accent")
        if self._snap is not None:
            top = frame.plot.bottom() - 2 * frame.axis_row
            draw_chip(painter, frame, style, self._snap.text, frame.scale.x(self._snap.time), top, "raised", "text")


def _draw_times(painter: QPainter, frame: Frame, style: Style, when: float, back: str, ink: str) -> None:
    """The time in every shown system, each in its row of the axis."""
    x = frame.scale.x(when)
    if not frame.scale.left <= x <= frame.scale.right:
        return
    precision = precision_of(frame.scale.seconds_per_pixel)
    for index, system in enumerate(frame.systems):
        draw_chip(painter, frame, style, system.text(when, precision), x, frame.system_top(index) + 1, back, ink)


def _draw_span(painter: QPainter, frame: Frame, style: Style, first: float, last: float) -> None:
    """A band from its beginning to its end; in it both times and the length in words."""
    left, right = (min(max(frame.scale.x(when), frame.scale.left), frame.scale.right) for when in (first, last))
    area = QRectF(left, frame.plot.top(), right - left, frame.plot.height())
    painter.fillRect(area, style.colour("accent", 0.14))
    for when in (first, last):
        draw_line(painter, frame, when, QPen(style.colour("accent"), 1.0))
    for row, text in enumerate(span_texts(frame, first, last)):
        top = frame.plot.top() + 4 + row * frame.axis_row
        draw_chip(painter, frame, style, text, area.center().x(), top, "raised", "text")


def span_texts(frame: Frame, first: float, last: float) -> tuple[str, str]:
    """From when to when by the first time system, and how long that is."""
    precision, system = precision_of(frame.scale.seconds_per_pixel), frame.systems[0]
    return f"{system.text(first, precision)} – {system.text(last, precision)}", in_words(last - first, precision)
