"""Draws the cells, and edits them in place with the same editors as the forms."""

from functools import cached_property
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
    Slot,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QApplication,
    QLineEdit,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from tracker.domain.fields import Type
from tracker.models.table import RecordTable
from tracker.models.table_roles import CERTAIN
from tracker.settings import Settings
from tracker.widgets.parts.style import mark_wrong
from tracker.widgets.tables.message import CellMessage
from tracker.widgets.tables.paint import CellPainter, underline

if TYPE_CHECKING:
    from tracker.widgets.editors import Editor

Index = QModelIndex | QPersistentModelIndex
Hint = QAbstractItemDelegate.EndEditHint
_LISTS = (Type.LINKS, Type.PARTS)
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_ROOMY = 280  # the least width of an editor of several lines
_TALLEST = 240


class CellDelegate(CellPainter):
    """One cell is edited at a time. Enter and Tab take what was typed, Ctrl+Enter gives it to all selected
    cells of the column, Escape leaves the cell as it was. What cannot be taken stays open, with the reason.

    `refused` carries that reason too.
    """

    refused = Signal(str)

    def __init__(self, table: RecordTable, settings: Settings, view: QTableView) -> None:
        super().__init__(view)
        self._table, self._settings, self._view = table, settings, view
        self.editor: Editor | None = None
        self._index = QPersistentModelIndex()
        self._is_typed = self._is_taking = False

    @cached_property
    def _message(self) -> CellMessage:
        """Made when first needed: asked for a widget that Qt made, PySide makes its classes of all there are."""
        return CellMessage(self._view.viewport())

    # Drawing

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if index.row() == self._view.currentIndex().row():
            painter.fillRect(option.rect, QColor(self.palette.raised))
        super().paint(painter, option, index)
        certainty = index.data(CERTAIN)
        if certainty:
            filled = QStyleOptionViewItem(option)
            self.initStyleOption(filled, index)
            underline(painter, filled, certainty, getattr(self.palette, certainty, self.palette.muted))

    # Editing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        field = self._table.column(index.column()).field
        assert field is not None, "derived columns are not editable"
        self._forget()
        from tracker.widgets.editors import editor_for  # not before somebody types: the first paint can spare them

        editor = editor_for(field, self._table.document, self._settings, parent, compact=True)
        editor.set_value(getattr(self._table.row(index.row()).record, field.name))
        editor.setAutoFillBackground(True)
        editor.changed.connect(self._on_typed)
        self.editor, self._index, self._is_typed = editor, QPersistentModelIndex(index), False
        control = _control(editor)
        control.installEventFilter(self)
        if isinstance(control, QLineEdit):
            control.setAlignment(option.displayAlignment)  # a figure stays where it stood
        QApplication.instance().focusChanged.connect(self._on_focus)  # type: ignore[union-attr]
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """The editor has its value already; what others change meanwhile must not undo the typing."""

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        self.take()

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:
        room, rect = self._view.viewport().rect(), QRect(option.rect)
        is_roomy = _type_of(self.editor) in (Type.LONG_TEXT, *_LISTS)
        rect.setHeight(max(rect.height(), min(editor.sizeHint().height(), _TALLEST)))
        rect.setWidth(max(rect.width(), _ROOMY if is_roomy else editor.minimumSizeHint().width()))
        rect.moveLeft(max(0, min(rect.left(), room.right() - rect.width() + 1)))
        rect.moveTop(max(0, min(rect.top(), room.bottom() - rect.height() + 1)))
        editor.setGeometry(rect)

    def destroyEditor(self, editor: QWidget, index: Index) -> None:
        if editor is self.editor:
            self._forget()
        super().destroyEditor(editor, index)

    def take(self, *, fill: bool = False) -> bool:
        """Writes what was typed; False if it cannot be, which is said."""
        editor = self.editor
        if editor is None or not self._index.isValid():
            return True
        sentence = editor.problem()
        if not sentence and (self._is_typed or fill):
            sentence = self._written(editor, self._rows(fill))
        if sentence:
            self._refuse(editor, sentence)
            return False
        self._is_typed = False
        return True

    @property
    def is_wrong(self) -> bool:
        """Whether what is typed was refused and still stands there."""
        return self.editor is not None and self._message.isVisible()

    def close(self, hint: QAbstractItemDelegate.EndEditHint = Hint.NoHint) -> None:
        """Closes the editor, whatever it holds; forgotten first, as closing moves the focus, which comes here."""
        editor = self.editor
        self._forget()
        if editor is not None:
            self.closeEditor.emit(editor, hint)

    def _written(self, editor: "Editor", rows: list[int]) -> str:
        try:
            self._table.change(rows, self._index.column(), editor.value(), editor.made())
        except (ValueError, OSError) as error:
            return str(error)
        return ""

    def _rows(self, fill: bool) -> list[int]:
        selected = self._view.selectionModel().selectedIndexes() if fill else []
        column = self._index.column()
        return sorted({self._index.row(), *(one.row() for one in selected if one.column() == column)})

    def _refuse(self, editor: "Editor", sentence: str) -> None:
        mark_wrong(_control(editor), True)
        self._message.say(sentence, editor.geometry())
        self.refused.emit(sentence)

    def _forget(self) -> None:
        self._message.hide()
        if self.editor is not None:
            QApplication.instance().focusChanged.disconnect(self._on_focus)  # type: ignore[union-attr]
        self.editor, self._index = None, QPersistentModelIndex()

    @Slot()
    def _on_typed(self) -> None:
        self._is_typed = True
        if self.editor is not None:
            self._message.hide()
            mark_wrong(_control(self.editor), False)
            self._view.updateEditorGeometries()

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, new: QWidget | None) -> None:
        """Somewhere else was clicked: what was typed is taken; a list that pops up belongs to the editor."""
        if new is not None and self.editor is not None and not _is_within(new, self.editor) and self.take():
            self.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self.editor is None or not isinstance(event, QKeyEvent):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            if _is_ours(event):
                event.accept()
            return False
        return event.type() == QEvent.Type.KeyPress and self._pressed(watched, event)

    def _pressed(self, watched: QObject, event: QKeyEvent) -> bool:
        key = event.key()
        if key == Qt.Key.Key_Escape:
            self.close(Hint.RevertModelCache)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            return self._finished(Hint.EditNextItem if key == Qt.Key.Key_Tab else Hint.EditPreviousItem)
        return key in _ENTER and self._entered(watched, event)

    def _entered(self, watched: QObject, event: QKeyEvent) -> bool:
        editor, modifiers = self.editor, event.modifiers()
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            return self._finished(Hint.NoHint, fill=True)
        if _type_of(editor) is Type.LONG_TEXT and modifiers & Qt.KeyboardModifier.ShiftModifier:
            return False  # a line break
        if _type_of(editor) in _LISTS and self._adds_link(editor, watched):
            return watched is editor
        return self._finished(Hint.NoHint)

    def _adds_link(self, editor: Any, watched: QObject) -> bool:
        """Enter first adds the typed name to the list; the key comes here twice, for the line and the editor."""
        if watched is not editor:
            self._is_taking = not editor.is_settled()
        return self._is_taking

    def _finished(self, hint: QAbstractItemDelegate.EndEditHint, *, fill: bool = False) -> bool:
        if self.take(fill=fill):
            self.close(hint)
        return True


def _type_of(editor: "Editor | None") -> Type | None:
    return None if editor is None else editor.field.type


def _is_ours(event: QKeyEvent) -> bool:
    """Keys that the window would take for one of its actions."""
    return event.key() in (*_ENTER, Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


def _is_within(widget: QWidget, editor: QWidget) -> bool:
    """Whether a widget is part of the editor, windows that it popped up included."""
    one: Any = widget
    while one is not None and one is not editor:
        one = one.parentWidget()
    popup = QApplication.activePopupWidget()
    return one is editor or (popup is not None and widget.window() is popup)


def _control(editor: "Editor") -> QWidget:
    """What is typed into."""
    return editor.focusProxy() or editor
