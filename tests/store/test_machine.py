"""Random edits, undone and redone, closed and reopened: the rows are always those of a simple model."""

import shutil
import tempfile
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.store import samples
from tracker.domain import edits
from tracker.domain.book import Book
from tracker.domain.edits import Edit, inverse
from tracker.domain.history import History
from tracker.domain.records import KINDS, Person, Record
from tracker.store import Store

Records = dict[str, Record]


class Edits(RuleBasedStateMachine):
    """`states` holds the records after each edit on the undo stack, `ahead` those undone."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = Path(tempfile.mkdtemp())

    @initialize()
    def create(self) -> None:
        seed = samples.adding(*samples.one_of_each(), saying="Seed", is_seed=True)
        self.store = Store.create(self.folder / "Союз.tracker", seed)
        self.book = self.read()
        self.states: list[Records] = [self.now]
        self.ahead: list[Records] = []

    def read(self) -> Book:
        return Book(self.store.records())

    @property
    def now(self) -> Records:
        return {record.id: record for record in self.book}

    @property
    def ids(self) -> dict[str, list[str]]:
        return {kind: [record.id for record in self.book.of(cls)] for kind, cls in KINDS.items()}

    @property
    def history(self) -> History:
        return History.read(self.store.log())

    def commit(self, edit: Edit) -> None:
        self.store.apply(edit)
        self.book.apply(edit.changes)

    def do(self, edit: Edit) -> None:
        if edit.changes:
            self.commit(edit)
            self.states.append(self.now)
            self.ahead.clear()

    @rule(data=st.data())
    def add(self, data: Any) -> None:
        drawn = data.draw(st.lists(samples.records(self.ids), min_size=1, max_size=3))
        claims = [r for r in drawn if r.kind != "claim" or (r.about and r.source)]  # as `edits` demands
        self.do(samples.adding(*claims))

    @rule(data=st.data())
    def change(self, data: Any) -> None:
        some = st.lists(st.sampled_from(list(self.book)), min_size=1, max_size=3, unique_by=lambda r: r.id)
        pairs = [(one, data.draw(samples.changed(one, self.ids))) for one in data.draw(some)]
        changes = [edits.Change(a, b) for a, b in pairs if a != b and (b.kind != "claim" or b.about)]
        self.do(Edit("Change", tuple(changes)))

    @precondition(lambda self: len(self.book) > 3)
    @rule(data=st.data())
    def remove(self, data: Any) -> None:
        ids = data.draw(st.lists(st.sampled_from(list(self.now)), min_size=1, max_size=2))
        self.do(edits.remove(self.book, ids))

    @rule()
    def undo(self) -> None:
        if self.history.undoable:
            self.commit(inverse(self.store.edit(self.history.undoable[-1].id), "Undo"))
            self.ahead.append(self.states.pop())

    @rule()
    def redo(self) -> None:
        if self.history.redoable:
            self.commit(inverse(self.store.edit(self.history.redoable[-1].id), "Redo"))
            self.states.append(self.ahead.pop())

    @rule()
    def reopen(self) -> None:
        self.store.close()
        self.store = Store.open(self.folder / "Союз.tracker")

    @rule()
    def undo_all_after_a_restart_and_redo_all(self) -> None:
        self.reopen()
        before, rows = self.now, samples.rows(self.store)
        steps = len(self.history.undoable)
        for _step in range(steps):
            self.undo()
        self.same_records()
        assert self.now == self.states[0]
        for _step in range(steps):
            self.redo()
        assert self.now == before
        assert samples.rows(self.store) == rows

    @invariant()
    def same_records(self) -> None:
        stored = {record.id: record for record in self.store.records()}
        assert stored == self.states[-1] == self.now
        assert len(self.states) == len(self.history.undoable) + 1
        assert len(self.ahead) == len(self.history.redoable)

    def teardown(self) -> None:
        if hasattr(self, "store"):
            assert [s for s in self.store.check() if "leads to a record" not in s] == []
            self.store.close()
        shutil.rmtree(self.folder)


TestEdits = Edits.TestCase
TestEdits.settings = settings(
    max_examples=25, stateful_step_count=15, deadline=None, suppress_health_check=list(HealthCheck)
)


def test_the_seed_is_the_ground(tmp_path: Path) -> None:
    person = Person(name="Anna")
    store = Store.create(tmp_path / "a.tracker", samples.adding(person, is_seed=True))
    assert History.read(store.log()).undoable == []
    store.close()
