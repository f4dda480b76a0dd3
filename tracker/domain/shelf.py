"""A shelf: the records of a kind that are too many for memory. They stay where they are kept, to be read one by one."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Protocol, TypeVar

from tracker.domain.records import Record

R_co = TypeVar("R_co", bound=Record, covariant=True)


class Shelf(Protocol[R_co]):
    """What a book asks of one. It stands still, as records in memory do: what others change meanwhile is not seen
    before `advance`.

    Each record has a number, which rises in the order they were added. Texts of numbers have a comma in between.
    """

    @property
    def kind(self) -> type[R_co]: ...

    def __len__(self) -> int: ...

    def __iter__(self) -> Iterator[R_co]: ...

    def __getitem__(self, place: Any) -> Any: ...

    def get(self, id: str) -> R_co | None:
        """The record of that id."""

    def referring(self, id: str) -> Sequence[R_co]:
        """Those that link to a record."""

    def count_referring(self, id: str) -> int:
        """How many these are; none of them is read."""

    def where(self, field: str, values: Iterable[str]) -> Sequence[R_co]:
        """Those with one of the values in a field that holds one."""

    def unbounded(self) -> Sequence[R_co]:
        """Those with a time that has no bounds of its own: it is unknown, or hangs on an event."""

    def columns(self, *names: str) -> Sequence[str]:
        """The numbers of all, then what they have in each column of numbers, "nan" for nothing, as texts."""

    def sorted_by(self, field: str) -> Iterable[tuple[str, str]]:
        """The values of a field, each with the numbers of those that have it as a text; nothing for those without."""

    def linked_by(self, field: str) -> Iterable[tuple[str, int]]:
        """The ids in a field that holds several, each with the number of the record that has it, in order."""

    def number(self, id: str) -> int:
        """The number of a record; -1 if it is not there."""

    def numbered(self, number: int) -> R_co:
        """The record with that number. KeyError if there is none."""

    def starting(self, text: str) -> int:
        """How many ids start with a text."""

    def advance(self, seq: int | None) -> None:
        """Takes over what is stored now, up to an edit of the log; None is the newest."""
