"""What stands above the form: of which kind the record is, and its name."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from tracker.domain.book import Book
from tracker.domain.records import Record
from tracker.i18n import _


class Heading(QWidget):
    """The name as it is stored: what is typed counts once it is saved."""

    def __init__(self, book: Book, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._book = book
        self._kind = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._kind.setProperty("role", "muted")
        self.name = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.name.setProperty("role", "heading")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 8, 16, 4)
        column.setSpacing(0)
        column.addWidget(self._kind)
        column.addWidget(self.name)

    def show_record(self, record: Record | None) -> None:
        """Stays as it is while there is no record to be seen."""
        if record is None:
            return
        is_stored = record.id in self._book
        kind = _(record.label)
        self._kind.setText(kind if is_stored else _("New {kind}").format(kind=kind.lower()))
        self.name.setText(self._book.name(record.id) if is_stored else _("Not saved yet"))
