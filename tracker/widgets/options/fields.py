"""The fields of options: one for each kind, all with the same few methods."""

from collections.abc import Callable

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit

from tracker.domain import typed_times
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.timeline.pictures.option import Kind, Option
from tracker.widgets.options.field import Field
from tracker.widgets.options.numbers import NumberField, SizeField
from tracker.widgets.parts.combo import Combo
from tracker.widgets.parts.style import mark_wrong


class ChoiceField(Field):
    """One of a few; those that make no sense here are left out."""

    def __init__(self, option: Option, left_out: frozenset[str] = frozenset()) -> None:
        self.box = Combo()
        for name, label in option.choices:
            if name not in left_out:
                self.box.addItem(_(label).replace("&", ""), name)
        super().__init__(option, self.box)
        self.box.currentIndexChanged.connect(self.changed)

    def value(self) -> str:
        return str(self.box.currentData())

    def show_value(self, value: str) -> None:
        self.box.setCurrentIndex(max(0, self.box.findData(value)))


class FlagField(Field):
    """A tick that bears its own name."""

    def __init__(self, option: Option) -> None:
        self.box = QCheckBox(_(option.label))
        super().__init__(option, self.box)
        self.box.toggled.connect(self.changed)

    def value(self) -> bool:
        return self.box.isChecked()

    def show_value(self, value: bool) -> None:
        self.box.setChecked(value)


class TextField(Field):
    """A line that begins with what the plan says; as long as it stays so, the plan says it."""

    def __init__(self, option: Option) -> None:
        self.line = QLineEdit()
        self._usual = ""
        super().__init__(option, self.line)
        self.line.textChanged.connect(self.changed)

    def show_usual(self, text: str) -> None:
        """Another plan's text, unless something else is typed."""
        if self.line.text() == self._usual:
            self.line.setText(text)
        self._usual = text

    def value(self) -> str | None:
        text = self.line.text().strip()
        return None if text == self._usual.strip() else text

    def show_value(self, value: str | None) -> None:
        self.line.setText(self._usual if value is None else value)


class TimeField(Field):
    """A time as one types it anywhere; what is not understood is marked."""

    def __init__(self, option: Option, zone_key: str) -> None:
        self.line = QLineEdit()
        self.line.setPlaceholderText("2021-10-04" if option.name == "lower" else "2021-10-19 12:22")
        self._zone = zone(zone_key)
        super().__init__(option, self.line)
        self.line.textChanged.connect(self.changed)
        self.line.textChanged.connect(self._on_changed)

    def value(self) -> float | None:
        text = self.line.text()
        if not text.strip():
            return None
        return self.option.second_of(typed_times.understand(text, self._zone), text)

    @Slot()
    def _on_changed(self) -> None:
        try:
            self.value()
        except ValueError:
            mark_wrong(self.line, True)
        else:
            mark_wrong(self.line, False)

    def show_value(self, value: float | None) -> None:
        if value is None:
            self.line.clear()

    def kept(self) -> str:
        return self.line.text()

    def bring_back(self, kept: str) -> None:
        self.line.setText(kept)


_FIELDS: dict[Kind, Callable[[Option], Field]] = {
    Kind.CHOICE: ChoiceField,
    Kind.FLAG: FlagField,
    Kind.NUMBER: NumberField,
    Kind.TEXT: TextField,
    Kind.SIZE: SizeField,
}


def field_for(option: Option, zone_key: str, left_out: frozenset[str] = frozenset()) -> Field:
    """The field of an option's kind. Times typed without a zone are of the one that times are shown in."""
    if option.kind is Kind.TIME:
        return TimeField(option, zone_key)
    if option.kind is Kind.CHOICE:
        return ChoiceField(option, left_out)
    return _FIELDS[option.kind](option)
