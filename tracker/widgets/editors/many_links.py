"""The editors of several links in an order, and of people with their parts in a production."""

from typing import Any

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QVBoxLayout

from tracker.domain.records import Part
from tracker.i18n import _
from tracker.widgets.editors.link_row import LinkRow
from tracker.widgets.editors.links import LinkBase
from tracker.widgets.parts import tab_order


class LinksEditor(LinkBase):
    """Rows in their order, and a line that adds one more."""

    has_parts = False

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._rows: list[LinkRow] = []
        self.line.setPlaceholderText(_("Add: type a name"))
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._list)
        column.addWidget(self.line)
        column.addWidget(self.maker, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Any, ...]:
        return tuple(row.id for row in self._rows)

    def set_value(self, value: tuple[Any, ...]) -> None:
        if value == self.value() and not self.line.text():
            return  # keeps the cursor where it is
        while self._rows:
            self._drop(self._rows[-1])
        for element in value:
            self._append(*self._split(element))
        self.line.clear()
        self.refresh_create()
        self._refresh_rows()

    def _split(self, element: Any) -> tuple[str, str | None]:
        return element, None

    def take(self, id: str) -> None:
        if id not in [row.id for row in self._rows] or self.has_parts:
            self._append(id, "" if self.has_parts else None)
        self.line.clear()
        self._refresh_rows()

    def is_settled(self) -> bool:
        return not self.line.text().strip()

    def problem(self) -> str:
        sentence = super().problem()
        if sentence or self.is_settled():
            return sentence
        return _("Press Enter to add “{name}”.").format(name=self.line.text().strip())

    def made(self) -> tuple[Any, ...]:
        used = {row.id for row in self._rows}
        return tuple(record for id, record in self._made.items() if id in used)

    def set_read_only(self, read_only: bool) -> None:
        self.line.setVisible(not read_only)
        for row in self._rows:
            row.set_read_only(read_only)

    def _append(self, id: str, part: str | None) -> None:
        row = LinkRow(id, self.name_of(id), part)
        row.go.connect(self._on_row_go)
        row.up.connect(self._on_row_up)
        row.removed.connect(self._on_row_removed)
        row.changed.connect(self.changed)
        self._rows.append(row)
        self._list.addWidget(row)

    def _drop(self, row: LinkRow) -> None:
        self._rows.remove(row)
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _refresh_rows(self) -> None:
        for number, row in enumerate(self._rows):
            row.set_first(number == 0)
        self._order_tabs()

    def _order_tabs(self) -> None:
        """New rows come last in Qt's order; this brings them before the line, as they stand."""
        if self._rows:
            tab_order.put_in_order([self.line, *(c for row in self._rows for c in row.controls()), self.line])

    @Slot(object)
    def _on_row_go(self, row: LinkRow) -> None:
        if row.id in self.document.book:
            self.followed.emit(row.id)

    @Slot(object)
    def _on_row_up(self, row: LinkRow) -> None:
        place = self._rows.index(row)
        if place:
            self._rows.insert(place - 1, self._rows.pop(place))
            self._list.insertWidget(place - 1, row)
            self._refresh_rows()
            self.changed.emit()

    @Slot(object)
    def _on_row_removed(self, row: LinkRow) -> None:
        self._drop(row)
        self._refresh_rows()
        self.line.setFocus()
        self.changed.emit()


class PartsEditor(LinksEditor):
    """People and what each does in a production."""

    has_parts = True

    def value(self) -> tuple[Part, ...]:
        return tuple(Part(row.id, row.part.text().strip()) for row in self._rows if row.part is not None)

    def _split(self, element: Part) -> tuple[str, str | None]:
        return element.person, element.part
