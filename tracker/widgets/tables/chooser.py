"""The column chooser: which columns a table shows, and in what order."""

from PySide6.QtCore import QSize, Qt, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from tracker.i18n import _
from tracker.models.table import RecordTable
from tracker.widgets.parts import topics
from tracker.widgets.tables.columns import TableColumns

_ROW_HEIGHT = 28
_NUMBER = Qt.ItemDataRole.UserRole


class ColumnChooser(QDialog):
    """Every change is seen in the table at once. Columns are dragged, or moved with Alt and the arrows."""

    def __init__(self, table: RecordTable, columns: TableColumns, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Columns of {table}").format(table=_(table.listing.label)))
        topics.about(self, "tables")
        self._table, self._columns = table, columns
        self.list = QListWidget()
        self.list.setAccessibleName(_("Columns, shown ones ticked"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self._up, self._down = QPushButton(_("Move &up")), QPushButton(_("Move &down"))
        self._reset = QPushButton(_("&Reset"))
        self._reset.setToolTip(_("As it was before anything was changed"))
        self._arrange()
        self._fill()
        self._connect()
        self.resize(360, 480)

    def _arrange(self) -> None:
        hint = QLabel(_("Tick what the table shows; drag to put it in order."))
        hint.setProperty("role", "muted")
        side = QVBoxLayout()
        for button in (self._up, self._down, self._reset):
            button.setAutoDefault(False)
            side.addWidget(button)
        side.addStretch(1)
        row = QHBoxLayout()
        row.addWidget(self.list, 1)
        row.addLayout(side)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(8)
        column.addWidget(hint)
        column.addLayout(row, 1)
        column.addWidget(buttons)

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._on_ticked)
        self.list.model().rowsMoved.connect(self._on_moved)
        self._up.clicked.connect(self.move_up)
        self._down.clicked.connect(self.move_down)
        self._reset.clicked.connect(self._on_reset)
        QShortcut(QKeySequence("Alt+Up"), self, self.move_up)
        QShortcut(QKeySequence("Alt+Down"), self, self.move_down)

    def _fill(self) -> None:
        self.list.blockSignals(True)
        self.list.clear()
        for number in self._columns.in_order():
            item = QListWidgetItem(_(self._table.column(number).label))
            item.setData(_NUMBER, number)
            item.setSizeHint(QSize(0, _ROW_HEIGHT))
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if self._columns.is_shown(number) else Qt.CheckState.Unchecked)
            self.list.addItem(item)
        self.list.blockSignals(False)
        self.list.setCurrentRow(0)

    @Slot()
    def move_up(self) -> None:
        """Moves the current column one place to the left."""
        self._shift(-1)

    @Slot()
    def move_down(self) -> None:
        self._shift(1)

    def _shift(self, by: int) -> None:
        row = self.list.currentRow()
        if 0 <= row + by < self.list.count():
            self.list.insertItem(row + by, self.list.takeItem(row))
            self.list.setCurrentRow(row + by)
            self._on_moved()

    @Slot(QListWidgetItem)
    def _on_ticked(self, item: QListWidgetItem) -> None:
        number = item.data(_NUMBER)
        self._columns.show(number, item.checkState() is Qt.CheckState.Checked)
        if self._columns.is_shown(number):
            item.setCheckState(Qt.CheckState.Checked)  # the last column stays

    @Slot()
    def _on_moved(self) -> None:
        self._columns.place([self.list.item(row).data(_NUMBER) for row in range(self.list.count())])

    @Slot()
    def _on_reset(self) -> None:
        self._columns.reset()
        self._fill()
