"""The book: every record by its id, who refers to whom, and what each is called."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import TypeVar

from tracker.domain.edits import Change
from tracker.domain.links import references
from tracker.domain.records import Claim, Event, Leg, Record
from tracker.domain.times import VagueTime
from tracker.i18n import _

R = TypeVar("R", bound=Record)
EarlierPlans = Mapping[str, Sequence[VagueTime]]
"""By the id of an event what was once planned for it, the first plan first."""


class Book:
    """All records of a store in memory. Only `apply` changes it; the records themselves are frozen.

    `read_plans` looks earlier plans up in the edit log, once somebody asks for them.
    """

    def __init__(self, records: Iterable[Record] = (), read_plans: Callable[[], EarlierPlans] = dict) -> None:
        self._read_plans = read_plans
        self._records: dict[str, Record] = {}
        self._kinds: dict[str, dict[str, None]] = {}
        self._referring: dict[str, dict[str, None]] = {}
        for record in records:
            self._add(record)

    def __contains__(self, id: str) -> bool:
        return id in self._records

    def __getitem__(self, id: str) -> Record:
        return self._records[id]

    def __iter__(self) -> Iterator[Record]:
        return iter(self._records.values())

    def __len__(self) -> int:
        return len(self._records)

    def get(self, id: str, kind: type[R]) -> R | None:
        """The record of that id if it is there and of that kind."""
        found = self._records.get(id)
        return found if isinstance(found, kind) else None

    def of(self, kind: type[R]) -> list[R]:
        """All records of a kind, in the order they were added."""
        return [self._records[id] for id in self._kinds.get(kind.kind, ())]  # type: ignore[misc]

    def count(self, kind: type[Record]) -> int:
        return len(self._kinds.get(kind.kind, ()))

    def referring(self, id: str) -> list[Record]:
        """The records that link to this one, claims about it or naming it included."""
        return [self._records[other] for other in self._referring.get(id, ())]

    def claims(self, id: str, field: str | None = None) -> list[Claim]:
        """What sources say of a record, or of one of its fields."""
        return [
            claim
            for claim in self.referring(id)
            if isinstance(claim, Claim) and claim.about == id and field in (None, claim.field)
        ]

    @cached_property
    def earlier_plans(self) -> EarlierPlans:
        """What was planned before; only of events whose plan has changed."""
        return self._read_plans()

    def name(self, id: str) -> str:
        """What a record is called; an id that leads nowhere says so."""
        record = self._records.get(id)
        if record is None:
            return _("missing record") if id else ""
        if isinstance(record, Leg):
            return self._leg_name(record)
        return record.own_name or self._claim_name(record)

    def _leg_name(self, leg: Leg) -> str:
        vehicle = self.name(leg.spacecraft) or _("unknown vehicle")
        way = _("{person}, up on {vehicle}") if leg.direction == "up" else _("{person}, down on {vehicle}")
        return way.format(person=self.name(leg.person), vehicle=vehicle)

    def _claim_name(self, record: Record) -> str:
        return (record.fragment if isinstance(record, Claim) else "") or _("unnamed")

    def differences(self, records: Iterable[Record]) -> tuple[Change, ...]:
        """The changes that would make this book hold just these records."""
        there = {record.id: record for record in records}
        gone = [Change(record, None) for record in self if record.id not in there]
        other = [Change(self._records.get(id), record) for id, record in there.items()]
        return (*gone, *(change for change in other if change.before != change.after))

    def apply(self, changes: Iterable[Change]) -> None:
        """Takes over changes that the store has committed."""
        for change in changes:
            if _replans(change):
                self.__dict__.pop("earlier_plans", None)
            if change.before is not None:
                self._drop(change.before, keep=change.after is not None)
            if change.after is not None:
                self._add(change.after)

    def _add(self, record: Record) -> None:
        self._records[record.id] = record
        self._kinds.setdefault(record.kind, {})[record.id] = None
        for target in references(record):
            self._referring.setdefault(target, {})[record.id] = None

    def _drop(self, record: Record, keep: bool) -> None:
        for target in references(self._records[record.id]):
            self._referring.get(target, {}).pop(record.id, None)
        if not keep:  # a changed record keeps its place in the order
            del self._records[record.id], self._kinds[record.kind][record.id]


def _replans(change: Change) -> bool:
    before, after = (side.planned if isinstance(side, Event) else None for side in (change.before, change.after))
    return before != after
