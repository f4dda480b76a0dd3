"""From typed names to records and back."""

import pytest

from tracker.domain.book import Book
from tracker.domain.names import find, names_of, numbered, sure_name
from tracker.domain.records import Leg, Person, Place, Record, Source

TWINS = [Person(id=f"0b5c7e2a-000{n}", name="Ivan Ivanov") for n in (1, 2)]
BOOK = Book([*TWINS, Person(id="9f-ann", name="Ann"), Place(id="77-ann", name="Ann"), Source(id="s", title="Ann's")])


def test_kinds_tell_records_of_one_name_apart() -> None:
    assert find(BOOK, ("person",), "ann") == "9f-ann"
    assert find(BOOK, ("place",), "ann") == "77-ann"
    assert find(BOOK, ("source",), "ANN'S") == "s"
    with pytest.raises(ValueError, match="“ann” can be each of these: Ann #9f-ann, Ann #77-ann"):
        find(BOOK, ("",), "ann")


def test_a_name_that_others_share_is_followed_by_enough_of_the_id() -> None:
    assert sure_name(BOOK, ("person",), "9f-ann") == "Ann"
    assert sure_name(BOOK, ("",), "9f-ann") == "Ann #9f-ann"
    assert sure_name(BOOK, ("person",), TWINS[0].id) == "Ivan Ivanov #0b5c7e2a-0001"  # eight would not do
    alone = Book(TWINS[:1])
    assert numbered(alone, TWINS[0].id) == "Ivan Ivanov #0b5c7e2a"


@pytest.mark.parametrize("record", [*TWINS, *BOOK])
def test_a_sure_name_leads_back(record: Record) -> None:
    assert find(BOOK, ("",), sure_name(BOOK, ("",), record.id)) == record.id


def test_the_start_of_an_id_is_enough_after_a_number_sign_only() -> None:
    assert find(BOOK, ("person",), "whoever #9f") == "9f-ann"
    with pytest.raises(ValueError, match="No person is called “9f”"):
        find(BOOK, ("person",), "9f")
    with pytest.raises(ValueError, match=r"can be each of these: Ivan Ivanov #0b5c7e2a-0001"):
        find(BOOK, ("person",), "Ivan #0b5c")


def test_an_empty_text_names_nobody() -> None:
    with pytest.raises(ValueError, match="No person is called “ ”"):
        find(BOOK, ("person",), " ")


def test_all_names_of_a_record() -> None:
    person = Person(name="A", aliases=("B", "C"), native_name="Я")
    assert names_of(person) == ("A", "B", "C", "Я")
    assert names_of(Source(title="T")) == ("T", "")
    assert names_of(Leg(person="x")) == ("", "")
