"""The field for an exact time, at the bar that is being moved: typed while dragging, or asked for by a key."""

from functools import partial

from PySide6.QtCore import QPoint, QRect, Qt, Slot
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from tracker.domain import typed_times
from tracker.domain.show_times import show
from tracker.domain.times import UNKNOWN
from tracker.domain.typed_moves import Understand, moved_by_words
from tracker.i18n import _
from tracker.timeline.hands import ghost
from tracker.timeline.hands.changing import Changing
from tracker.timeline.hands.gestures import Target
from tracker.timeline.plans.words import name
from tracker.timeline.viewing.sight import Sight

WIDTH, HEIGHT = 260, 28


class Entry(QLineEdit):
    """What is typed is seen at once as the ghost. Return takes it; Escape, and leaving the field, give it up."""

    def __init__(self, sight: Sight, changing: Changing, parent: QWidget) -> None:
        super().__init__(parent)
        self._timeline, self._sight, self._changing = parent, sight, changing
        self._target: Target | None = None
        self.understand: Understand | None = None  # what reads a time in full, where somebody knows the events
        self.setMaxLength(200)
        self.textChanged.connect(self._on_text)  # also what a screen reader writes
        self.hide()

    def open(self, target: Target, typed: str = "") -> None:
        """Begins with what was typed, or else with the time as it is, to be typed over."""
        bar = target.bar
        called = _("New time of {name}").format(name=name(bar)) if bar is not None else ""
        self.setAccessibleName(called or _("Time of what is added to {lane}").format(lane=target.lane.name))
        self.setAccessibleDescription(_("A time, or a step such as +10 min or -2 d"))
        self.setToolTip(self.accessibleDescription())
        time = self._changing.time or target.before
        self.setText(typed or show(time, self._sight.plan.zone))
        above = self.parentWidget() or self._timeline
        self.setGeometry(self._place(target).translated(self._timeline.mapTo(above, QPoint(0, 0))))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._target = target
        if typed:
            self._on_text(typed)
        else:
            self.selectAll()
            self._changing.propose(target, time)

    def _place(self, target: Target) -> QRect:
        """Below the bar, or beside it in the last row: what is said of the time stands above. Within the plot."""
        frame = self._sight.frame
        rect, plot = ghost.place(frame, target, self._changing.time or target.before), frame.plot
        x = rect.right() if target.edge == "end" else rect.left()
        left, top = x - WIDTH / 2, rect.bottom() + 4
        if top + HEIGHT > plot.bottom():
            right = rect.right() + 8
            left = right if right + WIDTH <= plot.right() else rect.left() - 8 - WIDTH
            top = min(rect.center().y() - HEIGHT / 2, plot.bottom() - HEIGHT)
        left = max(plot.left() + 2, min(left, plot.right() - WIDTH - 2))
        return QRect(round(left), round(top), WIDTH, HEIGHT)

    @Slot(str)
    def _on_text(self, text: str) -> None:
        if self._target is None:
            return
        zone = self._sight.plan.zone
        before = self._target.before or self._changing.time or UNKNOWN
        understand = self.understand or partial(typed_times.understand, zone=zone)
        try:
            time = moved_by_words(text, before, zone, understand)
        except ValueError as error:
            self._changing.propose(self._target, None, problem=str(error))
        else:
            self._changing.propose(self._target, time)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not self._changing.problem:
                self._take()
        elif event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.close_field()

    def _take(self) -> None:
        """The keys go back first: who asks for more, such as a name, comes back to the timeline after that."""
        self._target = None
        self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._changing.commit()

    def _leave(self) -> None:
        """The keys go back to the timeline."""
        self.close_field()
        self._timeline.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_field(self) -> None:
        """Gives up what was typed."""
        if self._target is not None:
            self._target = None
            self._changing.cancel()
            self.hide()
