"""The book: every record by its id, who refers to whom, and what each is called.

Most records are in memory, claims and legs always. Those of a kind of which there are very many stay on a shelf (see
shelf.py), and are read when they are asked for; whoever asks need not know.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar

from tracker.domain.edits import Change
from tracker.domain.links import references
from tracker.domain.records import KINDS, Claim, Event, Leg, Record
from tracker.domain.shelf import Shelf
from tracker.domain.times import VagueTime
from tracker.i18n import _

R = TypeVar("R", bound=Record)
EarlierPlans = Mapping[str, Sequence[VagueTime]]
"""By the id of an event what was once planned for it, the first plan first."""


class Book:
    """All records of a store. Only `apply` changes it; the records themselves are frozen.

    `read_plans` looks earlier plans up in the edit log, once somebody asks for them.
    """

    def __init__(
        self,
        records: Iterable[Record] = (),
        read_plans: Callable[[], EarlierPlans] = dict,
        shelves: Iterable[Shelf[Record]] = (),
    ) -> None:
        self._read_plans = read_plans
        self._shelves = {shelf.kind.kind: shelf for shelf in shelves}
        self._records: dict[str, Record] = {}
        self._kinds: dict[str, dict[str, None]] = {}
        self._referring: dict[str, dict[str, None]] = {}
        for record in records:
            self._add(record)

    def __contains__(self, id: str) -> bool:
        return self._found(id) is not None

    def __getitem__(self, id: str) -> Record:
        found = self._found(id)
        if found is None:
            raise KeyError(id)
        return found

    def __iter__(self) -> Iterator[Record]:
        if not self._shelves:
            return iter(self._records.values())
        return chain.from_iterable(self.of(kind) for kind in KINDS.values())

    def __len__(self) -> int:
        return len(self._records) + sum(map(len, self._shelves.values()))

    def get(self, id: str, kind: type[R]) -> R | None:
        """The record of that id if it is there and of that kind."""
        found = self._found(id)
        return found if isinstance(found, kind) else None

    def _found(self, id: str) -> Record | None:
        if (found := self._records.get(id)) is not None or not id:
            return found
        for shelf in self._shelves.values():
            if (found := shelf.get(id)) is not None:
                return found
        return None

    def of(self, kind: type[R]) -> Sequence[R]:
        """All records of a kind, in the order they were added; those on a shelf are read as one goes through them."""
        if (shelf := self.shelf(kind)) is not None:
            return shelf  # type: ignore[return-value]
        return [self._records[id] for id in self._kinds.get(kind.kind, ())]  # type: ignore[misc]

    def ids(self, kind: type[Record]) -> Sequence[str]:
        """Of all records of a kind, in their order."""
        return list(self._kinds.get(kind.kind, ())) if (shelf := self.shelf(kind)) is None else shelf.ids()

    def called(self, kind: type[R], text: str) -> Sequence[R]:
        """The records of a kind that a text may mean; of those on a shelf only whose name holds it, or whose id."""
        return self.of(kind) if (shelf := self.shelf(kind)) is None else shelf.called(text)

    def fetch(self, ids: Collection[str]) -> None:
        """Reads at once what will be asked for one by one."""
        for shelf in self._shelves.values():
            shelf.fetch(ids)

    def shelf(self, kind: type[R]) -> Shelf[R] | None:
        """Where the records of a kind are, if they are not in memory."""
        return self._shelves.get(kind.kind)  # type: ignore[return-value]

    def where(self, kind: type[R], field: str, values: Collection[str]) -> Sequence[R]:
        """The records of a kind with one of the values in a field that holds one; others are not read."""
        if (shelf := self.shelf(kind)) is not None:
            return shelf.where(field, values)
        return [record for record in self.of(kind) if getattr(record, field) in values]

    def count(self, kind: type[Record]) -> int:
        shelf = self.shelf(kind)
        return len(self._kinds.get(kind.kind, ())) if shelf is None else len(shelf)

    def referring(self, *ids: str) -> list[Record]:
        """The records that link to any of these, claims about them or naming them included."""
        others = dict.fromkeys(other for id in ids for other in self._referring.get(id, ()))
        there = [self._records[other] for other in others]
        return there + [record for shelf in self._shelves.values() for record in shelf.referring(*ids)]

    def linking(self, id: str, kind: type[R]) -> Sequence[R]:
        """Those of one kind; others are not looked at."""
        if (shelf := self.shelf(kind)) is not None:
            return shelf.referring(id)
        there = (self._records[other] for other in self._referring.get(id, ()))
        return [record for record in there if isinstance(record, kind)]

    def count_referring(self, id: str) -> int:
        """How many these are; none of them is read."""
        there = len(self._referring.get(id, ()))
        return there + sum(shelf.count_referring(id) for shelf in self._shelves.values())

    def claims(self, id: str, field: str | None = None) -> list[Claim]:
        """What sources say of a record, or of one of its fields."""
        found = self.linking(id, Claim)
        return [claim for claim in found if claim.about == id and field in (None, claim.field)]

    def starting(self, text: str) -> int:
        """How many ids start with a text."""
        there = sum(id.startswith(text) for id in self._records)
        return there + sum(shelf.starting(text) for shelf in self._shelves.values())

    @cached_property
    def earlier_plans(self) -> EarlierPlans:
        """What was planned before; only of events whose plan has changed."""
        return self._read_plans()

    def name(self, id: str) -> str:
        """What a record is called; an id that leads nowhere says so."""
        record = self._found(id)
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

    def apply(self, changes: Iterable[Change], number: int | None = None) -> None:
        """Takes over changes that the store has committed, up to an edit of that number in the log."""
        for change in changes:
            if _replans(change):
                self.__dict__.pop("earlier_plans", None)
            if change.record.kind not in self._shelves:
                self._take_over(change)
        for shelf in self._shelves.values():
            shelf.advance(number)

    def _take_over(self, change: Change) -> None:
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
