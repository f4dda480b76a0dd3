"""What a store says when it cannot do what was asked: one sentence for people each."""

from typing import Any

from tracker.domain.fields import Field
from tracker.i18n import _


class StoreError(OSError):
    """The base of all: nothing was changed when one of these is raised."""


class CannotOpen(StoreError):
    """What is there is no store this program can read, or nothing is there. Not a byte was changed."""


class CannotWrite(StoreError):
    """The disk is full, somebody holds the lock for too long, or the like."""


class ReadOnly(CannotWrite):
    """The store was opened for reading only."""

    def __init__(self, location: str) -> None:
        super().__init__(_("“{where}” is open for reading only").format(where=location))


class Conflict(StoreError):
    """Somebody else changed the same thing since it was read.

    `ours` is the value that was to be written, `theirs` the one that is stored. An empty `field`
    is the whole record: None is then a record that is not there. Where a link leads to a record
    that somebody deleted, `theirs` is None too.
    """

    def __init__(self, record_id: str, field: Field | None, ours: Any, theirs: Any) -> None:
        super().__init__(_sentence(field, ours, theirs))
        self.record_id = record_id
        self.field = field.name if field else ""
        self.ours = ours
        self.theirs = theirs


def _sentence(field: Field | None, ours: Any, theirs: Any) -> str:
    if field is not None and field.is_link and theirs is None:
        return _("{field} leads to a record that was deleted meanwhile").format(field=field.text)
    if field is not None:
        return _("{field} was changed by somebody else meanwhile").format(field=field.text)
    if theirs is None:
        return _("This record was deleted by somebody else meanwhile")
    if ours is None:
        return _("Something else refers to this record meanwhile, so it cannot be deleted")
    return _("This record was added by somebody else already")
