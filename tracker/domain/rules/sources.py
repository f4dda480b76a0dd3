"""The rule about sources that disagree; both claims stay, and the disagreement shows."""

import re
from datetime import datetime
from itertools import combinations

from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.facts import field_in
from tracker.domain.fields import MANY, Type
from tracker.domain.folding import folded
from tracker.domain.moments import bounds_in, surely_before
from tracker.domain.names import names_of
from tracker.domain.records import Claim, Source
from tracker.domain.rules.finding import Found
from tracker.domain.texts import claimed
from tracker.domain.times import Bounds
from tracker.i18n import _

# Lists add up, and long texts are worded differently by everybody.
COMPARED = frozenset(Type) - MANY - {Type.LONG_TEXT}
SERIOUS = frozenset({"stated", "planned"})
# What changes with time has another value at another date, and both are right.
CHANGING = frozenset({"age", "planned", "planned_duration", "position", "status"})


def disagreements(book: Book, now: datetime | None) -> Found:
    """Two sources that state values of one field which cannot both be."""
    stated: dict[tuple[str, str], list[Claim]] = {}
    for claim in book.of(Claim):
        field = field_in(book, claim)
        if field is not None and field.type in COMPARED and claim.certainty in SERIOUS:
            stated.setdefault((claim.about, claim.field), []).append(claim)
    for claims in stated.values():
        for one, other in combinations(claims, 2):
            if one.source != other.source and _contradict(book, one, other):
                yield _disagreement(book, one, other), (one.about, one.id, other.id)


def _contradict(book: Book, one: Claim, other: Claim) -> bool:
    if one.field in CHANGING and _as_of(book, one) != _as_of(book, other):
        return False
    first, second = _bounds(book, one), _bounds(book, other)
    if first is not None and second is not None:
        return surely_before(first, second) or surely_before(second, first)
    return not {folded(one.value), folded(other.value)} <= _same_as(book, one)


def _same_as(book: Book, claim: Claim) -> set[str]:
    """The texts that say the same as a claim: itself, and of a name all its spellings."""
    record = book[claim.about]
    if claim.field != "name" or folded(claim.value) not in map(folded, names_of(record)):
        return {folded(claim.value)}
    return set(map(folded, names_of(record)))


def _as_of(book: Book, claim: Claim) -> str:
    source = book.get(claim.source, Source)
    return edtf.write(claim.as_of or (source.date if source else None))


def _bounds(book: Book, claim: Claim) -> Bounds | None:
    """The bounds of a claimed time; None for anything else."""
    field = field_in(book, claim)
    if field is None or field.type is not Type.TIME:
        return None
    try:
        time = edtf.read(claim.value)
    except ValueError:
        return None
    return None if time is None else bounds_in(book, time)


def _disagreement(book: Book, one: Claim, other: Claim) -> str:
    field = field_in(book, one)
    sentence = _("Two sources disagree on {field} of “{name}”: “{one}” and “{other}”.").format(
        field=field.text if field else one.field,
        name=book.name(one.about),
        one=claimed(one, book),
        other=claimed(other, book),
    )
    return f"{sentence} {_zone_hint(book, one, other)}".strip()


def _zone_hint(book: Book, one: Claim, other: Claim) -> str:
    """Times that lie whole hours apart smell of a zone mistaken for another."""
    first, second = _bounds(book, one), _bounds(book, other)
    if not (first and second and re.search("T.*:", one.value) and re.search("T.*:", other.value)):
        return ""
    hours, rest = divmod(abs((first.lower or 0) - (second.lower or 0)), 3600)
    is_zone = rest == 0 and 0 < hours <= 14
    return _("They are whole hours apart: a zone may be mistaken.") if is_zone else ""
