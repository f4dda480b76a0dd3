"""The claims as plain rows for scripts: names where there are links, times in the canonical form."""

from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.fields import Field, Type, field_of
from tracker.domain.plain import Plain
from tracker.domain.records import Claim
from tracker.domain.typed_lists import with_part


def facts(book: Book) -> list[dict[str, Plain]]:
    """Every claim, in the order of the records they are about as they were entered."""
    return [fact(book, claim) for claim in book.of(Claim)]


def fact(book: Book, claim: Claim) -> dict[str, Plain]:
    """One claim as `mission-tracker facts --json` prints it."""
    return {
        "record": book.name(claim.about),
        "kind": book[claim.about].kind if claim.about in book else None,
        "field": claim.field,
        "value": value_of(book, claim),
        "certainty": claim.certainty,
        "fragment": claim.fragment,
        "source": book.name(claim.source),
        "remark": claim.remark,
        "as_of": edtf.write(claim.as_of) or None,
        "id": claim.id,
        "record_id": claim.about,
        "value_id": _linked(book, claim),
        "source_id": claim.source,
    }


def value_of(book: Book, claim: Claim) -> Plain:
    """What is claimed: a name for a link, a number for a number, else the canonical text."""
    field = field_in(book, claim)
    if field is None or not field.is_link:
        is_number = field is not None and field.type is Type.NUMBER and claim.value.isdecimal()
        return int(claim.value) if is_number else claim.value
    return with_part(book.name(claim.target), claim.part)


def field_in(book: Book, claim: Claim) -> Field | None:
    """The field a claim is about; None if the record or the field is not there."""
    if claim.about not in book:
        return None
    try:
        return field_of(type(book[claim.about]), claim.field)
    except KeyError:
        return None


def _linked(book: Book, claim: Claim) -> str | None:
    field = field_in(book, claim)
    return claim.target if field is not None and field.is_link else None
