"""A logged edit with whole records again, so that it can be taken back."""

import dataclasses
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from sqlalchemy import Connection

from tracker.domain.edits import Change, Edit
from tracker.domain.fields import fields_of
from tracker.domain.plain import Plain, record, value
from tracker.domain.records import KINDS, Record
from tracker.store import log, queries
from tracker.store.errors import Conflict
from tracker.store.logged import LoggedChange


def edit(connection: Connection, edit_id: str) -> Edit:
    """A logged edit with whole records again; fields it did not touch are as they are now.

    Its inverse can be applied, and then leaves alone what others changed since. KeyError if
    there is no such edit; Conflict if a record that it changed has been deleted since.
    """
    one, logged = log.entry(connection, edit_id), log.changes(connection, edit_id)
    return Edit(
        one.text,
        tuple(reversed(list(_whole(reversed(logged), _now(connection, logged))))),
        id=one.id,
        at=one.at,
        author=one.author,
        undoes=one.undoes,
        is_seed=one.is_seed,
    )


def _now(connection: Connection, logged: Iterable[LoggedChange]) -> dict[str, Record]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for change in logged:
        if change.act == "change":
            ids[change.kind].append(change.record)
    return {id: one for kind, wanted in ids.items() for id, one in queries.some(connection, kind, wanted).items()}


def _whole(backwards: Iterable[LoggedChange], now: dict[str, Record]) -> Iterator[Change]:
    """The changes from the last to the first, each with the records it led from and to."""
    for change in backwards:
        if change.before is None or change.after is None:
            yield Change(_record(change, change.before), _record(change, change.after))
        elif (known := now.get(change.record)) is not None:
            yield Change(_with(known, change.before), _with(known, change.after))
        else:
            raise Conflict(change.record, None, change.before, None)
        if change.before is not None:
            now[change.record] = _earlier(change, now)


def _earlier(change: LoggedChange, now: dict[str, Record]) -> Record:
    assert change.before is not None
    if change.after is None:
        return record(change.kind, {"id": change.record, **change.before})
    return _with(now[change.record], change.before)


def _record(change: LoggedChange, side: Mapping[str, Plain] | None) -> Record | None:
    return None if side is None else record(change.kind, {"id": change.record, **side})


def _with(one: Record, side: Mapping[str, Plain]) -> Record:
    fields = {field.name: field for field in fields_of(KINDS[one.kind])}
    return dataclasses.replace(one, **{n: value(fields[n], side[n]) for n in side})
