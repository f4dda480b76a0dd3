"""The status bar: which store, how many records and claims, how old its backup is, and the last edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from tracker.desktop import safety
from tracker.domain.records import Claim
from tracker.i18n import _, ngettext
from tracker.tips import tip

if TYPE_CHECKING:
    from tracker.document import Document
    from tracker.settings import Settings


class Status:
    """Four labels in a window's status bar."""

    def __init__(self, bar: QStatusBar) -> None:
        self._labels = [QLabel() for __ in range(4)]
        bar.setSizeGripEnabled(False)
        for label, stretch in zip(self._labels, (1, 0, 0, 1), strict=True):
            label.setTextFormat(Qt.TextFormat.PlainText)
            bar.addWidget(label, stretch)
        self._labels[3].setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    def show(self, document: "Document", settings: "Settings") -> None:
        """Fills the labels from the document as it is now."""
        place = document.location + (_(" (read only)") if document.read_only else "")
        last = _("Last edit: {text}").format(text=document.last_edit) if document.last_edit else ""
        for label, text in zip(
            self._labels, (place, _counts(document), safety.age(document, settings), last), strict=True
        ):
            label.setText(text)
            label.setToolTip(tip(text))


def _counts(document: "Document") -> str:
    claims = document.book.count(Claim)
    records = len(document.book) - claims
    return " · ".join(
        (
            ngettext("{n} record", "{n} records", records).format(n=records),
            ngettext("{n} claim", "{n} claims", claims).format(n=claims),
        )
    )
