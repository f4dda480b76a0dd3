"""The facts file as entries: one for each record, its keys turned into ids, and what is wrong with it."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID, uuid5

from tracker.domain.fields import Field, field_of
from tracker.domain.records import KINDS, Claim

FACTS = "facts.toml"
IDS = UUID("3f0b9c52-6b5e-4f0e-9a55-0c2f5d1e7a19")  # ours alone; with another one every seeded id changes


class Fault(ValueError):
    """A line of the facts file that cannot be so: names the file, the entry and what is wrong."""


@cache  # asked for again by every link and every claim
def id_of(*keys: str) -> str:
    """The id that belongs to a place in the facts file, the same in every store."""
    return str(uuid5(IDS, "/".join(keys)))


@dataclass(frozen=True, slots=True)
class Entry:
    """What the file holds under one [kind.key]: for each field the lines that tell of it."""

    kind: str
    key: str
    certainty: str
    fields: dict[str, list[dict[str, Any]]]

    @property
    def id(self) -> str:
        return id_of(self.kind, self.key)

    def field(self, name: str) -> Field:
        try:
            return field_of(KINDS[self.kind], name)
        except KeyError:
            raise self.fault(name, "there is no such field") from None

    def fault(self, field: str, sentence: str) -> Fault:
        return Fault(f"{FACTS}: {self.kind}.{self.key}.{field}: {sentence}")


def entries(facts: str) -> Iterator[Entry]:
    """The entries in the order of the file. Fault if it is no TOML or names a kind that is not."""
    try:
        read = tomllib.loads(facts)
    except tomllib.TOMLDecodeError as error:
        raise Fault(f"{FACTS}: {error}") from error
    for kind, tables in read.items():
        if kind not in KINDS or kind == Claim.kind or not isinstance(tables, dict):
            raise Fault(f"{FACTS}: {kind}: there is no such kind of record")
        for key, table in tables.items():
            yield _entry(kind, key, table)


def _entry(kind: str, key: str, table: Any) -> Entry:
    if not isinstance(table, dict):
        raise Fault(f"{FACTS}: {kind}.{key}: is not a record")
    certainty = table.pop("certainty", "stated")
    return Entry(kind, key, certainty, {name: _listed(lines) for name, lines in table.items()})


def _listed(lines: Any) -> list[Any]:
    return lines if isinstance(lines, list) else [lines]
