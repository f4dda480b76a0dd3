"""The options of a picture as a form, made from their one description."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFormLayout, QGridLayout, QLabel, QWidget

from tracker.i18n import _
from tracker.timeline.pictures.option import Kind, Part
from tracker.timeline.pictures.picture_options import OPTIONS, PictureOptions
from tracker.timeline.plans.plan import Plan
from tracker.widgets.options.field import Field
from tracker.widgets.options.fields import FlagField, TextField, field_for

Span = tuple[float, float]


class ExportForm(QWidget):
    """`ranges` are those that the window can offer besides: what it shows, what is marked."""

    changed = Signal()

    def __init__(self, ranges: dict[str, Span], zone_key: str) -> None:
        super().__init__()
        self._ranges = ranges
        missing = frozenset({"visible", "marked"} - set(ranges))
        self.fields: dict[str, Field] = {option.name: field_for(option, zone_key, missing) for option in OPTIONS}
        self.rows = QFormLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setVerticalSpacing(6)
        self.rows.setHorizontalSpacing(16)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for part in Part:
            self._add(part)
        self.show_values({option.name: option.default for option in OPTIONS})
        for field in self.fields.values():
            field.changed.connect(self._on_changed)
        self._show_what_counts()

    def _add(self, part: Part) -> None:
        """A heading, a row for each field, and the flags of a part below them in two columns."""
        heading = QLabel(_(part))
        heading.setProperty("role", "subheading")
        heading.setContentsMargins(0, 8 if self.rows.rowCount() else 0, 0, 0)
        self.rows.addRow(heading)
        flags = [field for field in self._of(part) if isinstance(field, FlagField)]
        for field in self._of(part):
            if field not in flags:
                self.rows.addRow(_(field.option.label), field)
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        for n, flag in enumerate(flags):
            grid.addWidget(flag, n // 2, n % 2)
        if flags:
            self.rows.addRow(grid)

    def _of(self, part: Part) -> list[Field]:
        return [field for field in self.fields.values() if field.option.part is part]

    def options(self) -> PictureOptions:
        """What is chosen; a range of the window's comes as its ends. ValueError with a sentence for what is none."""
        ends = ("lower", "upper")
        values = {name: field.value() for name, field in self.fields.items() if name not in ends}
        if values["range"] == "typed":
            values |= {name: self.fields[name].value() for name in ends}
        values |= zip(ends, self._ranges.get(values["range"], ()), strict=False)
        return PictureOptions(**values)

    def show_values(self, values: dict[str, Any]) -> None:
        for name, value in values.items():
            self.fields[name].show_value(value)

    def show_plan(self, plan: Plan) -> None:
        """The texts that it would have by itself."""
        for name, text in (("title", plan.title), ("subtitle", plan.subtitle)):
            field = self.fields[name]
            assert isinstance(field, TextField)
            field.show_usual(text)

    def kept(self) -> dict[str, str]:
        """For the next time: all but the texts of this one picture."""
        return {field.option.key: field.kept() for field in self.fields.values() if field.option.kind is not Kind.TEXT}

    def bring_back(self, kept: dict[str, str]) -> None:
        """What was kept; what is not understood any more is left as usual."""
        for field in self.fields.values():
            try:
                field.bring_back(str(kept[field.option.key]))
            except (KeyError, ValueError):
                continue

    @Slot()
    def _on_changed(self) -> None:
        self._show_what_counts()
        self.changed.emit()

    def _show_what_counts(self) -> None:
        """Only what has a meaning with the rest as it is."""
        typed, size = self.fields["range"].value() == "typed", self.fields["size"].value()
        counts = {
            "lower": typed,
            "upper": typed,
            "scale": not size.is_paper,
            "dpi": size.is_paper,
            "pages": size.height > 0,
        }
        for name, is_shown in counts.items():
            self.rows.setRowVisible(self.fields[name], is_shown)
