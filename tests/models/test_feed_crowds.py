"""Events that go through the feed as columns: the arrays tell what the whole bar would, in memory or on a shelf."""

from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.editing import SLOWLY, edits, played, started
from tests.missions import made_up
from tests.timeline.article_book import article_book
from tracker.domain.book import Book
from tracker.domain.docked import docked
from tracker.domain.edits import Change, Edit
from tracker.domain.edtf import read
from tracker.domain.records import Claim, Event, Mission, Person, Source, Spacecraft
from tracker.models.feed import timeline as feed
from tracker.models.feed.docks import docked_in
from tracker.models.feed.index import Index
from tracker.models.feed.view import COLOURS, KINDS, Filter, View
from tracker.store import Store
from tracker.store import store as stores
from tracker.timeline.plans.bar_arrays import BarArrays
from tracker.timeline.plans.plan import Bar, Plan

VIEWS = [View(kind, colour_by=colour) for kind in KINDS for colour in COLOURS]


def bars_of(plan: Plan) -> BarArrays:
    assert isinstance(plan.bars, BarArrays)
    return plan.bars


def traits(bars: Sequence[Bar]) -> list[tuple[object, ...]]:
    """All but the texts that are made when they are asked for."""
    return [(bar, bar.tip, bar.is_below, bar.marks) for bar in bars]


def agree(plan: Plan) -> None:
    """What the arrays tell of each bar is what is true of it."""
    bars = bars_of(plan)
    records: dict[int, set[str]] = {}
    for n, whole in enumerate(bars):
        bare = bars.made(n)
        for name in ("key", "lane", "start_lower", "start_upper", "end_lower", "end_upper", "look", "slot", "label"):
            assert getattr(bare, name) == getattr(whole, name), name
        assert bare.is_instant == whole.is_instant
        assert bool(bars.is_below is not None and bars.is_below[n]) == whole.is_below
        assert not whole.marks & ~(int(bars.marks[n]) if bars.marks is not None else 0)
        assert n in bars.find(whole.key)
        assert bars.record is not None
        records.setdefault(int(bars.record[n]), set()).add(whole.key)
    assert all(len(keys) == 1 for keys in records.values())


@SLOWLY
@given(st.data())
def test_arrays_and_whole_bars_agree_after_any_edits(data: st.DataObject) -> None:
    book = started(data)
    for _number in range(data.draw(st.integers(1, 6))):
        played(book, data.draw(edits(book)))
    agree(feed.plan(book, data.draw(st.sampled_from(VIEWS))))
    assert docked_in(Index(book)) == docked(book)


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.kind}-{view.colour_by}")
def test_they_agree_on_the_article(view: View) -> None:
    agree(feed.plan(article_book(), view))


def test_what_is_docked_is_what_the_domain_says(store: Store) -> None:
    for book in (article_book(), store.book()):
        assert docked_in(Index(book)) == docked(book) != []


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Store]:
    """One of which the events stay on the shelf; some are odd."""
    monkeypatch.setattr(stores, "MANY", 20)
    records = list(made_up(60))
    mission, craft, person = (
        next(one for one in records if isinstance(one, kind)) for kind in (Mission, Spacecraft, Person)
    )
    launch = next(one for one in records if isinstance(one, Event))
    odd = [
        Event(
            name="Hangs",
            mission=mission.id,
            spacecraft=craft.id,
            actual=read(f"after:{launch.id}"),
            people=(person.id,),
        ),
        Event(name="About", mission=mission.id, actual=read("1961-05~"), planned=read("1961-04-20")),
        Event(name="Some time", spacecraft=craft.id, actual=read("unknown"), planned=read("1961-05-02")),
        Event(name="Nobody knows", spacecraft=craft.id, actual=read("unknown")),
        Event(name="From then on", actual=read("1961-06/..")),
        Event(name="Hoped", type="statement", mission=mission.id, planned=read("1962")),
    ]
    source = Source(title="A paper")
    said = [
        Claim(about=odd[5].id, field="planned", value="1962", source=source.id, certainty="rumoured"),
        Claim(about=odd[1].id, field="actual", value="1961-05~", source=source.id, certainty="opinion"),
    ]
    edit = Edit("Import", tuple(Change(None, record) for record in (*records, *odd, source, *said)))
    with closing(Store.create(tmp_path / "many.tracker", edit)) as made:
        yield made


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: f"{view.kind}-{view.colour_by}")
def test_a_plan_from_a_shelf_is_that_from_memory(store: Store, view: View) -> None:
    shelved, memory = store.book(), Book(store.records())
    assert shelved.shelf(Event) is not None
    here, there = feed.plan(shelved, view), feed.plan(memory, view)
    agree(here)
    assert traits(here.bars) == traits(there.bars)
    assert traits(here.undated) == traits(there.undated)
    assert [one.label for one in here.undated] == ["Nobody knows"]
    for name in ("lanes", "slots", "links", "home", "title", "sources", "notes"):
        assert getattr(here, name) == getattr(there, name), name


@pytest.mark.parametrize("words", ["mission 2", "vessel 1", "person 3", "1961", "hangs", "a paper"])
@pytest.mark.parametrize("kind", KINDS)
def test_a_filter_leaves_the_same(store: Store, kind: str, words: str) -> None:
    for table in ("missions", "spacecraft", "crew", "events", "sources"):
        view = View(kind, filter=Filter(table, words))
        here, there = feed.plan(store.book(), view), feed.plan(Book(store.records()), view)
        assert traits(here.bars) == traits(there.bars)
        assert here.lanes == there.lanes


@pytest.mark.parametrize("kind", KINDS)
def test_all_groups_are_the_same(store: Store, kind: str) -> None:
    for group in View(kind).groups():
        view = View(kind, group)
        here, there = feed.plan(store.book(), view), feed.plan(Book(store.records()), view)
        assert here.lanes == there.lanes
        assert traits(here.bars) == traits(there.bars)


def test_what_is_about_a_vessel_or_a_person_is_found(store: Store) -> None:
    book = store.book()
    bars = bars_of(feed.plan(book))
    craft = next(one for one in book.of(Spacecraft) if one.name == "Vessel 3")
    found = {bars[n].key for n in bars.find(craft.id)}
    assert {event.id for event in book.of(Event) if event.spacecraft == craft.id} <= found


def test_a_bar_of_what_was_deleted_since_is_still_told_of(store: Store) -> None:
    book = store.book()
    bars = bars_of(feed.plan(book))
    event = book.where(Event, "type", ("filming",))[0]
    [index] = bars.find(event.id)
    store.apply(Edit("Delete", (Change(event, None),)))
    book.apply((Change(event, None),))
    assert bars[index].start_lower == bars.start_lower[index]
