"""What a bar's colour stands for: its vessel, an agency, how certain it is, a nationality.

A slot is a colour with a pattern. Slots go to what is there in the order of the book, so that a colour stays with
its meaning while records are added. Of more vessels than can be told apart a colour stands for a series of them;
beyond as many as that the rarest share one.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from tracker.domain.choices import CERTAINTY
from tracker.domain.records import Event, Mission, Person, Spacecraft
from tracker.domain.series import series_of
from tracker.domain.stays import Stay
from tracker.i18n import _
from tracker.models.feed.events import Places
from tracker.models.feed.index import Index
from tracker.models.feed.view import COLOURS
from tracker.timeline.plans.plan import NEUTRAL, SLOTS

Slots = NDArray[np.int16]
_RANKS = {word: rank for rank, (word, _label) in enumerate(CERTAINTY)}


class Colours:
    """The slot of everything that a plan draws. A value is an id, or a word; without one, what has it is neutral."""

    def __init__(self, index: Index, colour_by: str) -> None:
        self._index, self._by = index, colour_by
        self._series = self._series_of_vessels() if colour_by == "vessel" else {}
        found = Counter(self._series.get(value, value) for value in self._values() if value)
        own = {value for value, _count in found.most_common(SLOTS)}
        ordered = sorted(found, key=lambda value: value not in own)
        self._only: dict[str, str] = {}
        self._slots = {value: min(n, SLOTS) for n, value in enumerate(ordered)}

    def _series_of_vessels(self) -> dict[str, str]:
        """The series of each vessel by its id; none where the vessels can be told apart."""
        vessels = self._index.vessels
        return {id: series_of(craft.name) for id, craft in vessels.items()} if len(vessels) > SLOTS else {}

    @property
    def title(self) -> str:
        return _("Vessels by series") if self._series else _(COLOURS[self._by])

    @property
    def names(self) -> tuple[str, ...]:
        """Of the slots in their order."""
        own = [self._name(value) for value in self._slots][:SLOTS]
        return (*own, _("other")) if len(self._slots) > SLOTS else tuple(own)

    @cached_property
    def neutral(self) -> str:
        """What it means to have no colour; nothing where whole missions and ground events have none."""
        neutral = {"agency": _("agency not known"), "nationality": _("nationality not known")}
        return {**neutral, "certainty": _("no source")}.get(self._by, "")

    def slot(self, value: str) -> int:
        return self._slots.get(self._series.get(value, value), NEUTRAL)

    def of_vessel(self, id: str) -> int:
        return self.slot(id if self._by == "vessel" else self._operator(id) if self._by == "agency" else "")

    def of_person(self, id: str) -> int:
        return self.slot(self._of_person(id)) if self._by in ("agency", "nationality") else NEUTRAL

    def of_stay(self, stay: Stay) -> int:
        if self._by == "vessel":
            return self.slot(stay.vessel)
        return self.slot(self._certainty(stay.legs) if self._by == "certainty" else self._of_person(stay.person))

    def of_event(self, event: Event, field: str) -> int:
        """The slot of one of its times, planned or actual."""
        if self._by == "certainty":
            return self.slot(self._certainty((event.id,), field) or self._certainty((event.id,)))
        if self._by == "agency":
            return self.slot(self._operator(event.spacecraft) or next(iter(event.organisations), ""))
        if self._by == "vessel":
            return self.slot(event.spacecraft)
        shared = {self._of_person(person) for person in event.people}
        return self.slot(shared.pop()) if len(shared) == 1 else NEUTRAL

    @property
    def differ(self) -> bool:
        """Whether the times of one event may have several."""
        return self._by == "certainty"

    def of_events(self, places: Places, field: str) -> Slots:
        """The same of many: by what most events have, or have not, then one by one for the others."""
        events = self._index.events
        if self._by in ("vessel", "agency"):
            crafts = events.of("spacecraft")
            of_craft = [*map(self.of_vessel, crafts.names), NEUTRAL]
            slots = np.array(of_craft, dtype=np.int16)[crafts.code[places]]
        else:
            slots = np.full(len(places), NEUTRAL, dtype=np.int16)
        odd = np.isin(places, self._odd)
        slots[odd] = [self.of_event(events[place], field) for place in places[odd].tolist()]
        return slots

    @cached_property
    def _odd(self) -> list[int]:
        """Events whose colour does not follow from their vessel."""
        events = self._index.events
        if self._by == "agency":
            return list(events.linked("organisations"))
        if self._by == "nationality":
            return list(events.linked("people"))
        return list(events.certainties) if self._by == "certainty" else []

    def of_mission(self, mission: Mission) -> int:
        if self._by == "certainty":
            return self.slot(self._certainty((mission.id,)))
        if self._by == "vessel":
            return self.slot(self._only_vessel(mission))
        return self.slot(next(iter(mission.organisations), "")) if self._by == "agency" else NEUTRAL

    def _only_vessel(self, mission: Mission) -> str:
        """The one in which all of a mission is flown, stations aside; both its heading and its bars ask."""
        if mission.id not in self._only:
            index = self._index
            own = [id for id in index.vessels_of(mission) if index.vessels[id].type != "station"]
            self._only[mission.id] = own[0] if len(own) == 1 else ""
        return self._only[mission.id]

    def _values(self) -> Iterable[str]:
        index, book = self._index, self._index.book
        if self._by == "vessel":
            return index.vessels
        if self._by == "certainty":
            return _RANKS
        people = (self._of_person(person.id) for person in book.of(Person))
        return (*self._agencies(), *people) if self._by == "agency" else people

    def _agencies(self) -> Iterator[str]:
        """The operators of vessels, then those that run a mission or an event."""
        book = self._index.book
        yield from (craft.operator for craft in book.of(Spacecraft))
        yield from (id for mission in book.of(Mission) for id in mission.organisations[:1])
        yield from (ids[0] for _place, ids in sorted(self._index.events.linked("organisations").items()))

    def _name(self, value: str) -> str:
        return (
            _(value)
            if self._by == "certainty"
            else value
            if self._by == "nationality" or self._series
            else self._index.book.name(value)
        )

    def _of_person(self, id: str) -> str:
        person = self._index.book.get(id, Person)
        return "" if person is None else person.organisation if self._by == "agency" else person.nationality

    def _operator(self, id: str) -> str:
        craft = self._index.book.get(id, Spacecraft)
        return craft.operator if craft else ""

    def _certainty(self, ids: Iterable[str], field: str | None = None) -> str:
        """What the surest of the claims about these records says it is; nothing without a claim."""
        words = (claim.certainty for id in ids for claim in self._index.book.claims(id, field))
        return min(words, key=_RANKS.__getitem__, default="")
