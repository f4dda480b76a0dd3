"""What the window holds of one open store: the timeline, the tables, the inspector, and a line for messages."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QByteArray, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from tracker.document import Document
from tracker.i18n import _, counted
from tracker.models.selection import Selection
from tracker.palette import Palette
from tracker.settings import Settings
from tracker.widgets.parts import topics
from tracker.widgets.parts.message_bar import MessageBar
from tracker.widgets.parts.refused import told
from tracker.widgets.parts.style import current
from tracker.widgets.records.nothing import nothing_selected
from tracker.widgets.tables.tabs import Tables

if TYPE_CHECKING:
    from tracker.desktop.rounds import Rounds
    from tracker.store import Draft
    from tracker.widgets.records.inspector import Inspector
    from tracker.widgets.timeline.panel import TimelinePanel

_TIMELINE, _TABLES = 372, 248  # as parts of any height, as neither is told to stretch
_LEFT, _RIGHT = 880, 400


class Workspace(QWidget):
    """Tables at once; a start brings in the rest step by step (see app.Start). One selection for all three."""

    changed = Signal()

    def __init__(self, document: Document, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.document, self.settings = document, settings
        self.selection = Selection(self)
        self.message = MessageBar()
        self.tables = Tables(document, self.selection, settings)
        self.timeline: TimelinePanel | None = None
        self.inspector: Inspector | None = None
        self._came_from: QWidget | None = None  # what had the keys before the form
        self._rows, self._columns = QSplitter(Qt.Orientation.Vertical), QSplitter(Qt.Orientation.Horizontal)
        topics.about(self.tables, "tables")
        self._arrange()
        self.tables.create_requested.connect(self._on_create)
        self.tables.open_requested.connect(self.edit_record)
        self.tables.said.connect(self.message.say)
        self.tables.undo_offered.connect(self._on_undo_offered)
        document.changed.connect(self._on_changed)

    def _arrange(self) -> None:
        for splitter, parts in ((self._rows, (_blank(), self.tables)), (self._columns, (self._rows, _blank()))):
            splitter.setChildrenCollapsible(False)
            for part in parts:
                splitter.addWidget(part)
        self._columns.setStretchFactor(0, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._columns, 1)
        column.addWidget(self.message)
        self._rows.setSizes([_TIMELINE, _TABLES])
        self._columns.setSizes([_LEFT, _RIGHT])
        self._restore()

    @cached_property
    def rounds(self) -> "Rounds":
        from tracker.desktop.rounds import Rounds  # not needed before a key is pressed

        return Rounds(self)

    def show_timeline(self) -> None:
        """Draws the timeline, as a still picture until `wake_timeline`."""
        from tracker.widgets.timeline.panel import TimelinePanel

        self.timeline = TimelinePanel(self.document, self.selection, self.tables.filter, self.settings, current())
        topics.about(self.timeline, "timeline")
        self.timeline.rearranged.connect(self.changed)
        self.timeline.record_opened.connect(self.edit_record)
        self.timeline.record_added.connect(self._on_added)
        self.timeline.record_wanted.connect(self._on_create)
        self.timeline.said.connect(self.message.say)
        _replace(self._rows, 0, self.timeline)
        if not self.selection.current:
            _replace(self._columns, 1, nothing_selected(self))  # as the inspector will: nothing moves any more
        self.changed.emit()

    def wake_timeline(self) -> None:
        """Brings the timeline to life, and with it pyqtgraph."""
        assert self.timeline is not None
        self.timeline.wake()
        self.tables.tabBar().clearFocus()  # Qt may have given it the keys while there was nothing above it
        self.changed.emit()

    def show_inspector(self) -> None:
        """Brings in the form and its sources."""
        from tracker.widgets.records.inspector import Inspector

        self.inspector = Inspector(self.document, self.selection, self.settings)
        topics.about(self.inspector, "forms")
        self.inspector.said.connect(self.message.say)
        self.inspector.left.connect(self._on_left)
        _replace(self._columns, 1, self.inspector)
        self.changed.emit()

    def show_all(self) -> None:
        """Brings in everything, where nobody waits for a first paint."""
        self.show_timeline()
        self.show_inspector()
        self.wake_timeline()

    def export_timeline(self) -> None:
        """The dialog that draws the timeline into a file."""
        from tracker.models.places import Shown
        from tracker.widgets.export.dialog import ExportDialog

        shown = self.timeline.shown if self.timeline is not None else Shown()
        ranges = self.timeline.ranges if self.timeline is not None else {}
        dialog = ExportDialog(self.document, self.settings, shown, ranges, self.window())
        dialog.said.connect(self.message.say)
        dialog.open()

    def create_record(self) -> None:
        """A new record of the kind in view, in the form."""
        self._on_create(self.tables.kind)

    @Slot()
    def edit_record(self) -> None:
        """Puts the cursor into the form of the selected record."""
        if self.inspector is not None:
            self._remember_focus()
            self.inspector.focus_form()

    @Slot()
    def _on_added(self) -> None:
        """A bar was drawn: its record is there already, and its name is what is missing."""
        if self.inspector is not None:
            self._remember_focus()
            self.inspector.name_added()

    def _remember_focus(self) -> None:
        now = QApplication.focusWidget()
        if now is not None and self.inspector is not None and not self.inspector.isAncestorOf(now):
            self._came_from = now

    @Slot()
    def _on_left(self) -> None:
        """Back from the form to where one came from, the timeline if that is gone."""
        there = self._came_from if self._came_from is not None and isValid(self._came_from) else self.timeline
        if there is not None:
            there.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_drafts(self) -> None:
        """Says that typing from before is still there, and leads to it."""
        drafts = self.document.drafts()
        if drafts:
            text = counted(
                "{n} form was left with unsaved changes; they are kept.",
                "{n} forms were left with unsaved changes; they are kept.",
                len(drafts),
            )
            self.message.say(text, _("Show"), partial(self._show_draft, drafts[-1]))

    def set_palette(self, palette: Palette) -> None:
        """Colours the drawn parts anew; the rest follows the style sheet."""
        for part in (self.timeline, self.tables, self.inspector):
            if part is not None:
                part.set_palette(palette)

    def keep(self) -> None:
        """Keeps what must be kept before all this goes."""
        if self.inspector is not None:
            self.inspector.keep_draft()
        self.tables.keep()
        if self.timeline is not None:
            self.timeline.leave()
        for name, __, save in self._states():
            self.settings.keep(f"window/{name}", save().toBase64().toStdString())

    def typed(self) -> "Draft | None":
        """What is typed into the form and not saved, kept as its draft."""
        return self.inspector.typed() if self.inspector is not None else None

    def come_back(self, selected: str, typed: "Draft | None") -> None:
        """Shows the record that another workspace showed, and what was typed into its form."""
        self.selection.select(selected)
        if typed is not None:
            self._show_draft(typed)

    def _show_draft(self, draft: "Draft") -> None:
        if self.inspector is not None:
            self.inspector.show_draft(draft)

    @Slot(str)
    def _on_create(self, kind: str) -> None:
        if self.inspector is not None:
            self.inspector.show_new(kind)

    @Slot(str)
    def _on_undo_offered(self, text: str) -> None:
        self.message.say(text, _("Undo"), self._undo)

    def _undo(self) -> None:
        with told(self.message.say):
            self.document.undo()

    @Slot(object)
    def _on_changed(self, edit: object) -> None:
        self.message.withdraw(self._undo)
        self.changed.emit()

    def _restore(self) -> None:
        for name, restore, __ in self._states():
            kept = self.settings.value(f"window/{name}")
            if kept:
                restore(QByteArray.fromBase64(QByteArray(kept.encode())))

    def _states(self) -> tuple[tuple[str, Any, Any], ...]:
        rows, columns = self._rows, self._columns
        return (
            ("rows", rows.restoreState, rows.saveState),
            ("columns", columns.restoreState, columns.saveState),
        )


def _blank() -> QWidget:
    blank = QWidget()
    blank.setProperty("role", "surface")
    return blank


def _replace(splitter: QSplitter, place: int, widget: QWidget) -> None:
    sizes = splitter.sizes()
    old = splitter.replaceWidget(place, widget)
    widget.show()
    splitter.setSizes(sizes)
    if old is not None:
        old.deleteLater()
