"""The editors of one control: a line, a list of words, a number, a yes or no, a choice."""

from typing import Any

from PySide6.QtCore import QSignalBlocker, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from tracker.domain import texts
from tracker.i18n import _
from tracker.widgets.editors.base import Editor, QuietCombo
from tracker.widgets.editors.line import Line


def fill(editor: QWidget, *controls: QWidget) -> None:
    """Lays controls out in one row; the first takes the room there is."""
    row = QHBoxLayout(editor)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(4)
    for number, control in enumerate(controls):
        row.addWidget(control, 0 if number else 1)


class TextEditor(Editor):
    """One line of text."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.line = Line()
        self.name_control(self.line)
        self.line.setPlaceholderText(self.when_empty())
        self._arrange()
        self.line.textEdited.connect(self._on_edited)

    def _arrange(self) -> None:
        fill(self, self.line)

    def value(self) -> Any:
        return self.line.text().strip()

    def set_value(self, value: Any) -> None:
        self.line.setText(value)
        self.line.setCursorPosition(0)

    def typed(self) -> str:
        return self.line.text()

    def set_typed(self, text: str) -> None:
        self.line.setText(text)
        self._on_edited()

    def set_read_only(self, read_only: bool) -> None:
        self.line.setReadOnly(read_only)

    @Slot()
    def _on_edited(self) -> None:
        self.changed.emit()


class TypedEditor(TextEditor):
    """One line that stands for a value: what is typed is understood by `domain.texts`, or the sentence says why not."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self._value: Any = self.understood("")
        self._problem = ""

    def understood(self, text: str) -> Any:
        return texts.understand(self.field, text, self.document.book)

    def value(self) -> Any:
        return self._value

    def set_value(self, value: Any) -> None:
        self._value, self._problem = value, ""
        super().set_value(texts.editable(self.field, value, self.document.book))

    def problem(self) -> str:
        return self._problem

    def read(self) -> None:
        """Understands what the line holds now."""
        self._problem = ""
        try:
            self._value = self.understood(self.line.text())
        except ValueError as error:
            self._problem = str(error)

    @Slot()
    def _on_edited(self) -> None:
        self.read()
        super()._on_edited()


class WordsEditor(TypedEditor):
    """Short texts in one line, with a semicolon between them."""

    def _arrange(self) -> None:
        super()._arrange()
        self.line.setPlaceholderText(_("One; another"))


class NumberEditor(TypedEditor):
    """A whole number with its unit; empty is a value too, and never zero."""

    def _arrange(self) -> None:
        unit = QLabel(_(self.field.unit) if self.field.unit else "")
        unit.setProperty("role", "muted")
        fill(self, self.line, unit)  # before it is shown: a widget without a parent would be a window
        unit.setVisible(bool(self.field.unit) and not self.compact)


class FlagEditor(Editor):
    """Yes or no. Outside a table the box carries the field's label itself."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.box = QCheckBox("" if self.compact else self.field.text)
        self.name_control(self.box)
        fill(self, self.box)
        self.box.toggled.connect(self._on_toggled)

    def value(self) -> bool:
        return self.box.isChecked()

    def set_value(self, value: bool) -> None:
        with QSignalBlocker(self):
            self.box.setChecked(value)

    @Slot()
    def _on_toggled(self) -> None:
        self.changed.emit()


class ChoiceEditor(Editor):
    """One of a fixed list of words."""

    def __init__(self, *args: Any, **more: Any) -> None:
        super().__init__(*args, **more)
        self.box = QuietCombo()
        self.name_control(self.box)
        for value, __ in self.field.choices:
            self.box.addItem(self.field.choice_label(value), value)
        fill(self, self.box)
        self.box.currentIndexChanged.connect(self._on_index)

    def value(self) -> str:
        return str(self.box.currentData())

    def set_value(self, value: str) -> None:
        with QSignalBlocker(self):
            self.box.setCurrentIndex(self.box.findData(value))

    @Slot()
    def _on_index(self) -> None:
        self.changed.emit()
