"""How certainty is drawn and named wherever a field or a claim shows it: solid, dashed, dotted, italic."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPen, QPixmap

from tracker.domain.book import Book
from tracker.domain.choices import CERTAINTY
from tracker.domain.facts import field_in
from tracker.domain.fields import Field
from tracker.domain.plain import elements
from tracker.domain.records import Claim, Record
from tracker.i18n import _
from tracker.palette import Palette

SIZE = QSize(12, 12)
_LABELS = dict(CERTAINTY)
_PENS = {
    "planned": Qt.PenStyle.DashLine,
    "rumoured": Qt.PenStyle.DotLine,
    "opinion": Qt.PenStyle.SolidLine,
}


@dataclass(frozen=True, slots=True)
class Backing:
    """What stands behind a field: the certainties of its claims, strongest first, and whether they agree with it."""

    certainties: tuple[str, ...]
    agrees: bool
    is_empty: bool

    @property
    def words(self) -> str:
        if not self.certainties:
            return "" if self.is_empty else _("no source")
        words = ", ".join(_(_LABELS[one]) for one in self.certainties)
        return words if self.agrees else _("{certainty}, differs").format(certainty=words)


def backing(book: Book, record: Record, field: Field) -> Backing:
    """What the sources give a field of a stored record. A claim needs none: it is what a source says."""
    if isinstance(record, Claim) or record.id not in book:
        return Backing((), True, True)
    claims = book.claims(record.id, field.name)
    said = {claim.certainty for claim in claims}
    held = set(elements(field, getattr(record, field.name)))
    agrees = all(claim.value in held or not claim.value for claim in claims)
    return Backing(tuple(one for one in _LABELS if one in said), agrees, not held)


def disagrees(book: Book, claim: Claim) -> bool:
    """Whether the record holds something else than the claim says."""
    field = field_in(book, claim)
    if field is None or not claim.value:
        return False
    return claim.value not in elements(field, getattr(book[claim.about], field.name))


def certainty_icon(certainty: str, palette: Palette) -> QIcon:
    """A dot: filled where stated, hollow and dashed where planned, dotted where rumoured, a thin ring for opinion."""
    icon = QIcon()
    for ratio in (1, 2):
        pixmap = QPixmap(SIZE * ratio)
        pixmap.setDevicePixelRatio(ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        _paint(pixmap, certainty, palette)
        icon.addPixmap(pixmap)
    return icon


def _paint(pixmap: QPixmap, certainty: str, palette: Palette) -> None:
    colour = QColor(getattr(palette, {"stated": "certain", "opinion": "muted"}.get(certainty, certainty)))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(colour, 1.5)
    if certainty in _PENS:
        pen.setStyle(_PENS[certainty])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        pen.setDashPattern({"planned": [2.2, 1.2], "rumoured": [0.9, 1.1]}.get(certainty, [100, 1]))
    else:
        painter.setBrush(colour)
    painter.setPen(pen)
    painter.drawEllipse(QPointF(6, 6), 4, 4)
    painter.end()
