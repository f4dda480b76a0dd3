"""The panel at the right: the record selected as a form, what the sources say of it, and its history."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSplitter, QStackedWidget, QTabWidget, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.models.selection import Selection
from tracker.palette import Palette
from tracker.settings import TIMES, Settings
from tracker.widgets.parts import tab_order
from tracker.widgets.parts.refused import told
from tracker.widgets.records.back_to_draft import BackToDraft
from tracker.widgets.records.heading import Heading
from tracker.widgets.records.history_part import HistoryPart
from tracker.widgets.records.just_added import JustAdded
from tracker.widgets.records.nothing import nothing_selected
from tracker.widgets.records.panel import RecordPanel
from tracker.widgets.records.source_mark import SourceMark
from tracker.widgets.records.sources_part import SourcesPart

if TYPE_CHECKING:
    from tracker.store import Draft

_LEAST_WIDTH = 320  # pixels


class Inspector(QWidget):
    """Follows the selection, and sets it when a link is followed or a new record was saved.

    `left`: the keys are to go back to where they came from.
    """

    said = Signal(str)
    left = Signal()

    def __init__(
        self, document: Document, selection: Selection, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._settings = document, selection, settings
        self.heading = Heading(document.book)
        self._added = JustAdded(document)
        self._back = BackToDraft(document)
        self.panel = RecordPanel(document, settings)
        self.sources = SourcesPart(document, settings)
        self.history = HistoryPart(document, settings)
        self.tabs = QTabWidget()
        self._pages = QStackedWidget()
        self._parts = QSplitter(Qt.Orientation.Vertical)
        self._arrange()
        self._connect()
        self._on_selected(selection.current)

    def _arrange(self) -> None:
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.tabs.setDocumentMode(True)
        tab_order.stop_at_bar(self.tabs)
        self.tabs.addTab(self.sources, _("Sources"))
        self.tabs.addTab(self.history, _("History"))
        parts = self._parts
        parts.setChildrenCollapsible(False)
        parts.addWidget(self.panel)
        parts.addWidget(self.tabs)
        parts.setStretchFactor(0, 3)
        parts.setStretchFactor(1, 2)
        parts.setSizes(self._settings.value("inspector/parts", [400, 230]))
        parts.splitterMoved.connect(self._on_splitter)
        self._pages.addWidget(nothing_selected())
        self._pages.addWidget(self._whole(parts))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._pages)

    def _whole(self, parts: QSplitter) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.heading)
        column.addWidget(parts, 1)
        return page

    def _connect(self) -> None:
        self._back.wanted.connect(self.show_draft)
        self._selection.changed.connect(self._on_selected)
        self._document.changed.connect(self._on_document)
        self._settings.changed.connect(self._on_setting)
        self.panel.followed.connect(self._selection.select)
        self.panel.field_entered.connect(self.sources.show_field)
        self.panel.source_wanted.connect(self._on_source_wanted)
        self.panel.saved.connect(self._on_saved)
        self.panel.discarded.connect(self._on_discarded)
        self.panel.said.connect(self.said)
        self.sources.said.connect(self.said)

    def event(self, event: QEvent) -> bool:
        """Keeps the save key here: the window uses the same key to come into the form."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_save(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _is_save(event):
            self.save()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._is_new:
            self.save()
            self.left.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self._take_back()
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def name_added(self) -> None:
        """The record shown was just added: its name is to be typed; Return keeps it, Escape takes it back."""
        self._added.note()
        if self.record is not None and self.panel.form is not None:
            self.panel.form.focus(select=True)

    @property
    def _is_new(self) -> bool:
        """Whether the record is the one just added under a name for the time being."""
        return self._added.is_last and self.record is not None

    def _take_back(self) -> None:
        if self._is_new:
            self.panel.revert()
            with told(self.said.emit):
                self._document.undo()

    @property
    def record(self) -> Record | None:
        """The record shown; None when there is none."""
        return self.panel.form.stored if self.panel.form and self._pages.currentIndex() else None

    @Slot()
    def save(self) -> None:
        self.panel.save()

    @Slot()
    def revert(self) -> None:
        self.panel.revert()

    def keep_draft(self) -> None:
        """Keeps unsaved typing now, as before the window closes."""
        self.panel.keep_draft()

    def typed(self) -> "Draft | None":
        """What is typed into the form and not saved, kept as its draft."""
        self.keep_draft()
        form = self.panel.form
        return self._document.draft(form.stored.id) if self.record is not None and form and form.edited else None

    def show_new(self, kind: str) -> None:
        """An empty form for a record that is added when it is saved."""
        self._selection.select("")
        self._show(KINDS[kind](), is_new=True)
        self.focus_form()

    def show_draft(self, draft: "Draft") -> None:
        """The record that was left with unsaved typing, with the typing in it."""
        self._selection.select(draft.record_id if draft.record_id in self._document.book else "")
        self.panel.show_draft(draft)
        self._show_around()
        self.focus_form()

    def focus_form(self) -> None:
        """Puts the cursor into the form's first field."""
        if self.record is not None and self.panel.form is not None:
            self.panel.form.focus()

    def set_palette(self, palette: Palette) -> None:
        """Draws marks and dots in another palette."""
        for mark in self.findChildren(SourceMark):
            mark.repaint_mark()
        self.sources.refresh()
        self.sources.text.repaint_marks()

    def _show(self, record: Record, is_new: bool = False) -> None:
        self.panel.show_record(record, is_new)
        self._show_around()

    def _show_around(self) -> None:
        """The heading, the sources and the history of the record in the form."""
        self._pages.setCurrentIndex(1)
        self.heading.show_record(self.record)
        stored = self.record if self.record and self.record.id in self._document.book else None
        self._back.refresh(self.record)
        self.sources.show_record(stored)
        self.history.show_record(stored)

    @Slot(str)
    def _on_selected(self, id: str) -> None:
        if id in self._document.book:
            if self.record is None or self.record.id != id:
                self._show(self._document.book[id])
        else:
            self.panel.keep_draft()
            self._pages.setCurrentIndex(0)
            self._back.refresh(self.record)

    @Slot(object)
    def _on_document(self, edit: object) -> None:
        self.heading.show_record(self.record)
        self.sources.refresh()
        self.history.refresh()

    def minimumSizeHint(self) -> QSize:
        """As wide as the buttons need in large letters, and never less than a form can be read in."""
        return super().minimumSizeHint().expandedTo(QSize(_LEAST_WIDTH, 0))

    @Slot()
    def _on_splitter(self) -> None:
        self._settings.keep("inspector/parts", self._parts.sizes())

    @Slot(str)
    def _on_setting(self, name: str) -> None:
        if name in TIMES:
            self.sources.refresh()
            self.history.refresh()

    @Slot(str)
    def _on_source_wanted(self, field: str) -> None:
        self.tabs.setCurrentWidget(self.sources)
        self.sources.show_field(field)

    @Slot(str)
    def _on_saved(self, id: str) -> None:
        self._selection.select(id)
        self._show_around()

    @Slot()
    def _on_discarded(self) -> None:
        self._selection.select("")
        self._pages.setCurrentIndex(0)
        self._back.refresh(self.record)


def _is_save(event: QKeyEvent) -> bool:
    is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return is_enter and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
