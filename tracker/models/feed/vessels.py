"""By vessel: who is aboard as packed bars, how many as a strip of steps, and what is docked at which port."""

from collections.abc import Iterable, Sequence
from functools import partial
from math import inf

from tracker.collation import name_key
from tracker.domain.docked import Docked, clashes
from tracker.domain.head_counts import HeadCount, head_counts
from tracker.domain.records import Spacecraft
from tracker.domain.stays import Stay
from tracker.domain.times import OPEN
from tracker.i18n import _, counted, number
from tracker.models.feed import flights
from tracker.models.feed.bars import Pencil, ends
from tracker.models.feed.docks import docked_in
from tracker.models.feed.events import NONE
from tracker.models.feed.index import grouped
from tracker.models.feed.lanes import DERIVED, events, in_groups, vessel
from tracker.models.feed.sorting import from_vessel
from tracker.models.feed.view import View
from tracker.timeline.plans.plan import Bar, Count, Look


def by_vessel(pencil: Pencil, view: View) -> None:
    """Each vessel with its head count and its events, everybody who is ever aboard, or if nobody is known its flight,
    and its ports. The head count
    stands beside the vessel's name, where it sums up what is below; one that never changes is told by the bars.
    """
    index = pencil.index
    stays = (stay for person in index.travellers for stay in index.stays(person.id))
    aboard = grouped(stays, lambda stay: (stay.vessel,))
    counts, ports, unknown = head_counts(pencil.book), _ports(pencil), flights.unnamed(index)
    shown = [craft for craft in index.crafts if craft.id in aboard or craft.id in ports or _happens(pencil, craft)]
    for group, crafts in in_groups(pencil, view, shown, from_vessel):
        for craft in crafts:
            here = aboard.get(craft.id, [])
            own, steps = index.events_of_craft.get(craft.id, NONE), counts.get(craft.id, [])
            lane = vessel(pencil, group, craft.id, own, len({stay.person for stay in here}))
            if len(steps) > 1:
                _counts(pencil, lane, craft, steps)
            for flight in unknown.get(craft.id, ()):
                flights.draw(pencil, lane, craft, flight)
            _aboard(pencil, lane, here)
            _docked(pencil, lane, craft, ports.get(craft.id, []))
    events(pencil, "", index.shown[index.events.of("spacecraft").code[index.shown] < 0])


def _happens(pencil: Pencil, craft: Spacecraft) -> bool:
    return pencil.index.are_drawn(pencil.index.events_of_craft.get(craft.id, NONE))


def _counts(pencil: Pencil, lane: str, craft: Spacecraft, steps: Sequence[HeadCount]) -> None:
    """The strip is of everybody aboard, whatever the filter: a number that leaves some out would be false."""
    most = max(step.possible for step in steps)
    for step in steps:
        pencil.bars.append(
            Bar(
                craft.id,
                lane,
                step.start,
                step.start,
                step.end,
                step.end,
                look=Look.COUNT,
                slot=pencil.colours.of_vessel(craft.id),
                label=_in_figures(step),
                tell=partial(_in_words, craft, step),
                count=Count(step.certain, step.possible, most),
                locked=_("A head count is changed by the events that move people."),
            )
        )


def _in_figures(step: HeadCount) -> str:
    return "–".join(dict.fromkeys((number(step.certain), number(step.possible))))


def _in_words(craft: Spacecraft, step: HeadCount) -> str:
    sure = counted("{vessel}: {n} person aboard", "{vessel}: {n} people aboard", step.certain, vessel=craft.name)
    if step.certain == step.possible:
        return sure
    return _("{sure} for certain, {most} possible").format(sure=sure, most=number(step.possible))


def _aboard(pencil: Pencil, parent: str, stays: Sequence[Stay]) -> None:
    """In as few rows as the stays need, each named after its person."""
    if stays:
        lane = pencil.lane(parent, "aboard", _("Aboard"), stacks=True, locked=_(DERIVED))
        for stay in stays:
            pencil.stay(lane, stay, pencil.book.name(stay.person))


def _ports(pencil: Pencil) -> dict[str, list[Docked]]:
    """By station what docks with it."""
    found = (one for one in docked_in(pencil.index) if one.since != OPEN)
    shown = (one for one in found if pencil.index.passes(one.event.id, one.event.spacecraft, one.event.station))
    return grouped(shown, lambda one: (one.event.station,))


def _docked(pencil: Pencil, parent: str, craft: Spacecraft, found: Sequence[Docked]) -> None:
    """A lane for each port: those the station has in their order, then others that are named, then the unnamed one.
    Several have a heading.
    """
    if not found:
        return
    at_port = {
        port: [one for one in found if one.port[1] == port]
        for port in sorted({one.port[1] for one in found}, key=name_key)
    }
    known = {port.strip().casefold(): port.strip() for port in craft.ports}
    names = known | {port: at_port[port][0].event.port.strip() for port in at_port if port and port not in known}
    if "" in at_port:
        names[""] = _("Port not named")
    if len(names) > 1:
        parent = pencil.lane(parent, "ports", _("Docking ports"), is_group=True, count=len(names.keys() - {""}))
    clashing = {one.event.id for pair in clashes(found) for one in pair}
    for port, name in names.items():
        _port(pencil, pencil.lane(parent, f"port={port}", name, stacks=True), at_port.get(port, ()), clashing)


def _port(pencil: Pencil, lane: str, found: Iterable[Docked], clashing: set[str]) -> None:
    """What is docked follows from events; it is changed by changing these."""
    for one in found:
        (a, b), (c, d) = ends(one.since), ends(one.until)
        if one.left is None:  # nobody says that it leaves
            c = d = inf
        is_clash = one.event.id in clashing
        pencil.bars.append(
            Bar(
                one.event.id,
                lane,
                a,
                max(a, min(b, d)),
                min(d, max(c, a)),
                d,
                look=Look.PLANNED if one.event.actual is None else Look.ACTUAL,
                slot=pencil.colours.of_vessel(one.event.spacecraft),
                label=pencil.vessel_name(one.event.spacecraft),
                tell=partial(_docked_tip, pencil, one, is_clash),
                also=tuple(filter(None, (one.event.spacecraft, one.event.station, one.left.id if one.left else ""))),
                is_clash=is_clash,
                locked=_("What is docked is changed by its docking and undocking."),
            )
        )


def _docked_tip(pencil: Pencil, one: Docked, is_clash: bool) -> str:
    names = [pencil.book.name(id) for id in (one.event.spacecraft, one.event.station)]
    text = _("{vehicle}, docked with {station}").format(vehicle=names[0] or _("unknown vehicle"), station=names[1])
    warning = _("Another vehicle is at this port: a relocation may be missing.")
    return "\n".join(
        (text, *pencil.from_to(one.event.id, one.left.id if one.left else ""), *([warning] if is_clash else []))
    )
