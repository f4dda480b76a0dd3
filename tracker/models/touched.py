"""Which records may read otherwise after an edit: those changed, those that name them, and those derived from them."""

from collections.abc import Iterable

from tracker.domain.book import Book
from tracker.domain.edits import Change
from tracker.domain.records import Claim, Event, Leg, Record


def touched(book: Book, changes: Iterable[Change]) -> set[str]:
    """The ids, deleted ones included.

    A name is read by whoever links to it. A time is read through events that hang on one another
    and through legs, which give people and missions what is derived for them.
    """
    found: set[str] = set()
    waiting: list[str] = []
    for change in changes:
        for record in (change.before, change.after):
            if record is not None:
                found |= _ends(record)
                waiting.append(record.id)
    _follow(book, waiting, found)
    return found


def _follow(book: Book, waiting: list[str], found: set[str]) -> None:
    """All that wait are asked for together: a shelf answers one question for thousands as fast as for one."""
    followed: set[str] = set()
    while waiting:
        next_ones = {*waiting} - followed
        found |= next_ones
        followed |= next_ones
        waiting = []
        for record in book.referring(*next_ones):
            found |= _ends(record)
            if isinstance(record, Event | Leg):
                waiting.append(record.id)


def _ends(record: Record) -> set[str]:
    """The record and those that count it or are described by it."""
    if isinstance(record, Leg):
        return {record.id, record.person, record.mission}
    if isinstance(record, Claim):
        return {record.id, record.source, record.about}
    return {record.id}
