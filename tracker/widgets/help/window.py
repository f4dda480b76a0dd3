"""The help: the pages in a list that a search narrows, and beside it the page to read."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, QUrl, Slot
from PySide6.QtGui import QColor, QKeySequence, QShortcut, QTextCharFormat, QTextCursor, QTextFrameFormat, QTextTable
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QTextBrowser,
    QTextEdit,
    QVBoxLayout,
)

from tracker.i18n import _
from tracker.widgets.help.pages import Page
from tracker.widgets.parts.clearable import ClearableLine
from tracker.widgets.parts.style import current
from tracker.widgets.parts.topics import CONTENTS

_WIDTH, _HEIGHT, _LIST, _MARGIN = 1040, 640, 232, 24
_TITLE = 32  # pixels that a window manager puts above
_CELL = 6  # around the text of a table's cell
_ROOM = 8  # beside the longest title


class Reader(QTextBrowser):
    """Shows a page; in the dark theme with the dark ones of its pictures."""

    def loadResource(self, type: int, name: QUrl | str) -> Any:
        url = QUrl(name)
        if current().is_dark and url.path().endswith(".png"):
            url.setPath(url.path().removesuffix(".png") + "-dark.png")
        return super().loadResource(type, url)


class HelpWindow(QDialog):
    """Stays open beside the work; Ctrl+F searches, Alt+Left goes back, Escape closes it.

    Has no parent: it is read while a dialog is open, which would shut out whatever belongs to the window.
    """

    def __init__(self, pages: Sequence[Page]) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setWindowTitle(_("Help"))
        self._pages = {page.name: page for page in pages}
        self.line, self.list, self.browser = ClearableLine(), QListWidget(), Reader()
        self._arrange()
        self._fill()
        self.line.textChanged.connect(self._on_typed)
        self.line.returnPressed.connect(self._on_entered)
        self.list.currentItemChanged.connect(self._on_chosen)
        self.browser.sourceChanged.connect(self._on_source)
        QShortcut(QKeySequence.StandardKey.Find, self).activated.connect(self._on_find)
        QShortcut(QKeySequence("Alt+Left"), self).activated.connect(self.browser.backward)
        QShortcut(QKeySequence("Alt+Right"), self).activated.connect(self.browser.forward)

    def _arrange(self) -> None:
        self.line.setPlaceholderText(_("Search the help"))
        self.line.setAccessibleName(_("Search the help"))
        self.list.setAccessibleName(_("Pages"))
        self.list.setProperty("role", "pages")
        self.browser.setAccessibleName(_("Page"))
        self.browser.setOpenExternalLinks(True)
        self.browser.document().setDocumentMargin(_MARGIN)
        left = QVBoxLayout()
        left.setContentsMargins(16, 16, 8, 16)
        left.setSpacing(8)
        left.addWidget(self.line)
        left.addWidget(self.list)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addLayout(left)
        row.addWidget(self.browser, 1)
        self.resize(_WIDTH, _HEIGHT)
        self._place()

    def _place(self) -> None:
        """Over the middle of its window. Qt by itself may leave the title above the screen."""
        window, room = self.parentWidget(), self.screen().availableGeometry()
        if window is not None:
            middle = window.mapToGlobal(window.rect().center())
            self.move(max(room.left(), middle.x() - _WIDTH // 2), max(room.top(), middle.y() - _HEIGHT // 2 - _TITLE))

    def _fill(self) -> None:
        for page in self._pages.values():
            item = QListWidgetItem(page.title, self.list)
            item.setData(Qt.ItemDataRole.UserRole, page.name)
        self.list.ensurePolished()
        for widget in (self.line, self.list):
            widget.setFixedWidth(max(_LIST, self.list.sizeHintForColumn(0) + _ROOM))

    def show_page(self, name: str = CONTENTS) -> None:
        """Goes to a page, whatever was looked for before."""
        self.line.clear()
        self._go(name)
        self.browser.setFocus()

    @property
    def page(self) -> str:
        """The name of the page that is read."""
        return str(self.list.currentItem().data(Qt.ItemDataRole.UserRole))

    def _go(self, name: str) -> None:
        self.browser.setSource(QUrl.fromLocalFile(str(self._pages[name].path)))

    @Slot(QUrl)
    def _on_source(self, url: QUrl) -> None:
        """Follows the links in the list."""
        with QSignalBlocker(self.list):
            for row, page in enumerate(self._pages.values()):
                if page.path.name == url.fileName():
                    self.list.setCurrentRow(row)
                    self.setWindowTitle(_("{page} – Help").format(page=page.title))
        self._rule_tables()
        self._mark()

    def _rule_tables(self) -> None:
        """Hairlines as in all other tables; Qt's own are a double frame in one grey for both themes."""
        for frame in self.browser.document().rootFrame().childFrames():
            if isinstance(frame, QTextTable):
                look = frame.format().toTableFormat()
                look.setBorderCollapse(True)
                look.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
                look.setBorderBrush(QColor(current().line))
                look.setCellPadding(_CELL)
                look.setTopMargin(_CELL)
                look.setBottomMargin(_CELL)
                frame.setFormat(look)

    @Slot(QListWidgetItem)
    def _on_chosen(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            self._go(item.data(Qt.ItemDataRole.UserRole))

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """Leaves the pages that hold what is typed, and shows the first of them."""
        found = [page.holds(text) for page in self._pages.values()]
        for row, is_found in enumerate(found):
            self.list.item(row).setHidden(not is_found)
        if any(found) and not found[self.list.currentRow()]:
            self.list.setCurrentRow(found.index(True))
        self._mark()

    def _mark(self) -> None:
        """Marks what is looked for in the page, and scrolls to the first of it."""
        found = [place for word in self.line.text().split() for place in self._places(word)]
        look = QTextCharFormat()
        look.setBackground(QColor(current().mark))
        marks = []
        for place in found:
            mark = QTextEdit.ExtraSelection()
            mark.cursor, mark.format = place, look
            marks.append(mark)
        self.browser.setExtraSelections(marks)
        if found:
            first = QTextCursor(min(found, key=QTextCursor.position))
            first.clearSelection()
            self.browser.setTextCursor(first)
            self.browser.ensureCursorVisible()

    def _places(self, word: str) -> list[QTextCursor]:
        document, found = self.browser.document(), []
        place = document.find(word)
        while not place.isNull():
            found.append(place)
            place = document.find(word, place)
        return found

    @Slot()
    def _on_find(self) -> None:
        self.line.setFocus()
        self.line.selectAll()

    @Slot()
    def _on_entered(self) -> None:
        self.browser.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Links, lines and pictures are those of the theme in which they were read."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange and self.browser.source().isValid():
            self.browser.reload()
            self._rule_tables()
