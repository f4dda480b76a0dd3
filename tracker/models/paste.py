"""What a paste would change, worked out before anything is changed; applying it is one edit. No Qt."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo

from tracker.domain import edits
from tracker.domain.book import Book
from tracker.domain.columns import Column
from tracker.domain.edits import Edit
from tracker.domain.folding import folded
from tracker.domain.listings import Listing
from tracker.domain.records import Record
from tracker.domain.texts import understand
from tracker.i18n import _, counted
from tracker.models.clipboard import Grid

Line = tuple[str, tuple[tuple[int, str], ...]]
"""The id of a record, or "" for a new one, and texts by the number of their column."""


@dataclass(frozen=True, slots=True)
class PastedCell:
    """One cell that would change, or cannot: then `problem` says why."""

    record: Record
    is_new: bool
    column: Column
    before: str
    after: str
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """All cells that would change or cannot, and the records as they would be."""

    cells: tuple[PastedCell, ...]
    records: tuple[Record, ...]

    @property
    def good(self) -> int:
        """How many cells would change."""
        return sum(not cell.problem for cell in self.cells)

    @property
    def wrong(self) -> int:
        return len(self.cells) - self.good

    @property
    def new(self) -> int:
        """How many records would be added."""
        present = {record.id for record in self.records}
        return len({cell.record.id for cell in self.cells if cell.is_new and cell.record.id in present})

    def edit(self, book: Book) -> Edit:
        """The one edit that does what is possible of it."""
        text = counted("Paste {n} cell", "Paste {n} cells", self.good)
        return edits.change(book, *self.records, text=text)


def block(grid: Grid, ids: Sequence[str], columns: Sequence[int], listing: Listing) -> list[Line]:
    """A grid laid over the shown rows and columns from the current cell on; what is below them is new.

    A first line that holds nothing but columns' names says which columns are meant. ValueError if
    the grid is wider than the table.
    """
    named = _named(grid, listing)
    if named:
        columns, grid = named, grid[1:]
    widest = max(map(len, grid), default=0)
    if widest > len(columns):
        raise ValueError(
            _("The clipboard is {wide} columns wide, but from here there are only {there}.").format(
                wide=widest, there=len(columns)
            )
        )
    lines = [tuple(zip(columns, texts, strict=False)) for texts in grid]
    places = [*ids, *[""] * len(lines)]
    return [(id, line) for id, line in zip(places, lines, strict=False) if id or any(text for _column, text in line)]


def _named(grid: Grid, listing: Listing) -> list[int]:
    known = {folded(name): n for n, column in enumerate(listing.columns) for name in (column.name, _(column.label))}
    heads = [known.get(folded(text), -1) for text in grid[0]]
    return heads if len(grid) > 1 and -1 not in heads and len(set(heads)) == len(heads) else []


class Planner:
    """Reads lines into a plan, with the same understanding and the same rules as the forms."""

    def __init__(self, book: Book, listing: Listing, zone: tzinfo) -> None:
        self._book, self._listing, self._zone = book, listing, zone

    def plan(self, lines: Sequence[Line]) -> Plan:
        cells: list[PastedCell] = []
        records: list[Record] = []
        self._book.fetch([id for id, _texts in lines if id])
        for id, texts in lines:
            is_new = not id
            record = self._listing.kind() if is_new else self._book[id]
            read, record = self._read(record, is_new, texts)
            lacking = self._lacking(record, read) if is_new else []
            if is_new and edits.problems(record, self._book):
                read = [_left_out(cell) for cell in read]
            elif any(not cell.problem for cell in read):
                records.append(record)
            cells += read + lacking
        return Plan(tuple(cells), tuple(records))

    def _read(self, record: Record, is_new: bool, texts: Sequence[tuple[int, str]]) -> tuple[list[PastedCell], Record]:
        read = []
        for number, text in texts:
            column = self._listing.columns[number]
            before = column.text(self._book, record, self._zone)
            if text == before or (is_new and column.field is None):  # what is derived comes by itself
                continue
            problem, after = self._tried(record, column, text)
            if problem:
                read.append(PastedCell(record, is_new, column, before, text, problem))
            elif after != record:
                record = after
                shown = column.text(self._book, record, self._zone)
                read.append(PastedCell(record, is_new, column, before, shown))
        return [dataclasses.replace(cell, record=record) for cell in read], record

    def _tried(self, record: Record, column: Column, text: str) -> tuple[str, Record]:
        """A sentence why the record cannot take the text there, or the record with it."""
        if column.field is None:
            return _("This column follows from other records."), record
        try:
            value = understand(column.field, text, self._book, self._zone)
        except ValueError as error:
            return str(error), record
        after = dataclasses.replace(record, **{column.name: value})
        found = [one.sentence for one in edits.problems(after, self._book) if one.field == column.name]
        return " ".join(found), after

    def _lacking(self, record: Record, read: Sequence[PastedCell]) -> list[PastedCell]:
        """What a new record cannot be without, where nothing was pasted there."""
        told = {cell.column.name for cell in read if cell.problem}
        return [
            PastedCell(record, True, self._listing.column(one.field), "", "", one.sentence)
            for one in edits.problems(record, self._book)
            if one.field not in told
        ]


def _left_out(cell: PastedCell) -> PastedCell:
    """A cell that was right, of a record that cannot be made."""
    return cell if cell.problem else dataclasses.replace(cell, problem=_("Its record is left out."))
