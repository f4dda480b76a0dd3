"""The fields of the export form: one for each kind of option, all with the same few methods."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QDoubleSpinBox, QHBoxLayout, QLabel, QLineEdit, QWidget

from tracker.domain import typed_times
from tracker.domain.zones import zone
from tracker.i18n import N_, _
from tracker.timeline.pictures.option import Kind, Option, Size
from tracker.widgets.parts.combo import Combo
from tracker.widgets.parts.style import mark_wrong

UNITS = (("px", N_("pixels")), ("mm", N_("mm")))
_LEAST_WIDTH = 92  # of a number with its arrows
_MOST = {"px": 32_000.0, "mm": 8_000.0}
_STEPS = {"scale": 0.5, "dpi": 50.0, "font_size": 0.5}


class Field(QWidget):
    """What is chosen for one option. `value` raises ValueError with a sentence for what is not understood."""

    changed = Signal()

    def __init__(self, option: Option, control: QWidget) -> None:
        super().__init__()
        self.option, self.control = option, control
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(8)
        self.add(control, _(option.label).replace("&", ""), 1)
        self.setFocusProxy(control)

    def add(self, control: QWidget, name: str, stretch: int = 0) -> None:
        control.setAccessibleName(name)
        control.setToolTip(_(self.option.help)[:1].upper() + _(self.option.help)[1:])
        self.row.addWidget(control, stretch)

    def value(self) -> Any:
        raise NotImplementedError

    def show_value(self, value: Any) -> None:
        raise NotImplementedError

    def kept(self) -> str:
        """What is to be there the next time."""
        return self.option.write(self.value())

    def bring_back(self, kept: str) -> None:
        self.show_value(self.option.read(kept))


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


class NumberField(Field):
    """A number with its unit."""

    def __init__(self, option: Option) -> None:
        self.box = number_box(option.least, option.most, decimals=0 if isinstance(option.most, int) else 2)
        self.box.setSuffix(f" {_(option.unit)}" if option.unit else "")
        self.box.setSingleStep(_STEPS.get(option.name, 1.0))
        super().__init__(option, self.box)
        self.box.valueChanged.connect(self.changed)

    def value(self) -> float:
        number = self.box.value()
        return int(number) if isinstance(self.option.most, int) else number

    def show_value(self, value: float) -> None:
        self.box.setValue(value)


class NumberBox(QDoubleSpinBox):
    """Writes no more digits than there are."""

    def textFromValue(self, value: float) -> str:
        text, point = super().textFromValue(value), self.locale().decimalPoint()
        return text.rstrip("0").rstrip(point) if point in text else text


def number_box(least: float, most: float, decimals: int) -> QDoubleSpinBox:
    """Says that it has changed once a number is typed, not after each digit."""
    box = NumberBox()
    box.setDecimals(decimals)
    box.setRange(least, most)
    box.setKeyboardTracking(False)
    box.setMinimumWidth(_LEAST_WIDTH)
    box.lineEdit().setTextMargins(5, 0, 0, 0)  # as far in as in a line edit, which no style sheet brings about
    return box


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


class SizeField(Field):
    """Width, height and unit. No height is as high as needed."""

    def __init__(self, option: Option) -> None:
        self.width_box, self.height_box = number_box(1, _MOST["px"], 0), number_box(0, _MOST["px"], 0)
        self.height_box.setSpecialValueText(_("as needed"))
        self.height_box.setMinimumWidth(self.height_box.sizeHint().width())  # of a number, or of these words
        self.unit = Combo()
        for name, label in UNITS:
            self.unit.addItem(_(label), name)
        super().__init__(option, self.width_box)
        self.row.setSpacing(4)
        self.row.addWidget(QLabel("×"))
        self.add(self.height_box, _("Size, height"), 1)
        self.add(self.unit, _("Size, unit"))
        self.width_box.setAccessibleName(_("Size, width"))
        for box in (self.width_box, self.height_box):
            box.valueChanged.connect(self.changed)
        self.unit.currentIndexChanged.connect(self._on_unit)

    def value(self) -> Size:
        return Size(self.width_box.value(), self.height_box.value(), str(self.unit.currentData()))

    def show_value(self, value: Size) -> None:
        self.unit.blockSignals(True)
        self.unit.setCurrentIndex(self.unit.findData(value.unit))
        self.unit.blockSignals(False)
        self._set_range(value.unit)
        self.width_box.setValue(value.width)
        self.height_box.setValue(value.height)
        self.changed.emit()

    def _set_range(self, unit: str) -> None:
        for box in (self.width_box, self.height_box):
            box.setDecimals(1 if unit == "mm" else 0)
            box.setMaximum(_MOST[unit])

    @Slot()
    def _on_unit(self) -> None:
        """The same size in the other unit, as near as can be."""
        unit = str(self.unit.currentData())
        old = Size(self.width_box.value(), self.height_box.value(), "px" if unit == "mm" else "mm")
        self.show_value(old.in_unit(unit))


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
