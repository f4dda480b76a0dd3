"""Fifty edits at random through forms, cells, the clipboard and the timeline; undone and redone after a restart.

What the store holds is then row for row what it held before, or after. Qt's testers watch every model meanwhile.
"""

import random
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.desktop.person import Person, rows_of
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.listings import LISTINGS, rows
from tracker.domain.records import KINDS, Record
from tracker.timeline.plans.moves import moved_time

EDITS, MOST_SECONDS = 50, 60
TEXTS = ("Soyuz", "a & b", "<b>bold</b>", "Новицкий", "x; y", "  spaced  ", 'say "so"', "=1+1", "—", "")
TIMES = ("2021-10-05 12:22", "2021-10", "2020", "about April 2021", "unknown", "1957-10-04", "2021-10-05 15:22 Moscow")
WRONG = ("-3", "old", "2021-13-40", "nobody of that name")


class Hand:
    """Acts at random, as the seed has it. Each act says whether it was one that can be undone."""

    def __init__(self, person: Person, seed: int) -> None:
        self.person, self.random = person, random.Random(seed)
        self.done: Counter[str] = Counter()
        self.acts: tuple[tuple[Callable[[], None], int], ...] = (
            (self.edit_cell, 5),
            (self.fill_cells, 2),
            (self.save_form, 6),
            (self.create, 3),
            (self.paste, 3),
            (self.drag, 3),
            (self.delete, 1),
            (self.clear, 1),
            (self.quote, 1),
            (self.undo_and_redo, 1),
        )

    @property
    def count(self) -> int:
        return len(self.person.work.document.history.undoable)

    def work(self) -> None:
        """Each kind of act until it changed something, then any, to the number of edits wanted."""
        until = time.monotonic() + MOST_SECONDS
        acts, weights = zip(*self.acts, strict=True)
        for one in acts:
            while not self.done[one.__name__]:
                self._act(one)
        while self.count < EDITS:
            assert time.monotonic() < until, f"only {self.count} edits in {MOST_SECONDS} s: {self.done}"
            self._act(*self.random.choices(acts, weights))

    def _act(self, act: Callable[[], None]) -> None:
        """One act is one step at most; undone and redone, it is the same step again."""
        before, log = self.count, self.person.work.document._read_up_to
        act()
        assert self.count - before <= 1, act.__name__
        self.done[act.__name__] += self.person.work.document._read_up_to > log
        self.person.watch_models()

    # In the tables

    def edit_cell(self) -> None:
        self._some_cell()
        self.person.type_in_cell(self._text(self._field()))

    def fill_cells(self) -> None:
        self._some_cell()
        panel = self.person.panel
        panel.select_column()
        self.person.type_in_cell(self._text(self._field()), fill=True)

    def paste(self) -> None:
        self._some_cell()
        lines = ("\t".join(self._pasted() for __ in range(self.random.randint(1, 3))) for __ in range(3))
        self.person.paste("\n".join(lines))

    def clear(self) -> None:
        self._some_cell()
        self.person.panel.clear_cells()

    def delete(self) -> None:
        self._some_cell(but=("sources",))  # with its one source, all 200 claims would go
        self.person.press("delete")

    def _some_cell(self, but: tuple[str, ...] = ()) -> None:
        """A cell that can be edited, of a table that may be sorted or filtered."""
        with_rows = [name for name in LISTINGS if name not in but and rows(self.person.book, name)]
        panel = self.person.look_at(self.random.choice(with_rows))
        if self.random.random() < 0.3:
            panel.columns.click(self.random.randrange(len(panel.table.listing.columns)), self.random.random() < 0.5)
        panel.head.filter.setText(self.random.choice(("", "", "s", "20", "o n")))
        if not panel.table.rowCount():
            panel.head.filter.clear()
        columns = [one for one in panel.columns.shown() if panel.table.is_editable(one)]
        panel.view.go(self.random.randrange(panel.table.rowCount()), self.random.choice(columns))

    def _field(self) -> Field:
        panel = self.person.panel
        field = panel.table.column(panel.view.currentIndex().column()).field
        assert field is not None
        return field

    def _pasted(self) -> str:
        names = [self.person.book.name(record.id) for record in self.random.sample(list(self.person.book), 3)]
        return self.random.choice((*TEXTS, *TIMES, *names)).replace("\n", " ")

    # In the forms

    def save_form(self) -> None:
        kind = self.random.choice(list(KINDS.values()))
        records = self.person.book.of(kind)
        if records:
            self.person.work.selection.select(self.random.choice(records).id)
            for field in self.random.sample(fields_of(kind), self.random.randint(1, 3)):
                self.person.type_over(field.name, self._text(field))
            self._save()

    def create(self) -> None:
        self.person.look_at(self.random.choice(list(LISTINGS)))
        self.person.press("new")
        for field in fields_of(self.person.form.kind):
            if field.required or self.random.random() < 0.3:
                self.person.type_over(field.name, self._text(field) or "Somebody new")
        self._save()

    def quote(self) -> None:
        """Makes a claim of words in the article."""
        self.person.work.selection.select(self.random.choice(self.person.book.of(KINDS["person"])).id)
        self.person.form.focus("occupation")
        sources: Any = self.person.work.inspector.sources
        sources.show_field("occupation")
        cursor = sources.text.textCursor()
        cursor.setPosition(self.random.randrange(sources.text.document().characterCount()))
        cursor.movePosition(cursor.MoveOperation.NextWord, cursor.MoveMode.KeepAnchor, 4)
        sources.text.setTextCursor(cursor)
        sources.quote.click()

    def _save(self) -> None:
        """What is wrong is mended by giving it up: the form then holds nothing back."""
        if not self.person.work.inspector.panel.save():
            self.person.press("revert")

    # On the timeline and in the menu

    def drag(self) -> None:
        view = self.person.work.timeline.view
        bars = [bar for bar in view.plan.bars if bar.start_time or bar.end_time]
        bar = self.random.choice(bars)
        ends = {"both" if bar.is_instant else "start": bar.start_time, "end": bar.end_time}
        edge, time = self.random.choice([(edge, time) for edge, time in ends.items() if time])
        view.bar_moved.emit(bar.key, edge, moved_time(time, self.random.uniform(-40, 40) * 86_400))

    def undo_and_redo(self) -> None:
        if self.count:
            self.person.press("undo")
            self.person.press("redo")

    def _text(self, field: Field) -> str:
        if self.random.random() < 0.1:
            return self.random.choice(WRONG)
        if field.type is Type.CHOICE:
            return self.random.choice(field.choices)[0]
        if field.is_link:
            return self._name(field)
        texts: dict[Type, tuple[str, ...]] = {
            Type.TIME: TIMES,
            Type.NUMBER: ("", "0", "7", "39"),
            Type.FLAG: ("yes", "no"),
            Type.ZONE: ("", "Europe/Moscow", "Asia/Tokyo"),
        }
        return self.random.choice(texts.get(field.type, TEXTS))

    def _name(self, field: Field) -> str:
        kinds = [KINDS[kind] for kind in field.to if kind] or list(KINDS.values())
        records: list[Record] = [record for kind in kinds for record in self.person.book.of(kind)]
        return self.person.book.name(self.random.choice(records).id) if records else ""


