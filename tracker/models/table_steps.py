"""Work that goes through all rows of a table step by step, telling how far it is: with very many of them it takes long.

What is worked out is kept by the rows; afterwards the table filters and sorts at once.
"""

from collections.abc import Generator, Iterator

from tracker.models.cells import Row
from tracker.models.order import Order
from tracker.models.table import RecordTable

Steps = Generator[float, None, None]


def reading(table: RecordTable) -> Steps:
    """All that the filter looks through."""
    for share, row in _through(table):
        yield share
        row.haystack  # noqa: B018 - it is kept


def comparing(table: RecordTable, order: Order) -> Steps:
    """What rows are sorted by."""
    for share, row in _through(table) if order else ():
        yield share
        for by in order:
            row.key(by.column)


def _through(table: RecordTable) -> Iterator[tuple[float, Row]]:
    ids = table.members
    for n, row in enumerate(table.through(ids)):
        yield n / len(ids), row
