"""Sorting by several columns. No Qt: `sorted` on kept keys takes milliseconds where a proxy model takes seconds."""

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.models.cells import Cells
from tracker.models.sorting import EMPTY


@dataclass(frozen=True, slots=True)
class By:
    """One column to sort by."""

    column: int
    descending: bool = False


Order = tuple[By, ...]
"""The first counts most; none is the order in which the records were entered."""


def ordered(ids: Iterable[str], order: Order, cells: Cells) -> list[str]:
    """The ids in order; rows that are equal keep theirs, and empty cells come last either way."""
    found = list(ids)
    for by in reversed(order):
        keys = {id: cells[id].key(by.column) for id in found}
        found.sort(key=keys.__getitem__, reverse=by.descending)
        if by.descending:
            empty = {id: key == EMPTY for id, key in keys.items()}
            found.sort(key=empty.__getitem__)
    return found


def clicked(order: Order, column: int, *, add: bool) -> Order:
    """The order after a click on a column's head: up, then down, then not at all; `add` keeps the others."""
    present = next((by for by in order if by.column == column), None)
    if present is None:
        return (*order, By(column)) if add else (By(column),)
    turned = () if present.descending else (By(column, descending=True),)
    if not add:
        return turned
    return tuple(one for by in order for one in (turned if by is present else (by,)))
