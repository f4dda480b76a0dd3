"""Rules about what the records rest on: every reference leads somewhere, every fragment is in its source."""

from datetime import datetime

from tracker.domain.book import Book
from tracker.domain.facts import field_in
from tracker.domain.fields import fields_of
from tracker.domain.links import targets
from tracker.domain.records import MOST_WORDS, Claim, Source
from tracker.domain.rules.finding import Found
from tracker.i18n import _


def dangling(book: Book, now: datetime | None) -> Found:
    """A link, a relative time or a claim that leads to nothing."""
    for record in book:
        for field in fields_of(type(record)):
            if any(id not in book for id in targets(field, getattr(record, field.name))):
                sentence = _("{field} of “{name}” leads to a record that is not here.")
                yield sentence.format(field=field.text, name=book.name(record.id)), (record.id,)
    for claim in book.of(Claim):
        if claim.about in book and (wrong := _misdirected(book, claim)):
            yield wrong, (claim.id, claim.about)


def _misdirected(book: Book, claim: Claim) -> str:
    field = field_in(book, claim)
    if field is None:
        return _("A claim about “{name}” speaks of a field “{field}” that there is not.").format(
            name=book.name(claim.about), field=claim.field
        )
    if field.is_link and claim.target not in book:
        return _("A claim about {field} of “{name}” names a record that is not here.").format(
            field=field.text, name=book.name(claim.about)
        )
    return ""


def fragments(book: Book, now: datetime | None) -> Found:
    """A fragment that is not in its source's text word for word, or longer than twelve words."""
    texts = {source.id: _spaced(source.text) for source in book.of(Source)}
    for claim in book.of(Claim):
        fragment, text = _spaced(claim.fragment), texts.get(claim.source, "")
        names = {"fragment": fragment, "source": book.name(claim.source), "most": MOST_WORDS}
        if text and fragment not in text:
            yield _("“{source}” does not contain “{fragment}”.").format(**names), (claim.id, claim.about)
        if len(fragment.split()) > MOST_WORDS:
            sentence = _("“{fragment}” is longer than {most} words.").format(**names)
            yield sentence, (claim.id, claim.about)


def _spaced(text: str) -> str:
    """Line breaks are a matter of layout, all else is as printed."""
    return " ".join(text.split())
