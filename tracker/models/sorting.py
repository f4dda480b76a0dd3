"""How values are put in order: names by the language spoken, times by their start, nothing last."""

from typing import Any

from tracker.collation import name_key
from tracker.domain.book import Book
from tracker.domain.columns import Column
from tracker.domain.fields import Field, Type
from tracker.domain.moments import bounds_in
from tracker.domain.records import Record
from tracker.domain.slip import Slip
from tracker.domain.texts import show
from tracker.domain.times import VagueTime

Key = tuple[Any, ...]
"""Compares with other keys of the same field or column only."""

EMPTY: Key = (1,)


def cell_key(column: Column, book: Book, record: Record) -> Key:
    """The key of a cell; it compares with those of its column."""
    value = column.value(book, record)
    if isinstance(value, Slip):
        return _plain_key(value.sort_key, book)
    return value_key(column.field, value, book) if column.field is not None else _plain_key(value, book)


def value_key(field: Field, value: Any, book: Book) -> Key:
    """The key of a field's value; choices keep the order of their vocabulary."""
    if field.type is Type.CHOICE:
        words = [word for word, _label in field.choices]
        return (0, words.index(value)) if value in words and value else EMPTY
    if field.type in (Type.NUMBER, Type.TIME):
        return _plain_key(value, book)
    return _plain_key(show(field, value, book), book)


def _plain_key(value: str | float | VagueTime | None, book: Book) -> Key:
    if value is None or value == "":
        return EMPTY
    if isinstance(value, VagueTime):
        return (0, *_time_key(value, book))
    return (0, name_key(value)) if isinstance(value, str) else (0, value)


def _time_key(time: VagueTime, book: Book) -> Key:
    if not time.anchor:
        return time.sort_key
    lower, upper = bounds_in(book, time)
    known = lower if lower is not None else upper
    return (0, known, int(time.precision)) if known is not None else time.sort_key
