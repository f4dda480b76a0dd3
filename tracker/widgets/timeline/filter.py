"""The switch in the timeline's head by which it shows only what a table shows, and says how much that is."""

from collections.abc import Collection
from datetime import tzinfo

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtWidgets import QToolButton

from tracker.domain.book import Book
from tracker.domain.listings import LISTINGS, ids
from tracker.i18n import _, number
from tracker.models.feed.filter import left_by
from tracker.models.feed.view import Filter
from tracker.models.table_filter import TableFilter
from tracker.palette import Palette
from tracker.widgets.parts.hints import hint
from tracker.widgets.parts.icons import icon

_Style = Qt.ToolButtonStyle
BRIEFEST = 2  # of the three lengths that the texts in the head have
_LONGEST = 160  # pixels of what is typed


class FilterSwitch(QToolButton):
    """`wanted` carries the filter that the timeline is to have; one without a table is none.

    Once on, it stays with its table while one looks at others, until something is typed there: a click on a bar
    brings up the table of its record, and must not bring back what was filtered out.
    """

    wanted = Signal(object)

    def __init__(self, shared: TableFilter) -> None:
        super().__init__()
        self._shared, self._filter, self._amount = shared, Filter(), ""
        self.setCheckable(True)
        self.setIconSize(QSize(16, 16))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.clicked.connect(self.turn)
        shared.changed.connect(self._on_changed)

    def set_palette(self, palette: Palette) -> None:
        self.setIcon(icon("filter", palette))

    @property
    def is_on(self) -> bool:
        return bool(self._filter.table)

    @Slot()
    def turn(self) -> None:
        """On, with the table in view, or off."""
        self.wanted.emit(Filter() if self.is_on else self._shared.filter)

    @Slot()
    def _on_changed(self) -> None:
        new, old = self._shared.filter, self._filter
        if self.is_on and new != old and (new or new.table == old.table or not old):
            self.wanted.emit(new)

    def follow(self, filter: Filter) -> None:
        """The timeline has this filter now: so has its table, where one sees it and can change it."""
        is_new, self._filter = filter != self._filter, filter
        if filter and is_new:
            self._shared.wanted.emit(filter)

    def left(self, book: Book, zone: tzinfo) -> Collection[str] | None:
        """The ids that are left, as the table has worked them out if it is the one in view; None for all."""
        is_shared = self._filter == self._shared.filter
        left = self._shared.left if is_shared and self._filter else left_by(book, self._filter, zone)
        total = len(ids(book, self._filter.table)) if left is not None else 0
        self._amount = ""
        if left is not None:
            self._amount = _("{shown} of {total}").format(shown=number(len(left)), total=number(total))
        return left

    def write(self, brevity: int) -> None:
        """Which table, the words typed there, and how much they leave; only the last where there is little room."""
        self.setText(self._amount if brevity == BRIEFEST else self._in_brief)
        has_text = bool(self.text())
        self.setToolButtonStyle(_Style.ToolButtonTextBesideIcon if has_text else _Style.ToolButtonIconOnly)
        self.setChecked(self.is_on)
        self.setAccessibleName(_("Only what the table shows"))
        hint(self, self.about)

    @property
    def _in_brief(self) -> str:
        if not self._filter:
            return self._table
        typed = self.fontMetrics().elidedText(self._filter.text.strip(), Qt.TextElideMode.ElideRight, _LONGEST)
        return _("{table} “{words}”, {amount}").format(table=self._table, words=typed, amount=self._amount)

    @property
    def _table(self) -> str:
        return _(LISTINGS[self._filter.table].label) if self.is_on else ""

    @property
    def why_empty(self) -> str:
        return _("Nothing on the timeline has to do with what “{table}” shows for “{words}”.").format(
            table=self._table, words=self._filter.text.strip()
        )

    @property
    def about(self) -> str:
        """The same as a sentence."""
        if not self._table:
            return _("Only what the table shows: the timeline follows its filter")
        if not self._filter:
            sentence = _("Only what “{table}” shows. Nothing is typed in its filter, so that is all.")
            return sentence.format(table=self._table)
        sentence = _("Only what “{table}” shows for “{words}”: {amount}.")
        return sentence.format(table=self._table, words=self._filter.text.strip(), amount=self._amount)
