"""What the sources say of the field in focus, or of the whole record: the claims, and the text they quote."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from tracker.collation import name_key
from tracker.document import Document
from tracker.domain import edits
from tracker.domain.fields import field_of, fields_of
from tracker.domain.plain import elements
from tracker.domain.records import MOST_WORDS, Claim, Record, Source
from tracker.domain.zones import zone
from tracker.i18n import _, number
from tracker.settings import Settings
from tracker.widgets.editors.base import QuietCombo
from tracker.widgets.parts.refused import told
from tracker.widgets.records.claim_list import ClaimList, told_of
from tracker.widgets.records.source_text import SourceText


class SourcesPart(QWidget):
    """Claims above, the text below; the claim chosen is the sentence marked."""

    followed = Signal(str)
    said = Signal(str)

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document, self._settings = document, settings
        self._record: Record | None = None
        self._field = ""
        self._what = QLabel(textFormat=Qt.TextFormat.PlainText)
        self._whole = QPushButton(_("All"), flat=True)
        self.list = ClaimList()
        self.detail = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.sources = QuietCombo()
        self.text = SourceText()
        self.quote = QPushButton(flat=True)
        self.remove = QPushButton(_("Remove"), flat=True)
        self._arrange()
        self._connect()

    def _arrange(self) -> None:
        self._whole.setAccessibleName(_("Claims of the whole record"))
        self.remove.setAccessibleName(_("Remove this claim"))
        self._what.setProperty("role", "subheading")
        self._what.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.detail.setProperty("role", "muted")
        self.sources.setAccessibleName(_("Source to read"))
        self.sources.setMinimumContentsLength(8)
        self.sources.setSizeAdjustPolicy(QuietCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 4, 8, 8)
        column.setSpacing(4)
        column.addLayout(_row(self._what, self.quote, self.remove, self._whole))
        column.addWidget(self.list)
        column.addWidget(self.detail)
        column.addWidget(self.sources)
        column.addWidget(self.text, 1)
        column.addStretch()  # holds the heading at the top while there is no text

    def _connect(self) -> None:
        self.list.currentItemChanged.connect(self._on_claim)
        self.sources.currentIndexChanged.connect(self._on_source)
        self.text.selectionChanged.connect(self._refresh_actions)
        self._whole.clicked.connect(self._on_whole)
        self.quote.clicked.connect(self._on_quote)
        self.remove.clicked.connect(self._on_remove)

    def minimumSizeHint(self) -> QSize:
        """High enough for the line that is wrapped at this width: it would lie over the list."""
        layout, usual = self.layout(), super().minimumSizeHint()
        assert layout is not None, "it is arranged"
        return QSize(usual.width(), max(usual.height(), layout.minimumHeightForWidth(self.width())))

    def show_record(self, record: Record | None) -> None:
        """All that is said of a record; of a source, its own text."""
        self._record, self._field = record, ""
        self._refill()

    def show_field(self, name: str) -> None:
        """What is said of one field. The cursor may be in the next record's form already: that one is told of soon."""
        known = () if self._record is None else (field.name for field in fields_of(type(self._record)))
        self._field = name if name in known and not isinstance(self._record, Claim) else ""
        self._refill()

    def refresh(self) -> None:
        """The record or its claims changed."""
        if self._record is not None:
            self._record = self._document.book.get(self._record.id, Record)
        self._refill()

    @property
    def claims(self) -> list[Claim]:
        """The claims listed."""
        if self._record is None:
            return []
        if isinstance(self._record, Claim):
            return [self._record]
        return self._document.book.claims(self._record.id, self._field or None)

    @property
    def claim(self) -> Claim | None:
        """The claim chosen."""
        return self._document.book.get(self.list.claim_id, Claim)

    def _refill(self) -> None:
        claims = self.claims
        self._what.setText(self._heading(len(claims)))
        self._whole.setVisible(bool(self._field))
        self.list.show_claims(self._document.book, claims, zone(self._settings.zone), has_fields=not self._field)
        self._fill_sources(claims)
        self._on_claim()

    def _heading(self, count: int) -> str:
        if self._record is None:
            return _("Sources to read") if self._document.book.count(Source) else _("There is no source yet.")
        if isinstance(self._record, Claim):
            return _("What it says")
        if not self._field:
            none = _("No source says anything of this record yet.")
            return _("Claims: {n}").format(n=number(count)) if count else none
        label = field_of(type(self._record), self._field).text
        return f"{label}: {number(count)}" if count else _("{field}: no source").format(field=label)

    def _fill_sources(self, claims: Sequence[Claim]) -> None:
        book = self._document.book
        cited = dict.fromkeys(claim.source for claim in claims)
        if isinstance(self._record, Source):
            cited[self._record.id] = None
        others = (source.id for source in book.of(Source) if source.id not in cited)
        order = [*cited, *sorted(others, key=lambda id: name_key(book.name(id)))]
        if order != [self.sources.itemData(index) for index in range(self.sources.count())]:
            with QSignalBlocker(self.sources):
                self.sources.clear()
                for id in order:
                    self.sources.addItem(book.name(id), id)
        self._on_source()

    @Slot()
    def _on_claim(self) -> None:
        claim = self.claim
        self.detail.setText("" if claim is None else told_of(self._document.book, claim))
        self.detail.setVisible(claim is not None)
        if claim is not None:
            self.sources.setCurrentIndex(self.sources.findData(claim.source))
            self.text.mark([claim.fragment])
        self._refresh_actions()

    @Slot()
    def _on_source(self) -> None:
        source = self._document.book.get(str(self.sources.currentData()), Source)
        self.sources.setVisible(self.sources.count() > 1)
        self.text.setVisible(source is not None)
        self.text.show_text(source.text if source else "")
        claim = self.claim
        if claim is not None and source is not None and claim.source == source.id:
            self.text.mark([claim.fragment])

    @Slot()
    def _refresh_actions(self) -> None:
        record, field = self._record, self._field
        can_write = record is not None and not self._document.read_only and record.id in self._document.book
        self.remove.setVisible(can_write and self.claim is not None and self.claim is not record)
        words = len(self._selected().split())
        self.quote.setVisible(can_write and bool(field) and bool(words))
        if record is not None and field:
            label = field_of(type(record), field).text
            self.quote.setText(_("Quote for {field}").format(field=label).replace("&", "&&"))
        self.quote.setEnabled(words <= MOST_WORDS)
        tip = _("A quotation has {n} words at most.").format(n=MOST_WORDS)
        self.quote.setToolTip(tip if words > MOST_WORDS else "")

    def _selected(self) -> str:
        return " ".join(self.text.textCursor().selectedText().split())

    @Slot()
    def _on_whole(self) -> None:
        self.show_field("")

    @Slot()
    def _on_quote(self) -> None:
        """The words selected become a claim: this source says what the record holds now."""
        record = self._record
        if record is None:
            return
        book, field = self._document.book, field_of(type(record), self._field)
        said = {claim.value for claim in self.claims}
        held = elements(field, getattr(record, field.name))
        value = next((one for one in held if one not in said), held[0] if held else "")
        source = str(self.sources.currentData())
        claim = Claim(about=record.id, field=field.name, value=value, source=source, fragment=self._selected())
        text = _("Quote a source for {field} of “{name}”").format(field=field.text, name=book.name(record.id))
        with told(self.said.emit):
            self._document.do(edits.create(book, claim, text=text))

    @Slot()
    def _on_remove(self) -> None:
        if self.claim is not None:
            with told(self.said.emit):
                self._document.do(edits.remove(self._document.book, [self.claim.id]))


def _row(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(4)
    for place, widget in enumerate(widgets):
        row.addWidget(widget, 0 if place else 1)
    return row
