"""Bars for single records: events as instants, stays and rides as intervals, missions as spans."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from math import inf

from tracker.domain.book import Book
from tracker.domain.moments import bounds_in, time_of
from tracker.domain.records import Event, Leg, Mission, Spacecraft
from tracker.domain.show_times import show
from tracker.domain.slip import plans_of, slip_of
from tracker.domain.stays import Stay
from tracker.domain.times import OPEN, Bounds, VagueTime
from tracker.i18n import _, ngettext
from tracker.models.feed_plans import told_of
from tracker.timeline.plan import DAY, NEUTRAL, Bar, Lane, Look, instant

TALK = frozenset({"announcement", "press conference", "statement", "conversation", "selection"})


class Pencil:
    """Collects lanes and bars of one plan. Each vessel has a colour slot, in the order of the book."""

    def __init__(self, book: Book, zone: tzinfo) -> None:
        self.book, self.zone = book, zone
        self.lanes: list[Lane] = []
        self.bars: list[Bar] = []
        self.stays: list[tuple[int, Stay]] = []  # which of the bars are whose
        # Stations first: they carry the longest bars, and the first colour is the calmest.
        vessels = sorted((c for c in book.of(Spacecraft) if c.is_vessel), key=lambda c: c.type != "station")
        self.slots = [craft.id for craft in vessels]

    def slot(self, vessel: str) -> int:
        return self.slots.index(vessel) if vessel in self.slots else NEUTRAL

    def lane(self, key: str, name: str, level: int = 0, **more: object) -> str:
        """Adds a lane and gives its key."""
        self.lanes.append(Lane(key, name, level, **more))  # type: ignore[arg-type]
        return key

    def event(self, lane: str, event: Event) -> None:
        """What happened, and under it what was planned; what has no time is left out."""
        for told in told_of(self.book, event, self._bounds):
            lower, upper = ends(self._bounds(told.time))
            movable = None if told.is_below or told.time.start is None else told.time
            self.bars.append(
                instant(
                    event.id,
                    lane,
                    lower,
                    upper,
                    look=Look.PLANNED if told.field == "planned" else self._look(event),
                    slot=self.slot(event.spacecraft),
                    label="" if told.is_below else event.name,
                    tip=self._event_tip(event),
                    start_time=movable,
                    also=(event.spacecraft, event.place, *event.people, *event.organisations),
                    is_plan_of_actual=told.is_below,
                    locked=self._why_locked(told.time, told.is_below),
                    is_superseded=told.is_superseded,
                    slip=told.slip,
                    said=(told.time, told.time),
                )
            )

    def undated(self, events: Iterable[Event]) -> Iterator[Bar]:
        """Those of the events that have no place in time: instants that may be anywhere in it."""
        for event in events:
            if not any(told_of(self.book, event, self._bounds)):
                tip, look = self._event_tip(event), self._look(event)
                yield instant(event.id, "", look=look, slot=self.slot(event.spacecraft), label=event.name, tip=tip)

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
                slot=self.slot(stay.vessel),
                label=label,
                tip=self._stay_tip(stay),
                start_time=self._event_time(stay.start_event) if is_ride else None,
                end_time=self._event_time(stay.end_event) if is_ride else None,
                said=(self._said(stay.start_event), self._said(stay.end_event)),
                also=(stay.person, stay.vessel, *stay.legs, stay.start_event, stay.end_event),
                locked=self._why_derived(stay),
            )
        )

    def mission(self, lane: str, mission: Mission, events: Sequence[Event]) -> None:
        """From the first to the last of its events that move something: solid as far as they happened,
        hollow from there to the last one that is only planned.
        """
        known = [item for item in flights(self.book, events) if span(item[1]) <= DAY]
        happened = [ends(bounds) for event, bounds in known if event.actual is not None]
        to_come = [ends(bounds) for event, bounds in known if event.actual is None]
        if len(known) < 2:
            return
        tip = "\n".join((mission.name, *filter(None, (mission.objective,))))
        why = _("A mission lasts as long as its events.")
        until = max((lower for lower, _upper in happened), default=None)
        is_under_way = until is not None and any(lower > until for lower, _upper in to_come)
        for part, look in ((happened, Look.ACTUAL), (to_come, Look.PLANNED)):
            if not part or (happened and look is Look.PLANNED and not is_under_way):
                continue
            a, b, c, d = _hull(part)
            if is_under_way and until is not None:
                a, b, c, d = (a, min(b, until), until, until) if look is Look.ACTUAL else (until, until, c, d)
            label = _duration(mission) if look is Look.PLANNED else ""
            self.bars.append(
                Bar(mission.id, lane, a, min(b, d), max(a, c), d, look=look, label=label, tip=tip, locked=why)
            )

    def _look(self, event: Event) -> Look:
        claims = self.book.claims(event.id)
        is_rumour = bool(claims) and all(claim.certainty == "rumoured" for claim in claims)
        return Look.RUMOURED if is_rumour else Look.ACTUAL

    def role(self, stay: Stay) -> str:
        leg = self.book.get(stay.legs[0], Leg) if stay.legs else None
        return leg.role if leg else ""

    def vessel_name(self, vessel: str) -> str:
        return self.book.name(vessel) or _("unknown vehicle")

    def _bounds(self, time: VagueTime | None) -> Bounds:
        return OPEN if time is None else bounds_in(self.book, time)

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
        quoted = _(" and ").join(f"“{name}”" for name in names)
        return _("A stay is changed by its events: {names}.").format(names=quoted or _("unknown"))

    def _event_tip(self, event: Event) -> str:
        actual, planned = self._when(event.actual), self._when(event.planned)
        lines = [event.name, actual, _("planned: {time}").format(time=planned) if planned else "", *self._slip(event)]
        words = {claim.certainty for claim in self.book.claims(event.id)}
        lines.append(", ".join(_(word) for word in sorted(words)))
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
        begun = self._when(time_of(self.book.get(stay.start_event, Event))) or _("unknown")
        ended = self._when(time_of(self.book.get(stay.end_event, Event))) or _("unknown")
        if stay.end_planned:
            ended = _("planned: {time}").format(time=ended)
        who = _("{person}, aboard {vessel}").format(
            person=self.book.name(stay.person), vessel=self.vessel_name(stay.vessel)
        )
        return "\n".join((who, _("from {time}").format(time=begun), _("to {time}").format(time=ended)))


def ends(bounds: Bounds) -> tuple[float, float]:
    """The bounds with infinity where they are open."""
    return (
        -inf if bounds.lower is None else float(bounds.lower),
        inf if bounds.upper is None else float(bounds.upper),
    )


def has_bounds(book: Book, time: VagueTime | None) -> bool:
    return time is not None and bounds_in(book, time) != OPEN


def flights(book: Book, events: Iterable[Event]) -> list[tuple[Event, Bounds]]:
    """The events that are not mere talk, with their bounds where both are known."""
    found = []
    for event in events:
        time = time_of(event)
        bounds = bounds_in(book, time) if time is not None else OPEN
        if event.type not in TALK and bounds.lower is not None and bounds.upper is not None:
            found.append((event, bounds))
    return found


def _hull(parts: Sequence[tuple[float, float]]) -> tuple[float, float, float, float]:
    """The earliest start and the latest end of moments that are each known within bounds."""
    lowers, uppers = [lower for lower, _upper in parts], [upper for _lower, upper in parts]
    return min(lowers), min(uppers), max(lowers), max(uppers)


def _duration(mission: Mission) -> str:
    days = mission.planned_duration
    return ngettext("{n} day planned", "{n} days planned", days).format(n=days) if days else ""


def span(bounds: Bounds) -> float:
    """The width of the bounds in seconds; infinite if one is open."""
    lower, upper = ends(bounds)
    return upper - lower
