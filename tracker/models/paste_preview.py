"""The table of a paste's preview: which cell of which record, what it says now, what it would say."""

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from tracker.domain.book import Book
from tracker.domain.edits import named
from tracker.i18n import N_, _
from tracker.models.paste import PastedCell, Plan
from tracker.models.table_roles import LONGEST
from tracker.palette import Palette
from tracker.tips import tip

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole
_HEADS = (N_("Record"), N_("Column"), N_("Before"), N_("After"), N_("Remark"))
BEFORE, REMARK = 2, 4


class PastePreview(QAbstractTableModel):
    """One row for each cell, in the order of the paste."""

    def __init__(self, plan: Plan, book: Book, palette: Palette, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._plan, self._book, self._palette = plan, book, palette

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._plan.cells)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(_HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == _Role.DisplayRole and 0 <= section < len(_HEADS):
            return _(_HEADS[section])
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        cell, column = self._plan.cells[index.row()], index.column()
        if role == _Role.DisplayRole:
            return " ".join(self._texts(cell)[column][:LONGEST].split())
        if role == _Role.ToolTipRole:
            return tip(self._texts(cell)[column])
        if role == _Role.ForegroundRole:
            return self._colour(cell, column)
        return None

    def _texts(self, cell: PastedCell) -> tuple[str, ...]:
        name = named(self._book, cell.record)
        record = _("New: {name}").format(name=name) if cell.is_new else name
        return record, _(cell.column.label), cell.before, cell.after, cell.problem

    def _colour(self, cell: PastedCell, column: int) -> QColor | None:
        if cell.problem and column >= REMARK - 1:
            return QColor(self._palette.error)
        return QColor(self._palette.muted) if column == BEFORE else None
