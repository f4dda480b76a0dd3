"""The full check of a store: what SQLite finds, what no longer decodes, what the log contradicts.

SQLite's own check lets a third of all single-bit flips pass that change a value in silence; as the
edit log holds every value too, replaying it finds those. Each finding is a sentence for people.
"""

from collections.abc import Iterator
from itertools import chain

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from tracker.domain.fields import fields_of
from tracker.domain.links import targets
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.store import reading
from tracker.store.check_rows import readable, title
from tracker.store.dangling import is_about
from tracker.store.replay import contradictions


def check(connection: Connection) -> list[str]:
    """All findings; none for a sound store."""
    found: dict[str, Record] = {}
    broken: set[str] = set()
    steps = [
        _integrity(connection),
        _foreign_keys(connection),
        *(readable(connection, kind, found, broken) for kind in KINDS),
        _references(found, broken),
        _log_and_drafts(connection),
        contradictions(connection, found, broken),
    ]
    return list(chain.from_iterable(_guarded(step) for step in steps))


def _guarded(step: Iterator[str]) -> Iterator[str]:
    """A part of the file that cannot be read at all ends a step, not the check."""
    try:
        yield from step
    except (DBAPIError, ValueError, KeyError) as error:  # KeyError: a column has lost its name
        yield _("Part of the store cannot be read: {reason}").format(reason=getattr(error, "orig", error))


def _integrity(connection: Connection) -> Iterator[str]:
    for (line,) in connection.exec_driver_sql("PRAGMA integrity_check"):
        if line != "ok":
            yield _("The file is damaged: {reason}").format(reason=line)


def _foreign_keys(connection: Connection) -> Iterator[str]:
    for table, row, target, _number in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        sentence = _("Row {row} of {table} leads to a {target} that is not there")
        yield sentence.format(row=row, table=table, target=target)


def _references(found: dict[str, Record], broken: set[str]) -> Iterator[str]:
    """The links that no foreign key watches, as they may lead to any kind or stand in a time."""
    for record in found.values():
        for field in fields_of(type(record)):
            is_watched = field.is_link and not is_about(record, field)
            ids = () if is_watched else targets(field, getattr(record, field.name))
            if any(id not in found and id not in broken for id in ids):
                sentence = _("{record}: {field} leads to a record that is not there")
                yield sentence.format(record=title(record), field=field.text)


def _log_and_drafts(connection: Connection) -> Iterator[str]:
    try:
        numbers = [edit.seq for edit in reading.edits(connection.exec_driver_sql)]
        reading.drafts(connection.exec_driver_sql)
    except (ValueError, TypeError, AttributeError) as error:
        yield _("An edit or a draft cannot be read: {reason}").format(reason=error)
        return
    if numbers != list(range(1, len(numbers) + 1)):
        yield _("The edit log has a gap")
