"""What the feed will ask of very many events, begun before there is anything to draw it with. Knows no numpy."""

import sys
from contextlib import suppress

from tracker.domain.book import Book
from tracker.domain.records import Event

TIMES = ("actual", "planned")
FIELDS = ("mission", "spacecraft", "station", "type")  # in the order in which they are asked for
WORTH_IT = 50_000  # events; fewer are read in the time that it takes to begin

M_MMAP_THRESHOLD, LARGE = -3, 2**21  # of glibc's mallopt; bytes


def read_ahead(book: Book) -> None:
    """While the window is painted and the rest imported, another core reads."""
    if (shelf := book.shelf(Event)) is not None and len(shelf) >= WORTH_IT:
        _give_back_at_once()
        shelf.read_ahead(TIMES, FIELDS)


def _give_back_at_once() -> None:
    """What is large and no longer needed goes back to the system: glibc would keep it, a sixth of all that a million
    events take.
    """
    if sys.platform == "linux":
        from ctypes import CDLL

        with suppress(OSError, AttributeError):  # another C library has no such thing
            CDLL(None).mallopt(M_MMAP_THRESHOLD, LARGE)
