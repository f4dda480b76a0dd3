"""The filter of the table in view, for whoever shows only what that table shows."""

from PySide6.QtCore import QObject, Signal, Slot

from tracker.models.feed.view import Filter
from tracker.models.table import RecordTable


class TableFilter(QObject):
    """There is one; the tables say which of them is in view. `changed`: other records may be left now.

    `wanted` asks the tables to show a filter, as one that was saved.
    """

    changed = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._table: RecordTable | None = None

    def follow(self, table: RecordTable) -> None:
        """Another table is in view."""
        if self._table is not None:
            self._table.counted.disconnect(self._on_counted)
        self._table = table
        table.counted.connect(self._on_counted)
        self.changed.emit()

    @property
    def filter(self) -> Filter:
        """As a view can keep it."""
        return Filter(self._table.listing.name, self._table.filter) if self._table is not None else Filter()

    @property
    def left(self) -> frozenset[str] | None:
        """The ids of the rows shown; None if nothing is filtered out. The table has them worked out."""
        return frozenset(self._table.shown) if self._table is not None and self.filter else None

    @Slot()
    def _on_counted(self) -> None:
        self.changed.emit()
