"""Takes the clock out of a PDF as Qt writes it, so that two runs give the same bytes."""

import re

_DATE = re.compile(rb"(/(?:Creation|Mod)Date \(D:)\d{14}[Z+\-](?:\d\d'\d\d')?\)")
_XMP_DATE = re.compile(rb'(xmp:(?:Create|Modify|Metadata)Date=")[^"]*(")')


def without_dates(content: bytes) -> bytes:
    """The same document, as made in 1970. Every date keeps its length: the file counts its bytes.

    Qt compresses what is drawn, so that nothing of the picture can be mistaken for a date.
    """
    plain = _DATE.sub(lambda m: m[1] + _padded(b"19700101000000Z)", len(m[0]) - len(m[1])), content)
    return _XMP_DATE.sub(lambda m: m[1] + _xmp(len(m[0]) - len(m[1]) - 1) + m[2], plain)


def _padded(text: bytes, length: int) -> bytes:
    return text.ljust(length)


def _xmp(length: int) -> bytes:
    """The same instant, as long as the one it replaces: with an offset or with a Z."""
    return b"1970-01-01T00:00:00+00:00" if length == 25 else b"1970-01-01T00:00:00Z".ljust(length)
