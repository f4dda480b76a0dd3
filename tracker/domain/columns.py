"""A column of a table: how its cells read and go to scripts."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any

from tracker.domain import edtf, show_times
from tracker.domain.book import Book
from tracker.domain.fields import Field, Type
from tracker.domain.plain import Plain
from tracker.domain.records import Record
from tracker.domain.slip import Slip
from tracker.domain.texts import show
from tracker.domain.times import VagueTime
from tracker.i18n import _, number

Derived = Callable[[Book, Record], str | int | VagueTime | Slip | None]


@dataclass(frozen=True, slots=True)
class Column:
    """A column: an own field, which can be edited, or something derived, which cannot.

    `label` is shown through `_`. `shown`: whether it is there before anybody has chosen columns.
    `of`: what a derived one holds; a choice is a word that is translated when shown, scripts get it as it is.
    `planned`: whether a derived time is only a plan.
    """

    name: str
    label: str
    field: Field | None = None
    derive: Derived | None = None
    shown: bool = True
    of: Type = Type.TEXT
    planned: Callable[[Book, Record], bool] | None = None

    @property
    def type(self) -> Type:
        """What the cells hold, own field or derived."""
        return self.field.type if self.field is not None else self.of

    def text(self, book: Book, record: Record, zone: tzinfo = UTC) -> str:
        """The cell as it is read."""
        value = self.value(book, record)
        if self.field is not None:
            return show(self.field, value, book, zone)
        if isinstance(value, VagueTime):
            return show_times.show(value, zone, book.name)
        if self.of is Type.CHOICE and value:
            return _(value)
        return "" if value is None else number(value) if self.of is Type.NUMBER else str(value)

    def plain(self, book: Book, record: Record) -> Plain:
        """The derived value as JSON can hold it."""
        value = self.value(book, record)
        if isinstance(value, Slip):
            return str(value)
        return edtf.write(value) if isinstance(value, VagueTime) else value

    def value(self, book: Book, record: Record) -> Any:
        """The own field's value or the derived one."""
        return self.derive(book, record) if self.derive else getattr(record, self.name)
