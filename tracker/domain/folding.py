"""Texts as they are compared, whatever their case and accents."""

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=65536)
def folded(text: str) -> str:
    """A text as it is compared: no case, no accents, no invisible characters, single spaces."""
    if text.isascii():  # nothing to take apart, and ten times as fast
        return " ".join(text.casefold().split())
    bare = (c for c in unicodedata.normalize("NFKD", text) if unicodedata.category(c) not in ("Mn", "Cf"))
    return " ".join("".join(bare).casefold().split())
