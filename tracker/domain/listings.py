"""The named tables: which records each lists, and in which columns. Windows and command line read these."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, tzinfo
from typing import Any

from tracker.domain import derived, records
from tracker.domain.book import Book
from tracker.domain.columns import Column
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.plain import Plain, plain
from tracker.domain.records import Record
from tracker.i18n import N_

Belongs = Callable[[Book, Record], bool]


@dataclass(frozen=True, slots=True)
class Listing:
    """One table. `name` is the word of the command line, `label` is shown through `_`."""

    name: str
    label: str
    kind: type[Record]
    columns: tuple[Column, ...]
    belongs: Belongs

    def column(self, name: str) -> Column:
        """The column of that name. KeyError if there is none."""
        return {column.name: column for column in self.columns}[name]


def rows(book: Book, name: str) -> Sequence[Record]:
    """The records of a listing in the order of the book; those of a whole kind are read as one goes through them."""
    listing = LISTINGS[name]
    if listing.belongs is _everything:
        return book.of(listing.kind)
    return [record for record in book.of(listing.kind) if listing.belongs(book, record)]


def ids(book: Book, name: str) -> Sequence[str]:
    """The ids of a listing's records; none of them is read that must not be judged."""
    listing = LISTINGS[name]
    return book.ids(listing.kind) if listing.belongs is _everything else [record.id for record in rows(book, name)]


def described(book: Book, record: Record, listing: Listing, zone: tzinfo = UTC) -> dict[str, Plain]:
    """A row for scripts: id, every field, every derived column; times canonical, links by name.

    A link's id stands beside its name as `<field>_id`, several as `<field>_ids`. Without a value, texts
    are "", lists [], and times, numbers and links null. In another zone than UTC, a time's text there
    stands beside it as `<field>_local`.
    """
    row: dict[str, Plain] = {"id": record.id}
    for field in fields_of(type(record)):
        row |= _described(field, getattr(record, field.name), book)
    row |= {column.name: column.plain(book, record) for column in listing.columns if column.field is None}
    return row if zone is UTC else row | _local(book, record, listing, zone)


def _local(book: Book, record: Record, listing: Listing, zone: tzinfo) -> dict[str, Plain]:
    times = (column for column in listing.columns if column.type is Type.TIME)
    return {f"{column.name}_local": column.text(book, record, zone) or None for column in times}


def _described(field: Field, value: Any, book: Book) -> dict[str, Plain]:
    if field.type is Type.LINK:
        return {field.name: book.name(value) or None, f"{field.name}_id": value or None}
    if field.type is Type.LINKS:
        return {field.name: [book.name(id) for id in value], f"{field.name}_ids": list(value)}
    if field.type is Type.PARTS:
        named = [{"person": book.name(p.person), "person_id": p.person, "part": p.part} for p in value]
        return {field.name: named}
    return {field.name: plain(field, value)}


_COUNTS = (
    Column("claims", N_("Claims"), derive=derived.claims, of=Type.NUMBER),
    Column("sources", N_("Sources"), derive=derived.sources, of=Type.NUMBER, shown=False),
)
_CREW = (
    Column("role", N_("Role"), derive=derived.roles),
    Column("up_on", N_("Up on"), derive=derived.up_on),
    Column("up_at", N_("Arrived"), derive=derived.up_at, of=Type.TIME, planned=derived.up_is_planned),
    Column("down_on", N_("Down on"), derive=derived.down_on),
    Column("down_at", N_("Returns"), derive=derived.down_at, of=Type.TIME, planned=derived.down_is_planned),
    Column("last_place", N_("Last known place"), derive=derived.last_place),
)
_LEG = (
    Column("progress", N_("Progress"), derive=derived.progress, of=Type.CHOICE),
    Column("departs", N_("Departs"), derive=derived.departs, of=Type.TIME, planned=derived.departure_is_planned),
    Column("arrives", N_("Arrives"), derive=derived.arrives, of=Type.TIME, planned=derived.arrival_is_planned),
)
_EVENT = (Column("slip", N_("Slip"), derive=derived.slip, shown=False), *_COUNTS)
_SOURCE = (Column("claims", N_("Claims"), derive=derived.citing, of=Type.NUMBER),)
_SIDELINES = frozenset({"address", "aliases", "known_for", "native_name", "organisations", "punctuality"})


def _everything(book: Book, record: Record) -> bool:
    return True


def _flies(book: Book, record: Record) -> bool:
    return bool(derived.legs_of(book, record))


def _listing(
    name: str,
    label: str,
    kind: type[Record],
    *more: Column,
    counts: tuple[Column, ...] = _COUNTS,
    belongs: Belongs = _everything,
) -> Listing:
    """The record's first field leads, then what is derived for this table, then its other fields."""
    first, *others = (Column(field.name, field.label, field, shown=_is_shown(field)) for field in fields_of(kind))
    return Listing(name, label, kind, (first, *more, *others, *counts), belongs)


def _is_shown(field: Field) -> bool:
    return field.type is not Type.LONG_TEXT and field.name not in _SIDELINES


LISTINGS = {
    listing.name: listing
    for listing in (
        _listing("crew", N_("Crew"), records.Person, *_CREW, belongs=_flies),
        _listing("spacecraft", N_("Spacecraft"), records.Spacecraft),
        _listing(
            "missions",
            N_("Missions"),
            records.Mission,
            Column("crew", N_("Crew"), derive=derived.crew, of=Type.NUMBER),
        ),
        _listing("events", N_("Events"), records.Event, counts=_EVENT),
        _listing("legs", N_("Legs"), records.Leg, *_LEG),
        _listing("people", N_("People"), records.Person),
        _listing("places", N_("Places"), records.Place),
        _listing("organisations", N_("Organisations"), records.Organisation),
        _listing("productions", N_("Productions"), records.Production),
        _listing("sources", N_("Sources"), records.Source, counts=_SOURCE),
    )
}
