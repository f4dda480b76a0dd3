"""What every field editor has in common: a value in, a value out, one signal, and a sentence when it is wrong."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCompleter, QToolButton, QWidget

from tracker.document import Document
from tracker.domain.fields import Field
from tracker.domain.records import Record
from tracker.i18n import _
from tracker.settings import Settings
from tracker.widgets.parts.combo import Combo

_BUTTON, _PADDING = 24, 5  # pixels: the width of a small button, and what the style sheet puts beside its sign


class Editor(QWidget):
    """An editor of one field. `changed` fires when the person changes it, not when `set_value` does.

    `problem` is a sentence while what was typed has no value; `value` is then the last one that had.
    In a table's cell an editor is `compact`: its one control alone.
    """

    changed = Signal()
    followed = Signal(str)  # the id of a record the person wants to go to

    def __init__(
        self,
        field: Field,
        document: Document,
        settings: Settings,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self.field, self.document, self.settings, self.compact = field, document, settings, compact

    def value(self) -> Any:
        raise NotImplementedError

    def set_value(self, value: Any) -> None:
        raise NotImplementedError

    def problem(self) -> str:
        """Why what was typed is no value; empty if it is one."""
        return ""

    def typed(self) -> str:
        """The raw text, for a draft of something that is no value yet."""
        return ""

    def set_typed(self, text: str) -> None:
        """Brings such a text back, as if it had been typed."""

    def made(self) -> tuple[Record, ...]:
        """Records that were made on the spot and are saved together with the value."""
        return ()

    def set_made(self, records: tuple[Record, ...]) -> None:
        """Brings back records made on the spot, before `set_value` refers to them."""

    def set_read_only(self, read_only: bool) -> None:
        self.setEnabled(not read_only)

    def when_empty(self) -> str:
        """What an empty line says: that nobody says is a fact, and no fault."""
        return "" if self.field.required or self.compact else _("not said")

    def name_control(self, control: QWidget) -> None:
        """Gives the control that is typed into the field's name for screen readers, and the focus."""
        control.setObjectName(self.field.name)
        control.setAccessibleName(self.field.text)
        control.setAccessibleDescription(help_of(self.field))
        self.setFocusProxy(control)


def help_of(field: Field) -> str:
    """The field's sentence of help, in the language in use; empty if it has none."""
    return _(field.help) if field.help else ""


class QuietCombo(Combo):
    """A combo box that leaves the wheel to the form around it, so that scrolling changes no value."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


def dress_offers(completer: QCompleter) -> None:
    """Gives a completer's list a name and a menu's frame: it belongs to no box, so the style sheet must be told."""
    listed = completer.popup()
    assert listed is not None, "a completer makes its list when it is asked for it"
    listed.setProperty("role", "offers")
    listed.setAccessibleName(_("Suggestions"))


def tool_button(sign: str, name: str, tip: str) -> QToolButton:
    """A small button with a sign on it; `name` is what a screen reader says."""
    button = QToolButton()
    button.setText(sign)
    button.setProperty("role", "small")
    button.setFixedWidth(max(_BUTTON, button.fontMetrics().horizontalAdvance(sign) + 2 * _PADDING))
    button.setAccessibleName(name)
    button.setToolTip(tip)
    return button
