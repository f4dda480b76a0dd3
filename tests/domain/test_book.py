"""The book: records by id and kind, and who refers to whom, after any edits."""

from hypothesis import given
from hypothesis import strategies as st

from tests.domain import flight
from tests.domain.editing import SLOWLY, edits, played, started, state
from tracker.domain.book import Book
from tracker.domain.edits import Change, change, remove
from tracker.domain.edtf import read
from tracker.domain.links import references
from tracker.domain.records import KINDS, Claim, Event, Leg, Part, Person, Production, Record


def index(book: Book) -> dict[str, set[str]]:
    """Who refers to each id that anybody refers to."""
    targets = {target for record in book for target in references(record)}
    return {target: {record.id for record in book.referring(target)} for target in targets}


@SLOWLY
@given(st.data())
def test_after_any_edits_the_indexes_equal_those_made_anew(data: st.DataObject) -> None:
    book = started(data)
    seen = set(state(book))
    for _number in range(data.draw(st.integers(1, 4))):
        played(book, data.draw(edits(book)))
        seen |= set(state(book))
    anew = Book(book)
    assert index(book) == index(anew)
    assert {id: {r.id for r in book.referring(id)} for id in seen} == {
        id: {r.id for r in anew.referring(id)} for id in seen
    }
    for kind in KINDS.values():
        assert {r.id for r in book.of(kind)} == {r.id for r in anew.of(kind)}
        assert book.count(kind) == len(book.of(kind)) == sum(isinstance(r, kind) for r in book)
    assert len(book) == len(state(book))


def test_records_are_found_by_id_and_kind() -> None:
    book = flight.book()
    assert "dock" in book
    assert "nowhere" not in book
    assert book["dock"].id == "dock"
    assert book.get("dock", Event) is book["dock"]
    assert book.get("dock", Person) is None
    assert book.get("dock", Record) is book["dock"]
    assert book.get("nowhere", Event) is None
    assert [leg.id for leg in book.of(Leg)][:3] == ["shkaplerov-up", "peresild-up", "shipenko-up"]


def test_a_changed_record_keeps_its_place() -> None:
    book = flight.book()
    order = [record.id for record in book]
    played(book, change(book, flight.changed("shkaplerov", age=50)))
    assert [record.id for record in book] == order
    shkaplerov = book.get("shkaplerov", Person)
    assert shkaplerov is not None
    assert shkaplerov.age == 50


def test_everything_that_names_a_record_refers_to_it() -> None:
    book = flight.book(
        Claim(id="about", about="peresild", field="age", value="37", source="article"),
        Claim(id="naming", about="dock", field="people", value="peresild", source="article"),
        Claim(id="part", about="made", field="parts", value="peresild|physician", source="article"),
        Production(id="made", title="The Challenge", parts=(Part("peresild", "physician"),)),
        Event(id="said", name="Said", people=("peresild",), actual=read("before:dock")),
    )
    referring = {record.id for record in book.referring("peresild")}
    assert referring == {"about", "naming", "part", "made", "said", "peresild-up", "peresild-down"}
    assert "said" in {record.id for record in book.referring("dock")}
    assert [claim.id for claim in book.claims("peresild")] == ["about"]
    assert book.claims("peresild", "name") == []
    assert [claim.id for claim in book.claims("dock", "people")] == ["naming"]
    assert book.referring("nowhere") == []


def test_names_are_those_people_use() -> None:
    book = flight.book(
        Claim(id="claim", about="peresild", field="age", fragment="Yulia Peresild, 37"),
        Claim(id="bare", about="peresild", field="age"),
        Production(id="made", title="The Challenge"),
    )
    assert book.name("peresild") == "Yulia Peresild"
    assert book.name("made") == "The Challenge"
    assert book.name("claim") == "Yulia Peresild, 37"
    assert book.name("bare") == "unnamed"
    assert book.name("novitsky-up") == "Oleg Novitsky, up on unknown vehicle"
    assert book.name("novitsky-down") == "Oleg Novitsky, down on unnamed return capsule"
    assert book.name("nowhere") == "missing record"
    assert book.name("") == ""


def test_a_deleted_record_is_gone_from_everywhere() -> None:
    book = flight.book()
    played(book, remove(book, ["laika"]))
    assert "laika" not in book
    assert "laika-up" not in {record.id for record in book.referring("first-dog")}
    book.apply([Change(None, Person(id="laika", name="Laika"))])
    assert book.name("laika") == "Laika"
