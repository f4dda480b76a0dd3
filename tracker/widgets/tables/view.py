"""The view of a table: cells can be selected in any shape, heads sort, an editor that was refused stays."""

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QPoint, Qt, Signal, Slot
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QApplication, QTableView, QWidget

from tracker.models.table import RecordTable
from tracker.widgets.tables.delegate import CellDelegate

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 32
_Trigger = QAbstractItemView.EditTrigger


class TableView(QTableView):
    """`menu_requested` carries a position on the screen and the column, -1 for that of the current cell;
    `head_clicked` the column, and whether it comes to those that are sorted by already.
    """

    menu_requested = Signal(QPoint, int)
    head_clicked = Signal(int, bool)
    moved = Signal()

    def __init__(self, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.table = table
        self.setModel(table)
        self.setEditTriggers(_Trigger.DoubleClicked | _Trigger.EditKeyPressed | _Trigger.AnyKeyPressed)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self._set_up_heads()

    def _set_up_heads(self) -> None:
        header = self.horizontalHeader()
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSelectionModel(
            QItemSelectionModel(self.table, header)
        )  # else of what is selected all flags are asked
        header.setStretchLastSection(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionPressed.disconnect()  # a click sorts; Ctrl+Space selects the column
        header.sectionClicked.connect(self._on_head_clicked)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._on_head_menu)

    def go(self, row: int, column: int) -> None:
        """Makes a cell the current and only selected one, and brings it into view. Row -1: none is."""
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.selectionModel().setCurrentIndex(self.table.index(row, column), flags)
        self.scrollTo(self.currentIndex())

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.viewport().update()  # the whole row is tinted
        self.moved.emit()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Qt closes the editor when another cell is clicked; what was refused is kept for mending."""
        delegate = self.itemDelegate()
        if not (isinstance(delegate, CellDelegate) and editor is delegate.editor and delegate.is_wrong):
            super().closeEditor(editor, hint)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        place = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            place = self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).bottomLeft())
        self.menu_requested.emit(place, -1)

    @Slot(int)
    def _on_head_clicked(self, column: int) -> None:
        shift = QApplication.keyboardModifiers() & Qt.KeyboardModifier.ShiftModifier
        self.head_clicked.emit(column, bool(shift))

    @Slot(QPoint)
    def _on_head_menu(self, place: QPoint) -> None:
        header = self.horizontalHeader()
        self.menu_requested.emit(header.mapToGlobal(place), header.logicalIndexAt(place))
