"""Which series a vessel is one of, as far as its name tells: Soyuz MS-19 is a Soyuz MS, STS-41-B an STS."""

import re

_NUMBER = re.compile(r"[\s\-–#№]*\b\d+[^\W\d]?(-[^\W\d])?\s*$")


def series_of(name: str) -> str:
    """The name without the number at its end; the whole name where there is none, or nothing else."""
    return _NUMBER.sub("", name) or name
