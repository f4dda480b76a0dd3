"""The form of one record kind: its fields in their arrangement, what was typed, and what is wrong with it."""

import dataclasses
from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QFrame, QLabel, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import edits, plain
from tracker.domain.fields import field_of, fields_of
from tracker.domain.plain import Plain
from tracker.domain.records import Record
from tracker.i18n import _
from tracker.settings import Settings
from tracker.widgets.parts.side_by_side import SideBySide
from tracker.widgets.records.layouts import LAYOUTS, Place, Section
from tracker.widgets.records.row import FieldRow

_TYPED = "typed:"  # in a draft, before the name of a field whose text is no value yet
_MADE = "made"  # in a draft, the records made on the spot


class Form(QWidget):
    """Shows one record after the other of its kind. It stores nothing itself: `record` is what is typed now."""

    changed = Signal()
    followed = Signal(str)
    field_entered = Signal(str)
    field_left = Signal()
    source_wanted = Signal(str)

    def __init__(self, kind: type[Record], document: Document, settings: Settings) -> None:
        super().__init__()
        self.kind, self._document = kind, document
        self.rows = {f.name: FieldRow(f, document, settings) for f in fields_of(kind)}
        self._stored: Record = kind()
        self.is_new = True
        self._arrange()
        for row in self.rows.values():
            row.changed.connect(self._on_row_changed)
            row.followed.connect(self.followed)
            row.source_wanted.connect(self.source_wanted)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._on_focus)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 16)
        column.setSpacing(8)
        for section in LAYOUTS[self.kind.kind]:
            self._add_heading(column, section)
            for place in section.places:
                column.addWidget(self._placed(place))
        column.addStretch(1)

    def _add_heading(self, column: QVBoxLayout, section: Section) -> None:
        if section.label:
            line = QFrame()
            line.setProperty("role", "hairline")
            heading = QLabel(_(section.label))
            heading.setProperty("role", "subheading")
            column.addSpacing(4)
            column.addWidget(line)
            column.addWidget(heading)

    def _placed(self, place: Place) -> QWidget:
        if isinstance(place, str):
            return self.rows[place]
        return SideBySide((self.rows[name] for name in place), gap=16, line=8)

    @property
    def stored(self) -> Record:
        """The record as it is in the book, or as it was when it was new."""
        return self._stored

    @property
    def edited(self) -> tuple[str, ...]:
        """The fields a person changed, in the form's order."""
        return tuple(name for name, row in self.rows.items() if row.is_edited)

    @property
    def clash(self) -> str:
        """The first field that another changed meanwhile, as long as the choice is open."""
        return next((name for name, row in self.rows.items() if row.is_clashing), "")

    def show_record(self, record: Record, is_new: bool = False) -> None:
        """Shows a record and forgets what was typed."""
        self._stored, self.is_new = record, is_new
        for name, row in self.rows.items():
            row.editor.set_made(())
            row.show_value(getattr(record, name))
            row.editor.set_read_only(self._document.read_only)
        self.refresh_marks()

    def follow(self, record: Record) -> None:
        """The stored record changed: what is not edited follows."""
        self._stored, self.is_new = record, False
        for name, row in self.rows.items():
            row.follow(getattr(record, name))
        self.refresh_marks()
        self._refresh_problems()

    def refresh_marks(self) -> None:
        for row in self.rows.values():
            row.show_backing(self._stored)

    def record(self) -> Record:
        """The record with the typing in it; of a field that is wrong, its last good value."""
        values = {name: self.rows[name].editor.value() for name in self.edited}
        return dataclasses.replace(self._stored, **values)

    def made(self) -> tuple[Record, ...]:
        """The records made on the spot, to be saved with this one."""
        return tuple(record for row in self.rows.values() for record in row.editor.made())

    def problems(self) -> dict[str, str]:
        """What is wrong, by field."""
        new = {record.id for record in self.made()}
        found = {p.field: p.sentence for p in edits.problems(self.record(), self._document.book, new)}
        typed = {name: row.editor.problem() for name, row in self.rows.items()}
        return found | {name: sentence for name, sentence in typed.items() if sentence}

    def refuse(self, problems: Mapping[str, str]) -> None:
        """Shows sentences at their fields."""
        for name, row in self.rows.items():
            row.refresh_problem(problems.get(name, ""))

    def draft(self) -> dict[str, Plain]:
        """What was typed, as plain values; the raw text of what is no value yet."""
        values: dict[str, Plain] = {}
        for name in self.edited:
            row = self.rows[name]
            values[name] = plain.plain(row.field, row.editor.value())
            if row.editor.problem():
                values[_TYPED + name] = row.editor.typed()
        if values and self.made():
            values[_MADE] = [[record.kind, plain.row(record)] for record in self.made()]
        return values

    def restore(self, values: Mapping[str, Plain]) -> None:
        """Brings a draft back, as if it had been typed."""
        made = tuple(plain.record(kind, row) for kind, row in _listed(values.get(_MADE)))
        for name, row in self.rows.items():
            if name in values:
                row.editor.set_made(made)
                row.restore(plain.value(field_of(self.kind, name), values[name]))
            if _TYPED + name in values:
                row.restore_typed(str(values[_TYPED + name]))
        self._on_row_changed()

    def focus(self, name: str = "", select: bool = False) -> None:
        """Puts the cursor into a field; into the first without a name. `select`: to be typed over."""
        first = LAYOUTS[self.kind.kind][0].names[0]
        reason = Qt.FocusReason.TabFocusReason if select else Qt.FocusReason.OtherFocusReason
        self.rows[name or first].editor.setFocus(reason)

    @Slot()
    def _on_row_changed(self) -> None:
        self._refresh_problems()
        self.changed.emit()

    def _refresh_problems(self) -> None:
        """Not yet blamed: an untouched field of a new record for being empty, half a name for naming nobody."""
        found = self.problems()
        self.refuse({name: text for name, text in found.items() if self._is_ripe(self.rows[name])})

    def _is_ripe(self, row: FieldRow) -> bool:
        control = row.editor.focusProxy()
        is_half = row.field.is_link and control is not None and control.hasFocus()
        return (row.is_touched or not self.is_new) and not is_half

    @Slot(QWidget, QWidget)
    def _on_focus(self, old: QWidget | None, now: QWidget | None) -> None:
        before, after = self._row_of(old), self._row_of(now)
        if before is not None:
            self._refresh_problems()  # also within a row: the line is left when its own buttons are reached
        if before is not None and before is not after:
            before.say_problem()
            self.field_left.emit()
        if after is not None and before is not after:
            self.field_entered.emit(after.field.name)

    def _row_of(self, widget: QWidget | None) -> FieldRow | None:
        while widget is not None and widget is not self:
            if isinstance(widget, FieldRow):
                return widget if self.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []
