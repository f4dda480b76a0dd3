"""From the lines of an entry to its claims: one for each value and each piece of the article that says it."""

from collections.abc import Iterator
from typing import Any

from tracker.domain import edtf, plain
from tracker.domain.choices import CERTAINTY
from tracker.domain.fields import Field, field_of
from tracker.domain.records import MOST_WORDS, Claim, Record, Source

from .entries import Entry, id_of

CERTAINTIES = tuple(word for word, __ in CERTAINTY)


def claims(entry: Entry, record: Record, source: Source) -> Iterator[Claim]:
    """The claims about a record, field by field. Fault if the source does not have the words."""
    for name, lines in entry.fields.items():
        field = field_of(type(record), name)
        values = plain.elements(field, getattr(record, name))
        told = [(value, line, words) for value, line in zip(values, lines, strict=True) for words in _says(line)]
        for number, (value, line, words) in enumerate(told, 1):
            _check_words(entry, name, words, source)
            yield _claim(entry, field, id_of("claim", entry.id, name, str(number)), value, line, words, source)


def _says(line: dict[str, Any]) -> list[Any]:
    says = line["says"]
    return says if isinstance(says, list) and says else [says]


def _check_words(entry: Entry, field: str, words: Any, source: Source) -> None:
    if not isinstance(words, str) or not words.strip():
        raise entry.fault(field, "needs the words that say so")
    if words not in source.text:
        raise entry.fault(field, f"“{words}” is not in the article")
    if len(words.split()) > MOST_WORDS:
        raise entry.fault(field, f"“{words}” has more than {MOST_WORDS} words")


def _claim(entry: Entry, field: Field, id: str, value: str, line: dict[str, Any], words: str, source: Source) -> Claim:
    certainty = line.get("certainty", entry.certainty)
    if certainty not in CERTAINTIES:
        raise entry.fault(field.name, f"“{certainty}” is no certainty")
    try:
        as_of = edtf.read(line.get("as_of", ""))
    except ValueError as error:
        raise entry.fault(field.name, str(error)) from error
    return Claim(
        id=id,
        about=entry.id,
        field=field.name,
        value=value,
        certainty=certainty,
        source=source.id,
        fragment=words,
        remark=line.get("remark", ""),
        as_of=as_of,
    )
