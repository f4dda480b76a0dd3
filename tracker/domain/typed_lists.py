"""Several elements in one text, "; " between them, and what a person does in brackets after the name."""

import re
from collections.abc import Iterable, Iterator

from tracker.domain.book import Book
from tracker.domain.fields import Field
from tracker.domain.names import find, numbered, sure_name
from tracker.domain.records import Part

_ELEMENT = re.compile(r"(?:\\.|[^;\\]|\\$)+", re.DOTALL)
_NUMBERED = re.compile(r"(?P<name>.+? #\S+) \((?P<part>.*)\)")


def joined(elements: Iterable[str]) -> str:
    """One text of them all; a semicolon inside an element is written "\\;"."""
    return "; ".join(re.sub(r"([\\;])", r"\\\1", element) for element in elements)


def split(text: str) -> list[str]:
    """The elements of a text, empty ones left out."""
    found = (re.sub(r"\\(.)", r"\1", element.strip()) for element in _ELEMENT.findall(text))
    return [element for element in found if element]


def with_part(name: str, part: str) -> str:
    """A name and what that person does, if it is said."""
    return f"{name} ({part})" if part else name


def editable_part(field: Field, part: Part, book: Book) -> str:
    """A text that `typed_part` reads back to this part."""
    text = with_part(sure_name(book, field.to, part.person), part.part)
    if part.person not in book or typed_part(field, text, book) == part:
        return text
    return with_part(numbered(book, part.person), part.part)


def typed_part(field: Field, text: str, book: Book) -> Part:
    """The first reading of "Name (part)" that names somebody; names may hold brackets too."""
    refusals = []
    for name, part in _readings(text):
        try:
            return Part(find(book, field.to, name), part)
        except ValueError as error:
            refusals.append(error)
    raise refusals[0]


def _readings(text: str) -> Iterator[tuple[str, str]]:
    if found := _NUMBERED.fullmatch(text):
        yield found["name"], found["part"]
    for bracket in re.finditer(r" ?\(", text) if text.endswith(")") else ():
        yield text[: bracket.start()], text[bracket.end() : -1]
    yield text, ""
