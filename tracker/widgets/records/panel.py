"""The form of the record shown with all that saving it needs: the draft kept, the offer to restore it, the foot."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.edits import Change, Edit
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.settings import Settings
from tracker.timeline.speech.aloud import say_aloud
from tracker.widgets.parts import tab_order
from tracker.widgets.records.drafts import DraftKeeper, DraftOffer
from tracker.widgets.records.form import Form
from tracker.widgets.records.save_bar import SaveBar

if TYPE_CHECKING:
    from tracker.store import Draft


class RecordPanel(QWidget):
    """Forms are made when a record of their kind is first shown. Nothing typed is ever lost, and nothing is asked."""

    followed = Signal(str)
    field_entered = Signal(str)
    source_wanted = Signal(str)
    saved = Signal(str)
    discarded = Signal()
    said = Signal(str)

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._forms: dict[str, Form] = {}
        self._pages = QStackedWidget()
        self._keeper = DraftKeeper(document, self)
        self.offer = DraftOffer(settings)
        self.bar = SaveBar()
        self.form: Form | None = None
        self._arrange()
        self._keeper.said.connect(self.said)
        self.offer.restore_requested.connect(self._on_restore)
        self.offer.discard_requested.connect(self._on_discard_draft)
        self.bar.save_requested.connect(self.save)
        self.bar.revert_requested.connect(self.revert)
        document.changed.connect(self._on_document)

    def _arrange(self) -> None:
        line = QFrame()
        line.setProperty("role", "hairline")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.offer)
        column.addWidget(self._pages, 1)
        column.addWidget(line)
        column.addWidget(self.bar)

    def show_record(self, record: Record, is_new: bool = False) -> None:
        """Shows a record; typing left in another stays kept as its draft and comes back with it."""
        self.keep_draft()
        self.form = self._form_of(type(record))
        self._pages.setCurrentIndex(list(self._forms).index(record.kind))
        self.form.show_record(record, is_new)
        self.offer.hide()
        self._bring_draft(record.id)
        self._refresh()

    def show_draft(self, draft: "Draft") -> None:
        """Shows the record a draft belongs to, stored or new, with the typing in it."""
        stored = draft.record_id in self._document.book
        record = self._document.book[draft.record_id] if stored else KINDS[draft.kind](id=draft.record_id)
        self.show_record(record, is_new=not stored)
        self._on_restore()

    def keep_draft(self) -> None:
        self._keeper.keep()

    @property
    def can_save(self) -> bool:
        form = self.form
        if form is None or self._document.read_only:
            return False
        return bool(form.edited) and not form.problems() and not form.clash

    @Slot()
    def save(self) -> bool:
        """Stores what was typed as one edit; says why not, where it cannot, and says it aloud."""
        is_saved = self._save()
        say_aloud(self.bar, self.bar.text)
        return is_saved

    def _save(self) -> bool:
        form = self.form
        if form is None or not self.can_save:
            self._refresh()
            return False
        try:
            self._document.do(self._edit(form))
        except edits.Refused as refusal:
            form.refuse({problem.field: problem.sentence for problem in refusal.problems})
            self._refresh(str(refusal))
        except OSError as error:  # a clash, which the document has told the form of already; or a full disk
            self._refresh("" if form.clash else str(error))
        else:
            self._keeper.drop(form.stored.id)
            form.show_record(self._document.book[form.stored.id])
            self.offer.hide()
            self._refresh()
            self.saved.emit(form.stored.id)
            return True
        return False

    def _edit(self, form: Form) -> Edit:
        """One edit for the record and what was made on the spot, named after the record."""
        record, book = form.record(), self._document.book
        before = book.get(record.id, Record)
        text = edits.describe(book, [Change(before, record)])
        return edits.change(book, *form.made(), record, text=text)

    @Slot()
    def revert(self) -> None:
        """Back to what is stored; a new record is given up."""
        if self.form is None:
            return
        self._keeper.drop(self.form.stored.id)
        self.offer.hide()
        if self.form.is_new:
            self.discarded.emit()
            return
        self.form.show_record(self._document.book[self.form.stored.id])
        self._refresh()

    def _form_of(self, kind: type[Record]) -> Form:
        if kind.kind not in self._forms:
            form = Form(kind, self._document, self._settings)
            form.changed.connect(self._on_typed)
            form.field_left.connect(self.keep_draft)
            form.followed.connect(self.followed)
            form.field_entered.connect(self.field_entered)
            form.source_wanted.connect(self.source_wanted)
            self._forms[kind.kind] = form
            self._pages.addWidget(_scrolling(form))
            self._bring_before_the_bar(form)
        return self._forms[kind.kind]

    def _bring_before_the_bar(self, form: Form) -> None:
        """Tab goes from the fields to the bar below them, though the bar was made first."""
        before = list(tab_order.stops(self.bar.revert))[-1:]
        tab_order.put_in_order([*before, *tab_order.inside(form), self.bar.revert])

    def _bring_draft(self, id: str) -> None:
        draft = self._document.draft(id)
        if draft is None:
            return
        if self._keeper.is_own(id):
            self._on_restore()
        else:
            self.offer.offer(draft)

    @Slot()
    def _on_restore(self) -> None:
        assert self.form is not None
        self.offer.hide()
        draft = self._document.draft(self.form.stored.id)
        if draft is not None:
            self.form.restore(draft.values)

    @Slot()
    def _on_discard_draft(self) -> None:
        assert self.form is not None
        self._keeper.drop(self.form.stored.id)
        self.offer.hide()

    @Slot()
    def _on_typed(self) -> None:
        if self.form is not None:
            self._keeper.watch(self.form)
            self._refresh()

    @Slot(object)
    def _on_document(self, edit: Edit) -> None:
        """Every edit may touch the record, a name it shows, or the claims behind it."""
        form = self.form
        if form is None:
            return
        book = self._document.book
        if form.stored.id in book:
            form.follow(book[form.stored.id])
        elif not form.is_new:
            self.discarded.emit()
        self._refresh()

    def _refresh(self, refusal: str = "") -> None:
        form = self.form
        if form is None:
            return
        has_typing = bool(form.edited)
        text, role = self._sentence(form, has_typing, refusal)
        revert = _("Discard") if form.is_new else _("Re&vert")
        self.bar.show_state(text, role, self.can_save, has_typing or form.is_new, revert)

    def _sentence(self, form: Form, has_typing: bool, refusal: str) -> tuple[str, str]:
        if self._document.read_only:
            return _("This store is open for reading only."), "muted"
        if refusal:
            return refusal, "error"
        wrong = next(iter(form.problems().values()), "") if has_typing or form.is_new else ""
        if wrong:
            return wrong, "muted" if form.is_new and not has_typing else "error"
        if form.clash:
            sentence = _("{field} was changed meanwhile: take that or keep yours.")
            return sentence.format(field=form.rows[form.clash].field.text), "warning"
        return (_("Not saved yet."), "muted") if has_typing else (_("All saved."), "muted")


def _scrolling(form: Form) -> QScrollArea:
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(form)
    return area
