"""Bars for single records: events as instants, stays and rides as intervals, missions as spans."""

from collections.abc import Iterator
from datetime import tzinfo
from functools import partial
from math import inf

from tracker.domain.choices import CERTAINTY
from tracker.domain.moments import time_of
from tracker.domain.records import Event, Leg, Mission
from tracker.domain.show_times import show
from tracker.domain.slip import plans_of, slip_of
from tracker.domain.stays import Stay
from tracker.domain.times import Bounds, VagueTime
from tracker.i18n import _, counted, quoted
from tracker.models.feed.colours import Colours
from tracker.models.feed.events import Places
from tracker.models.feed.index import Index
from tracker.models.feed.plans import told_of
from tracker.models.feed.times import Floats
from tracker.timeline.plans.plan import Bar, Lane, Look, instant

RUMOUR = {"rumoured"}


class Pencil:
    """Collects lanes and bars of one plan."""

    def __init__(self, index: Index, colours: Colours, zone: tzinfo) -> None:
        self.index, self.book, self.colours, self.zone = index, index.book, colours, zone
        self.lanes: list[Lane] = []
        self.bars: list[Bar] = []
        self.placed: list[tuple[int, Places]] = []  # which lane has which events, by their places
        self.stays: list[tuple[int, Stay]] = []  # which of the bars are whose
        self._levels = {"": -1}
        self._number: dict[str, int] = {}

    def lane(self, parent: str, key: str, name: str, **more: object) -> str:
        """Adds a lane below another, "" for none, and gives its whole key, which stays the same from plan to plan."""
        whole = f"{parent}/{key}" if parent else key
        level = self._levels[whole] = self._levels[parent] + 1
        self._number[whole] = len(self.lanes)
        self.lanes.append(Lane(whole, name, level, **more))  # type: ignore[arg-type]
        return whole

    def events(self, lane: str, places: Places) -> None:
        """What happened, and under it what was planned; what has no time is left out. Only what is odd is made here."""
        events = self.index.events
        drawn, odd = places[self.index.is_drawn[places]], events.is_odd
        self.placed.append((self._number[lane], drawn[~odd[drawn]]))
        for place in drawn[odd[drawn]].tolist():
            self.bars += self.event(lane, events[place])

    def event(self, lane: str, event: Event) -> Iterator[Bar]:
        """All bars of one event, the main one last."""
        for told in told_of(self.book, event, self.index.bounds):
            lower, upper = ends(self.index.bounds(told.time))
            movable = None if told.is_below or told.time.start is None else told.time
            yield instant(
                event.id,
                lane,
                lower,
                upper,
                look=Look.PLANNED if told.field == "planned" else self._look(event),
                slot=self.colours.of_event(event, told.field),
                label="" if told.is_below else event.name,
                tell=partial(self._event_tip, event),
                start_time=movable,
                also=(event.spacecraft, event.place, *event.people, *event.organisations),
                is_plan_of_actual=told.is_below,
                locked=self._why_locked(told.time, told.is_below),
                is_superseded=told.is_superseded,
                slip=told.slip,
                said=(told.time, told.time),
            )

    def undated(self, places: Places) -> Iterator[Bar]:
        """Those of the events that have no place in time: instants that may be anywhere in it."""
        for place in places[~self.index.is_drawn[places]].tolist():
            event = self.index.events[place]
            look, slot = self._look(event), self.colours.of_event(event, "actual")
            yield instant(event.id, "", look=look, slot=slot, label=event.name, tell=partial(self._event_tip, event))

    def stay(self, lane: str, stay: Stay, label: str) -> None:
        """A ride or a stay; its ends can be dragged where they are those of the ride."""
        (a, b), (c, d) = ends(stay.start), ends(stay.end)
        if stay.is_open:  # nobody says that it ends
            c = d
        leg = self.book.get(stay.legs[0], Leg) if stay.legs else None
        is_ride = leg is not None and stay.end_event == leg.arrival and stay.vessel == leg.spacecraft
        self.stays.append((len(self.bars), stay))
        self.bars.append(
            Bar(
                stay.legs[0] if stay.legs else stay.start_event,
                lane,
                a,
                max(a, min(b, d)),
                min(d, max(c, a)),
                d,
                look=Look.PLANNED if stay.planned else Look.ACTUAL,
                slot=self.colours.of_stay(stay),
                label=label,
                tell=partial(self._stay_tip, stay),
                start_time=self._event_time(stay.start_event) if is_ride else None,
                end_time=self._event_time(stay.end_event) if is_ride else None,
                said=(self._said(stay.start_event), self._said(stay.end_event)),
                also=(stay.person, stay.vessel, *stay.legs, stay.start_event, stay.end_event),
                locked=self._why_derived(stay),
            )
        )

    def mission(self, lane: str, mission: Mission, places: Places) -> None:
        """From the first to the last of its events that move something: solid as far as they happened,
        hollow from there to the last one that is only planned.
        """
        known, when = self.index.flights(places), self.index.times
        if len(known) < 2:
            return
        has_happened = when.has_happened[known]
        parts = (known[has_happened], known[~has_happened])
        happened, to_come = ((when.lower[part], when.upper[part]) for part in parts)
        why = _("A mission lasts as long as its events.")
        until = float(happened[0].max()) if has_happened.any() else None
        is_under_way = until is not None and bool((to_come[0] > until).any())
        for part, look in ((happened, Look.ACTUAL), (to_come, Look.PLANNED)):
            if not len(part[0]) or (until is not None and look is Look.PLANNED and not is_under_way):
                continue
            a, b, c, d = _hull(*part)
            if is_under_way and until is not None:
                a, b, c, d = (a, min(b, until), until, until) if look is Look.ACTUAL else (until, until, c, d)
            label = _duration(mission) if look is Look.PLANNED else ""
            slot = self.colours.of_mission(mission)
            times, tell = (a, min(b, d), max(a, c), d), partial(_mission_tip, mission)
            self.bars.append(Bar(mission.id, lane, *times, look=look, slot=slot, label=label, tell=tell, locked=why))

    def _look(self, event: Event) -> Look:
        said = self.index.events.certainties.get(self.index.events.place(event.id))
        return Look.RUMOURED if said == RUMOUR else Look.ACTUAL

    def vessel_name(self, vessel: str) -> str:
        return self.book.name(vessel) or _("unknown vehicle")

    def _said(self, id: str) -> VagueTime | None:
        return time_of(self.book.get(id, Event))

    def _event_time(self, id: str) -> VagueTime | None:
        time = time_of(self.book.get(id, Event))
        return time if time is not None and time.start is not None else None

    def _when(self, time: VagueTime | None) -> str:
        return show(time, self.zone, self.book.name)

    def _why_locked(self, time: VagueTime, is_below: bool) -> str:
        if is_below:
            return _("The plan of what has happened is changed in its form.")
        return "" if time.start else _("“{time}” moves with that event.").format(time=self._when(time))

    def _why_derived(self, stay: Stay) -> str:
        names = (self.book.name(id) for id in dict.fromkeys((stay.start_event, stay.end_event)) if id)
        listed = _(" and ").join(quoted(name) for name in names)
        return _("A stay is changed by its events: {names}.").format(names=listed or _("unknown"))

    def _event_tip(self, event: Event) -> str:
        actual, planned = self._when(event.actual), self._when(event.planned)
        lines = [event.name, actual, _("planned: {time}").format(time=planned) if planned else "", *self._slip(event)]
        words = {claim.certainty for claim in self.book.claims(event.id)}
        lines.append(", ".join(_(word) for word, __ in CERTAINTY if word in words))
        return "\n".join(line for line in (*lines, event.quotation) if line)

    def _slip(self, event: Event) -> Iterator[str]:
        """The plans that were given up, and how far it slipped from the first."""
        plans = plans_of(self.book, event)
        gone = plans[: len(plans) - (event.planned is not None)]
        if gone:
            yield _("planned before: {times}").format(times="; ".join(map(self._when, gone)))
        slip = slip_of(self.book, event)
        if slip is not None and slip.count:
            yield _("slip: {time}").format(time=slip)

    def _stay_tip(self, stay: Stay) -> str:
        who = _("{person}, aboard {vessel}").format(
            person=self.book.name(stay.person), vessel=self.vessel_name(stay.vessel)
        )
        return "\n".join((who, *self.from_to(stay.start_event, stay.end_event)))

    def from_to(self, start: str, end: str) -> tuple[str, str]:
        """When something began and ended, by its events; "" for one that nobody names."""
        begun, ended = (self.book.get(id, Event) for id in (start, end))
        until = self._when(time_of(ended)) or _("unknown")
        if ended is not None and ended.actual is None and ended.planned is not None:
            until = _("planned: {time}").format(time=until)
        since = self._when(time_of(begun)) or _("unknown")
        return _("from {time}").format(time=since), _("to {time}").format(time=until)


def ends(bounds: Bounds) -> tuple[float, float]:
    """The bounds with infinity where they are open."""
    return (
        -inf if bounds.lower is None else float(bounds.lower),
        inf if bounds.upper is None else float(bounds.upper),
    )


def _hull(lower: Floats, upper: Floats) -> tuple[float, float, float, float]:
    """The earliest start and the latest end of moments that are each known within bounds."""
    return float(lower.min()), float(upper.min()), float(lower.max()), float(upper.max())


def _mission_tip(mission: Mission) -> str:
    return "\n".join((mission.name, *filter(None, (mission.objective,))))


def _duration(mission: Mission) -> str:
    days = mission.planned_duration
    return counted("{n} day planned", "{n} days planned", days) if days else ""
