"""From records to lanes and bars: the article's mission as the timeline draws it."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from math import inf

import pytest

from tests.timeline.article_book import article_book
from tracker.domain import edits, edtf
from tracker.domain.book import Book
from tracker.domain.records import Event, Mission, Record
from tracker.domain.times import Precision, VagueTime, seconds
from tracker.models.feed import changes
from tracker.models.feed import timeline as feed
from tracker.models.feed.view import KINDS, View
from tracker.timeline.drawing.rows import arrange
from tracker.timeline.plans.plan import DAY, Bar, Look, Plan

SOME_DAY = VagueTime(datetime(2021, 10, 6, tzinfo=UTC), Precision.DAY)


@pytest.fixture(scope="module")
def book() -> Book:
    return article_book()


@pytest.fixture(scope="module")
def plan(book: Book) -> Plan:
    return feed.plan(book)


def at(text: str) -> float:
    return float(seconds(datetime.fromisoformat(text).replace(tzinfo=UTC)))


def bar(plan: Plan, key: str) -> Bar:
    return next(one for one in plan.bars if one.key == key)


def below(plan: Plan, heading: str) -> list[str]:
    """The names of the lanes under a group's heading."""
    names = [lane.name for lane in plan.lanes]
    first = names.index(heading) + 1
    level = plan.lanes[first - 1].level
    rest = plan.lanes[first:]
    end = next((n for n, lane in enumerate(rest) if lane.level <= level), len(rest))
    return [lane.name for lane in rest[:end]]


@pytest.mark.parametrize("view", KINDS)
def test_every_bar_has_its_lane_and_its_record(book: Book, view: str) -> None:
    drawn = feed.plan(book, View(view))
    lanes = Counter(lane.key for lane in drawn.lanes)
    assert set(lanes.values()) == {1}
    assert all(one.lane in lanes and one.key in book for one in drawn.bars)
    assert all(one.start_lower <= one.end_upper for one in drawn.bars)


@pytest.mark.parametrize("view", KINDS)
def test_every_dated_event_and_everybody_can_be_selected(book: Book, view: str) -> None:
    rows = arrange(feed.plan(book, View(view)), 1.0, lambda text: 6.0 * len(text))
    wanted = [event.id for event in book.of(Event) if event.id not in ("sputnik", "gagarin")]
    assert [id for id in [*wanted, "peresild", "unnamed3", "ms19"] if not rows.of_key(id)] == []


def test_mission_spacecraft_people(plan: Plan) -> None:
    assert below(plan, "Soyuz MS-19") == ["Anton Shkaplerov", "Yulia Peresild", "Klim Shipenko"]
    assert len(below(plan, "International Space Station")) == 7
    counts = {lane.name: lane.count for lane in plan.lanes if lane.is_group}
    assert counts["Soyuz MS-19"] == 3
    assert counts["International Space Station"] == 7
    assert counts["unnamed return capsule"] == 3
    assert counts["Soyuz MS-19 film mission"] == 10


def test_the_swap_is_drawn_as_it_was(plan: Plan) -> None:
    """Peresild goes up on one vessel, under whose heading she stands, and comes down on another; Shkaplerov stays."""
    story = {
        name: [(one.label, one.look) for one in plan.bars if name in one.also] for name in ("peresild", "shkaplerov")
    }
    station = ("International Space Station", Look.ACTUAL)
    up, down = ("", Look.ACTUAL), ("unnamed return capsule", Look.PLANNED)
    assert story["peresild"] == [up, station, down]
    assert story["shkaplerov"] == [up, station]


def test_a_mission_is_solid_as_far_as_it_happened_and_hollow_from_there(plan: Plan) -> None:
    solid, hollow = (one for one in plan.bars if one.key == "mission")
    assert (solid.look, hollow.look) == (Look.ACTUAL, Look.PLANNED)
    assert (solid.start_lower, solid.end_upper) == (at("2021-10-05"), at("2021-10-05T12:22"))
    assert (hollow.start_lower, hollow.end_upper) == (at("2021-10-05T12:22"), at("2021-10-18"))
    assert hollow.label == "12 days planned"


def test_a_stay_that_nobody_ends_is_open(plan: Plan) -> None:
    stay = next(one for one in plan.bars if "shkaplerov" in one.also and one.slot == 0)
    assert (stay.end_lower, stay.end_upper) == (inf, inf)
    assert stay.start_lower == at("2021-10-05T12:22")


def test_a_day_is_a_day_wide_and_a_minute_a_minute(plan: Plan) -> None:
    launch, docking = bar(plan, "launch"), bar(plan, "docking")
    assert launch.end_upper - launch.start_lower == DAY
    assert docking.end_upper - docking.start_lower == 60
    assert bar(plan, "landing").look is Look.PLANNED
    assert docking.look is Look.ACTUAL


