"""The keyboard over the timeline: one table of keys, from which the handling and the help both come."""

import sys
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QKeyEvent

from tracker.i18n import N_
from tracker.timeline.hands.changing import Changing
from tracker.timeline.hands.gestures import Target
from tracker.timeline.hands.marks import Marks
from tracker.timeline.plans.moves import many_units, stepped_time, time_at
from tracker.timeline.viewing.leading import lead_to
from tracker.timeline.viewing.sight import Sight
from tracker.timeline.viewing.walks import across, along, in_time, nearest

ZOOM_STEP = 1.25
PAN_STEP = 0.15  # of the view
_Key = Qt.Key
_Held = Qt.KeyboardModifier
_MOVES = _Held.ShiftModifier  # with Alt, window managers take the arrow keys
_MEANT = _Held.ControlModifier | _Held.ShiftModifier | _Held.AltModifier | _Held.MetaModifier


@dataclass(frozen=True, slots=True)
class Binding:
    """Keys and the method of `Keys` that they call, with what it is given."""

    keys: tuple[Qt.Key, ...]
    does: str
    given: tuple[float, ...]
    text: str
    held: Qt.KeyboardModifier = _Held.NoModifier


KEYS: tuple[Binding, ...] = (
    Binding((_Key.Key_W, _Key.Key_Plus, _Key.Key_Equal), "zoom", (ZOOM_STEP,), N_("Zoom in")),
    Binding((_Key.Key_S, _Key.Key_Minus), "zoom", (1 / ZOOM_STEP,), N_("Zoom out")),
    Binding((_Key.Key_A,), "pan", (PAN_STEP,), N_("Go to earlier times")),
    Binding((_Key.Key_D,), "pan", (-PAN_STEP,), N_("Go to later times")),
    Binding((_Key.Key_Left,), "walk", (0, -1), N_("Previous bar of the lane")),
    Binding((_Key.Key_Right,), "walk", (0, 1), N_("Next bar of the lane")),
    Binding((_Key.Key_Up,), "walk", (-1, 0), N_("Bar in the lane above")),
    Binding((_Key.Key_Down,), "walk", (1, 0), N_("Bar in the lane below")),
    Binding((_Key.Key_Comma,), "step", (-1,), N_("Previous bar in time")),
    Binding((_Key.Key_Period,), "step", (1,), N_("Next bar in time")),
    Binding((_Key.Key_K,), "lane", (-1,), N_("Lane above, with or without bars")),
    Binding((_Key.Key_J,), "lane", (1,), N_("Lane below, with or without bars")),
    Binding((_Key.Key_C,), "fold", (), N_("Collapse or expand the group")),
    Binding((_Key.Key_P,), "pin", (), N_("Pin the lane to the top, or no longer")),
    Binding((_Key.Key_F,), "fit", (), N_("Frame the selected bar; again: everything")),
    Binding((_Key.Key_R,), "mark_range", (), N_("Make a range of the selected bar; again: none")),
    Binding((_Key.Key_Home,), "fit_home", (), N_("Show the mission")),
    Binding((_Key.Key_Return, _Key.Key_Enter), "open", (), N_("Open the selected record in its form")),
    Binding((_Key.Key_M,), "type_time", (), N_("Type when the selected event is, or when a ride begins")),
    Binding((_Key.Key_M,), "type_time", (1,), N_("Type when the selected ride ends"), _Held.ShiftModifier),
    Binding((_Key.Key_Left,), "nudge", (-1,), N_("Move the selected bar earlier, by the unit it is known to"), _MOVES),
    Binding((_Key.Key_Right,), "nudge", (1,), N_("Move it later; held down, further"), _MOVES),
    Binding((_Key.Key_PageUp,), "nudge", (-1, 1), N_("Move it earlier by 60 minutes, 7 days, 12 months"), _MOVES),
    Binding((_Key.Key_PageDown,), "nudge", (1, 1), N_("Move it later by 60 minutes, 7 days, 12 months"), _MOVES),
    Binding((_Key.Key_Comma,), "move_cursor", (-1,), N_("Time cursor to the tick before"), _MOVES),
    Binding((_Key.Key_Period,), "move_cursor", (1,), N_("Time cursor to the next tick"), _MOVES),
    Binding((_Key.Key_X,), "measure", (), N_("Measure from the time cursor, as it is moved; again: no longer")),
    Binding((_Key.Key_N,), "add", (), N_("Add an event to the lane, at the time cursor")),
    Binding((_Key.Key_Escape,), "cancel", (), N_("Give up a drag")),
)
# What lies where W, A, S and D lie on an English keyboard zooms and pans, whatever is written on it; the others
# go by what is written, and by their place where that is no Latin letter and means nothing. The numbers are those
# of X11 and Wayland, Windows, macOS.
_BY_PLACE = (_Key.Key_W, _Key.Key_A, _Key.Key_S, _Key.Key_D)
_PLACES = {
    _Key.Key_W: (25, 0x11, 13),
    _Key.Key_A: (38, 0x1E, 0),
    _Key.Key_S: (39, 0x1F, 1),
    _Key.Key_D: (40, 0x20, 2),
    _Key.Key_F: (41, 0x21, 3),
    _Key.Key_R: (27, 0x13, 15),
    _Key.Key_M: (58, 0x32, 46),
    _Key.Key_N: (57, 0x31, 45),
    _Key.Key_J: (44, 0x24, 38),
    _Key.Key_K: (45, 0x25, 40),
    _Key.Key_C: (54, 0x2E, 8),
    _Key.Key_P: (33, 0x19, 35),
    _Key.Key_X: (53, 0x2D, 7),
    _Key.Key_Comma: (59, 0x33, 43),
    _Key.Key_Period: (60, 0x34, 47),
}
_SYSTEM = {"win32": 1, "darwin": 2}.get(sys.platform, 0)
_AT = {numbers[_SYSTEM]: key for key, numbers in _PLACES.items()}
_BINDINGS = {(binding.held, int(key)): binding for binding in KEYS for key in binding.keys}


