"""From what is typed above a table to the rows that it lets through."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from tracker.models.table import RecordTable
from tracker.models.table_steps import reading
from tracker.widgets.parts.sweep import Sweep, nothing
from tracker.widgets.tables.head import TableHead


class Filtering(QObject):
    """Of very many rows what the filter looks through is worked out first. `done`: other rows may be shown now."""

    done = Signal()

    def __init__(self, table: RecordTable, head: TableHead, sweep: Sweep) -> None:
        super().__init__(head)
        self._table, self._head, self._sweep = table, head, sweep
        head.filtered.connect(self._on_typed)

    def begin_again(self) -> None:
        """The rows that are being gone through are others now."""
        if self._sweep.is_busy:
            self._on_typed(self._head.filter.text())

    @Slot()
    def give_up(self) -> None:
        """Nobody wants to wait for the filter: it stays as it was."""
        self._head.filter.setText(self._table.filter)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._sweep.ask(reading(self._table) if text else nothing(), partial(self._filter, text))

    def _filter(self, text: str, read: None) -> None:
        self._table.set_filter(text)
        self.done.emit()
