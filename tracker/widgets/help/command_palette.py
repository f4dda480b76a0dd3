"""Every action of the menus by its name: type some of it, Enter does it. What is off says why."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QAction, QColor, QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QHeaderView,
    QLineEdit,
    QMenuBar,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from tracker.domain.folding import folded
from tracker.i18n import _
from tracker.timeline.speech.aloud import say_aloud
from tracker.widgets.parts import style, topics
from tracker.widgets.parts.action_texts import keys_of, name_of, why_off

_WIDTH, _HEIGHT, _GAP = 560, 400, 8
_MOVES = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown)


@dataclass(frozen=True, slots=True)
class Command:
    """One thing that can be done; its name says the menu too where that is not one of the bar's."""

    name: str
    action: QAction


def commands(bar: QMenuBar) -> list[Command]:
    """Everything in the menus, in their order, submenus with their titles before."""
    return [one for title in bar.actions() for one in _of_menu(title, "")]


def _of_menu(title: QAction, path: str) -> Iterator[Command]:
    menu: Any = title.menu()
    for action in menu.actions():
        if action.menu():
            yield from _of_menu(action, f"{path}{name_of(action)}: ")
        elif not action.isSeparator():
            yield Command(path + name_of(action), action)


def matching(commands: Sequence[Command], typed: str) -> list[Command]:
    """Those whose names hold every word typed: beginnings first, what can be done before what cannot."""
    words = folded(typed).split()
    found = [one for one in commands if all(word in folded(one.name) for word in words)]
    return sorted(found, key=lambda one: (not one.action.isEnabled(), _rank(folded(one.name), words)))


def _rank(name: str, words: Sequence[str]) -> int:
    """0 if the name begins with what is typed, 1 if each word begins one of its words, else 2."""
    if name.startswith(" ".join(words)):
        return 0
    return 1 if all(f" {word}" in f" {name}" for word in words) else 2


class CommandPalette(QDialog):
    """A line to type in and the list below; the arrow keys move in the list while one types."""

    def __init__(self, commands: Sequence[Command], parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Dialog | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(_("Commands"))
        topics.about(self, "keyboard")
        self.setProperty("role", "palette")
        self._commands, self._highest = commands, _HEIGHT
        self.line, self.list = QLineEdit(), QTreeWidget()
        self._arrange()
        self.line.textChanged.connect(self._on_typed)
        self.line.installEventFilter(self)
        self.list.itemClicked.connect(self._on_clicked)
        self.list.currentItemChanged.connect(self._on_current)
        self._on_typed("")
        self._place()

    def add(self, actions: Iterable[QAction]) -> None:
        """More that no menu holds, such as what a person has named."""
        self._commands = [*self._commands, *(Command(name_of(action), action) for action in actions)]
        self._on_typed(self.line.text())

    def _arrange(self) -> None:
        self.line.setPlaceholderText(_("Type what you want to do"))
        self.line.setAccessibleName(_("Command"))
        self.list.setAccessibleName(_("Commands"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setColumnCount(2)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setHeaderHidden(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        column = QVBoxLayout(self)
        column.setContentsMargins(_GAP, _GAP, _GAP, _GAP)
        column.setSpacing(_GAP)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)

    def _place(self) -> None:
        """Near the top of its window, in the middle, no larger than that."""
        window = self.parentWidget()
        if window is None:
            return
        self._highest = min(_HEIGHT, window.height() - 96)
        self.resize(min(_WIDTH, window.width() - 32), self._highest)
        self._fit()
        corner = window.mapToGlobal(window.rect().topLeft())
        self.move(corner.x() + (window.width() - self.width()) // 2, corner.y() + 64)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self.list.clear()
        self.list.addTopLevelItems([_item(one) for one in matching(self._commands, text)])
        first = self.list.topLevelItem(0)
        if first is not None:
            self.list.setCurrentItem(first)
        else:
            self.list.addTopLevelItem(_nothing(text))
            self._on_current(self.list.topLevelItem(0))
        self._fit()

    def _fit(self) -> None:
        """As high as what is found, and no higher than there is room for."""
        rows = self.list.topLevelItemCount() * self.list.sizeHintForRow(0) + 2 * self.list.frameWidth()
        self.resize(self.width(), min(self._highest, rows + self.line.sizeHint().height() + 3 * _GAP))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() in _MOVES:
            self.list.event(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentItem())
        else:
            return False
        return True

    @Slot(QTreeWidgetItem)
    def _on_current(self, item: QTreeWidgetItem | None) -> None:
        """The line keeps the keys: nothing else would tell a screen reader what Enter does now."""
        if item is not None and self.isVisible():
            say_aloud(self.line, ", ".join(filter(None, (item.text(0), item.text(1)))))

    @Slot(QTreeWidgetItem, int)
    def _on_clicked(self, item: QTreeWidgetItem, column: int) -> None:
        self._run(item)

    def _run(self, item: QTreeWidgetItem | None) -> None:
        """Closes, then does it; what is off stays in the list with its reason."""
        action = item.data(0, Qt.ItemDataRole.UserRole) if item is not None else None
        if action is not None and action.isEnabled():
            self.accept()
            action.trigger()


def _nothing(typed: str) -> QTreeWidgetItem:
    item = QTreeWidgetItem([_("Nothing is called “{text}”.").format(text=typed)])
    item.setFlags(Qt.ItemFlag.NoItemFlags)
    return item


def _item(command: Command) -> QTreeWidgetItem:
    """Name and keys; of what is off the reason stands where the keys would be."""
    action = command.action
    is_chosen = action.isCheckable() and action.isChecked()
    aside = why_off(action) or keys_of(action)
    item = QTreeWidgetItem([f"{command.name} ✓" if is_chosen else command.name, aside])
    item.setData(0, Qt.ItemDataRole.UserRole, action)
    item.setTextAlignment(1, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    muted = QColor(style.current().muted)
    item.setForeground(1, muted)
    if not action.isEnabled():
        item.setForeground(0, muted)
        item.setData(0, Qt.ItemDataRole.AccessibleDescriptionRole, aside)
    return item
