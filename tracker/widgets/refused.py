"""Turns the errors that an edit can meet into a sentence; every other error is a fault and goes on its way."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from tracker.domain.edits import Refused


@contextmanager
def told(say: Callable[[str], object]) -> Iterator[None]:
    """Says why an edit was refused, clashed or could not be written; the program goes on as it was."""
    try:
        yield
    except (Refused, ValueError, OSError) as error:
        say(str(error))
