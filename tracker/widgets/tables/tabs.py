"""The record kinds as tabs of tables; a tab's table is made when it is first looked at."""

from PySide6.QtCore import QEvent, Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from tracker.document import Document
from tracker.domain.listings import LISTINGS
from tracker.i18n import _
from tracker.models.feed.view import Filter
from tracker.models.selection import Selection
from tracker.models.table_filter import TableFilter
from tracker.palette import Palette
from tracker.settings import Settings
from tracker.widgets.parts import tab_order
from tracker.widgets.tables.more_tabs import MoreTabs, TabBar
from tracker.widgets.tables.panel import TablePanel


class Tables(QTabWidget):
    """Follows the selection: a record that the open tab does not hold brings up the tab that does."""

    create_requested = Signal(str)
    open_requested = Signal()
    said = Signal(str)
    undo_offered = Signal(str)

    def __init__(
        self, document: Document, selection: Selection, settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._document, self._selection, self._settings = document, selection, settings
        self._panels: dict[str, TablePanel] = {}
        self.filter = TableFilter(self)
        self.names = list(LISTINGS)
        self._pages: dict[str, QVBoxLayout] = {}
        bar = TabBar()
        self.setTabBar(bar)
        self.setDocumentMode(True)
        self._more = MoreTabs(self, bar)
        tab_order.stop_at_bar(self)
        for name, listing in LISTINGS.items():
            page = QWidget()
            self._pages[name] = QVBoxLayout(page)
            self._pages[name].setContentsMargins(0, 0, 0, 0)
            self.addTab(page, _(listing.label))
        self.setCurrentIndex(self._kept_tab())
        self._on_tab(self.currentIndex())
        self.currentChanged.connect(self._on_tab)
        self.currentChanged.connect(self._more.fit)
        self.filter.wanted.connect(self._on_filter_wanted)
        selection.changed.connect(self._on_selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._more.fit()
        super().resizeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """Other letters need other room."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and self.isVisible():
            self._more.fit()

    @property
    def panel(self) -> TablePanel:
        """The table in view."""
        return self._panels[self.names[self.currentIndex()]]

    def focus_table(self) -> None:
        self.panel.view.setFocus()

    @property
    def kind(self) -> str:
        """The record kind of the table in view."""
        return LISTINGS[self.names[self.currentIndex()]].kind.kind

    def keep(self) -> None:
        """Keeps widths, order and sorting now, before the window goes."""
        for panel in self._panels.values():
            panel.columns.keep()

    def set_palette(self, palette: Palette) -> None:
        """Colours what the style sheet does not."""
        for panel in self._panels.values():
            panel.set_palette(palette)

    def _kept_tab(self) -> int:
        kept = self._settings.value("tables/tab")
        return self.names.index(kept) if kept in self.names else 0

    @Slot(int)
    def _on_tab(self, index: int) -> None:
        name = self.names[index]
        panel = self._panel(name)
        self._settings.keep("tables/tab", name)
        self.filter.follow(panel.table)
        panel.select(self._selection.current)

    def _panel(self, name: str) -> TablePanel:
        if name not in self._panels:
            self._panels[name] = self._made(name)
        return self._panels[name]

    @Slot(object)
    def _on_filter_wanted(self, filter: Filter) -> None:
        """Typed first and then looked at, so that nobody sees the table without it."""
        if filter != self.filter.filter:
            self._panel(filter.table).head.filter.setText(filter.text)
            self.setCurrentIndex(self.names.index(filter.table))

    def _made(self, name: str) -> TablePanel:
        panel = TablePanel(self._document, LISTINGS[name], self._selection, self._settings)
        self._pages[name].addWidget(panel)
        panel.create_requested.connect(self._on_create)
        panel.open_requested.connect(self.open_requested)
        panel.said.connect(self.said)
        panel.undo_offered.connect(self.undo_offered)
        return panel

    @Slot()
    def _on_create(self) -> None:
        self.create_requested.emit(self.kind)

    @Slot(str)
    def _on_selected(self, id: str) -> None:
        book = self._document.book
        if id in book and not self._holds(self.currentIndex(), id):
            found = [index for index in range(self.count()) if self._holds(index, id)]
            if found:
                self.setCurrentIndex(found[0])

    def _holds(self, index: int, id: str) -> bool:
        listing = LISTINGS[self.names[index]]
        record = self._document.book[id]
        return isinstance(record, listing.kind) and listing.belongs(self._document.book, record)
