"""What lanes can be grouped by. The choices follow from the declarations of the fields: every kind of record that a
lane leads to, of these kinds every link and every field whose values sort, and what else can be said of them.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, ClassVar

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Event, Leg, Mission, Person, Production, Record, Spacecraft
from tracker.domain.series import series_of
from tracker.i18n import N_

Kind = type[Record]


class Station(Spacecraft):
    """What vessels dock with: among groups a kind of its own, as a mission has both."""

    kind: ClassVar[str] = "station"
    label: ClassVar[str] = N_("Station")


REACH: dict[str, tuple[Kind, ...]] = {
    "mission": (Mission, Spacecraft, Station, Event, Production),
    "crew": (Leg, Person, Spacecraft, Mission, Event, Production),
    "vessel": (Spacecraft, Station, Mission, Event, Production),
}
"""The kinds that the lanes of a view lead to, their own first. Of events these are the launches."""
_WHOLE = (Spacecraft, Station, Mission, Production)  # what makes groups as it is, not by a field alone
_SITE = N_("Launch site")  # the place of an event, as these are launches


@dataclass(frozen=True, slots=True)
class Trait:
    """What can be said of a record in a word that is no field of it."""

    key: str
    label: str
    of: Callable[[Any], str]


TRAITS: dict[Kind, tuple[Trait, ...]] = {
    Spacecraft: (Trait("series", N_("Series"), lambda craft: series_of(craft.name)),),
}


@dataclass(frozen=True, slots=True)
class Grouping:
    """Groups by the records of a kind, by the values of one of its fields, or by a trait."""

    kind: Kind
    field: Field | None = None
    trait: Trait | None = None

    @property
    def key(self) -> str:
        return self.trait.key if self.trait else self.field.name if self.field else self.kind.kind

    @property
    def label(self) -> str:
        if self.trait:
            return self.trait.label
        is_site = self.kind is Event and self.key == "place"
        return _SITE if is_site else self.field.label if self.field else self.kind.label

    @property
    def is_link(self) -> bool:
        """Whether its values are ids of records."""
        return self.trait is None and (self.field is None or self.field.is_link)


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
        yield from (Grouping(kind, trait=trait) for trait in TRAITS.get(kind, ()))
        yield from (Grouping(kind, field) for field in fields_of(kind) if field.sorts or _leads_on(field))


def _leads_on(field: Field) -> bool:
    """Whether it links to what has no lanes of its own: organisations, places."""
    return field.type in (Type.LINK, Type.LINKS) and not {*field.to} & {"", "person", "event", *_whole()}


@cache
def _whole() -> frozenset[str]:
    return frozenset(kind.kind for kind in _WHOLE)
