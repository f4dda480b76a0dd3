"""Turns the errors that an edit can meet into a sentence; every other error is a fault and goes on its way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def told(say: Callable[[str], object]) -> Iterator[None]:
    """Says why an edit was refused, clashed or could not be written; the program goes on as it was.

    Refusals and clashes are ValueErrors (edits.Refused, store.Conflict).
    """
    try:
        yield
    except (ValueError, OSError) as error:
        say(sentence(error))


def sentence(error: Exception) -> str:
    """What an error says, with the full stop that lines on a terminal go without."""
    text = str(error)
    return text if text.endswith((".", "!", "?", "…")) else f"{text}."
