"""Rules that depend on the date: plans that have run out, stays that nobody has ended."""

from datetime import datetime

from tracker.domain.aboard import travellers
from tracker.domain.book import Book
from tracker.domain.moments import bounds_in
from tracker.domain.records import Event
from tracker.domain.rules.finding import Found
from tracker.domain.show_times import show
from tracker.domain.stays import Stay, stays
from tracker.domain.times import seconds
from tracker.i18n import _

# Longer than anybody has been in space in one go so far (437 days, 1994 to 1995).
LONG = 450 * 86400


def past(book: Book, now: datetime | None) -> Found:
    """An event planned for a time that is over, of which nobody has said whether it happened."""
    for event in book.of(Event) if now else ():
        if event.planned is None or event.actual is not None or now is None:
            continue
        upper = bounds_in(book, event.planned).upper
        if upper is not None and upper <= seconds(now):
            sentence = _("“{name}” was planned for {time} and has no actual time yet.").format(
                name=event.name, time=show(event.planned, event_name=book.name)
            )
            yield sentence, (event.id,)


def long_stays(book: Book, now: datetime | None) -> Found:
    """Somebody aboard for longer than anybody ever was, because no end was entered."""
    for person in travellers(book) if now else ():
        for stay in stays(book, person.id):
            if now is not None and _is_long(stay, seconds(now)):
                sentence = _("{name} has been aboard “{vessel}” for over {days} days without an end.").format(
                    name=person.name, vessel=book.name(stay.vessel), days=LONG // 86400
                )
                yield sentence, (person.id, *stay.legs)


def _is_long(stay: Stay, now: int) -> bool:
    begun = stay.start.upper
    is_open = stay.is_open and not stay.planned
    return is_open and begun is not None and now - begun > LONG
