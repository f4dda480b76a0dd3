"""Whether what was added a moment ago is still the last that was done: then it can be taken back as if it never was."""

from tracker.document import Document


class JustAdded:
    """Holds the edit that added a record whose name is still to be typed."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._edit = ""

    def note(self) -> None:
        """The last edit is the one that added it."""
        self._edit = self._last

    @property
    def is_last(self) -> bool:
        """Whether nothing was done since."""
        return bool(self._edit) and self._edit == self._last

    @property
    def _last(self) -> str:
        """The id of the last edit, if it can be taken back."""
        undoable = self._document.history.undoable
        return undoable[-1].id if undoable else ""
