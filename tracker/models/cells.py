"""What the cells of a table say, worked out once for each row and kept until the row is dropped. No Qt."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, tzinfo
from functools import cached_property

from tracker.domain.book import Book
from tracker.domain.columns import Column
from tracker.domain.fields import Field, Type
from tracker.domain.listings import Listing
from tracker.domain.plain import elements
from tracker.domain.records import Claim, Record
from tracker.domain.search import haystack
from tracker.domain.texts import editable
from tracker.domain.times import VagueTime
from tracker.domain.typed_lists import joined
from tracker.i18n import _
from tracker.models.sorting import Key, cell_key

AT_ONCE = 500  # records that are read together
WORDLESS = (Type.LONG_TEXT, Type.WORDS, Type.FLAG)
"""An empty cell of these stays empty; of any other, the table says in words that nothing is known."""


class Row:
    """The cells of one record. Nothing is worked out before it is asked for. Of very many rows only those keep their
    record that somebody has looked at.
    """

    def __init__(self, book: Book, record: Record, listing: Listing, zone: tzinfo) -> None:
        self._id, self._record = record.id, record if book.shelf(listing.kind) is None else None
        self._book, self._listing, self._zone = book, listing, zone
        self._keys: dict[int, Key] = {}

    @property
    def record(self) -> Record:
        return self._book[self._id] if self._record is None else self._record

    def keep(self, record: Record) -> None:
        """For when the book will not have it any more, or another."""
        self._record = record

    @cached_property
    def texts(self) -> tuple[str, ...]:
        """Each cell as it is read; empty where nothing is recorded."""
        self.keep(self.record)
        return tuple(column.text(self._book, self.record, self._zone) for column in self._listing.columns)

    @cached_property
    def certainties(self) -> tuple[str, ...]:
        """For each cell "", or "planned", "rumoured", "opinion" where no source states its value."""
        claims = self._book.claims(self.record.id)
        return tuple(certainty(self._book, column, self.record, claims) for column in self._listing.columns)

    @cached_property
    def haystack(self) -> str:
        """All that the filter looks through, columns that are not shown included."""
        derived = (column for column in self._listing.columns if column.field is None)
        texts = (column.text(self._book, self.record, self._zone) for column in derived)
        return haystack(self._book, self.record, self._zone, texts)

    @property
    def is_read(self) -> bool:
        """Whether anybody has seen the texts."""
        return "texts" in self.__dict__

    def key(self, column: int) -> Key:
        if column not in self._keys:
            self._keys[column] = cell_key(self._listing.columns[column], self._book, self.record)
        return self._keys[column]

    def shown(self, column: int) -> str:
        """The cell's text, or what stands in an empty one."""
        return self.texts[column] or absent(self._listing.columns[column], self.record)

    def is_unknown(self, column: int) -> bool:
        """Whether the cell only says that nothing is known."""
        if not self.texts[column]:
            return True
        value = self._listing.columns[column].value(self._book, self.record)
        return isinstance(value, VagueTime) and value.is_unknown

    def copied(self, column: int) -> str:
        """The cell as it goes to other programs: what comes back from them is understood.

        Linked names stand as they are shown, for looking up which of them are doubtful takes long.
        """
        field = self._listing.columns[column].field
        if self._listing.columns[column].type is Type.NUMBER:
            value = self._listing.columns[column].value(self._book, self.record)
            return "" if value is None else str(value)
        if field is None or field.type not in (Type.CHOICE, Type.WORDS, Type.LINKS):
            return self.texts[column]
        value = getattr(self.record, field.name)
        if field.type is Type.LINKS:
            return joined([self._book.name(id) for id in value])
        return editable(field, value, self._book, self._zone)

    def typed(self, column: int) -> str:
        """The cell as it stands in an edit field."""
        field = self._listing.columns[column].field
        if field is None:
            return self.texts[column]
        return editable(field, getattr(self.record, field.name), self._book, self._zone)


def absent(column: Column, record: Record) -> str:
    """The words of an empty cell: silence is a fact too."""
    field = column.field
    if field is None:
        return _("not said")
    if field.type in WORDLESS:
        return ""
    return _choice(field, record) if field.type is Type.CHOICE else _("not said")


def _choice(field: Field, record: Record) -> str:
    return field.choice_label(getattr(record, field.name))


def certainty(book: Book, column: Column, record: Record, claims: Iterable[Claim]) -> str:
    """How sure the sources are of the value that a cell holds; "" if one states it or none speaks of it."""
    if column.field is None:
        is_planned = column.planned is not None and column.planned(book, record)
        return "planned" if is_planned and column.value(book, record) is not None else ""
    held = elements(column.field, getattr(record, column.field.name))
    said = {claim.certainty for claim in claims if claim.field == column.name and claim.value in held}
    if "stated" in said:
        return ""
    return next((one for one in ("planned", "rumoured", "opinion") if one in said), "")


class Cells:
    """The rows of one listing by the records' ids."""

    def __init__(self, book: Book, listing: Listing) -> None:
        self._book, self._listing = book, listing
        self.zone: tzinfo = UTC
        self._rows: dict[str, Row] = {}

    def __getitem__(self, id: str) -> Row:
        row = self._rows.get(id)
        if row is None:
            row = self._rows[id] = Row(self._book, self._book[id], self._listing, self.zone)
        return row

    def hold(self, record: Record) -> None:
        """Keeps the row of a record that has left the book, until its row has left the table."""
        self._rows.setdefault(record.id, Row(self._book, record, self._listing, self.zone)).keep(record)

    def one_by_one(self, ids: Sequence[str]) -> Iterator[Row]:
        """The rows of very many records, which are read some at a time."""
        for first in range(0, len(ids), AT_ONCE):
            some = ids[first : first + AT_ONCE]
            self._book.fetch(some)
            yield from (self[id] for id in some if id in self._rows or id in self._book)

    def drop(self, id: str) -> Row | None:
        """Forgets a row that may have changed, and gives back what it was."""
        return self._rows.pop(id, None)

    def clear(self, zone: tzinfo) -> None:
        """Forgets all rows: times read otherwise in another zone."""
        self.zone = zone
        self._rows.clear()
