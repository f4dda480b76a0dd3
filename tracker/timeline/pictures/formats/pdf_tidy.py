"""Takes the clock and its zone out of a PDF as Qt writes it, so that two runs give the same bytes anywhere."""

import re

_DATES = re.compile(rb"/CreationDate \(D:[^)]*\)\s*/ModDate \(D:[^)]*\)")
_XMP_DATE = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")[^"]*(")')
_PLACE = re.compile(rb"(\d{10})( \d{5} n)")
_START = re.compile(rb"(startxref\s+)(\d+)")


def without_dates(content: bytes) -> bytes:
    """The same document, as made in 1970. Where a date gets shorter, the places that the file lists follow.

    Qt compresses what is drawn, so that nothing of the picture can be mistaken for a date.
    """
    content = _XMP_DATE.sub(rb"\g<1>1970-01-01T00:00:00+00:00\2", content)  # as long as any
    found = _DATES.search(content)
    if found is None:
        return content
    dates = b"/CreationDate (D:19700101000000Z)\n/ModDate (D:19700101000000Z)"
    body, table = content[: content.rindex(b"\nxref")], content[content.rindex(b"\nxref") :]
    shift = len(dates) - len(found[0])
    return body[: found.start()] + dates + body[found.end() :] + _moved(table, found.end(), shift)


def _moved(table: bytes, after: int, shift: int) -> bytes:
    """The list of places, those after one moved by so many bytes."""

    def moved(place: bytes) -> int:
        return int(place) + (shift if int(place) >= after else 0)

    table = _PLACE.sub(lambda m: b"%010d" % moved(m[1]) + m[2], table)
    return _START.sub(lambda m: m[1] + b"%d" % moved(m[2]), table)
