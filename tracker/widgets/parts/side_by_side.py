"""Parts beside one another where there is room, and below one another where there is none."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_Way = QBoxLayout.Direction


class SideBySide(QWidget):
    """Words are longer in other languages, and marks come and go: whether it fits is asked again with each.

    `is_even`: all are as wide as the widest; else the first has what the others leave.
    """

    def __init__(self, parts: Iterable[QWidget], gap: int, line: int, *, is_even: bool = True) -> None:
        super().__init__()
        self._parts, self._gap, self._line, self._is_even = tuple(parts), gap, line, is_even
        self._row = QBoxLayout(_Way.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(gap)
        for number, part in enumerate(self._parts):
            self._row.addWidget(part, int(is_even or number == 0))

    def minimumSizeHint(self) -> QSize:
        """That of the widest part: the others can go below it."""
        return QSize(max(self._least(), default=0), self._row.minimumSize().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._turn()
        return super().event(event)

    def _turn(self) -> None:
        way = _Way.LeftToRight if self.needed() <= self.width() else _Way.TopToBottom
        if way != self._row.direction():
            self._row.setDirection(way)
            self._row.setSpacing(self._gap if way == _Way.LeftToRight else self._line)
            self.updateGeometry()

    def needed(self) -> int:
        """The width at which all stand beside one another, in the parts as well."""
        widths = [_needed(part) for part in self._parts if not part.isHidden()]
        words = max(widths, default=0) * len(widths) if self._is_even else sum(widths)
        return words + self._gap * (len(widths) - 1)

    def _least(self) -> list[int]:
        return [part.minimumSizeHint().width() for part in self._parts if not part.isHidden()]


def _needed(part: QWidget) -> int:
    inner = (one.needed() for one in part.findChildren(SideBySide))
    return max((part.minimumSizeHint().width(), *inner))
