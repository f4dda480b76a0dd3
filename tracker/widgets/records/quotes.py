"""Where in a source's text a claim's words stand, and the sentence around them."""

import re
from typing import NamedTuple

_END = re.compile(r"[.!?…][”’\"')]*(?=\s)|\n")


class Span(NamedTuple):
    start: int
    end: int


def fragment_span(text: str, fragment: str) -> Span | None:
    """Where the fragment stands, line breaks and double spaces aside; None if the text does not hold it."""
    words = [re.escape(word) for word in fragment.split()]
    found = re.search(r"\s+".join(words), text) if words else None
    return Span(*found.span()) if found else None


def sentence_span(text: str, inside: Span) -> Span:
    """The sentence, or the sentences, that a span lies in."""
    starts = [found.end() for found in _END.finditer(text, 0, inside.start)]
    end = _END.search(text, max(inside.start, inside.end - 1))
    start = starts[-1] if starts else 0
    while start < inside.start and text[start].isspace():
        start += 1
    stop = len(text) if end is None else end.end()
    return Span(start, max(inside.end, stop - len(text[start:stop]) + len(text[start:stop].rstrip())))
