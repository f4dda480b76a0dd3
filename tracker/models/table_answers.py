"""Which of a row's answers belongs to which of Qt's roles, for the cells and for the heads."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt

from tracker.domain.book import Book
from tracker.domain.listings import Listing
from tracker.i18n import _
from tracker.models import table_roles as roles
from tracker.models.cells import Row
from tracker.models.order import Order
from tracker.palette import LIGHT, Palette

_Role = Qt.ItemDataRole


class Answers:
    """Answers for the cells and heads of one listing, in the colours of `palette`."""

    def __init__(self, book: Book, listing: Listing) -> None:
        self._book, self._columns = book, listing.columns
        self.palette: Palette = LIGHT
        self._by_role: dict[int, Callable[[Row, int], Any]] = {
            _Role.DisplayRole: roles.display,
            _Role.EditRole: Row.typed,
            _Role.ToolTipRole: self._tooltip,
            _Role.TextAlignmentRole: self._alignment,
            _Role.FontRole: self._font,
            _Role.ForegroundRole: self._colour,
            _Role.AccessibleTextRole: roles.spoken,
            roles.ID: _id,
            roles.CERTAIN: _certainty,
        }

    def answer(self, role: int, row: Row, column: int) -> Any:
        """What a cell says in a role; None where it says nothing."""
        found = self._by_role.get(role)
        return None if found is None else found(row, column)

    def head(self, role: int, number: int, order: Order) -> Any:
        """What a column's head says in a role."""
        column = self._columns[number]
        if role == _Role.DisplayRole:
            return _(column.label) + _arrow(number, order)
        if role == _Role.TextAlignmentRole:
            return roles.alignment(column)
        return _(column.field.help) if role == _Role.ToolTipRole and column.field and column.field.help else None

    def _tooltip(self, row: Row, column: int) -> str:
        return roles.tooltip(row, self._columns[column], column, self._book)

    def _alignment(self, row: Row, column: int) -> Qt.AlignmentFlag:
        return roles.alignment(self._columns[column])

    def _font(self, row: Row, column: int) -> Any:
        return roles.font(self._columns[column], row.certainties[column])

    def _colour(self, row: Row, column: int) -> Any:
        return roles.colour(row, column, self.palette)


def _arrow(number: int, order: Order) -> str:
    """How a column takes part in the sorting, and as which of several."""
    for place, by in enumerate(order, 1):
        if by.column == number:
            return (" ↓" if by.descending else " ↑") + (str(place) if len(order) > 1 else "")
    return ""


def _id(row: Row, column: int) -> str:
    return row.record.id


def _certainty(row: Row, column: int) -> str:
    return row.certainties[column]
