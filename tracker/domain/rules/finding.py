"""What a rule is, and what it finds."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime

from tracker.domain.book import Book

Found = Iterator[tuple[str, tuple[str, ...]]]
"""Sentences for people, each with the ids of the records it is about."""

Rule = Callable[[Book, datetime | None], Found]
"""Given all records and the time that counts as now, if there is one."""


@dataclass(frozen=True, slots=True)
class Finding:
    """`severity` is "error" or "warning"; `records` lead to where it can be mended."""

    rule: str
    severity: str
    sentence: str
    records: tuple[str, ...]
