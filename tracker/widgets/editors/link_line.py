"""The line of a link: finds records by any of their names while one types, and offers to make a missing one."""

from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QCompleter

from tracker.collation import name_key
from tracker.domain.book import Book
from tracker.domain.fields import Field
from tracker.domain.folding import folded
from tracker.domain.names import names_of, records_of
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.widgets.editors.base import dress_offers
from tracker.widgets.editors.line import Line

_ID, _NAME = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
_NEW = "new"  # in place of an id: the record is still to be made
MOST_OFFERED = 50


@dataclass(frozen=True, slots=True)
class Offer:
    """A record that fits what was typed. `text` also tells the other name that fitted."""

    id: str
    name: str
    text: str


def offers(book: Book, field: Field, typed: str) -> list[Offer]:
    """The records the field may lead to whose name or other name holds the typed text, best first."""
    wanted = folded(typed)
    found = []
    for record in records_of(book, field.to, typed):
        name = book.name(record.id)
        fitting = [text for text in (name, *names_of(record)[1:]) if text and wanted in folded(text)]
        if fitting:
            text = name if fitting[0] == name else f"{name} ({fitting[0]})"
            found.append((not folded(fitting[0]).startswith(wanted), name_key(name), Offer(record.id, name, text)))
    return [offer for *__, offer in sorted(found, key=lambda one: one[:2])][:MOST_OFFERED]


def new_record(field: Field, name: str) -> Record:
    """A record of the kind the field leads to, with nothing but its name."""
    kind = KINDS[field.to[0]]
    key = "name" if "name" in kind.__dataclass_fields__ else "title"
    return kind(**{key: name})


def can_make(field: Field) -> bool:
    """Whether it is plain what kind a missing record would have, and a name is all it needs."""
    return len(field.to) == 1 and field.to[0] not in ("", "claim", "leg")


class LinkLine(Line):
    """A line that finds records while one types. `chosen` carries the id, `wanted` the name of a missing one."""

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, field: Field, book: Book) -> None:
        super().__init__()
        self._field, self._book = field, book
        self._offers = QStandardItemModel(self)
        self.popup = QCompleter(self._offers, self)  # not setCompleter: it would write into the line itself
        self.popup.setWidget(self)
        self.popup.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        dress_offers(self.popup)
        self.popup.activated[QModelIndex].connect(self._on_activated)  # type: ignore[index]
        self.textEdited.connect(self._on_typed)

    @property
    def offered(self) -> list[str]:
        """What the list under the line holds."""
        return [self._offers.item(row).text() for row in range(self._offers.rowCount())]

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        self._offers.clear()
        found = offers(self._book, self._field, text) if text.strip() else []
        for offer in found:
            self._offer(offer.text, offer.id, offer.name)
        if text.strip() and can_make(self._field) and not any(folded(one.name) == folded(text) for one in found):
            self._offer(_("Create “{name}”").format(name=text.strip()), _NEW, text.strip())
        self._show_offers(bool(found))

    def _show_offers(self, has_records: bool) -> None:
        """A found record is chosen by Enter or Tab at once; making a new one takes a step down first."""
        listed = self.popup.popup()
        assert listed is not None
        if not self._offers.rowCount():
            listed.hide()
            return
        self.popup.complete(self.rect().adjusted(0, 0, 0, 2))  # below the line's frame, not over it
        listed.setCurrentIndex(self.popup.completionModel().index(0 if has_records else -1, 0))

    def _offer(self, text: str, id: str, name: str) -> None:
        item = QStandardItem(text)
        item.setData(id, _ID)
        item.setData(name, _NAME)
        self._offers.appendRow(item)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab takes what is marked in the list and then goes on from the line. The list hands the key to the line
        past all who watch it, so that a table would not know that its cell is left: it is pressed once more.
        """
        listed = self.popup.popup()
        if listed is None or not listed.isVisible():
            return super().focusNextPrevChild(next)
        marked = listed.currentIndex()
        listed.hide()
        if marked.isValid():
            self._on_activated(marked)
        tab = Qt.Key.Key_Tab if next else Qt.Key.Key_Backtab
        return QApplication.sendEvent(self, QKeyEvent(QEvent.Type.KeyPress, tab, Qt.KeyboardModifier.NoModifier))

    @Slot(QModelIndex)
    def _on_activated(self, index: QModelIndex) -> None:
        id, name = index.data(_ID), index.data(_NAME)
        if id == _NEW:
            self.wanted.emit(name)
        else:
            self.chosen.emit(id)
