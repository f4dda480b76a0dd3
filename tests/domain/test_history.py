"""Undo and redo, read from the log alone."""

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from tracker.domain.history import History


@dataclass
class Logged:
    id: str
    text: str = ""
    undoes: str = ""
    is_seed: bool = False


def texts(history: History) -> tuple[list[str], list[str]]:
    return [step.text for step in history.undoable], [step.text for step in history.redoable]


def test_an_undo_moves_a_step_and_a_redo_moves_it_back() -> None:
    log = [Logged("1", "A"), Logged("2", "B"), Logged("3", undoes="2")]
    assert texts(History.read(log)) == (["A"], ["B"])
    assert texts(History.read([*log, Logged("4", undoes="3")])) == (["A", "B"], [])
    again = History.read([*log, Logged("4", undoes="3"), Logged("5", undoes="4")])
    assert texts(again) == (["A"], ["B"])
    assert again.redoable[-1].id == "5"


def test_a_new_edit_ends_what_could_be_redone() -> None:
    log = [Logged("1", "A"), Logged("2", undoes="1"), Logged("3", "C")]
    assert texts(History.read(log)) == (["C"], [])


def test_seeds_are_the_ground() -> None:
    assert texts(History.read([Logged("1", "Seeds", is_seed=True)])) == ([], [])


def test_undoing_what_is_not_on_top_changes_nothing() -> None:
    log = [Logged("1", "A"), Logged("2", "B"), Logged("3", undoes="1")]
    assert texts(History.read(log)) == (["A", "B"], [])


@given(st.lists(st.sampled_from(["do", "undo", "redo"])))
def test_the_log_and_two_plain_stacks_agree(acts: list[str]) -> None:
    log: list[Logged] = []
    done: list[str] = []
    undone: list[str] = []
    history = History()
    for number, act in enumerate(map(str, acts)):
        if act == "do":
            entry = Logged(f"e{number}", f"t{number}")
            done, undone = [*done, entry.text], []
        else:
            source = history.undoable if act == "undo" else history.redoable
            if not source:
                continue
            entry = Logged(f"e{number}", undoes=source[-1].id)
            if act == "undo":
                done, undone = done[:-1], [*undone, done[-1]]
            else:
                done, undone = [*done, undone[-1]], undone[:-1]
        log.append(entry)
        history.note(entry)
        assert texts(history) == (done, undone)
    assert texts(History.read(log)) == (done, undone)
