"""What a cell gives to Qt besides its text: colours by the palette's roles, fonts, tooltips, spoken words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from tracker.domain.book import Book
from tracker.domain.choices import CERTAINTY
from tracker.domain.columns import Column
from tracker.domain.fields import Type
from tracker.domain.records import Record
from tracker.i18n import _, quoted
from tracker.models.cells import Row
from tracker.palette import Palette
from tracker.tips import tip

ID = Qt.ItemDataRole.UserRole
CERTAIN = Qt.ItemDataRole.UserRole + 1

LONGEST = 300  # characters of a cell; no column is that wide, and Qt measures them all
_MOST_QUOTED = 3
_TABULAR = (Type.TIME, Type.NUMBER)
_LABELS = dict(CERTAINTY)


def display(row: Row, column: int) -> str:
    """The cell in one line."""
    text = row.shown(column)
    return " ".join(text[:LONGEST].split()) if "\n" in text or len(text) > LONGEST else text


def colour(row: Row, column: int, palette: Palette) -> QColor | None:
    """Muted where nothing is known, else by certainty; None is the view's own colour."""
    if row.is_unknown(column):
        return QColor(palette.muted)
    certainty = row.certainties[column]
    return QColor(getattr(palette, certainty)) if certainty in ("planned", "rumoured") else None


def font(column: Column, certainty: str) -> QFont | None:
    """Figures of one width for times and numbers, italics for opinions."""
    is_tabular = is_figures(column)
    if not is_tabular and certainty != "opinion":
        return None
    font = QFont()
    font.setItalic(certainty == "opinion")
    if is_tabular:
        font.setFeature(QFont.Tag("tnum"), 1)
    return font


def is_figures(column: Column) -> bool:
    """Whether the cells are times or numbers."""
    return column.type in _TABULAR


def alignment(column: Column) -> Qt.AlignmentFlag:
    """Numbers stand under one another."""
    side = Qt.AlignmentFlag.AlignRight if column.type is Type.NUMBER else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def spoken(row: Row, column: int) -> str:
    """The cell for a screen reader, its certainty in words."""
    certainty = row.certainties[column]
    text = display(row, column)
    return f"{text}, {_(_LABELS[certainty])}" if certainty else text


def tooltip(row: Row, column: Column, place: int, book: Book) -> str:
    """The full text and who says so."""
    lines = [row.shown(place)] if row.shown(place) else []
    if column.field is not None:
        lines += _quoted(book, row.record, column.name)
    return tip("\n".join(lines))


def _quoted(book: Book, record: Record, field: str) -> list[str]:
    claims = book.claims(record.id, field)
    lines = [
        f"{_(_LABELS.get(claim.certainty, claim.certainty))}: {quoted(claim.fragment)} ({book.name(claim.source)})"
        for claim in claims[:_MOST_QUOTED]
    ]
    return lines + ["…"] * (len(claims) > _MOST_QUOTED)
