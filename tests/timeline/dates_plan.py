"""A plan with every kind of date and every look of it, to be looked at (tests/gallery.py) and tested."""

from datetime import UTC, datetime
from math import inf

from tracker.domain import edtf
from tracker.domain.times import VagueTime, seconds
from tracker.timeline.plans.plan import DAY, NEUTRAL, Bar, Lane, Link, Look, Plan, instant

T0 = float(seconds(datetime(2021, 10, 1, tzinfo=UTC)))
LANES = {
    "exact": "To the minute, hour, day",
    "about": "About",
    "not_earlier": "Not earlier than",
    "not_later": "Not later than",
    "before": "Before another event",
    "after": "After another event",
    "slips": "Planned, revised, actual",
    "early": "Earlier than planned",
    "stay": "Stay, soft start",
    "stay_about": "Stay, about",
    "stay_open": "Stay, not earlier than",
    "stay_before": "Stay, before another event",
    "going": "Soyuz MS-19",
    "coming": "Space station",
}


def event(key: str, lane: str, text: str, label: str = "", **more: object) -> Bar:
    time = edtf.read(text)
    assert time is not None
    lower, upper = time.bounds()
    return instant(
        key,
        lane,
        -inf if lower is None else float(lower),
        inf if upper is None else float(upper),
        label=label or key,
        said=(time, time),
        **more,
    )


def looks(key: str, lane: str, day: int, form: str) -> list[Bar]:
    """One date three times: stated, planned, rumoured."""
    return [
        event(f"{key} {look.name.lower()}", lane, form.format(f"2021-10-{day + 8 * look:02}"), look=look)
        for look in (Look.ACTUAL, Look.PLANNED, Look.RUMOURED)
    ]


def hanging(key: str, lane: str, time: VagueTime, look: Look = Look.ACTUAL) -> Bar:
    """Before or after the docking at noon of 14 October."""
    docking = T0 + 13.5 * DAY
    lower, upper = (-inf, docking) if time.sense == "before" else (docking, inf)
    return instant(key, lane, lower, upper, look=look, label=key, said=(time, time))


def stay(key: str, lane: str, *days: float, start: str = "", end: str = "", slot: int = NEUTRAL) -> Bar:
    a, b, c, d = (T0 + day * DAY for day in days)
    said = (edtf.read(start) if start else None, edtf.read(end) if end else None)
    return Bar(key, lane, a, b, c, d, label=key, said=said, slot=slot)


def slipped(key: str, lane: str, slip: str, *texts: str) -> list[Bar]:
    """The plans from the first on, then what happened."""
    *plans, actual = texts
    below = [
        event(
            key,
            lane,
            text,
            " ",
            look=Look.PLANNED,
            is_plan_of_actual=True,
            is_superseded=place < len(plans) - 1,
            slip=slip if place == 0 else "",
        )
        for place, text in enumerate(plans)
    ]
    return [*below, event(key, lane, actual, slip=slip)]


def dates_plan() -> Plan:
    before, after = edtf.read("before:docking"), edtf.read("after:docking")
    assert before is not None
    assert after is not None
    bars = [
        event("docking", "exact", "2021-10-14T12:00Z"),
        event("hour", "exact", "2021-10-05T10Z"),
        *looks("day", "exact", 8, "{}"),
        *looks("about", "about", 3, "{}T12:00Z~"),
        *looks("about a day", "about", 6, "{}~"),
        *looks("from", "not_earlier", 3, "{}/.."),
        event("from about", "not_earlier", "2021-10-24~/.."),
        event("from before the view", "not_earlier", "2021-09-01/.."),
        *looks("until", "not_later", 4, "../{}"),
        hanging("before docking", "before", before),
        hanging("planned before docking", "before", before, Look.PLANNED),
        hanging("after docking", "after", after),
        *slipped("launch", "slips", "+7 d", "2021-10-03", "2021-10-05", "2021-10-08", "2021-10-10"),
        *slipped("undocking", "slips", "+12 h", "2021-10-17T08:00Z", "2021-10-17T20:00Z"),
        *slipped("landing", "early", "−4 d", "2021-10-12", "2021-10-08"),
        stay("day to day", "stay", 4, 5, 12, 13),
        stay("about to about", "stay_about", 3, 6, 14, 19, start="2021-10-05~", end="2021-10-16~"),
        stay("until at least", "stay_open", 4, 4, 12, inf, end="2021-10-13/..", slot=1),
        stay("since before docking", "stay_before", -inf, 13.5, 20, 20, start="before:docking", slot=0),
        stay("ride", "going", 10, 10, 13.5, 13.5, slot=1),
        stay("aboard", "coming", 13.5, 13.5, 22, 22, slot=0),
    ]
    links = (
        Link("ride", "aboard", T0 + 13.5 * DAY, T0 + 13.5 * DAY, "going", "coming"),
        *(
            Link(key, "docking", T0 + 13.5 * DAY, T0 + 13.5 * DAY, is_tie=True)
            for key in ("before docking", "planned before docking", "after docking", "since before docking")
        ),
    )
    return Plan(
        title="Every kind of date",
        subtitle="As a source says it, and as it is drawn",
        lanes=tuple(
            Lane(key, name, stacks=key in ("about", "not_earlier", "not_later", "before", "after"))
            for key, name in LANES.items()
        ),
        bars=tuple(bars),
        slots=("Space station", "Soyuz MS-19"),
        home=(T0, T0 + 31 * DAY),
        links=links,
        undated=(instant("sputnik", "", label="Launch of Sputnik"), instant("laika", "", label="Laika")),
    )
