"""Texts that are read when they are written somewhere."""

from collections.abc import Sequence

from tracker.timeline.plans.lazy_texts import FEW, LazyTexts


class Store:
    """Notes what is read from it."""

    def __init__(self) -> None:
        self.read: list[list[int]] = []

    def texts(self, numbers: Sequence[int]) -> Sequence[str]:
        self.read.append(list(numbers))
        return [f"text {number}" for number in numbers]


def test_of_very_many_only_those_are_read_that_are_asked_for() -> None:
    store = Store()
    texts = LazyTexts(FEW + 1, store.texts)
    assert texts.some([7, 0, 3, 7]) == ["text 7", "", "text 3", "text 7"]
    assert texts[FEW] == f"text {FEW}"
    assert store.read == [[3, 7], [FEW]]


def test_a_few_are_read_once_and_all_of_them() -> None:
    store = Store()
    texts = LazyTexts(5, store.texts)
    assert texts.some([3, 0, 1]) == ["text 3", "", "text 1"]
    assert texts[1:5] == ["text 1", "text 2", "text 3", "text 4"]
    assert store.read == [[1, 2, 3, 4]]
