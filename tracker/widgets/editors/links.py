"""The editor of one link, and what it shares with that of several: the line, and records made on the spot."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout

from tracker.domain.edits import named
from tracker.domain.names import find
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.widgets.editors.base import Editor, tool_button
from tracker.widgets.editors.link_line import LinkLine, can_make, new_record


class LinkBase(Editor):
    """What the editors of one and of several links share: the line, and the records made on the spot."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._made: dict[str, Record] = {}
        self.line = LinkLine(self.field, self.document.book)
        self.line.setPlaceholderText(self.when_empty())
        self.maker = QPushButton(flat=True)
        self.maker.hide()
        self.name_control(self.line)
        self.line.chosen.connect(self._on_chosen)
        self.line.wanted.connect(self._on_wanted)
        self.line.textEdited.connect(self._on_typed)
        self.line.editingFinished.connect(self._on_finished)
        self.maker.clicked.connect(self._on_create)

    def take(self, id: str) -> None:
        """Puts a chosen record into the value."""
        raise NotImplementedError

    def is_settled(self) -> bool:
        """Whether what the line says is in the value."""
        raise NotImplementedError

    def made(self) -> tuple[Record, ...]:
        return tuple(self._made.values())

    def set_made(self, records: tuple[Record, ...]) -> None:
        self._made = {record.id: record for record in records}

    def name_of(self, id: str) -> str:
        return named(self.document.book, self._made[id]) if id in self._made else self.document.book.name(id)

    def problem(self) -> str:
        text = self.line.text().strip()
        if self.is_settled():
            return ""
        try:
            find(self.document.book, self.field.to, text)
        except ValueError as error:
            return str(error)
        return ""

    def typed(self) -> str:
        return self.line.text()

    def set_typed(self, text: str) -> None:
        self.line.setText(text)
        self._on_typed()

    def refresh_create(self) -> None:
        """Offers the button that makes the missing record, where something is missing."""
        is_missing = bool(self.problem()) and can_make(self.field) and not self.compact
        if is_missing:
            kind = _(KINDS[self.field.to[0]].label).lower()
            name = self.line.text().strip()
            self.maker.setText(_("Create {kind} “{name}”").format(kind=kind, name=name).replace("&", "&&"))
        self.maker.setVisible(is_missing)

    @Slot(str)
    def _on_chosen(self, id: str) -> None:
        self.take(id)
        self.refresh_create()
        self.changed.emit()

    @Slot(str)
    def _on_wanted(self, name: str) -> None:
        record = new_record(self.field, name)
        self._made[record.id] = record
        self._on_chosen(record.id)

    @Slot()
    def _on_create(self) -> None:
        self._on_wanted(self.line.text().strip())
        self.line.setFocus()

    @Slot()
    def _on_typed(self) -> None:
        self.refresh_create()
        self.changed.emit()

    @Slot()
    def _on_finished(self) -> None:
        """Takes a name that was typed in full, without a choice from the list."""
        text = self.line.text().strip()
        if not self.is_settled():
            try:
                self._on_chosen(find(self.document.book, self.field.to, text))
            except ValueError:
                self.refresh_create()


class LinkEditor(LinkBase):
    """One record by its name, with a way to it."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._id = ""
        self.go = tool_button(
            "→", _("Go to the record of {field}").format(field=self.field.text), _("Go to this record")
        )
        self.clear = tool_button("×", _("Clear {field}").format(field=self.field.text), _("Clear"))
        self.clear.clicked.connect(self._on_clear)
        self.go.clicked.connect(self._on_go)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self.line, 1)
        row.addWidget(self.go)
        row.addWidget(self.clear)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(row)
        column.addWidget(self.maker, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> str:
        """The id; a name typed in full counts, though the list was not asked."""
        text = self.line.text().strip()
        if not text:
            return ""
        if self.is_settled():
            return self._id
        try:
            return find(self.document.book, self.field.to, text)
        except ValueError:
            return self._id

    def set_value(self, value: str) -> None:
        self._id = value
        self._made = {id: record for id, record in self._made.items() if id == value}
        self.line.setText(self.name_of(value) if value else "")
        self.line.setCursorPosition(0)
        self._refresh_buttons()
        self.refresh_create()

    def take(self, id: str) -> None:
        self.set_value(id)

    def is_settled(self) -> bool:
        text = self.line.text().strip()
        return text == (self.name_of(self._id) if self._id else "")

    def made(self) -> tuple[Record, ...]:
        return tuple(record for id, record in self._made.items() if id == self.value())

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)
        self._refresh_buttons()

    @Slot()
    def _on_typed(self) -> None:
        self._refresh_buttons()
        super()._on_typed()

    def _refresh_buttons(self) -> None:
        """What the buttons do is offered only where there is something to do it with."""
        can_go = not self.problem() and self.value() in self.document.book
        self.go.setVisible(can_go and not self.compact)
        self.clear.setVisible(bool(self.line.text()) and not self.compact and not self.line.isReadOnly())

    @Slot()
    def _on_clear(self) -> None:
        self.set_typed("")
        self.line.setFocus()

    @Slot()
    def _on_go(self) -> None:
        self.followed.emit(self.value())
