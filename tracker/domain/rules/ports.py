"""The rule about docking ports: one vehicle at a time; two nearly always mean a missing relocation."""

from datetime import datetime

from tracker.domain.book import Book
from tracker.domain.docked import clashes, docked
from tracker.domain.rules.finding import Found
from tracker.i18n import _


def taken_twice(book: Book, now: datetime | None) -> Found:
    """Two vehicles at one port of one station at a time."""
    for one, other in clashes(docked(book)):
        sentence = _("“{one}” and “{other}” are both at port {port} of “{station}”: a relocation may be missing.")
        yield (
            sentence.format(
                one=book.name(one.event.spacecraft),
                other=book.name(other.event.spacecraft),
                port=one.event.port,
                station=book.name(one.event.station),
            ),
            (one.event.id, other.event.id),
        )
