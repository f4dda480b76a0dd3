"""Undo and redo as reading the edit log: which edit is next to be taken back, which to be brought back.

An undo is the inverse edit, logged as a new one that names what it undoes; a redo undoes an undo.
So the log alone says where we are, after a restart as well.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Protocol


class Entry(Protocol):
    """What of a logged edit matters here."""

    @property
    def id(self) -> str: ...
    @property
    def text(self) -> str: ...
    @property
    def undoes(self) -> str: ...
    @property
    def is_seed(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Step:
    """One edit that can be undone or redone. `text` is that of the edit a person made."""

    id: str
    text: str


@dataclass(slots=True)
class History:
    """The two stacks, newest last. What the seeds filled in is the ground and cannot be undone."""

    undoable: list[Step] = field(default_factory=list)
    redoable: list[Step] = field(default_factory=list)

    @classmethod
    def read(cls, log: Iterable[Entry]) -> "History":
        history = cls()
        for entry in log:
            history.note(entry)
        return history

    def note(self, entry: Entry) -> None:
        """Takes over one more logged edit."""
        if entry.undoes:
            self._move(entry)
        elif not entry.is_seed:
            self.undoable.append(Step(entry.id, entry.text))
            self.redoable.clear()

    def _move(self, entry: Entry) -> None:
        for source, target in ((self.undoable, self.redoable), (self.redoable, self.undoable)):
            if source and source[-1].id == entry.undoes:
                target.append(Step(entry.id, source.pop().text))
                return
