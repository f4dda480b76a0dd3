"""What the store hands out besides records: entries of the edit log, and drafts."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Literal

from tracker.domain.fields import fields_of
from tracker.domain.plain import Plain, record, value
from tracker.domain.records import KINDS, Record

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

    def sides(self, one: Record | None) -> tuple[Record | None, Record | None]:
        """The records it led from and to; `one` is that of now, for the fields that the change did not touch."""
        return self._side(self.before, one), self._side(self.after, one)

    def _side(self, side: Mapping[str, Plain] | None, one: Record | None) -> Record | None:
        if side is None:
            return None
        if self.act != "change":
            return record(self.kind, {"id": self.record, **side})
        assert one is not None, "what was changed was there"
        fields = {field.name: field for field in fields_of(KINDS[self.kind])}
        return replace(one, **{name: value(fields[name], side[name]) for name in side})


def as_change(kind: str, id: str, before: str | None, after: str | None) -> LoggedChange:
    """A change from its columns. ValueError if a side is no JSON."""
    return LoggedChange(kind, id, before and json.loads(before), after and json.loads(after))  # type: ignore[arg-type]


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
