"""One field of a form: its label, the mark that tells its sources, its editor, and what is wrong."""

from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import texts
from tracker.domain.fields import Field, Type
from tracker.domain.records import Record
from tracker.domain.zones import zone
from tracker.i18n import _
from tracker.settings import Settings
from tracker.timeline.speech.aloud import say_aloud
from tracker.widgets.editors import editor_for
from tracker.widgets.parts.certainty_marks import backing
from tracker.widgets.parts.side_by_side import SideBySide
from tracker.widgets.parts.style import mark_wrong
from tracker.widgets.records.source_mark import SourceMark


class FieldRow(QWidget):
    """A field of the record shown. It is `edited` when a person changed it and it differs from the stored value."""

    changed = Signal()
    followed = Signal(str)
    source_wanted = Signal(str)

    def __init__(self, field: Field, document: Document, settings: Settings) -> None:
        super().__init__()
        self.field, self._document, self._settings = field, document, settings
        self._stored: Any = None
        self._theirs: Any = None
        self._is_touched = False
        self.editor = editor_for(field, document, settings)
        self.mark = SourceMark(field)
        self.problem_label = _sentence("error")
        self._other = _sentence("warning")
        self._take = QPushButton(_("Take that"), flat=True)
        self._keep = QPushButton(_("Keep mine"), flat=True)
        self._clash = QWidget()
        self._arrange()
        self.editor.changed.connect(self._on_edited)
        self.editor.followed.connect(self.followed)
        self.mark.clicked.connect(self._on_mark)
        self._take.clicked.connect(self._on_take)
        self._keep.clicked.connect(self._on_keep)

    def _arrange(self) -> None:
        label = QLabel("" if self.field.type is Type.FLAG else self.field.text.replace("&", "&&"))
        label.setProperty("role", "muted")
        label.setBuddy(self.editor)
        head = SideBySide((label, self.mark), gap=4, line=0, is_even=False)
        choice = QHBoxLayout()
        choice.addWidget(self._take)
        choice.addWidget(self._keep)
        choice.addStretch(1)
        clash = QVBoxLayout(self._clash)
        clash.setContentsMargins(0, 0, 0, 0)
        clash.setSpacing(0)
        clash.addWidget(self._other)
        clash.addLayout(choice)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(head)
        column.addWidget(self.editor)
        column.addWidget(self.problem_label)
        column.addWidget(self._clash)
        column.addStretch(1)
        self._clash.hide()

    @property
    def is_edited(self) -> bool:
        return self._is_touched and (bool(self.editor.problem()) or self.editor.value() != self._stored)

    @property
    def is_clashing(self) -> bool:
        """Whether the person has still to choose between the typing and what another stored."""
        return not self._clash.isHidden()

    @property
    def is_touched(self) -> bool:
        return self._is_touched

    def show_value(self, value: Any) -> None:
        """Shows a stored value; what was typed is gone."""
        self._stored, self._is_touched = value, False
        self._clash.hide()
        self.editor.set_value(value)
        self.refresh_problem("")

    def follow(self, value: Any) -> None:
        """The stored value changed elsewhere: unedited it follows, edited it keeps the typing and says so."""
        if not self.is_edited:
            self.show_value(value)
        elif value != self._stored:
            self._stored = value
            self.show_clash(value)

    def show_clash(self, theirs: Any) -> None:
        """Shows another's value beside the typing, and the choice between the two."""
        self._theirs = theirs
        text = texts.show(self.field, theirs, self._document.book, zone(self._settings.zone))
        self._other.setText(_("Changed meanwhile to “{value}”.").format(value=text or _("nothing")))
        self._clash.setVisible(self.is_edited and self.editor.value() != theirs)

    def show_backing(self, record: Record) -> None:
        self.mark.show_backing(backing(self._document.book, record, self.field))

    def restore(self, value: Any) -> None:
        """Brings a draft's value back, as if it had been typed."""
        self._is_touched = True
        self.editor.set_value(value)

    def restore_typed(self, text: str) -> None:
        self._is_touched = True
        self.editor.set_typed(text)

    def refresh_problem(self, sentence: str) -> None:
        self.problem_label.setText(sentence)
        self.problem_label.setVisible(bool(sentence))
        control = self.editor.focusProxy()
        if control is not None:
            mark_wrong(control, bool(sentence))

    def say_problem(self) -> None:
        """For whoever does not see what stands below the field."""
        say_aloud(self.editor, self.problem_label.text())

    @Slot()
    def _on_edited(self) -> None:
        self._is_touched = True
        self.changed.emit()

    @Slot()
    def _on_mark(self) -> None:
        self.source_wanted.emit(self.field.name)

    @Slot()
    def _on_take(self) -> None:
        self.show_value(self._theirs)
        self.changed.emit()
        self.editor.setFocus()

    @Slot()
    def _on_keep(self) -> None:
        self._clash.hide()
        self.changed.emit()
        self.editor.setFocus()


def _sentence(role: str) -> QLabel:
    label = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
    label.setProperty("role", role)
    return label
