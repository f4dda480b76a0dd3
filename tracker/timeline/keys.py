"""The keyboard over the timeline: walking from bar to bar, fitting, zooming."""

from PySide6.QtCore import QObject, Qt, Signal

from tracker.timeline.rows import Rows
from tracker.timeline.sight import Sight

ZOOM_STEP = 1.25
_Key = Qt.Key
_WALKS = {
    _Key.Key_Left: (0, -1),
    _Key.Key_Right: (0, 1),
    _Key.Key_Up: (-1, 0),
    _Key.Key_Down: (1, 0),
}
_ZOOMS = {_Key.Key_Plus: ZOOM_STEP, _Key.Key_Equal: ZOOM_STEP, _Key.Key_Minus: 1 / ZOOM_STEP}


class Keys(QObject):
    """`press` says whether a key means something here."""

    chosen = Signal(str)
    opened = Signal(str)
    cancelled = Signal()

    def __init__(self, sight: Sight, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sight = sight
        self._fitted = ""  # what F has shown last

    def press(self, key: Qt.Key) -> bool:
        if key in _WALKS:
            self._walk(*_WALKS[key])
        elif key in _ZOOMS:
            self._sight.zoom(_ZOOMS[key])
        elif key in (_Key.Key_Return, _Key.Key_Enter) and self._sight.selected:
            self.opened.emit(self._sight.selected)
        elif key == _Key.Key_Escape:
            self.cancelled.emit()
        elif key == _Key.Key_F:
            self._fit()
        elif key == _Key.Key_Home:
            self._sight.fit_default()
        else:
            return False
        return True

    def _fit(self) -> None:
        """The first press fits the selection, the second everything."""
        wanted = self._sight.selected
        if wanted and wanted != self._fitted:
            self._sight.fit_selection()
            self._fitted = wanted
        else:
            self._sight.fit_all()
            self._fitted = ""

    def _walk(self, by_row: int, by_bar: int) -> None:
        rows = self._sight.rows
        found = rows.of_key(self._sight.selected) if self._sight.selected else []
        if found:
            index = along(rows, found[0], by_bar) if by_bar else across(rows, found[0], by_row)
        else:
            index = 0 if rows.bars else None
        if index is not None:
            self.chosen.emit(rows.bars[index].key)


def along(rows: Rows, index: int, step: int) -> int | None:
    """The next bar of another record in the same row; None at its end."""
    row = int(rows.row[index])
    indices = range(int(rows.first[row]), int(rows.first[row + 1]))
    keys = list(dict.fromkeys(rows.bars[i].key for i in indices))
    place = keys.index(rows.bars[index].key) + step
    if not 0 <= place < len(keys):
        return None
    return next(i for i in indices if rows.bars[i].key == keys[place])


def across(rows: Rows, index: int, step: int) -> int | None:
    """The bar of another record nearest in time in the next row that has one; None at the last."""
    row, key, start = int(rows.row[index]) + step, rows.bars[index].key, rows.bars[index].start_lower
    while 0 <= row < rows.count:
        indices = range(int(rows.first[row]), int(rows.first[row + 1]))
        others = [i for i in indices if rows.bars[i].key != key]
        if others:
            return min(others, key=lambda i: _distance(rows.bars[i].start_lower, start))
        row += step
    return None


def _distance(one: float, other: float) -> float:
    return 0.0 if one == other else abs(one - other)
