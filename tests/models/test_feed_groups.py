"""Groups, colours and filters of the timeline, on the article's mission."""

from dataclasses import replace

import pytest

from tests.timeline.article_book import article_book, records
from tracker.document import Document
from tracker.domain import edtf
from tracker.domain.book import Book
from tracker.domain.listings import LISTINGS
from tracker.domain.records import Claim, Event, Mission, Organisation, Person, Spacecraft
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import COLOURS, KINDS, Filter, View
from tracker.models.table import RecordTable
from tracker.models.table_filter import TableFilter
from tracker.settings import Settings
from tracker.timeline.plans.plan import DAY, NEUTRAL, SLOTS, Plan


@pytest.fixture(scope="module")
def book() -> Book:
    """The article's, with two nationalities and an operator."""
    named = {
        "peresild": Person(id="peresild", name="Yulia Peresild", nationality="Russian", organisation="agency"),
        "novitsky": Person(id="novitsky", name="Oleg Novitsky", nationality="Soviet"),
        "ms19": Spacecraft(id="ms19", name="Soyuz MS-19", type="capsule", operator="agency"),
    }
    agency = Organisation(id="agency", name="An agency")
    return Book([agency, *(named.get(record.id, record) for record in records())])


ALL = [(kind, group) for kind in KINDS for group in ("", *View(kind).groups())]


@pytest.mark.parametrize(("kind", "group"), ALL)
def test_lanes_in_groups_have_parents_and_keys_of_their_own(book: Book, kind: str, group: str) -> None:
    drawn = feed.plan(book, View(kind, group))
    keys = [lane.key for lane in drawn.lanes]
    assert len(keys) == len(set(keys))
    assert {bar.lane for bar in drawn.bars} <= set(keys)
    for lane in drawn.lanes:
        above = [other for other in drawn.lanes if lane.key.startswith(f"{other.key}/")]
        assert lane.level == len(above)
    assert [lane.key for lane in feed.plan(book, View(kind, group)).lanes] == keys


def headings(drawn: Plan) -> list[tuple[str, int | None]]:
    return [(lane.name, lane.count) for lane in drawn.lanes if lane.level == 0 and "=" in lane.key]


def test_crew_by_nationality_counts_people_and_soviet_is_not_russian(book: Book) -> None:
    drawn = feed.plan(book, View("crew", "nationality", "nationality"))
    assert headings(drawn) == [("Russian", 1), ("Soviet", 1), ("Nationality not known", 8)]
    slots = {lane.name: lane.slot for lane in drawn.lanes if lane.key.find("=") > 0}
    assert slots["Russian"] != slots["Soviet"]
    assert slots["Oleg Novitsky"] == slots["Soviet"]
    assert slots["a Frenchman"] == NEUTRAL
    assert drawn.slots == ("Russian", "Soviet")
    assert (drawn.colour_title, drawn.no_colour) == ("Nationality", "nationality not known")


def test_vessels_by_operator(book: Book) -> None:
    assert headings(feed.plan(book, View("vessel", "operator"))) == [("An agency", 1), ("Operator not known", 2)]


@pytest.mark.parametrize("colour", COLOURS)
def test_every_slot_has_a_name(book: Book, colour: str) -> None:
    drawn = feed.plan(book, View(colour_by=colour))
    assert all(bar.slot == NEUTRAL or drawn.slots[bar.slot] for bar in drawn.bars)
    assert any(bar.slot != NEUTRAL for bar in drawn.bars)


def test_certainty_is_that_of_the_claim_about_the_time() -> None:
    rumour = Claim(id="rumour", about="filming", field="planned", certainty="rumoured", source="source")
    drawn = feed.plan(Book([*records(), rumour]), View(colour_by="certainty"))
    named = {bar.key: drawn.slots[bar.slot] for bar in drawn.bars if bar.slot != NEUTRAL}
    assert named == {"docking": "stated", "filming": "rumoured"}


