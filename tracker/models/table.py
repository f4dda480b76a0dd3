"""The one table model: any listing, sorted and filtered here, brought up to date row by row after each edit."""

import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal, Slot

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.columns import Column
from tracker.domain.edits import Edit
from tracker.domain.listings import Listing, ids
from tracker.domain.records import Record
from tracker.domain.search import matches
from tracker.domain.texts import understand
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.models.cells import Cells, Row
from tracker.models.differences import differing, runs_of
from tracker.models.order import By, Order, ordered
from tracker.models.table_answers import Answers
from tracker.models.touched import touched
from tracker.palette import Palette
from tracker.settings import TIMES, Settings

Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()
_Role = Qt.ItemDataRole


class RecordTable(QAbstractTableModel):
    """Rows are records, columns those of the listing. `refused` carries the sentence why an edit was not made.

    `counted` fires when the number of rows shown or there may have changed, `sorted` when the order has.
    """

    refused = Signal(str)
    counted = Signal()
    sorted = Signal()

    def __init__(self, document: Document, listing: Listing, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.document, self.listing, self._settings = document, listing, settings
        self._cells = Cells(document.book, listing)
        self._cells.zone = zone(settings.zone)
        self._members = dict.fromkeys(ids(document.book, listing.name))
        self._shown = list(self._members)
        self._places: dict[str, int] = {}
        self._filter, self.order = "", Order()
        self._answers = Answers(document.book, listing)
        document.changed.connect(self._on_changed)
        settings.changed.connect(self._on_setting)

    # What Qt asks

    def rowCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self._shown)

    def columnCount(self, parent: Index = _ROOT) -> int:
        return 0 if parent.isValid() else len(self.listing.columns)

    def data(self, index: Index, role: int = _Role.DisplayRole) -> Any:
        if not index.isValid():
            return None
        return self._answers.answer(role, self._cells[self._shown[index.row()]], index.column())

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid() or not self.is_editable(index.column()):
            return flags
        return flags | Qt.ItemFlag.ItemIsEditable

    def setData(self, index: Index, value: Any, role: int = _Role.EditRole) -> bool:
        """Takes a text as the forms would; what it cannot mean is refused with a sentence."""
        if role != _Role.EditRole or not index.isValid() or not self.is_editable(index.column()):
            return False
        try:
            self.change([index.row()], index.column(), self.understood(index.column(), str(value)))
        except (ValueError, OSError) as error:
            self.refused.emit(str(error))
            return False
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _Role.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.listing.columns):
            return super().headerData(section, orientation, role)
        return self._answers.head(role, section, self.order)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self.set_order((By(column, order is Qt.SortOrder.DescendingOrder),))

    # Sorting and filtering

    def set_order(self, order: Order) -> None:
        """Sorts by several columns, the first counting most."""
        self.order = order
        self._arrange()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.listing.columns) - 1)
        self.sorted.emit()

    @property
    def filter(self) -> str:
        return self._filter

    def set_filter(self, text: str) -> None:
        """Shows only rows in which every typed word stands, in whatever column."""
        if text != self._filter:
            self._filter = text
            self.beginResetModel()
            self._show(self._wanted())
            self.endResetModel()
            self.counted.emit()

    @property
    def total(self) -> int:
        """How many rows there are without the filter."""
        return len(self._members)

    # Rows and records

    @property
    def shown(self) -> tuple[str, ...]:
        """The ids of the rows, from the top."""
        return tuple(self._shown)

    def id_at(self, row: int) -> str:
        """The id of the record in a row; empty where there is no row."""
        return self._shown[row] if 0 <= row < len(self._shown) else ""

    def row_of(self, id: str) -> int:
        """The row of a record, -1 if it is not shown."""
        if not self._places:
            self._places = {id: row for row, id in enumerate(self._shown)}
        return self._places.get(id, -1)

    def holds(self, id: str) -> bool:
        """Whether the record belongs here, shown or filtered out."""
        return id in self._members

    @property
    def members(self) -> tuple[str, ...]:
        """The ids of all that belong here, shown or filtered out."""
        return tuple(self._members)

    def row(self, number: int) -> Row:
        return self._cells[self._shown[number]]

    def through(self, ids: Sequence[str]) -> Iterator[Row]:
        """The rows of many records, one after the other."""
        return self._cells.one_by_one(ids)

    def is_editable(self, column: int) -> bool:
        return self.listing.columns[column].field is not None and not self.document.read_only

    def column(self, number: int) -> Column:
        return self.listing.columns[number]

    @property
    def zone(self) -> tzinfo:
        """The zone in which clock times are shown and typed."""
        return self._cells.zone

    # Changing

    def understood(self, column: int, text: str) -> Any:
        """The value a text means in a column. ValueError with a sentence if it means none."""
        field = self.listing.columns[column].field
        if field is None:
            raise ValueError(_("{column} follows from other records.").format(column=_(self.column(column).label)))
        return understand(field, text, self.document.book, self.zone)

    def change(self, numbers: Iterable[int], column: int, value: Any, made: Sequence[Record] = ()) -> None:
        """Gives rows one value in a column, as one step; `made` are new records the value links to.

        Raises what `edits.change` and `Document.do` raise.
        """
        name = self.listing.columns[column].name
        changed = [dataclasses.replace(self.row(number).record, **{name: value}) for number in numbers]
        text = "" if len(changed) == 1 else _("Fill {field}").format(field=_(self.column(column).label))
        self.document.do(edits.change(self.document.book, *made, *changed, text=text if made or text else ""))

    def set_palette(self, palette: Palette) -> None:
        self._answers.palette = palette
        self._say_all([_Role.ForegroundRole])

    # Following the document

    @Slot(object)
    def _on_changed(self, edit: Edit) -> None:
        book = self.document.book
        for change in edit.changes:
            if change.after is None and change.before is not None and change.before.id in self._members:
                self._cells.hold(change.before)
        seen: dict[str, Row] = {}
        ids = touched(book, edit.changes)
        book.fetch(ids)
        for id in ids:
            was = self._cells.drop(id) if id in book else None
            if was is not None and was.is_read:
                seen[id] = was
            self._judge(id)
        self._arrange()
        self._say_changed(seen)
        for change in edit.changes:
            if change.after is None:
                self._cells.drop(change.record.id)
        self.counted.emit()

    def _judge(self, id: str) -> None:
        """Lets a record in or out, as it belongs here now or not."""
        book, listing = self.document.book, self.listing
        if id in book and isinstance(book[id], listing.kind) and listing.belongs(book, book[id]):
            self._members.setdefault(id)
        else:
            self._members.pop(id, None)

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name in TIMES:
            self._cells.clear(zone(self._settings.zone))
            self._arrange()
            self._say_all([_Role.DisplayRole, _Role.EditRole, _Role.ToolTipRole])

    def _wanted(self) -> list[str]:
        """The ids that the filter lets through, in order."""
        fitting = [id for id in self._members if not self._filter or matches(self._cells[id].haystack, self._filter)]
        return ordered(fitting, self.order, self._cells)

    def _arrange(self) -> None:
        """Takes out what is gone, puts what stays in order and what is new in its place."""
        target = self._wanted()
        wanted, present = set(target), set(self._shown)
        self._remove([row for row, id in enumerate(self._shown) if id not in wanted])
        self._reorder([id for id in target if id in present])
        self._insert(target, present)

    def _remove(self, numbers: Sequence[int]) -> None:
        for first, last in reversed(runs_of(numbers)):
            self.beginRemoveRows(_ROOT, first, last)
            self._show(self._shown[:first] + self._shown[last + 1 :])
            self.endRemoveRows()

    def _insert(self, target: Sequence[str], present: set[str]) -> None:
        for first, last in runs_of([row for row, id in enumerate(target) if id not in present]):
            self.beginInsertRows(_ROOT, first, last)
            self._show([*self._shown[:first], *target[first : last + 1], *self._shown[first:]])
            self.endInsertRows()

    def _reorder(self, ids: list[str]) -> None:
        if ids == self._shown:
            return
        self.layoutAboutToBeChanged.emit()
        old = self.persistentIndexList()
        held = [self._shown[index.row()] for index in old]
        self._show(ids)
        new = [self.index(self.row_of(id), index.column()) for id, index in zip(held, old, strict=True)]
        self.changePersistentIndexList(old, new)
        self.layoutChanged.emit()

    def _show(self, ids: list[str]) -> None:
        self._shown, self._places = ids, {}

    def _say_changed(self, seen: dict[str, Row]) -> None:
        for id, was in seen.items():
            number = self.row_of(id)
            columns = differing(was, self._cells[id]) if number >= 0 else []
            if columns:
                self.dataChanged.emit(self.index(number, columns[0]), self.index(number, columns[-1]))

    def _say_all(self, which: list[Qt.ItemDataRole]) -> None:
        if self._shown:
            last = self.index(len(self._shown) - 1, len(self.listing.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last, which)
