"""Replays the edit log from the beginning and compares what comes out with the rows that are there."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Connection, select

from tracker.domain.fields import field_of
from tracker.domain.plain import Plain, row
from tracker.domain.records import KINDS, Record
from tracker.i18n import _
from tracker.store.check_rows import title
from tracker.store.logged import LoggedChange, as_change
from tracker.store.schema import change as changes

Replayed = dict[str, tuple[str, dict[str, Plain]]]


def contradictions(connection: Connection, found: Mapping[str, Record], broken: set[str]) -> Iterator[str]:
    """What the log says otherwise than the rows, or than itself. `broken` is told of already."""
    state: Replayed = {}
    yield from _replay(connection, state)
    for id, record in found.items():
        if id in state and state[id][0] == record.kind:
            yield from _differences(record, state[id][1])
        else:
            yield _("{record} is not in the edit log").format(record=title(record))
    for id in state.keys() - found.keys() - broken:
        sentence = _("{kind} {id} is in the edit log but not in the store")
        yield sentence.format(kind=state[id][0], id=id)


def _replay(connection: Connection, state: Replayed) -> Iterator[str]:
    columns = (changes.c.kind, changes.c.record, changes.c.before, changes.c.after)
    query = select(changes.c.edit, *columns).order_by(changes.c.edit, changes.c.position)
    for number, *rest in connection.execute(query):
        try:
            fits = _step(as_change(*rest), state)
        except (json.JSONDecodeError, KeyError, TypeError, AttributeError):
            yield _("Edit {n} of the log cannot be read").format(n=number)
        else:
            if not fits:
                yield _("Edit {n} of the log contradicts the ones before it").format(n=number)


def _step(change: LoggedChange, state: Replayed) -> bool:
    """Takes a change into the state, and says whether it fits what was there."""
    kind, before = state.get(change.record, (change.kind, None))
    blank = _blank(change.kind)
    if change.after is None:
        state.pop(change.record, None)
        return _fits(change, kind, before) and before == {**blank, **(change.before or {})}
    state[change.record] = (change.kind, {**(before or blank), **change.after})
    return _fits(change, kind, before)


@cache
def _blank(kind: str) -> dict[str, Plain]:
    """What a new record holds, and an old one in fields that its entry in the log is older than."""
    return {name: value for name, value in row(KINDS[kind]()).items() if name != "id"}


def _fits(change: LoggedChange, kind: str, before: Mapping[str, Any] | None) -> bool:
    if change.before is None or before is None:
        return change.before is None and before is None
    return kind == change.kind and all(before[n] == value for n, value in change.before.items())


def _differences(record: Record, replayed: Mapping[str, Plain]) -> Iterator[str]:
    for name, value in row(record).items():
        if name != "id" and value != replayed.get(name):
            field = field_of(KINDS[record.kind], name)
            sentence = _("{record}: {field} is not what the edit log says")
            yield sentence.format(record=title(record), field=field.text)
    for name in replayed.keys() - row(record).keys():
        sentence = _("{record}: the edit log knows a field “{name}” that there is not")
        yield sentence.format(record=title(record), name=name)
