"""What can be done with a table by key and by its menu: one list of commands, each the path of a method."""

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from tracker.i18n import N_, _

if TYPE_CHECKING:
    from tracker.widgets.tables.panel import TablePanel


@dataclass(frozen=True, slots=True)
class Command:
    """`calls` is seen from the panel. `window`: the key is that of an action of the window, and
    only named here. `writes`: not when reading only.
    """

    text: str
    key: str
    calls: str
    window: bool = False
    writes: bool = False


CELLS = (
    Command(N_("Open in the form"), "Return", "open_current"),
    Command(N_("Edit the cell"), "F2", "edit_current", window=True, writes=True),
    Command(N_("Copy"), "Ctrl+C", "copy", window=True),
    Command(N_("Copy with heads"), "Ctrl+Alt+C", "copy_with_heads"),
    Command(N_("Paste…"), "Ctrl+V", "paste", window=True, writes=True),
    Command(N_("Empty the cells"), "Del", "clear_cells", writes=True),
    Command(N_("Delete the records"), "Ctrl+Del", "delete_selected", window=True, writes=True),
    Command(N_("Select the rows"), "Shift+Space", "select_rows"),
    Command(N_("Select the column"), "Ctrl+Space", "select_column"),
    Command(N_("Show all rows"), "Esc", "show_all"),
)
COLUMN = (
    Command(N_("Sort upwards"), "Alt+Up", "columns.sort_up"),
    Command(N_("Sort downwards"), "Alt+Down", "columns.sort_down"),
    Command(N_("Then sort upwards by this"), "Alt+Shift+Up", "columns.then_up"),
    Command(N_("Then sort downwards by this"), "Alt+Shift+Down", "columns.then_down"),
    Command(N_("Do not sort"), "Alt+0", "columns.unsort"),
    Command("", "", ""),
    Command(N_("Move to the left"), "Alt+Left", "columns.move_left"),
    Command(N_("Move to the right"), "Alt+Right", "columns.move_right"),
    Command(N_("Wider"), "Alt++", "columns.wider"),
    Command(N_("Narrower"), "Alt+-", "columns.narrower"),
    Command(N_("Hide this column"), "Alt+Shift+H", "columns.hide"),
    Command(N_("Columns…"), "Ctrl+Shift+C", "choose_columns", window=True),
)
MORE = (Command(N_("Find next"), "Ctrl+G", "find_next"), Command(N_("Find previous"), "Ctrl+Shift+G", "find_previous"))


class TableCommands(QObject):
    """The commands as actions of a panel's view: their keys work while the view has the focus."""

    def __init__(self, panel: "TablePanel") -> None:
        super().__init__(panel)
        self._panel = panel
        self._actions = {command.calls: self._made(command) for command in (*CELLS, *COLUMN, *MORE) if command.text}

    def _made(self, command: Command) -> QAction:
        action = QAction(_(command.text), self._panel.view)
        keys = QKeySequence(command.key)
        if command.window:
            action.setText(f"{_(command.text)}\t{keys.toString(QKeySequence.SequenceFormat.NativeText)}")
        else:
            action.setShortcut(keys)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._panel.view.addAction(action)
        action.setEnabled(not (command.writes and self._panel.table.document.read_only))
        action.triggered.connect(attrgetter(command.calls)(self._panel))
        return action

    @Slot(QPoint, int)
    def show_menu(self, place: QPoint, column: int) -> None:
        """The menu of the cells, or of a column's head if there is a column."""
        menu = QMenu(self._panel)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if column >= 0:
            self._panel.columns.chosen = column
            self._fill(menu, COLUMN)
            menu.addSeparator()
            self._add_columns(menu)
        else:
            self._fill(menu, CELLS)
            menu.addSeparator()
            self._fill(menu.addMenu(_("Column")), COLUMN)
        menu.popup(place)

    def _fill(self, menu: QMenu, commands: tuple[Command, ...]) -> None:
        for command in commands:
            menu.addAction(self._actions[command.calls]) if command.text else menu.addSeparator()

    def _add_columns(self, menu: QMenu) -> None:
        columns = self._panel.columns
        for number in columns.in_order():
            action = menu.addAction(_(self._panel.table.column(number).label).replace("&", "&&"))
            action.setCheckable(True)
            action.setChecked(columns.is_shown(number))
            action.setData(number)
        menu.triggered.connect(self._on_triggered)

    @Slot(QAction)
    def _on_triggered(self, action: QAction) -> None:
        if action.isCheckable():
            self._panel.columns.show(action.data(), action.isChecked())
