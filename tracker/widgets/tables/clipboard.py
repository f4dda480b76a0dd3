"""Copying cells out of a table, pasting them in, emptying them: each change is one undo step."""

import dataclasses
from collections.abc import Generator
from functools import partial
from itertools import product
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from tracker.domain import edits
from tracker.domain.records import Record
from tracker.i18n import _, counted
from tracker.widgets.parts import clipboard
from tracker.widgets.parts.refused import told
from tracker.widgets.parts.sweep import Sweep
from tracker.widgets.tables.columns import TableColumns
from tracker.widgets.tables.view import TableView

if TYPE_CHECKING:  # the first paint can spare what only a paste needs
    from tracker.models.clipboard import Grid
    from tracker.models.paste import Line, Plan

Cell = tuple[int, int]


class TableClipboard(QObject):
    """Works on the selected cells, or on the current one. `said` carries what happened or why it did not."""

    said = Signal(str)

    def __init__(self, view: TableView, columns: TableColumns, sweep: Sweep) -> None:
        super().__init__(view)
        self._view, self._table, self._columns, self._sweep = view, view.table, columns, sweep
        self._plan: Plan | None = None

    def cells(self) -> set[Cell]:
        """The selected cells in view as row and column; the current one if none is selected."""
        shown, current = set(self._columns.shown()), self._view.currentIndex()
        found: set[Cell] = set()
        # Not the selected indexes: of very many cells those take seconds.
        for part in self._view.selectionModel().selection():  # type: ignore[attr-defined]
            columns = shown.intersection(range(part.left(), part.right() + 1))
            found.update(product(range(part.top(), part.bottom() + 1), columns))
        if not found and current.isValid() and current.column() in shown:
            found = {(current.row(), current.column())}
        return found

    def copy(self, *, heads: bool = False) -> None:
        """Puts the cells on the clipboard as text and as a table; what is between them stays empty."""
        cells = self.cells()
        if cells:
            of = {column for _row, column in cells}
            columns = [column for column in self._columns.shown() if column in of]
            names = [_(self._table.column(column).label) for column in columns] if heads else []
            self._sweep.ask(self._written(cells, columns, names), partial(self._put, len(cells)))

    def _written(self, cells: set[Cell], columns: list[int], names: list[str]) -> Generator[float, None, QMimeData]:
        from tracker.models.clipboard import html_line, html_table, tsv_line

        rows = sorted({row for row, _column in cells})
        texts, lines = [tsv_line(names)] if names else [], []
        found = self._table.through([self._table.id_at(number) for number in rows])
        for n, (number, row) in enumerate(zip(rows, found, strict=True)):
            yield n / len(rows)
            copied = [row.copied(column) if (number, column) in cells else "" for column in columns]
            texts.append(tsv_line(copied))
            lines.append(html_line(copied))
        data = QMimeData()
        data.setText("\n".join(texts))
        data.setHtml(html_table(lines, names))
        return data

    def _put(self, count: int, data: QMimeData) -> None:
        clipboard.put(data)
        self.said.emit(counted("Copied {n} cell.", "Copied {n} cells.", count))

    def paste(self) -> None:
        """Shows what the clipboard would change; a single cell is changed at once."""
        from tracker.models.clipboard import parsed
        from tracker.models.paste import Planner

        text = QGuiApplication.clipboard().text()
        if not text:
            self.said.emit(_("There is no text on the clipboard."))
            return
        with told(self.said.emit):
            grid = parsed(text)
            plan = Planner(self._table.document.book, self._table.listing, self._table.zone).plan(self._lines(grid))
            self._offer(plan, is_single=len(grid) == 1 and len(grid[0]) == 1 and len(plan.cells) == 1)

    def _lines(self, grid: "Grid") -> "list[Line]":
        from tracker.models.paste import block

        cells = self.cells()
        if len(grid) == 1 and len(grid[0]) == 1 and cells:
            rows = sorted({row for row, _column in cells})
            text = grid[0][0]
            return [
                (self._table.id_at(row), tuple((column, text) for one, column in sorted(cells) if one == row))
                for row in rows
            ]
        shown = self._columns.shown()
        if not cells:
            return block(grid, [], shown, self._table.listing)
        row = min(row for row, _column in cells)
        left = min(shown.index(column) for _row, column in cells)
        ids = [self._table.id_at(one) for one in range(row, self._table.rowCount())]
        return block(grid, ids, shown[left:], self._table.listing)

    def _offer(self, plan: "Plan", *, is_single: bool) -> None:
        self._plan = plan
        if not plan.cells:
            self.said.emit(_("Nothing would change: the cells hold this already."))
        elif is_single and not plan.wrong:
            self._apply()
        elif is_single:
            self.said.emit(plan.cells[0].problem)
        else:
            from tracker.widgets.tables.paste import PasteDialog

            dialog = PasteDialog(plan, self._table.document.book, self._view.window())
            dialog.accepted.connect(self._apply)
            dialog.open()

    @Slot()
    def _apply(self) -> None:
        plan, document = self._plan, self._table.document
        if plan is not None:
            with told(self.said.emit):
                document.do(plan.edit(document.book))
                self.said.emit(counted("Pasted {n} cell.", "Pasted {n} cells.", plan.good))

    def clear(self) -> None:
        """Empties the cells that can be edited."""
        document = self._table.document
        records: dict[int, Record] = {}
        cells = [cell for cell in sorted(self.cells()) if self._table.is_editable(cell[1])]
        for row, column in cells:
            record = records.get(row, self._table.row(row).record)
            name = self._table.column(column).name
            empty: Any = record.__dataclass_fields__[name].default
            records[row] = dataclasses.replace(record, **{name: empty})
        text = counted("Empty {n} cell", "Empty {n} cells", len(cells))
        with told(self.said.emit):
            document.do(edits.change(document.book, *records.values(), text=text))
