"""Records that are too many for memory, read where they are stored: what `domain.shelf` asks for, in plain SQL."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Record
from tracker.store import reading, relived
from tracker.store.asking import Question
from tracker.store.reading import AT_ONCE, batched, places
from tracker.store.rows import is_list, unbounded

R = TypeVar("R", bound=Record)
Which = tuple[str, tuple[Any, ...]]  # a condition in SQL with its parameters
MOST_KEPT = 20_000  # records that were read and are kept for the next time
PART = 500_000  # records whose columns are read as one text
ANCHORS = ("before:", "after:")


class Asked(Protocol):
    """What a shelf asks."""

    def ask(self, query: str, values: Sequence[Any] = ()) -> list[Any]: ...

    def ask_ahead(self, questions: Sequence[Question]) -> None: ...


class Shelf(Sequence[R], Generic[R]):
    """`seq` is the number of the edit up to which it is known.

    A record that others changed since is given as it was then, so that saving it does not undo in silence what they
    did; what they only link anew is found as it is now, until `advance`.
    """

    def __init__(self, kind: type[R], store: Asked, seq: int) -> None:
        self.kind, self._name = kind, kind.kind
        self._ask, self._store = store.ask, store
        self._seq = self._newest = seq
        self._kept: dict[str, R | None] = {}  # None for what is not there
        self._earlier: dict[str, R | None] = {}  # as they were, of those that others changed since

    def read_ahead(self, times: Sequence[str], sorted_by: Sequence[str]) -> None:
        self._store.ask_ahead([*self._times(times), *((self._sorted_by(field), ()) for field in sorted_by)])

    def advance(self, seq: int | None) -> None:
        self._seq = self._newest = reading.newest(self._ask) if seq is None else seq
        self._kept.clear()
        self._earlier.clear()
        self.__dict__.pop("_count", None)
        self._store.ask_ahead(())

    # One by one

    def get(self, id: str) -> R | None:
        if id not in self._kept:
            self.fetch([id])
        return self._kept.get(id)

    def fetch(self, ids: Collection[str]) -> None:
        """Reads some at once, which will be asked for."""
        if len(self._kept) > MOST_KEPT:
            self._kept.clear()
        wanted = [id for id in ids if id not in self._kept]
        self._kept.update(dict.fromkeys(wanted))
        for some in batched(wanted):
            for record in self._read((f"id IN ({places(some)})", tuple(some))):
                self._kept[record.id] = record
        self._kept |= {id: record for id, record in self._looked_back().items() if id in self._kept}

    def number(self, id: str) -> int:
        return self.numbers_of((id,)).get(id, -1)

    def numbers_of(self, ids: Iterable[str]) -> dict[str, int]:
        query = f'SELECT id, rowid FROM "{self._name}" WHERE id IN '
        return dict(row for some in batched(ids) for row in self._ask(f"{query}({places(some)})", some))

    def numbered(self, number: int) -> R:
        for [id] in self._ask(f'SELECT id FROM "{self._name}" WHERE rowid = ?', (number,)):
            if record := self.get(id):
                return record
        raise KeyError(number)

    # All

    @cached_property
    def _count(self) -> int:
        return int(self._ask(f'SELECT count(*) FROM "{self._name}"')[0][0])

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[R]:
        last = -1
        while found := self._ask(
            f'SELECT rowid FROM "{self._name}" WHERE rowid > ? ORDER BY rowid LIMIT {AT_ONCE}', (last,)
        ):
            first, last = found[0][0], found[-1][0]
            yield from self._read(("rowid BETWEEN ? AND ?", (first, last)))

    def __getitem__(self, place: Any) -> Any:
        if isinstance(place, slice):
            return [self[n] for n in range(*place.indices(len(self)))]
        query = f'SELECT id FROM "{self._name}" ORDER BY rowid LIMIT 1 OFFSET ?'
        for [id] in self._ask(query, (place % len(self),)) if -len(self) <= place < len(self) else ():
            return self.get(id)
        raise IndexError(place)

    # Some

    def referring(self, *ids: str) -> list[R]:
        found = (record for some in batched(filter(None, ids)) for record in self._read(self._referring(*some)))
        return list({record.id: record for record in found}.values())

    def count_referring(self, id: str) -> int:
        which, values = self._referring(id)
        return int(self._ask(f'SELECT count(*) FROM "{self._name}" WHERE {which}', values)[0][0]) if id else 0

    def where(self, field: str, values: Iterable[str]) -> list[R]:
        wanted = tuple(values)
        return list(self._read((f'"{field}" IN ({places(wanted)})', wanted)))

    def unbounded(self) -> list[R]:
        rows = " UNION ".join(self._unbounded(field) for field in fields_of(self.kind) if field.type is Type.TIME)
        return list(self._read((f"rowid IN ({rows})", ())))

    def ids(self) -> list[str]:
        """As one text, which is read in half the time of as many rows."""
        [(text,)] = self._ask(f'SELECT group_concat(id, char(10)) FROM "{self._name}" NOT INDEXED')
        return text.split("\n") if text else []

    def called(self, text: str) -> list[R]:
        """SQLite itself ignores the case of Latin letters only: the text is tried in the usual ways of writing it."""
        wanted = text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
        ways = tuple(dict.fromkeys(f"%{way}%" for way in (wanted, wanted.lower(), wanted.upper(), wanted.title())))
        names = " OR ".join(["name LIKE ? ESCAPE '\\'"] * len(ways))
        found = self._ask(f'SELECT id FROM "{self._name}" WHERE {names} ORDER BY length(name) LIMIT {AT_ONCE}', ways)
        by_id = f'SELECT id FROM "{self._name}" WHERE id >= ? AND id < ? LIMIT 9'
        found += self._ask(by_id, _from(text.rpartition(" #")[2])) if text else []
        ids = tuple(id for (id,) in found)
        return list(self._read((f"id IN ({places(ids)})", ids)))

    def starting(self, text: str) -> int:
        query = f'SELECT count(*) FROM "{self._name}" WHERE id >= ? AND id < ?'
        return int(self._ask(query, _from(text))[0][0])

    # As columns

    def numbers(self) -> Sequence[int]:
        ends = (f'(SELECT {end}(rowid) FROM "{self._name}")' for end in ("min", "max"))  # both at once would read all
        [(first, last)] = self._ask(f"SELECT {', '.join(ends)}")
        if first is not None and last - first + 1 == len(self):
            return range(first, last + 1)
        return [number for (number,) in self._ask(f'SELECT rowid FROM "{self._name}" ORDER BY rowid')]

    def times(self, *fields: str) -> Iterator[list[tuple[str, str, str]]]:
        for query, span in self._times(fields):
            [found] = self._ask(query, span)
            yield [(found[n] or "", found[n + 1] or "", found[n + 2] or "") for n in range(0, len(found), 3)]

    def texts(self, field: str, numbers: Sequence[int]) -> list[str]:
        query = f'SELECT rowid, "{field}" FROM "{self._name}" WHERE rowid IN '
        found = dict(row for some in batched(numbers) for row in self._ask(f"{query}({places(some)})", some))
        return [found.get(number, "") for number in numbers]

    def sorted_by(self, field: str) -> list[tuple[str, str]]:
        return self._ask(self._sorted_by(field))

    def linked_by(self, field: str) -> list[tuple[str, int]]:
        return self._ask(
            f'SELECT target, one.rowid FROM "{self._name}_{field}" JOIN "{self._name}" one ON one.id = owner'
            " ORDER BY one.rowid, position"
        )

    # How

    def _times(self, fields: Sequence[str]) -> list[Question]:
        """A part after the other, as the texts of all would take twice the memory."""
        texts = ", ".join(text for field in fields for text in _bounds(field))
        query = f'SELECT {texts} FROM "{self._name}" NOT INDEXED WHERE rowid > ? AND rowid <= ?'
        [(last,)] = self._ask(f'SELECT coalesce(max(rowid), 0) FROM "{self._name}"')
        return [(query, (first, first + PART)) for first in range(0, last, PART)]

    def _sorted_by(self, field: str) -> str:
        column = f'"{field}"'
        return f"SELECT {column}, group_concat(rowid) FROM \"{self._name}\" WHERE {column} > '' GROUP BY {column}"

    def _unbounded(self, field: Field) -> str:
        """Said which index, as SQLite would take that of a bound, which most of them lack."""
        index = f"ix_{self._name}_{field.name}"
        return f'SELECT rowid FROM "{self._name}" INDEXED BY {index} WHERE {unbounded(field)}'

    def _referring(self, *ids: str) -> Which:
        """By the index of each column that links."""
        parts: list[Which] = []
        for field in fields_of(self.kind):
            if field.type is Type.LINK:
                parts.append((f'SELECT rowid FROM "{self._name}" WHERE "{field.name}" IN ({places(ids)})', ids))
            elif is_list(field):
                owners = f'SELECT owner FROM "{self._name}_{field.name}" WHERE target IN ({places(ids)})'
                parts.append((f'SELECT rowid FROM "{self._name}" WHERE id IN ({owners})', ids))
            elif field.type is Type.TIME:
                anchored = tuple(anchor + id for id in ids for anchor in ANCHORS)
                parts.append((f'{self._unbounded(field)} AND "{field.name}" IN ({places(anchored)})', anchored))
        which = " UNION ".join(query for query, _values in parts)
        return f"rowid IN ({which})", tuple(value for _query, values in parts for value in values)

    def _read(self, which: Which) -> Iterator[R]:
        earlier = self._looked_back()
        for record in reading.of_kind(self._ask, self._name, *which):
            known = earlier.get(record.id, record)
            if known is not None:
                yield known  # type: ignore[misc]

    def _looked_back(self) -> dict[str, R | None]:
        """What others changed since, as it was."""
        newest = reading.newest(self._ask)
        if newest != self._newest:
            self._newest = newest
            changes = relived.since(self._ask, self._seq)
            self._earlier = {c.record.id: c.before for c in changes if isinstance(c.record, self.kind)}  # type: ignore[misc]
        return self._earlier


def _from(text: str) -> tuple[str, str]:
    """Between which texts those are that start with it."""
    return text, text + chr(0x10FFFF)


def _bounds(field: str) -> list[str]:
    """In SQL the numbers of those that have any, and both bounds as numbers that may be infinite."""
    lower, upper = f'"{field}_lower"', f'"{field}_upper"'
    values = ("rowid", f"coalesce({lower}, '-inf')", f"coalesce({upper}, 'inf')")
    return [f"group_concat({v}) FILTER (WHERE {lower} IS NOT NULL OR {upper} IS NOT NULL)" for v in values]
