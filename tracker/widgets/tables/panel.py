"""A listing as a table: its filter and count, the cells, the find bar, and what stands there when it is empty."""

from PySide6.QtCore import QItemSelectionModel, Qt, Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.listings import Listing
from tracker.i18n import _, counted
from tracker.models.selection import Selection
from tracker.models.table import RecordTable
from tracker.palette import Palette
from tracker.settings import Settings
from tracker.widgets.parts.empty import EmptyState
from tracker.widgets.parts.icons import icon
from tracker.widgets.parts.progress_line import ProgressLine
from tracker.widgets.parts.refused import told
from tracker.widgets.parts.style import current
from tracker.widgets.parts.sweep import Sweep
from tracker.widgets.tables.clipboard import TableClipboard
from tracker.widgets.tables.columns import TableColumns
from tracker.widgets.tables.commands import TableCommands
from tracker.widgets.tables.delegate import CellDelegate
from tracker.widgets.tables.filtering import Filtering
from tracker.widgets.tables.head import TableHead
from tracker.widgets.tables.search import TableSearch
from tracker.widgets.tables.view import TableView

_Select = QItemSelectionModel.SelectionFlag


class TablePanel(QWidget):
    """`said` carries a sentence for the foot of the window, `undo_offered` one about what undo takes back."""

    create_requested = Signal()
    open_requested = Signal()
    current_changed = Signal(str)
    said = Signal(str)
    undo_offered = Signal(str)

    def __init__(
        self,
        document: Document,
        listing: Listing,
        selection: Selection,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._document, self._selection = document, selection
        self.table = RecordTable(document, listing, settings, self)
        self.view = TableView(self.table)
        self._delegate = CellDelegate(self.table, settings, self.view)
        self.view.setItemDelegate(self._delegate)
        self.view.setAccessibleName(_(listing.label))
        self._sweep, filtering = Sweep(self), Sweep(self)
        self.columns = TableColumns(self.table, self.view, settings, self._sweep, self)
        self.clipboard = TableClipboard(self.view, self.columns, self._sweep)
        self._progress = ProgressLine(self._sweep, filtering)
        self.head = TableHead(_(listing.label), self._progress)
        self._filtering = Filtering(self.table, self.head, filtering)
        self.search = TableSearch(self.view, self.columns, self._sweep)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._arrange()
        self._commands = TableCommands(self)
        self.set_palette(current())
        self._connect()
        self._refresh()
        self.select(selection.current)

    def _arrange(self) -> None:
        self._stack.addWidget(self.view)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self._stack, 1)
        column.addWidget(self.search.bar)

    def _connect(self) -> None:
        self._selection.changed.connect(self._on_selected)
        self.table.counted.connect(self._refresh)
        self.table.refused.connect(self.said)
        self._delegate.refused.connect(self.said)
        self.clipboard.said.connect(self.said)
        self.view.moved.connect(self._on_moved)
        self.view.menu_requested.connect(self._commands.show_menu)
        self.view.doubleClicked.connect(self._on_double_clicked)
        self.search.said.connect(self.said)
        self._filtering.done.connect(self._on_filtered)
        self.head.left.connect(self._on_filter_left)
        self._empty.wanted.connect(self._on_wanted)
        self.head.columns.clicked.connect(self.choose_columns)
        self._progress.left.connect(self._filtering.give_up)
        for rows_are_others in (self.table.layoutChanged, self.table.rowsInserted, self.table.rowsRemoved):
            rows_are_others.connect(self._on_rows)

    # What the window's actions call

    @Slot()
    def copy(self) -> None:
        self.clipboard.copy()

    @Slot()
    def copy_with_heads(self) -> None:
        self.clipboard.copy(heads=True)

    @Slot()
    def paste(self) -> None:
        self.clipboard.paste()

    @Slot()
    def clear_cells(self) -> None:
        self.clipboard.clear()

    @Slot()
    def delete_selected(self) -> None:
        """Deletes the records of the selected rows, as one step; undo is offered instead of a question."""
        ids = [self.table.id_at(row) for row in sorted({row for row, _column in self.clipboard.cells()})]
        if not ids:
            return
        with told(self.said.emit):
            edit = edits.remove(self._document.book, ids)
            text = self._farewell(ids, sum(change.after is None for change in edit.changes) - len(ids))
            self._document.do(edit)
            self.undo_offered.emit(text)

    def _farewell(self, ids: list[str], more: int) -> str:
        name = self._document.book.name(ids[0])
        text = counted("Deleted {n} record", "Deleted {n} records", len(ids))
        if len(ids) == 1:
            text = _("Deleted “{name}”").format(name=name)
        if more:
            other = counted("with {n} that hangs on it", "with {n} that hang on it", more)
            text = f"{text}, {other}"
        return f"{text}."

    @Slot()
    def edit_current(self) -> None:
        """Opens the editor of the current cell."""
        index = self.view.currentIndex()
        if index.isValid() and not index.flags() & Qt.ItemFlag.ItemIsEditable:
            column = _(self.table.column(index.column()).label)
            self.said.emit(_("“{column}” follows from other records and cannot be typed.").format(column=column))
        elif index.isValid():
            self.view.edit(index)

    @Slot()
    def open_current(self) -> None:
        """Asks for the form of the current record."""
        if self.view.currentIndex().isValid():
            self.open_requested.emit()

    @Slot()
    def choose_columns(self) -> None:
        from tracker.widgets.tables.chooser import ColumnChooser

        ColumnChooser(self.table, self.columns, self.window()).open()

    @Slot()
    def find(self) -> None:  # type: ignore[override]
        """Opens the find bar."""
        self.search.open()

    @Slot()
    def find_next(self) -> None:
        self.search.go(1)

    @Slot()
    def find_previous(self) -> None:
        self.search.go(-1)

    @Slot()
    def select_rows(self) -> None:
        """Selects the whole rows of the selected cells."""
        self._extend(_Select.Select | _Select.Rows)

    @Slot()
    def select_column(self) -> None:
        self._extend(_Select.Select | _Select.Columns)

    @Slot()
    def show_all(self) -> None:
        """Takes the filter away and closes the find bar."""
        self.head.filter.clear()
        self.search.bar.hide()

    def select(self, id: str) -> None:
        """Makes a record's row the current one, if it is shown; the column stays."""
        row = self.table.row_of(id)
        if row != self.view.currentIndex().row() or not self.view.selectionModel().hasSelection():
            self.view.go(row, self._column())

    def set_palette(self, palette: Palette) -> None:
        """Takes the colours that do not come from the style sheet."""
        self._delegate.palette = palette
        self.table.set_palette(palette)
        self.head.columns.setIcon(icon("columns", palette))

    @Slot()
    def _on_filter_left(self) -> None:
        self.view.setFocus()
        if not self.view.currentIndex().isValid():
            self.view.go(0, self._column())

    def _column(self) -> int:
        shown = self.columns.shown()
        return self.columns.chosen if self.columns.chosen in shown else shown[0]

    def _extend(self, flags: QItemSelectionModel.SelectionFlag) -> None:
        model = self.view.selectionModel()
        for index in model.selectedIndexes() or [self.view.currentIndex()]:
            model.select(index, flags)

    def _refresh(self) -> None:
        shown = self.table.rowCount()
        self.head.count(shown, self.table.total, is_filtered=bool(self.table.filter))
        if self.table.filter:
            self._empty.show_filtered(self.table.filter)
        else:
            self._empty.show_new(self.table.listing.name, read_only=self._document.read_only)
        self._stack.setCurrentWidget(self.view if shown else self._empty)

    @Slot()
    def _on_moved(self) -> None:
        index = self.view.currentIndex()
        if index.isValid():
            self.columns.chosen = index.column()
            id = self.table.id_at(index.row())
            self.current_changed.emit(id)
            self._selection.select(id)

    @Slot(str)
    def _on_selected(self, id: str) -> None:
        """Somebody selected a record elsewhere: its row comes into view, past the filter if need be."""
        if self.table.holds(id) and self.table.row_of(id) < 0:
            self.head.filter.clear()
        self.select(id)

    @Slot()
    def _on_filtered(self) -> None:
        self.select(self._selection.current)

    @Slot()
    def _on_rows(self) -> None:
        """Other rows than those that are being gone through: a filter begins again, the rest is off."""
        self._sweep.cancel()
        self._filtering.begin_again()

    @Slot()
    def _on_wanted(self) -> None:
        if self.table.filter:
            self.head.filter.clear()
        else:
            self.create_requested.emit()

    @Slot()
    def _on_double_clicked(self) -> None:
        if not self.view.currentIndex().flags() & Qt.ItemFlag.ItemIsEditable:
            self.open_current()
