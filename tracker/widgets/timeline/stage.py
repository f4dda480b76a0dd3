"""What is under the timeline's head: the drawing, or why there is nothing to draw and what to do about that."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from tracker.widgets.parts.empty import EmptyState


class Stage(QStackedWidget):
    """`wanted` says that the person wants what is offered where there is nothing."""

    wanted = Signal()

    def __init__(self, drawing: QWidget) -> None:
        super().__init__()
        self._empty: EmptyState | None = None
        self._drawing = drawing
        self.addWidget(drawing)

    def put(self, drawing: QWidget) -> None:
        """Another drawing in place of the one there was."""
        old, self._drawing = self._drawing, drawing
        is_seen = self.currentWidget() is old
        drawing.setGeometry(old.geometry())  # else the sight is laid out for another size in between
        self.insertWidget(0, drawing)
        if is_seen:
            self.setCurrentWidget(drawing)
        self.removeWidget(old)
        old.setParent(None)  # while it waits for its end nothing must size it: it shares the sight
        old.deleteLater()

    def show_empty(self, why: str, action: str) -> None:
        """In place of the drawing; without a reason the drawing again."""
        if why and self._empty is None:
            self._empty = EmptyState()
            self._empty.wanted.connect(self.wanted)
            self.addWidget(self._empty)
        if why and self._empty is not None:
            self._empty.say(why, action)
        self.setCurrentIndex(bool(why))
