"""A bar in words: its name, its lane, when it was and how sure that is.

What a screen reader says of a bar and what stands in the list beside the timeline come from here. Knows no Qt.
"""

from datetime import tzinfo
from math import inf, isinf

from tracker.domain.show_times import show
from tracker.domain.times import Precision, VagueTime, at, floored, from_seconds, seconds
from tracker.i18n import N_, _, counted
from tracker.timeline.plans.plan import DAY, Bar, Lane, Look

CERTAINTIES = {
    Look.ACTUAL: N_("stated"),
    Look.PLANNED: N_("planned"),
    Look.RUMOURED: N_("rumoured"),
    Look.COUNT: N_("counted"),
}


def words(bar: Bar, lane: Lane, zone: tzinfo) -> str:
    """Everything that is seen of a bar, as one line."""
    said = _("{name}, lane {lane}, {time}, {certainty}").format(
        name=name(bar), lane=lane_words(lane), time=when(bar, zone), certainty=_certainty(bar)
    )
    return _("{words}, slip {slip}").format(words=said, slip=bar.slip) if bar.slip else said


def undated_words(bar: Bar, zone: tzinfo) -> str:
    """The same of what has no place in time, and therefore none in a lane."""
    return _("{name}, {time}, {certainty}").format(name=name(bar), time=when(bar, zone), certainty=_certainty(bar))


def band_words(count: int, bar: Bar, lane: Lane, zone: tzinfo) -> str:
    """What is seen of many bars that are too near to be told apart."""
    return counted(
        "{n} bar, lane {lane}, from {first} to {last}",
        "{n} bars, lane {lane}, from {first} to {last}",
        count,
        lane=lane_words(lane),
        first=_edge(bar.start_lower, zone),
        last=_edge(bar.end_upper, zone, is_end=True),
    )


def heading_words(lane: Lane, group: str, is_empty: bool) -> str:
    """What is seen of a lane in the column of their names; in many a group there is one of the same name."""
    text = _("group {lane}") if lane.is_group else _("lane {lane}")
    parts = [text.format(lane=lane_words(lane))]
    if group:
        parts.append(_("in {group}").format(group=group))
    if lane.count is not None:
        parts.append(counted("{n} in it", "{n} in it", lane.count))
    if is_empty:
        parts.append(_("nothing in view"))
    return ", ".join(parts)


def _certainty(bar: Bar) -> str:
    return _("planned before") if bar.is_superseded else _(CERTAINTIES[bar.look])


def lane_words(lane: Lane) -> str:
    """A lane's name, and what has been done to it."""
    states = (lane.is_collapsed and _("collapsed"), lane.is_pinned and lane.level == 0 and _("pinned"))
    return " ".join((lane.name, *(f"({state})" for state in states if state)))


def name(bar: Bar) -> str:
    """What it is called: a bar under its own heading has no label, but says on hovering what it is."""
    return bar.tip.partition("\n")[0] or bar.label or _("without a name")


def when(bar: Bar, zone: tzinfo) -> str:
    """The moment of an instant, or both ends of an interval."""
    if bar.is_instant:
        return _moment(_stated(bar, 0), bar.start_lower, bar.start_upper, zone)
    # Where nothing is known of an end, its bounds are only those that the other end gives it.
    start_upper = inf if isinf(bar.start_lower) else bar.start_upper
    end_lower = -inf if isinf(bar.end_upper) else bar.end_lower
    start = _moment(_stated(bar, 0), bar.start_lower, start_upper, zone)
    end = _moment(_stated(bar, 1), end_lower, bar.end_upper, zone)
    return _("start and end {time}").format(time=start) if start == end else _both(start, end)


def _stated(bar: Bar, end: int) -> VagueTime | None:
    """The time as a source says it, "about" and all; of one that hangs on another event only the bounds are known."""
    time = bar.said[end] or (bar.start_time, bar.end_time)[end]
    return None if time is None or time.start is None else time


def _both(start: str, end: str) -> str:
    return _("start {start}, end {end}").format(start=start, end=end)


def _moment(time: VagueTime | None, lower: float, upper: float, zone: tzinfo) -> str:
    """The stated time, or what the bounds tell of it."""
    if time is not None:
        return show(time, zone)
    if isinf(lower) and isinf(upper):
        return _("unknown")
    if isinf(lower):
        return _("before {time}").format(time=_edge(upper, zone))
    if isinf(upper):
        return _("not earlier than {time}").format(time=_edge(lower, zone))
    return _unit(lower, upper, zone) or _("between {start} and {end}").format(
        start=_edge(lower, zone), end=_edge(upper, zone, is_end=True)
    )


def _unit(lower: float, upper: float, zone: tzinfo) -> str:
    """The bounds as one minute, day, month and so on, if that is just what they are."""
    if lower == upper:
        return _edge(lower, zone)
    start = from_seconds(lower)
    for precision in (p for p in Precision if p not in (Precision.HOUR, Precision.UNKNOWN)):
        time = VagueTime(start, precision)
        if floored(start, precision) == start and time.end and seconds(time.end) == upper:
            return show(time, zone)
    return ""


def _edge(moment: float, zone: tzinfo, *, is_end: bool = False) -> str:
    """Midnight stands for a day, as it does in coarse times; a span that ends there ends with the day before."""
    if moment % DAY == 0:
        return show(at(from_seconds(moment - is_end), Precision.DAY), zone)
    return show(at(from_seconds(moment), Precision.MINUTE if moment % 60 == 0 else Precision.SECOND), zone)
