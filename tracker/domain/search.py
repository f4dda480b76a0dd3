"""Finding by typed words: case, accents and soft hyphens do not matter, nor does the words' order."""

from collections.abc import Iterable
from datetime import UTC, tzinfo

from tracker.domain.book import Book
from tracker.domain.fields import fields_of
from tracker.domain.folding import folded
from tracker.domain.records import Record
from tracker.domain.texts import show


def haystack(book: Book, record: Record, zone: tzinfo = UTC, more: Iterable[str] = ()) -> str:
    """All that can be found of a record: every field as it is shown, and `more` texts. Keep it: it costs."""
    texts = (show(field, getattr(record, field.name), book, zone) for field in fields_of(type(record)))
    return "\n".join(folded(text) for text in (book.name(record.id), *texts, *more) if text)


def matches(haystack: str, typed: str) -> bool:
    """Whether every typed word stands somewhere in the haystack; nothing typed matches all."""
    return all(word in haystack for word in folded(typed).split())
