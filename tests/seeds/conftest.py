"""The book of a first start, read once."""

import pytest

from tracker.domain.book import Book
from tracker.seeds import seed_edit


@pytest.fixture(scope="session")
def book() -> Book:
    """Nothing changes it: the records are frozen, and no test here applies an edit to it."""
    filled = Book()
    filled.apply(seed_edit().changes)
    return filled
