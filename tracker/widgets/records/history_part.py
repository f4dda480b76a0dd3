"""What happened to the record shown: who changed which field, when, from what, to what; newest first."""

from itertools import groupby
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListView, QListWidget, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import plain, texts
from tracker.domain.fields import Field, field_of
from tracker.domain.plain import Plain
from tracker.domain.records import Record
from tracker.domain.show_times import show
from tracker.domain.times import at
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.settings import Settings

if TYPE_CHECKING:
    from tracker.store import FieldChange


class HistoryPart(QWidget):
    """Reads the edit log only while it is looked at."""

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._record: Record | None = None
        self.list = QListWidget()
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("History of this record"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 4, 8, 4)
        column.addWidget(self.list)

    def show_record(self, record: Record | None) -> None:
        self._record = record
        self.refresh()

    def refresh(self) -> None:
        if not self.isVisible():
            return
        self.list.clear()
        if self._record is not None:
            self.list.addItems(self._entries(type(self._record)))

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _entries(self, kind: type[Record]) -> list[str]:
        assert self._record is not None
        changes = self._document.history_of(self._record.id)
        told = [self._entry(kind, list(group)) for _id, group in groupby(changes, lambda one: one.edit.id)]
        return told[::-1]

    def _entry(self, kind: type[Record], changes: "list[FieldChange]") -> str:
        edit, act = changes[0].edit, changes[0].act
        when = show(at(edit.at), zone(self._settings.zone))
        head = " · ".join(part for part in (when, edit.author) if part)
        if act != "change":
            return f"{head}\n" + (_("Added") if act == "create" else _("Deleted"))
        return "\n".join([head, *(self._line(kind, change) for change in changes)])

    def _line(self, kind: type[Record], change: "FieldChange") -> str:
        field = field_of(kind, change.field)
        before, after = self._shown(field, change.before), self._shown(field, change.after)
        return _("{field}: {before} → {after}").format(field=field.text, before=before, after=after)

    def _shown(self, field: Field, value: Plain) -> str:
        text = texts.show(field, plain.value(field, value), self._document.book, zone(self._settings.zone))
        return text or _("empty")