def many_crafts(*series: str) -> list[Spacecraft]:
    return [
        Spacecraft(id=f"{name}{n}", name=f"{name} {n}", type="capsule")
        for name in series
        for n in range(SLOTS // len(series) + 2)
    ]


def test_of_more_vessels_than_can_be_told_apart_a_colour_stands_for_a_series() -> None:
    book = Book([*records(), *many_crafts("Vostok", "Союз")])
    drawn = feed.plan(book)
    assert {"Vostok", "Союз", "Soyuz MS"} <= {*drawn.slots}
    assert "other" not in drawn.slots
    assert drawn.colour_title == "Vessels by series"
    slots = {lane.name: lane.slot for lane in feed.plan(book, View("vessel", "series")).lanes if lane.is_group}
    assert slots["Soyuz MS"] == slots["Soyuz MS-19"] == drawn.slots.index("Soyuz MS")


def test_beyond_what_can_be_told_apart_the_rarest_are_other() -> None:
    names = [f"{chr(ord('A') + n)}craft" for n in range(SLOTS + 2)]
    drawn = feed.plan(Book([*records(), *many_crafts(*names), *many_crafts("Vostok")]))
    assert drawn.slots[SLOTS:] == ("other",)
    assert "Vostok" in drawn.slots


def test_missions_are_grouped_by_station_by_series_and_by_launch_site() -> None:
    labels = View("mission").groups()
    assert {"station": "Station", "series": "Series", "place": "Launch site"}.items() <= labels.items()
    book, station = article_book(), "International Space Station"
    assert feed.plan(book, View("mission", "station")).lanes[0].name == station
    assert "Soyuz MS" in {lane.name for lane in feed.plan(book, View("mission", "series")).lanes if not lane.level}
    assert station in {lane.name for lane in feed.plan(book, View("vessel", "station")).lanes if not lane.level}


@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_leaves_what_involves_its_records(kind: str) -> None:
    book = article_book()
    drawn = feed.plan(book, View(kind, filter=Filter("crew", "peresild")))
    assert {bar.also[0] for bar in drawn.bars if bar.key.startswith(("up-", "down-"))} == {"peresild"}
    everything = feed.plan(book, View(kind))
    assert 0 < len(drawn.bars) < len(everything.bars)
    assert tuple(feed.plan(book, View(kind), left=["peresild"]).bars) == tuple(drawn.bars)


def test_a_mission_s_filter_leaves_all_that_belongs_to_it() -> None:
    drawn = feed.plan(article_book(), View(filter=Filter("missions", "film")))
    keys = {bar.key for bar in drawn.bars}
    assert {"docking", "up-peresild", "tweet"} <= keys
    assert "hollywood" not in keys


def test_what_the_table_in_view_shows_is_told_to_whoever_asks(document: Document, settings: Settings) -> None:
    crew, events = (RecordTable(document, LISTINGS[name], settings) for name in ("crew", "events"))
    shared, heard = TableFilter(), list[Filter]()
    shared.changed.connect(lambda: heard.append(shared.filter))
    shared.follow(crew)
    assert shared.left is None
    crew.set_filter("peresild")
    assert shared.left == frozenset(crew.shown)
    assert len(crew.shown) == 1
    shared.follow(events)
    crew.set_filter("")
    assert shared.filter == Filter("events", "")
    assert heard == [Filter("crew", ""), Filter("crew", "peresild"), Filter("events", "")]


def test_a_mission_that_only_its_vessel_flies_has_one_lane_in_its_colour() -> None:
    """Of 300 missions without a crew each would else have two headings of one name."""
    book = article_book()
    craft = Spacecraft(id="v1", name="Vostok 1", type="capsule")
    mission = Mission(id="m1", name="Vostok 1", spacecraft=("v1",))
    launch = Event(id="l1", name="Launch", type="launch", mission="m1", spacecraft="v1", actual=edtf.read("1961-04-12"))
    drawn = feed.plan(Book([*book, craft, mission, launch]))
    [lane] = [lane for lane in drawn.lanes if lane.name == "Vostok 1"]
    assert {bar.key for bar in drawn.bars if bar.lane == lane.key} == {"l1"}
    assert drawn.slots[lane.slot] == "Vostok 1"
    other = feed.plan(Book([*book, craft, replace(mission, name="First man"), launch]))
    assert [lane.name for lane in other.lanes if "m1" in lane.key] == ["First man", "Vostok 1"]


def test_many_missions_are_seen_at_first_all_and_one_by_its_days() -> None:
    def flown(n: int) -> tuple[Mission, Event]:
        day = edtf.read(f"{1961 + n}-04-12")
        mission = Mission(id=f"m{n}", name=f"Mission {n}")
        return mission, Event(id=f"e{n}", name="Launch", type="launch", mission=f"m{n}", actual=day)

    def years(book: Book) -> float:
        lower, upper = feed.plan(book).home
        return (upper - lower) / DAY / 365

    several = [record for n in range(5) for record in flown(n)]
    assert years(Book(several)) > 4
    assert years(Book([*article_book(), *several])) < 1, "the article's is what most records are about"
