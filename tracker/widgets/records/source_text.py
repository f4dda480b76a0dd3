"""A source's text to read, with the quoted sentences marked and the one in view scrolled to."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QTextEdit

from tracker.i18n import _
from tracker.widgets.parts.style import current
from tracker.widgets.records.quotes import Span, fragment_span, sentence_span


class SourceText(QPlainTextEdit):
    """Plain text only. The sentence is marked, the quoted words in it are underlined."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setTabChangesFocus(True)
        self.setAccessibleName(_("Text of the source"))
        self.setPlaceholderText(_("This source's text is not kept here."))
        self._fragments: tuple[str, ...] = ()

    def show_text(self, text: str) -> None:
        if text != self.toPlainText():
            self.setPlainText(text)
        self.mark(())

    def mark(self, fragments: Sequence[str]) -> None:
        """Marks the sentences that hold these fragments, and scrolls to the first."""
        self._fragments = tuple(fragments)
        self.repaint_marks()
        spans = self.spans()
        if spans:
            self._scroll_to(spans[0])

    def spans(self) -> list[Span]:
        """Where the fragments stand."""
        text = self.toPlainText()
        found = (fragment_span(text, fragment) for fragment in self._fragments)
        return [span for span in found if span is not None]

    def repaint_marks(self) -> None:
        """Draws the marks in the palette in use."""
        text, palette = self.toPlainText(), current()
        sentence, words = QTextCharFormat(), QTextCharFormat()
        sentence.setBackground(QColor(palette.mark))
        words.setBackground(QColor(palette.mark))
        words.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        words.setUnderlineColor(QColor(palette.accent))
        spans = self.spans()
        marks = [self._selection(sentence_span(text, span), sentence) for span in spans]
        self.setExtraSelections(marks + [self._selection(span, words) for span in spans])

    def _selection(self, span: Span, format: QTextCharFormat) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = self._cursor(span)
        mark.format = format
        return mark

    def _cursor(self, span: Span) -> QTextCursor:
        """A cursor over a span; Qt counts a character outside the basic plane as two."""
        text = self.toPlainText()
        cursor = QTextCursor(self.document())
        cursor.setPosition(_units(text[: span.start]))
        cursor.setPosition(_units(text[: span.end]), QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _scroll_to(self, span: Span) -> None:
        cursor = self._cursor(span)
        cursor.setPosition(cursor.selectionStart())
        self.setTextCursor(cursor)
        self.centerCursor()


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text)
