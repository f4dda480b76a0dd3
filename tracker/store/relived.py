"""Logged edits with whole records again: one, so that it can be taken back, or all that others made since."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tracker.domain.edits import Change, Edit
from tracker.domain.records import Record
from tracker.store import reading
from tracker.store.errors import Conflict
from tracker.store.logged import LoggedChange
from tracker.store.reading import Execute


def edit(execute: Execute, edit_id: str) -> Edit:
    """A logged edit with whole records again; fields it did not touch are as they are now.

    Its inverse can be applied, and then leaves alone what others changed since. KeyError if
    there is no such edit; Conflict if a record that it changed has been deleted since.
    """
    one, logged = reading.edit(execute, edit_id), reading.changes(execute, "edit.id = ?", edit_id)
    return Edit(
        one.text,
        tuple(reversed(list(_whole(execute, logged)))),
        id=one.id,
        at=one.at,
        author=one.author,
        undoes=one.undoes,
        is_seed=one.is_seed,
    )


def since(execute: Execute, seq: int) -> tuple[Change, ...]:
    """What all edits with a higher number did together: each record as it was at that number and as it is now."""
    net: dict[str, Change] = {}
    for change in _whole(execute, reading.changes(execute, "edit.seq > ?", seq)):
        later = net.get(change.record.id, change)
        net[change.record.id] = Change(change.before, later.after)
    return tuple(change for change in reversed(net.values()) if change.before != change.after)


def _whole(execute: Execute, logged: list[LoggedChange]) -> Iterator[Change]:
    """The changes from the last to the first, each with the records it led from and to."""
    now = _now(execute, logged)
    for change in reversed(logged):
        one = now.get(change.record)
        if one is None and change.act == "change":
            raise Conflict(change.record, None, change.before, None)
        before, after = change.sides(one)
        yield Change(before, after)
        if before is not None:
            now[change.record] = before


def _now(execute: Execute, logged: Iterable[LoggedChange]) -> dict[str, Record]:
    ids: defaultdict[str, list[str]] = defaultdict(list)
    for change in logged:
        if change.act == "change":
            ids[change.kind].append(change.record)
    return {id: one for kind, wanted in ids.items() for id, one in reading.some(execute, kind, wanted).items()}
