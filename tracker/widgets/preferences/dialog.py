"""The preferences: each is applied and kept as soon as it is chosen, so there is nothing to confirm."""

from functools import partial
from itertools import groupby
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from tracker.i18n import _
from tracker.settings import Settings
from tracker.widgets.options.field import Field
from tracker.widgets.options.fields import FlagField
from tracker.widgets.parts import topics
from tracker.widgets.parts.style import mark_wrong
from tracker.widgets.preferences.choices import preferences

_WIDTH = 520


class PreferencesDialog(QDialog):
    """A heading for each group, and below it a row for each preference."""

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("preferences")
        self.setWindowTitle(_("Preferences"))
        topics.about(self, "keeping")
        self.setMinimumWidth(_WIDTH)
        self._settings = settings
        self.fields = {one.option.name: one.field(one.option) for one in preferences()}
        self.rows = QFormLayout()
        self._arrange()
        for name, field in self.fields.items():
            kept = settings.value(name, "")
            field.show_value(field.option.default if kept == "" else kept)
            field.changed.connect(partial(self._keep, field))

    def _arrange(self) -> None:
        self.rows.setVerticalSpacing(8)
        self.rows.setHorizontalSpacing(16)
        self.rows.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.rows.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for group, fields in groupby(self.fields.values(), key=lambda field: field.option.part):
            self._add(group, list(fields))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(16)
        column.addLayout(self.rows)
        column.addStretch(1)
        column.addWidget(buttons)

    def _add(self, group: str, fields: list[Field]) -> None:
        heading = QLabel(_(group))
        heading.setProperty("role", "subheading")
        heading.setContentsMargins(0, 8 if self.rows.rowCount() else 0, 0, 0)
        self.rows.addRow(heading)
        for field in fields:
            self.rows.addRow("" if isinstance(field, FlagField) else _(field.option.label), field)

    def _keep(self, field: Any) -> None:
        """Keeps what is chosen; what is not understood, as on the way to it, is marked and waits."""
        try:
            value = field.value()
        except ValueError:
            mark_wrong(field.line, True)
            return
        mark_wrong(getattr(field, "line", field), False)
        self._settings.keep(field.option.name, "" if value is None else value)
