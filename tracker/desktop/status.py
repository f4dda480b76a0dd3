"""The status bar: which store, how many records and claims, how old its backup is, and the last edit."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QStatusBar

from tracker.domain.records import Claim
from tracker.i18n import _, counted
from tracker.widgets.parts.hints import hint
from tracker.widgets.parts.short_label import ShortLabel

if TYPE_CHECKING:
    from tracker.document import Document
    from tracker.settings import Settings


class Status:
    """Labels in a window's status bar; the first and the last are shortened to the room there is."""

    def __init__(self, bar: QStatusBar) -> None:
        self._place, self._last = ShortLabel(Qt.TextElideMode.ElideMiddle), ShortLabel(Qt.TextElideMode.ElideRight)
        self._counts, self._read_only, self._backup = QLabel(), QLabel(), QLabel()
        self._last.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        bar.setSizeGripEnabled(False)
        bar.addWidget(self._place, 1)
        for label in (self._counts, self._read_only, self._backup):
            bar.addWidget(label)
        bar.addWidget(self._last, 1)

    def show(self, document: "Document") -> None:
        """Fills the labels from the document as it is now."""
        self._place.show_text(document.location)
        self._counts.setText(_counts(document))
        self._read_only.setText(_("Read only"))
        self._read_only.setVisible(document.read_only)
        self._last.show_text(_("Last edit: {text}").format(text=document.last_edit) if document.last_edit else "")

    def show_backup(self, document: "Document", settings: "Settings", *, is_busy: bool) -> None:
        """How old the backup is, for which a folder is looked through: not before the first paint.

        While that of another store is being made, that is said.
        """
        from tracker.desktop import safety

        self._backup.setText(_("Backing up…") if is_busy else safety.age(document, settings))
        hint(self._backup, _("Backups in {folder}").format(folder=safety.folder(settings)))


def _counts(document: "Document") -> str:
    claims = document.book.count(Claim)
    records = len(document.book) - claims
    return " · ".join(
        (
            counted("{n} record", "{n} records", records),
            counted("{n} claim", "{n} claims", claims),
        )
    )
