"""From what a person types to the record meant: by name, alias or native name; and back to a sure name.

Two records of one name are told apart by the start of their id: `Volkov #3f2a1b9c`.
"""

from collections.abc import Callable, Sequence

from tracker.domain.book import Book
from tracker.domain.folding import folded
from tracker.domain.records import KINDS, Record
from tracker.i18n import _

_SHORT = 8  # characters of an id, enough to tell any store's records apart


def find(book: Book, kinds: Sequence[str], text: str) -> str:
    """The id of the one record of these kinds ("" among them: any) that the text names.

    ValueError with a sentence if there is none, or more than one.
    """
    found = _found(book, records_of(book, kinds, text), text)
    if len(found) == 1:
        return found[0].id
    if not found:
        raise ValueError(_("No {kind} is called “{name}”.").format(kind=_kind(kinds), name=text))
    names = ", ".join(sure_name(book, kinds, record.id) for record in found)
    raise ValueError(_("“{name}” can be each of these: {names}.").format(name=text, names=names))


def sure_name(book: Book, kinds: Sequence[str], id: str) -> str:
    """A name that `find` leads back to this record: its own if no other has it, else with its id."""
    name = " ".join(book.name(id).split())
    found = _found(book, records_of(book, kinds, name), name)
    return name if [record.id for record in found] == [id] else numbered(book, id)


def numbered(book: Book, id: str) -> str:
    """The name with the start of the id, or all of it where the start is not enough."""
    alone = book.starting(id[:_SHORT]) == 1
    name = " ".join(book.name(id).replace("#", " ").split())
    return f"{name} #{id[:_SHORT] if alone else id}"


def records_of(book: Book, kinds: Sequence[str], text: str) -> list[Record]:
    """The records of these kinds that a text may mean; "" among them is any."""
    chosen = [KINDS[kind] for kind in kinds if kind] if all(kinds) else KINDS.values()
    return [record for kind in chosen for record in book.called(kind, text)]


def _kind(kinds: Sequence[str]) -> str:
    return _(KINDS[kinds[0]].label).lower() if len(kinds) == 1 and kinds[0] else _("record")


def _found(book: Book, records: Sequence[Record], text: str) -> list[Record]:
    """Those that fit best: by the exact name, else by name, else by alias or native name, else by id."""
    wanted = folded(text)
    ways: tuple[Callable[[Record], bool], ...] = (
        lambda record: book.name(record.id) == text,
        lambda record: folded(book.name(record.id)) == wanted,
        lambda record: wanted in map(folded, names_of(record)),
        lambda record: record.id == text.rpartition(" #")[2],
        lambda record: bool(text.rpartition(" #")[1]) and record.id.startswith(text.rpartition(" #")[2]),
    )
    for fits in ways if wanted else ():
        if found := [record for record in records if fits(record)]:
            return found
    return []


def names_of(record: Record) -> tuple[str, ...]:
    """A record's own names: the first one, the aliases, the native one."""
    return (record.own_name, *getattr(record, "aliases", ()), getattr(record, "native_name", ""))
