"""The claims about a record or a field, a line each, marked by how certain they are."""

from collections.abc import Sequence
from datetime import tzinfo

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from tracker.domain import texts
from tracker.domain.book import Book
from tracker.domain.choices import CERTAINTY
from tracker.domain.fields import field_of
from tracker.domain.records import Claim
from tracker.i18n import _
from tracker.widgets.parts.certainty_marks import SIZE, certainty_icon, disagrees
from tracker.widgets.parts.style import current

_LINES = 3  # shown at once; the text below needs the room
_TITLE = 36  # characters of a source's title that fit beside a certainty


class ClaimList(QListWidget):
    """As high as its claims, up to three lines. The claim chosen is the current item."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(_("What the sources say"))
        self.setIconSize(SIZE)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    @property
    def claim_id(self) -> str:
        """The id of the claim chosen; empty if there is none."""
        return str(self.currentIndex().data(Qt.ItemDataRole.UserRole) or "")

    def show_claims(self, book: Book, claims: Sequence[Claim], zone: tzinfo, *, has_fields: bool) -> None:
        """Lists claims without a signal, the one chosen before or else the first chosen."""
        ids, before = [claim.id for claim in claims], self.claim_id
        with QSignalBlocker(self):
            self.clear()
            for claim in claims:
                self.addItem(_item(book, claim, zone, has_field=has_fields))
            self.setCurrentRow(ids.index(before) if before in ids else 0 if ids else -1)
        self.setVisible(bool(claims))
        self.ensurePolished()  # else the first lines are counted in another font
        height = self.sizeHintForRow(0) if claims else 0
        self.setFixedHeight(min(len(claims), _LINES) * height + 2 * self.frameWidth())


def _item(book: Book, claim: Claim, zone: tzinfo, *, has_field: bool) -> QListWidgetItem:
    label = texts.field_label(claim, book) + ": " if has_field else ""
    item = QListWidgetItem(certainty_icon(claim.certainty, current()), label + texts.claimed(claim, book, zone))
    item.setData(Qt.ItemDataRole.UserRole, claim.id)
    item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{item.text()}, {_certainty(claim)}")
    font = item.font()
    font.setItalic(claim.certainty == "opinion")
    item.setFont(font)
    if claim.certainty == "rumoured":
        item.setForeground(QColor(current().rumoured))
    return item


def told_of(book: Book, claim: Claim) -> str:
    """How certain a claim is, who says so, and what else there is to know of it."""
    parts = [_certainty(claim), _shortened(book.name(claim.source))]
    if claim.as_of is not None:
        parts.append(_("as of {time}").format(time=texts.show(field_of(Claim, "as_of"), claim.as_of, book)))
    parts.append(claim.remark)
    if disagrees(book, claim):
        parts.append(_("The record says otherwise."))
    return " · ".join(part for part in parts if part)


def _certainty(claim: Claim) -> str:
    return _(dict(CERTAINTY)[claim.certainty])


def _shortened(title: str) -> str:
    return title if len(title) <= _TITLE else title[:_TITLE].rstrip() + "…"