def test_what_has_no_date_is_kept_apart(plan: Plan) -> None:
    assert not {"sputnik", "gagarin"} & {one.key for one in plan.bars}
    assert [(one.key, one.label) for one in plan.undated] == [
        ("sputnik", "Launch of Sputnik"),
        ("gagarin", "First man in orbit"),
    ]


def test_home_is_the_mission_and_not_what_lies_years_away(plan: Plan) -> None:
    lower, upper = plan.home
    assert at("2021-10-03") < lower < at("2021-10-05")
    assert at("2021-10-18") < upper < at("2021-10-22")
    assert plan.extent[0] == at("2020-01-01")


def flights_of(*days: str) -> Iterator[Record]:
    """A mission of one day for each."""
    for day in days:
        mission = Mission(name=day)
        yield mission
        for way in ("launch", "landing"):
            yield Event(name=way, type=way, mission=mission.id, actual=edtf.read(day))


def test_home_is_all_missions_where_none_is_the_main_one() -> None:
    days = ("1961-04-12", "1969-07-16", "2021-10-05")
    lower, upper = feed.plan(Book(flights_of(*days))).home
    assert lower < at(days[0]) - 365 * DAY
    assert at(days[-1]) < upper
    talk = Event(name="Announced", type="announcement", mission="", actual=edtf.read("1903"))
    assert feed.plan(Book((*flights_of(*days), talk))).home == (lower, upper)


def test_home_is_the_mission_that_more_than_half_is_about() -> None:
    main, other = list(flights_of("2021-10-05")), list(flights_of("1961-04-12"))
    more = [Event(name="Docking", type="docking", mission=main[0].id, actual=edtf.read("2021-10-06"))]
    lower, upper = feed.plan(Book((*other, *main, *more))).home
    assert at("2021-10-04") < lower < at("2021-10-05")
    assert at("2021-10-07") <= upper < at("2021-10-08")


def test_the_source_is_cited(plan: Plan) -> None:
    [line] = plan.sources
    assert line.endswith("Washington Newsday, AFP, 5 Oct 2021")


def test_a_plan_lies_under_what_came_of_it() -> None:
    book = article_book()
    landed = Event(
        id="landing",
        name="Landing",
        type="landing",
        mission="mission",
        planned=edtf.read("2021-10-17"),
        actual=edtf.read("2021-10-17T04:35Z"),
    )
    book.apply(edits.change(book, landed).changes)
    looks = {one.look: one for one in feed.plan(book).bars if one.key == "landing"}
    assert looks[Look.PLANNED].is_plan_of_actual
    assert looks[Look.PLANNED].start_time is None
    assert "changed in its form" in looks[Look.PLANNED].locked
    assert looks[Look.ACTUAL].start_time == landed.actual


def test_a_moved_event_has_the_new_time_where_it_had_one(book: Book) -> None:
    docking = changes.moved(
        book, "docking", "both", VagueTime(datetime(2021, 10, 5, 12, 32, tzinfo=UTC), Precision.MINUTE)
    )
    landing = changes.moved(book, "landing", "both", SOME_DAY)
    assert isinstance(docking, Event)
    assert isinstance(landing, Event)
    assert edtf.write(docking.actual) == "2021-10-05T12:32Z"
    assert edtf.write(landing.planned) == "2021-10-06"
    assert landing.actual is None
    assert landing.planned is not None
    assert landing.planned.precision is Precision.DAY
    assert edits.change(book, docking).changes[0].before == book["docking"]


def test_a_leg_s_edges_move_its_events(book: Book) -> None:
    assert changes.moved(book, "up-peresild", "start", SOME_DAY).id == "launch"
    assert changes.moved(book, "up-peresild", "end", SOME_DAY).id == "docking"


@pytest.mark.parametrize("key", ["met", "mission", "nobody"])
def test_what_has_no_time_cannot_be_moved(book: Book, key: str) -> None:
    with pytest.raises(ValueError, match="cannot be moved"):
        changes.moved(book, key, "both", SOME_DAY)


def test_an_empty_book_has_an_empty_plan() -> None:
    for view in KINDS:
        assert len(feed.plan(Book(), View(view)).bars) == 0


def test_an_empty_plan_says_what_belongs_there_and_shows_this_year() -> None:
    plan = feed.plan(Book())
    assert "Nothing to draw yet" in plan.note
    assert plan.home[0] <= datetime.now(UTC).timestamp() < plan.home[1]


def test_the_seeded_book_is_drawn() -> None:
    from tracker.seeds import seed_edit

    seeded = Book()
    seeded.apply(seed_edit().changes)
    drawn = feed.plan(seeded)
    labels = {one.label for one in drawn.bars}
    assert any("Docking" in label for label in labels)
    assert {lane.count for lane in drawn.lanes if lane.name == "International Space Station"} == {7}
    assert len(drawn.undated) == 4
    assert any("Tereshkova" in one.label for one in drawn.undated)
