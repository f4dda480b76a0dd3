"""Which columns a table shows, in what order, how wide and sorted how: kept in the settings for each listing."""

from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QHeaderView

from tracker.domain.columns import Column
from tracker.domain.fields import Type
from tracker.models.order import By, Order, clicked
from tracker.models.table import RecordTable
from tracker.models.table_steps import comparing
from tracker.settings import Settings
from tracker.widgets.parts.sweep import Sweep
from tracker.widgets.tables.view import TableView

NARROWEST, WIDEST_KEPT = 40, 2000
_STEP = 16
_WIDTHS = {Type.NUMBER: 96, Type.FLAG: 96, Type.CHOICE: 136, Type.TIME: 184, Type.LONG_TEXT: 320, Type.LINKS: 240}
_FIRST, _OTHER = 232, 160
_HEIGHT = 14  # of the letters that need these widths


class TableColumns(QObject):
    """Sets a header up as it was left, and keeps every change soon after it was made."""

    def __init__(self, table: RecordTable, view: TableView, settings: Settings, sweep: Sweep, parent: QObject) -> None:
        super().__init__(parent)
        self._table, self._view, self._settings, self._sweep = table, view, settings, sweep
        self._later = QTimer(self, singleShot=True, interval=300)
        self._later.timeout.connect(self.keep)
        self.chosen = 0
        self._restore()
        self._header.sectionResized.connect(self._on_changed)
        self._header.sectionMoved.connect(self._on_changed)
        table.sorted.connect(self._on_changed)
        view.head_clicked.connect(self.click)

    @property
    def _header(self) -> QHeaderView:
        """Asked for each time: with a screen reader about, PySide at times takes one that is kept for deleted."""
        return self._view.horizontalHeader()

    def shown(self) -> list[int]:
        """The columns in view, from left to right."""
        return [column for column in self.in_order() if not self._header.isSectionHidden(column)]

    def in_order(self) -> list[int]:
        return [self._header.logicalIndex(place) for place in range(self._header.count())]

    def is_shown(self, column: int) -> bool:
        return not self._header.isSectionHidden(column)

    def show(self, column: int, shown: bool) -> None:
        """Shows or hides a column; the last one stays."""
        if shown or self.shown() != [column]:
            self._header.setSectionHidden(column, not shown)
            self._later.start()

    def place(self, columns: list[int]) -> None:
        """Puts the columns in this order."""
        for place, column in enumerate(columns):
            self._header.moveSection(self._header.visualIndex(column), place)

    # Commands for the column that is chosen: that of the current cell, or whose head was clicked

    @Slot()
    def move_left(self) -> None:
        self._move(-1)

    @Slot()
    def move_right(self) -> None:
        self._move(1)

    @Slot()
    def wider(self) -> None:
        self._widen(_STEP)

    @Slot()
    def narrower(self) -> None:
        self._widen(-_STEP)

    @Slot()
    def hide(self) -> None:
        self.show(self.chosen, False)

    @Slot()
    def sort_up(self) -> None:
        self.sort((By(self.chosen),))

    @Slot()
    def sort_down(self) -> None:
        self.sort((By(self.chosen, True),))

    @Slot()
    def then_up(self) -> None:
        self._add(By(self.chosen))

    @Slot()
    def then_down(self) -> None:
        self._add(By(self.chosen, True))

    @Slot(int, bool)
    def click(self, column: int, add: bool) -> None:
        """Sorts as a click on a column's head does; `add` keeps the columns sorted by before."""
        self.sort(clicked(self._table.order, column, add=add))

    def sort(self, order: Order) -> None:
        """By several columns, the first counting most; with very many rows it takes a while."""
        self._sweep.ask(comparing(self._table, order), lambda _none: self._table.set_order(order))

    @Slot()
    def unsort(self) -> None:
        """As the records were entered."""
        self.sort(())

    def _add(self, by: By) -> None:
        others = tuple(one for one in self._table.order if one.column != by.column)
        self.sort((*others, by))

    def _move(self, steps: int) -> None:
        """Moves the column past that many shown ones, to the left if negative."""
        shown = self.shown()
        if self.chosen in shown:
            place = min(max(shown.index(self.chosen) + steps, 0), len(shown) - 1)
            self._header.moveSection(self._header.visualIndex(self.chosen), self._header.visualIndex(shown[place]))

    def _widen(self, by: int) -> None:
        self._header.resizeSection(self.chosen, max(NARROWEST, self._header.sectionSize(self.chosen) + by))

    def reset(self) -> None:
        """As it was before anybody chose."""
        self._apply([])
        self.sort(())

    @Slot()
    def keep(self) -> None:
        columns = self._table.listing.columns
        state = [self._state(n) for n in self.in_order()]
        order = [[columns[by.column].name, by.descending] for by in self._table.order]
        self._settings.keep(self._key("columns"), state)
        self._settings.keep(self._key("sorted"), order)

    def _state(self, column: int) -> dict[str, Any]:
        """A width that nobody chose is left out: in another language it is another one."""
        state = {"name": self._table.listing.columns[column].name, "shown": self.is_shown(column)}
        width = self._width(column)
        return state if width == self._usual_width(column) else state | {"width": width}

    def _usual_width(self, column: int) -> int:
        """That of its type, more for larger letters or if its head needs more."""
        self._header.ensurePolished()  # the style sheet's font and padding
        usual = _width_of(self._table.listing.columns[column], column) * self._view.fontMetrics().height() / _HEIGHT
        return max(round(usual), self._header.sectionSizeFromContents(column).width())

    def _width(self, column: int) -> int:
        """A hidden section's size is 0; showing it gives its width back."""
        if self.is_shown(column):
            return self._header.sectionSize(column)
        self._header.blockSignals(True)
        self._header.setSectionHidden(column, False)
        width = self._header.sectionSize(column)
        self._header.setSectionHidden(column, True)
        self._header.blockSignals(False)
        return width

    def _key(self, name: str) -> str:
        return f"tables/{self._table.listing.name}/{name}"

    def _restore(self) -> None:
        self._apply(self._settings.value(self._key("columns"), []))
        numbers = {column.name: n for n, column in enumerate(self._table.listing.columns)}
        kept = self._settings.value(self._key("sorted"), [])
        self.sort(tuple(By(numbers[name], bool(down)) for name, down in kept if name in numbers))

    def _apply(self, kept: list[dict[str, Any]]) -> None:
        """Lays out the columns; those that were not there when the state was kept come after it."""
        columns = self._table.listing.columns
        numbers = {column.name: n for n, column in enumerate(columns)}
        known = {numbers[one["name"]]: one for one in kept if one.get("name") in numbers}
        for place, number in enumerate([*known, *(n for n in range(len(columns)) if n not in known)]):
            one = known.get(number, {})
            width = int(one.get("width", self._usual_width(number)))
            self._header.moveSection(self._header.visualIndex(number), place)
            self._header.setSectionHidden(number, False)
            self._header.resizeSection(number, min(max(width, NARROWEST), WIDEST_KEPT))
            self._header.setSectionHidden(number, not one.get("shown", columns[number].shown))

    @Slot()
    def _on_changed(self) -> None:
        self._later.start()


def _width_of(column: Column, number: int) -> int:
    if number == 0:
        return _FIRST
    return _WIDTHS.get(column.type, _OTHER)
