"""Tells in a PDF as Qt writes it when it was made: in UTC, and not before that is wished for, so that two runs give the
same bytes anywhere.
"""

import re
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

_DATES = re.compile(rb"/CreationDate \(D:[^)]*\)\s*/ModDate \(D:[^)]*\)")
_XMP_DATE = re.compile(rb'(?<=Date=")[^"]*(?=")')
_XMP = re.compile(rb"/Type /Metadata /Subtype /XML\n/Length (\d+)\n>>\nstream\n(.*?)\nendstream", re.DOTALL)
_PLACE = re.compile(rb"(\d{10})( \d{5} n)")
_START = re.compile(rb"(startxref\s+)(\d+)")


class _Change(NamedTuple):
    begin: int
    end: int
    text: bytes

    @property
    def longer(self) -> int:
        return len(self.text) - (self.end - self.begin)


def dated(content: bytes, made: datetime) -> bytes:
    """The same document, as made at a time in UTC. Where a date gets shorter or longer (Qt writes its zone, and none at
    all where it knows of no zone), the places that the file lists follow.

    Qt compresses what is drawn, so that nothing of the picture can be mistaken for a date.
    """
    end = content.rindex(b"\nxref")
    changes = sorted(_changes(content[:end], made))
    parts, last = [], 0
    for change in changes:
        parts += [content[last : change.begin], change.text]
        last = change.end
    return b"".join((*parts, content[last:end], _moved(content[end:], changes)))


def _changes(body: bytes, made: datetime) -> Iterator[_Change]:
    if dates := _DATES.search(body):
        yield _Change(
            *dates.span(), made.strftime("/CreationDate (D:%Y%m%d%H%M%SZ)\n/ModDate (D:%Y%m%d%H%M%SZ)").encode()
        )
    for xmp in _XMP.finditer(body):
        date, first = made.isoformat(timespec="seconds").encode(), xmp.start(2)
        found = [_Change(first + old.start(), first + old.end(), date) for old in _XMP_DATE.finditer(xmp[2])]
        yield from found
        yield _Change(*xmp.span(1), b"%d" % (int(xmp[1]) + sum(change.longer for change in found)))


def _moved(table: bytes, changes: list[_Change]) -> bytes:
    """The list of places, each moved by what got longer before it."""

    def moved(place: bytes) -> int:
        return int(place) + sum(change.longer for change in changes if change.begin < int(place))

    table = _PLACE.sub(lambda m: b"%010d" % moved(m[1]) + m[2], table)
    return _START.sub(lambda m: m[1] + b"%d" % moved(m[2]), table)