def meant(event: QKeyEvent) -> Binding | None:
    """What a press means here; None for a key that means nothing."""
    held = event.modifiers() & _MEANT
    number = event.nativeVirtualKey() if sys.platform == "darwin" else event.nativeScanCode()
    place = _AT.get(number) if number or event.key() > 0x7F else None
    if place in _BY_PLACE:
        return _bound(held, place)
    written = None if number and event.key() in _BY_PLACE else _bound(held, event.key())
    is_free = not (_Key.Key_A <= event.key() <= _Key.Key_Z or event.key() >= 0x01000000)  # Qt's own: without a letter
    return _bound(held, place) if written is None and place is not None and is_free else written


def _bound(held: Qt.KeyboardModifier, key: int) -> Binding | None:
    """Shift alone makes no difference where it has no meaning of its own: a plus is typed with it."""
    plain = _BINDINGS.get((_Held.NoModifier, key)) if held == _Held.ShiftModifier else None
    return _BINDINGS.get((held, key)) or plain


class Keys(QObject):
    """`press` says whether a key means something here."""

    chosen = Signal(str)
    opened = Signal(str)
    cancelled = Signal()
    typing = Signal(object)
    lane_opened = Signal(str)

    def __init__(self, sight: Sight, changing: Changing, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight, self._changing, self._marks = sight, changing, marks
        self._pressed = 0  # the last key that meant something
        self._nudges = 0  # the key that is held down to move a bar
        self._fitted = ""  # what F has shown last

    def press(self, event: QKeyEvent) -> bool:
        binding = meant(event)
        if binding is not None:
            self._pressed = event.key()
            getattr(self, binding.does)(*binding.given)
        return binding is not None

    def zoom(self, factor: float) -> None:
        self._sight.zoom(factor)

    def pan(self, share: float) -> None:
        self._sight.pan(share * self._sight.scale.width)

    def fit(self) -> None:
        """The first press fits the selection, the second everything."""
        wanted = self._sight.selected
        if wanted and wanted != self._fitted:
            self._sight.fit_selection()
            self._fitted = wanted
        else:
            self._sight.fit_all()
            self._fitted = ""

    def fit_home(self) -> None:
        self._sight.fit_default()

    def mark_range(self) -> None:
        self._sight.mark_range()

    def lane(self, by: float) -> None:
        """To the next lane or the previous one, if there is any; at first to the one at the top of the view."""
        lanes, sight = self._sight.plan.lanes, self._sight
        here = sight.place_of(sight.lane)
        to = here + int(by) if here >= 0 else next(sight.frame.lanes_in_view(), 0)
        if lanes:
            sight.go_to_lane(lanes[min(max(0, to), len(lanes) - 1)].key)

    def fold(self) -> None:
        self._sight.fold(self._sight.lane)

    def pin(self) -> None:
        self._sight.pin(self._sight.lane)

    def open(self) -> None:
        """The record; of a bar in a band of many first what hides it, and at a lane what that stands for."""
        sight, here = self._sight, self._sight.here
        if sight.is_at_lane:
            self.lane_opened.emit(sight.lane)
        elif sight.selected and (here is None or not lead_to(sight, here)):
            self.opened.emit(sight.selected)

    def cancel(self) -> None:
        self.cancelled.emit()

    def type_time(self, at_end: float = 0) -> None:
        """Asks for a field in which the time can be typed."""
        target = self._target("end" if at_end else "start")
        if target is not None:
            self.typing.emit(target)

    def move_cursor(self, by: float) -> None:
        self._marks.step(int(by))

    def measure(self) -> None:
        self._marks.measure()

    def add(self) -> None:
        """Asks for a field in which it can be typed when the new one is."""
        sight = self._sight
        here = sight.place_of(sight.lane)
        place = here if here >= 0 else next(sight.frame.lanes_in_view(), -1)
        if place < 0:
            return
        sight.go_to_lane(sight.plan.lanes[place].key)
        row, when = sight.rows.lane_top[place], self._marks.here
        target, why = self._changing.aim_new(row)
        if target is None:
            self._changing.refuse(why, QPointF(sight.scale.x(when), sight.frame.row_top(row)))
        else:
            self._changing.propose(target, time_at(when, sight.scale.seconds_per_pixel))
            self.typing.emit(target)

    def nudge(self, by: float, is_far: float = 0) -> None:
        """One unit of its precision, or many; the change is made when the key is let go."""
        target = self._changing.target or self._target("start")
        if target is not None and target.before is not None:
            now = self._changing.time or target.before
            self._changing.propose(target, stepped_time(now, many_units(now, int(by)) if is_far else int(by)))
            self._nudges = self._pressed

    def release(self, event: QKeyEvent) -> None:
        if self._nudges and event.key() == self._nudges and not event.isAutoRepeat():
            self._nudges = 0
            self._changing.commit()

    def _target(self, edge: str) -> Target | None:
        """What of the selected bar can be changed; says why if nothing can."""
        index = self._sight.here
        if index is None:
            return None
        rows, frame = self._sight.rows, self._sight.frame
        bar, row = rows.bar(index), rows.row_of(index)
        target, why = self._changing.aim(row, bar, "both" if bar.is_instant else edge)
        if why:
            at = QPointF(frame.scale.x(max(bar.start_lower, frame.scale.start)), frame.row_top(row))
            self._changing.refuse(why, at)
        return target

    def step(self, by: float) -> None:
        """To the next or previous bar in time, in whichever lane it is."""
        self._choose(in_time(self._sight.rows, self._sight.bar, int(by)))

    def walk(self, by_row: float, by_bar: float) -> None:
        rows, here = self._sight.rows, self._sight.here
        if self._sight.is_at_lane:
            self._choose(self._from_lane(int(by_row)))
        elif here is None:
            self._choose(0 if len(rows.arrays) else None)
        else:
            self._choose(along(rows, here, int(by_bar)) if by_bar else across(rows, here, int(by_row)))

    def _from_lane(self, by_row: int) -> int | None:
        """The bar in the middle of the view, or nearest to it: of the lane one is at, or of the next that has any."""
        sight, scale = self._sight, self._sight.scale
        return nearest(sight.rows, sight.place_of(sight.lane) + by_row, by_row, (scale.start + scale.end) / 2)

    def _choose(self, index: int | None) -> None:
        if index is not None:
            self._sight.go_to_bar(index)
            self.chosen.emit(self._sight.selected)
