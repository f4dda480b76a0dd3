"""Finding by typed words."""

import pytest

from tracker.domain.book import Book
from tracker.domain.edtf import read
from tracker.domain.folding import folded
from tracker.domain.records import Event, Person
from tracker.domain.search import haystack, matches

NOVITSKY = Person(id="oleg", name="Oleg Novitsky", aliases=("Novický",), native_name="Олег Викторович Новицкий")
DOCKING = Event(id="dock", name="Docking", people=("oleg",), actual=read("2021-10-05T12:22Z"))
BOOK = Book([NOVITSKY, DOCKING])


@pytest.mark.parametrize(
    "typed",
    ["oleg", "NOVITSKY oleg", "novicky", "Novický", "новицкий", "НОВИЦКИИ", "novits\u00adky", " ", "", "human"],
)
def test_a_person_is_found_in_any_spelling(typed: str) -> None:
    assert matches(haystack(BOOK, NOVITSKY), typed)


@pytest.mark.parametrize("typed", ["oleg peresild", "novitskyy", "шкаплеров"])
def test_what_is_not_there_is_not_found(typed: str) -> None:
    assert not matches(haystack(BOOK, NOVITSKY), typed)


def test_names_behind_links_times_and_further_texts_are_found() -> None:
    found = haystack(BOOK, DOCKING, more=["10 Claims"])
    assert matches(found, "novitsky docking")
    assert matches(found, "5 oct 12:22 utc")
    assert matches(found, "claims")


def test_hidden_hyphens_and_wide_letters_fold_away() -> None:
    assert folded("Space\u00adcraft\u200b  Ｓoyuz\u00a0MS\u201119") == folded("spacecraft soyuz ms\u201119")
    assert folded("STRASSE") == folded("Straße")
