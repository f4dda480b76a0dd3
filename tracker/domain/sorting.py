"""How values are put in order: numbers in names by their size, times by their start, nothing last."""

from typing import Any

from tracker.domain.book import Book
from tracker.domain.fields import Field, Type
from tracker.domain.folding import natural
from tracker.domain.moments import bounds_in
from tracker.domain.texts import show
from tracker.domain.times import VagueTime

Key = tuple[Any, ...]
"""Compares with other keys of the same field or column only."""

EMPTY: Key = (1,)


def key_of(field: Field, value: Any, book: Book) -> Key:
    """The key of a field's value; choices keep the order of their vocabulary."""
    if field.type is Type.CHOICE:
        words = [word for word, _label in field.choices]
        return (0, words.index(value)) if value in words and value else EMPTY
    if field.type in (Type.NUMBER, Type.TIME):
        return plain_key(value, book)
    return plain_key(show(field, value, book), book)


def plain_key(value: str | float | VagueTime | None, book: Book) -> Key:
    """The key of a value that stands for itself."""
    if value is None or value == "":
        return EMPTY
    if isinstance(value, VagueTime):
        return (0, *_time_key(value, book))
    return (0, natural(value)) if isinstance(value, str) else (0, value)


def _time_key(time: VagueTime, book: Book) -> Key:
    if not time.anchor:
        return time.sort_key
    lower, upper = bounds_in(book, time)
    known = lower if lower is not None else upper
    return (0, known, int(time.precision)) if known is not None else time.sort_key