def assert_tables_follow(person: Person) -> None:
    """Every table that was looked at holds just what the store does, in cells that were read anew."""
    for name, panel in person.work.tables._panels.items():
        panel.show_all()
        wanted = rows(person.book, name)
        assert {panel.table.id_at(row) for row in range(panel.table.rowCount())} == {one.id for one in wanted}
        for record in wanted:
            assert panel.table.row(panel.table.row_of(record.id)).record == record


@pytest.mark.parametrize("seed", [1, 2])
def test_all_is_undone_and_redone_after_a_restart(seed: int, opened: Any, path: Path) -> None:
    at_start = rows_of(path)
    person = opened()
    Hand(person, seed).work()
    assert_tables_follow(person)
    at_end = rows_of(path)
    assert at_end != at_start
    person.close()

    again = opened()
    again.watch_models()
    for __ in range(EDITS):
        again.press("undo")
    assert not again.window.menu.actions["undo"].isEnabled()
    assert rows_of(path) == at_start
    assert_tables_follow(again)
    again.close()

    once_more = opened()
    once_more.watch_models()
    for __ in range(EDITS):
        once_more.press("redo")
    assert not once_more.window.menu.actions["redo"].isEnabled()
    assert rows_of(path) == at_end
    assert_tables_follow(once_more)
    assert once_more.work.document._store.check() == []
