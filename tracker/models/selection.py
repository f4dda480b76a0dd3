"""The one selection: the tables, the timeline and the form always show the same record."""

from PySide6.QtCore import QObject, Signal, Slot


class Selection(QObject):
    """`changed` carries the id of the record that is selected now; empty for none.

    Selecting what is selected already says nothing, so two views that follow it cannot echo.
    """

    changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._current = ""

    @property
    def current(self) -> str:
        return self._current

    @Slot(str)
    def select(self, id: str) -> None:
        if id != self._current:
            self._current = id
            self.changed.emit(id)
