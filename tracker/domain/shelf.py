"""A shelf: the records of a kind that are too many for memory. They stay where they are kept, to be read one by one."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import Any, Protocol, TypeVar

from tracker.domain.fields import Type, fields_of
from tracker.domain.links import references
from tracker.domain.records import Record
from tracker.domain.times import OPEN, VagueTime

R = TypeVar("R", bound=Record)
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

    def fetch(self, ids: Collection[str]) -> None:
        """Reads at once what will be asked for one by one."""

    def referring(self, *ids: str) -> Sequence[R_co]:
        """Those that link to any of the records."""

    def count_referring(self, id: str) -> int:
        """How many these are; none of them is read."""

    def where(self, field: str, values: Iterable[str]) -> Sequence[R_co]:
        """Those with one of the values in a field that holds one."""

    def unbounded(self) -> Sequence[R_co]:
        """Those with a time that has no bounds of its own: it is unknown, or hangs on an event."""

    def numbers(self) -> Sequence[int]:
        """Of all; a range if none is left out."""

    def times(self, *fields: str) -> Iterable[Sequence[tuple[str, str, str]]]:
        """Of some records after the other for each field that holds a time, as texts: the numbers of those that have
        bounds there, and these, infinite where they are open.
        """

    def sorted_by(self, field: str) -> Iterable[tuple[str, str]]:
        """The values of a field, each with the numbers of those that have it as a text; nothing for those without."""

    def read_ahead(self, times: Sequence[str], sorted_by: Sequence[str]) -> None:
        """Begins to read what will be asked of these fields, while others do something else."""

    def texts(self, field: str, numbers: Sequence[int]) -> Sequence[str]:
        """What some of them, which rise, have in a field of text."""

    def linked_by(self, field: str) -> Iterable[tuple[str, int]]:
        """The ids in a field that holds several, each with the number of the record that has it, in order."""

    def number(self, id: str) -> int:
        """The number of a record; -1 if it is not there."""

    def numbers_of(self, ids: Iterable[str]) -> Mapping[str, int]:
        """The numbers of many, asked for at once, by id; without those that are not there."""

    def numbered(self, number: int) -> R_co:
        """The record with that number. KeyError if there is none."""

    def ids(self) -> Sequence[str]:
        """Of all, in their order."""

    def called(self, text: str) -> Sequence[R_co]:
        """Those with a text in their name, in whatever case, the shortest names first, or at the beginning of their id
        after a “#”; not all of very many.
        """

    def starting(self, text: str) -> int:
        """How many ids start with a text."""

    def advance(self, seq: int | None) -> None:
        """Takes over what is stored now, up to an edit of the log; None is the newest."""


class Listed(Sequence[R]):
    """Records in memory as if they were on a shelf, for whoever asks for their columns; numbered from 0."""

    def __init__(self, kind: type[R], records: Sequence[R]) -> None:
        self.kind, self._records = kind, records

    def __len__(self) -> int:
        return len(self._records)

    def __getitem__(self, place: Any) -> Any:
        return self._records[place]

    def get(self, id: str) -> R | None:
        place = self.number(id)
        return self._records[place] if place >= 0 else None

    def fetch(self, ids: Collection[str]) -> None:
        """It is there."""

    def referring(self, *ids: str) -> list[R]:
        return [record for record in self._records if any(id in ids for id in references(record))]

    def count_referring(self, id: str) -> int:
        return len(self.referring(id))

    def where(self, field: str, values: Iterable[str]) -> list[R]:
        wanted = frozenset(values)
        return [record for record in self._records if getattr(record, field) in wanted]

    def unbounded(self) -> list[R]:
        times = [field.name for field in fields_of(self.kind) if field.type is Type.TIME]
        return [record for record in self._records if any(_is_unbounded(getattr(record, name)) for name in times)]

    def numbers(self) -> range:
        return range(len(self))

    def times(self, *fields: str) -> Iterator[list[tuple[str, str, str]]]:
        yield [self._bounds(field) for field in fields]

    def _bounds(self, field: str) -> tuple[str, str, str]:
        times = ((number, getattr(record, field)) for number, record in enumerate(self._records))
        known = [(number, *time.bounds()) for number, time in times if time is not None and not _is_unbounded(time)]
        numbers, lower, upper = zip(*known, strict=True) if known else ((), (), ())
        return _text(numbers), _text(lower, "-inf"), _text(upper, "inf")

    def sorted_by(self, field: str) -> list[tuple[str, str]]:
        found: dict[str, list[int]] = {}
        for number, record in enumerate(self._records):
            found.setdefault(getattr(record, field), []).append(number)
        return [(value, ",".join(map(str, numbers))) for value, numbers in found.items() if value]

    def read_ahead(self, times: Sequence[str], sorted_by: Sequence[str]) -> None:
        """It is there."""

    def texts(self, field: str, numbers: Sequence[int]) -> list[str]:
        return [getattr(self._records[number], field) for number in numbers]

    def linked_by(self, field: str) -> list[tuple[str, int]]:
        return [(id, number) for number, record in enumerate(self._records) for id in getattr(record, field)]

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {record.id: number for number, record in enumerate(self._records)}

    def number(self, id: str) -> int:
        return self._numbers.get(id, -1)

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        return {id: self._numbers[id] for id in ids if id in self._numbers}

    def numbered(self, number: int) -> R:
        return self._records[number]

    def ids(self) -> list[str]:
        return [record.id for record in self._records]

    def called(self, text: str) -> Sequence[R]:
        return self._records

    def starting(self, text: str) -> int:
        return sum(record.id.startswith(text) for record in self._records)

    def advance(self, seq: int | None) -> None:
        """Nothing changes here: the book lists its records anew."""


def _text(values: Iterable[int | None], default: str = "") -> str:
    return ",".join(default if value is None else str(value) for value in values)


def _is_unbounded(time: VagueTime | None) -> bool:
    return time is not None and time.bounds() == OPEN
