"""The editor of a time zone, and the box it shares with the time editor."""

from functools import cache
from typing import Any
from zoneinfo import available_timezones

from PySide6.QtCore import QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QComboBox, QCompleter

from tracker.domain import zones
from tracker.i18n import _
from tracker.widgets.editors.base import Editor, QuietCombo, dress_offers
from tracker.widgets.editors.simple import fill


@cache
def _keys() -> tuple[str, ...]:
    return tuple(sorted(available_timezones() - zones.NAMED.keys()))


class ZoneBox(QuietCombo):
    """Offers the zones of this field first, by name or by key, then every other; anything known may be typed."""

    chosen = Signal()  # what is written changed, and may be wrong

    def __init__(self, *, by_name: bool) -> None:
        super().__init__()
        self._by_name = by_name
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.addItems([_(name) if by_name else key for key, name in zones.NAMED.items()])
        self.addItems(list(_keys()))
        completer = QCompleter(self.model(), self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        dress_offers(completer)
        self.setCompleter(completer)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.view().setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.view().setMinimumWidth(220)
        self.editTextChanged.connect(self.chosen)

    def key(self) -> str:
        """The IANA key of what is written; empty if nothing is. ValueError with a sentence if it is no zone."""
        text = self.currentText().strip()
        return zones.key_of(zones.zone(text)) if text else ""

    def set_key(self, key: str) -> None:
        """Shows a zone without `chosen`."""
        with QSignalBlocker(self):
            self.setEditText(_(zones.NAMED[key]) if self._by_name and key in zones.NAMED else key)
            line = self.lineEdit()
            assert line is not None, "the box is editable"
            line.setCursorPosition(0)


class ZoneEditor(Editor):
    """A zone by its IANA key."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.box = ZoneBox(by_name=False)
        self.name_control(self.box)
        fill(self, self.box)
        self.box.chosen.connect(self._on_chosen)

    def value(self) -> str:
        return "" if self.problem() else self.box.key()

    def set_value(self, value: str) -> None:
        self.box.set_key(value)

    def problem(self) -> str:
        try:
            self.box.key()
        except ValueError as error:
            return str(error)
        return ""

    def typed(self) -> str:
        return self.box.currentText()

    def set_typed(self, text: str) -> None:
        self.box.setEditText(text)

    @Slot()
    def _on_chosen(self) -> None:
        self.changed.emit()
