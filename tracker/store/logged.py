"""What the store hands out besides records: entries of the edit log, and drafts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from tracker.domain.plain import Plain

Act = Literal["create", "change", "delete"]


@dataclass(frozen=True, slots=True)
class LoggedEdit:
    """One committed edit. `seq` counts up in the order of the commits; `at` is in UTC."""

    seq: int
    id: str
    at: datetime
    author: str
    text: str
    undoes: str
    is_seed: bool


@dataclass(frozen=True, slots=True)
class LoggedChange:
    """What an edit did to one record, as plain values by field.

    A change holds the fields that differ. A creation has no before, a deletion no after; both
    hold every field on the other side.
    """

    kind: str
    record: str
    before: Mapping[str, Plain] | None
    after: Mapping[str, Plain] | None

    @property
    def act(self) -> Act:
        if self.before is None:
            return "create"
        return "delete" if self.after is None else "change"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """What one edit did to one field of a record: who, when, from what, to what."""

    edit: LoggedEdit
    act: Act
    field: str
    before: Plain
    after: Plain


@dataclass(frozen=True, slots=True)
class Draft:
    """What was typed into a form and not saved yet; not part of the log."""

    record_id: str
    kind: str
    values: Mapping[str, Plain]
    at: datetime
