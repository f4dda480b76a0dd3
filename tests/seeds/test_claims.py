"""Every value has words of the article, and nothing goes beyond them."""

from datetime import UTC, datetime
from pathlib import Path

from tests.seeds.finding import event, legs, named, person, said
from tracker.domain import edits, edtf, plain
from tracker.domain.book import Book
from tracker.domain.fields import fields_of
from tracker.domain.records import Claim, Event, Mission, Record, Source
from tracker.seeds import seed_edit

ARTICLE = (Path(__file__).parents[2] / "seeds" / "article.txt").read_text("utf-8")
RETURNING = ("Shipenko", "Peresild", "Novitsky")


def sourced(book: Book) -> list[Record]:
    return [record for record in book if not isinstance(record, Claim)]


def test_the_source_holds_the_article_whole(book: Book) -> None:
    (source,) = book.of(Source)
    assert source.text == ARTICLE
    assert edtf.write(source.date) == "2021-10-05"
    assert (source.publisher, source.agency) == ("Washington Newsday", "AFP")


def test_every_value_has_words_that_say_it(book: Book) -> None:
    for record in sourced(book):
        for field in fields_of(type(record)):
            values = plain.elements(field, getattr(record, field.name))
            if (record.kind, field.name) != ("source", "text"):
                assert {claim.value for claim in book.claims(record.id, field.name)} == set(values), (record, field)


def test_the_words_are_in_the_article_and_few(book: Book) -> None:
    for claim in book.of(Claim):
        assert claim.fragment in ARTICLE
        assert 1 <= len(claim.fragment.split()) <= 12


def test_no_two_claims_say_the_same(book: Book) -> None:
    seen = [(claim.about, claim.field, claim.value, claim.fragment) for claim in book.of(Claim)]
    assert len(seen) == len(set(seen))


def test_an_empty_book_takes_it_without_a_problem(book: Book) -> None:
    assert [problem for record in book for problem in edits.problems(record, book)] == []


def test_two_first_starts_are_equal() -> None:
    at = datetime(2026, 1, 2, tzinfo=UTC)
    one, other = seed_edit(at=at, author="ann"), seed_edit(at=at, author="ann")
    assert one == other
    assert (one.is_seed, one.at, one.author, one.text) == (True, at, "ann", "Fill from the article")
    assert len({change.record.id for change in one.changes}) == len(one.changes)


def test_ids_outlive_versions(book: Book) -> None:
    """A store made by an earlier version must be recognised: a new key is a new record."""
    assert named(book, "International Space Station").id == "ab9126d6-26a9-5e32-9d57-f8dc245643f5"
    assert person(book, "Peresild").id == "a79cb079-82be-51dd-a486-8d2d7d99e1e5"


def test_only_the_cameos_are_rumoured(book: Book) -> None:
    cameos = {f"{name} (cameo)" for name in ("Anton Shkaplerov", "Oleg Novitsky", "Unnamed Russian cosmonaut")}
    assert said(book, "rumoured") == {("The Challenge", "parts", cameo) for cameo in cameos}
    assert sum(claim.certainty == "rumoured" for claim in book.of(Claim)) == 3


def test_planned_is_what_17_october_brings_and_the_filming(book: Book) -> None:
    landing, capsule = event(book, "landing"), named(book, "Unnamed return capsule")
    whole = {landing.id, capsule.id, *(leg.id for surname in RETURNING for leg in legs(book, surname, "down"))}
    whole |= {event.id for event in book.of(Event) if event.type == "filming"}
    planned = {claim for claim in book.of(Claim) if claim.certainty == "planned"}
    assert planned >= {claim for id in whole for claim in book.claims(id)}
    (mission,) = book.of(Mission)
    rest = {(claim.about, claim.field, claim.value) for claim in planned if claim.about not in whole}
    assert rest == {(mission.id, "planned_duration", "12"), (mission.id, "spacecraft", capsule.id)}


def test_judgements_are_opinions(book: Book) -> None:
    about = {record for record, __, __ in said(book, "opinion")}
    assert about == {
        "Channel One",
        "Russia",
        "Soyuz MS-19 film mission",
        "Peresild on what was challenging",
        "Peresild at the press conference, on her hope",
        "Ernst to AFP, on the crew’s condition",
        "Peskov to reporters, on space",
    }
