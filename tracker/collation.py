"""Names in the order of the language spoken: its letters as its speakers know them, Soyuz 9 before Soyuz 10.

By Qt's QCollator, and so not in the domain, which hands out records in the order of the book.
"""

from functools import lru_cache
from typing import Any

from tracker import i18n


def name_key(text: str) -> Any:
    """What names are sorted by. Two keys can be compared by `<` alone, and only within one language."""
    return _collator(i18n.language()).sortKey(text)


@lru_cache(maxsize=len(i18n.LANGUAGES))
def _collator(language: str) -> Any:
    from PySide6.QtCore import QCollator, QLocale  # dear to the command line, which seldom puts names in order

    collator = QCollator(QLocale(language))
    collator.setNumericMode(True)
    return collator
