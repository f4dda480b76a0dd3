"""Texts of which only those are read that are written somewhere."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from typing import Any, overload

from numpy.typing import NDArray

Read = Callable[[Sequence[int]], Sequence[str]]  # of the numbers of some texts, each once and rising

FEW = 20_000  # so many are read all at once: bit by bit they take three times as long, and are asked for again


class LazyTexts(Sequence[str]):
    """The first is empty."""

    def __init__(self, count: int, read: Read) -> None:
        self._count, self._read = count, read

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, number: int) -> str: ...
    @overload
    def __getitem__(self, number: slice) -> Sequence[str]: ...
    def __getitem__(self, number: int | slice) -> str | Sequence[str]:
        if isinstance(number, slice):
            return self.some(range(*number.indices(self._count)))
        return self.some([int(number)])[0]

    @cached_property
    def _all(self) -> Sequence[str]:
        return ["", *self._read(range(1, self._count))]

    def some(self, numbers: Sequence[int]) -> Sequence[str]:
        if self._count <= FEW:
            return [self._all[number] for number in numbers]
        wanted = sorted({number for number in numbers if number})
        found = {0: "", **dict(zip(wanted, self._read(wanted), strict=True))}
        return [found[number] for number in numbers]


def texts_at(texts: Sequence[str], numbers: NDArray[Any]) -> Sequence[str]:
    """Some of the texts, read at once."""
    return texts.some(numbers.tolist()) if isinstance(texts, LazyTexts) else [texts[n] for n in numbers.tolist()]
