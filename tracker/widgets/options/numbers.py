"""Fields of numbers: one with its unit, and the sides of a picture."""

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QDoubleSpinBox, QLabel

from tracker.i18n import N_, _
from tracker.timeline.pictures.option import Option, Size
from tracker.widgets.options.field import Field
from tracker.widgets.parts.combo import Combo

UNITS = (("px", N_("pixels")), ("mm", N_("mm")))
_LEAST_WIDTH = 92  # of a number with its arrows
_MOST = {"px": 32_000.0, "mm": 8_000.0}
_STEPS = {"scale": 0.5, "dpi": 50.0, "font_size": 0.5}


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
