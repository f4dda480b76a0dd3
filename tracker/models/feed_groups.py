"""What lanes can be grouped by. The choices follow from the declarations of the fields: every kind of record that a
lane leads to, and of these kinds every link and every field whose values sort.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Event, Leg, Mission, Person, Production, Record, Spacecraft

Kind = type[Record]
REACH: dict[str, tuple[Kind, ...]] = {
    "mission": (Mission, Spacecraft, Event, Production),
    "crew": (Leg, Person, Spacecraft, Mission, Event, Production),
    "vessel": (Spacecraft, Mission, Event, Production),
}
"""The kinds that the lanes of a view lead to, their own first. Of events these are the launches."""
_WHOLE = (Spacecraft, Mission, Production)  # what makes groups as it is, not by a field alone


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups by the records of a kind, or by the values of one of its fields."""

    kind: Kind
    field: Field | None = None

    @property
    def key(self) -> str:
        return self.field.name if self.field else self.kind.kind

    @property
    def label(self) -> str:
        return self.field.label if self.field else self.kind.label

    @property
    def is_link(self) -> bool:
        """Whether its values are ids of records."""
        return self.field is None or self.field.is_link


@cache
def groupings(view: str) -> dict[str, Grouping]:
    """By their keys; of two with one name that of the nearer kind."""
    found: dict[str, Grouping] = {}
    for grouping in _declared(view):
        found.setdefault(grouping.key, grouping)
    return found


def _declared(view: str) -> Iterator[Grouping]:
    own, *_others = REACH[view]
    yield from (Grouping(kind) for kind in REACH[view] if kind in _WHOLE and kind is not own)
    for kind in REACH[view]:
        yield from (Grouping(kind, field) for field in fields_of(kind) if field.sorts or _leads_on(field))


def _leads_on(field: Field) -> bool:
    """Whether it links to what has no lanes of its own: organisations, places."""
    return field.type in (Type.LINK, Type.LINKS) and not {*field.to} & {"", "person", "event", *_whole()}


@cache
def _whole() -> frozenset[str]:
    return frozenset(kind.kind for kind in _WHOLE)
