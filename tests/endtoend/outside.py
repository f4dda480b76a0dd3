"""A client of the accessibility bus, as a screen reader is one: run by the system's Python, which has pyatspi.

Reads one request a line from its input, as JSON, and answers each with a line: {"done": …} or {"error": …}.
"""

# What it imports is the system's, and not there for the type checker.
# mypy: ignore-errors

import json
import sys
import time
from contextlib import suppress
from pathlib import Path

import pyatspi
from gi.repository import GLib

PATIENCE = 15.0  # seconds until something must have come up
_KEPT = {}
_HEARD = []
_RENAMED = []
_SAID = []
# The numbers that X11 gives the keys of every PC's keyboard.
_CODES = {
    "shift": 50,
    "ctrl": 37,
    "alt": 64,
    "tab": 23,
    "return": 36,
    "escape": 9,
    "left": 113,
    "right": 114,
    "up": 111,
    "down": 116,
    "home": 110,
    "end": 115,
    "space": 65,
    "f6": 72,
    "c": 54,
    "e": 26,
    "j": 44,
    "l": 46,
    "m": 58,
    "n": 57,
    "p": 33,
    "s": 39,
    "z": 52,
    "period": 60,
}


def walk(node):
    """Everything below, without the cells of tables: there are many, and they are asked for by row and column."""
    for place in range(node.childCount):
        child = node.getChildAtIndex(place)
        if child is None:
            continue
        yield child
        if child.getRoleName() not in ("table", "tree table"):
            yield from walk(child)


def program(name):
    found = [one for one in pyatspi.Registry.getDesktop(0) if one is not None and one.name == name]
    return found[0] if found else None


def find(role, name):
    for node in walk(_KEPT["program"]):
        if node.getRoleName() == role and node.name == name and is_shown(node):
            return node
    return None


def is_shown(node):
    return node.getState().contains(pyatspi.STATE_SHOWING)


def until(ask):
    """Asks again until there is an answer; what is asked may go away meanwhile."""
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(GLib.Error):
            answer = ask()
            if answer:
                return answer
        time.sleep(0.05)
    raise LookupError("it did not come up")


def do_open(name):
    _KEPT["program"] = until(lambda: program(name))
    until(lambda: find("list", "Timeline"))


def do_cells(table, columns):
    found = until(lambda: find("table", table)).queryTable()
    rows = [[found.getAccessibleAt(row, n).name for n in range(columns)] for row in range(found.nRows)]
    return {"heads": [found.getColumnHeader(n).name for n in range(columns)], "rows": rows}


def do_children(role, name):
    node = until(lambda: find(role, name))
    return [child.name for child in node]


def do_beside():
    """The names of all that is listed with the item that had the focus last: a list that pops up is in no window."""
    return [one.name for one in _KEPT["item"].parent]


def do_selected(role, name):
    node = until(lambda: find(role, name))
    return [child.name for child in node if child.getState().contains(pyatspi.STATE_SELECTED)]


def do_press(role, name):
    """Presses whatever has this name; the answer is whether that was taken."""
    return bool(until(lambda: find(role, name)).queryAction().doAction(0))


def do_press_child(role, name, child):
    return bool(next(one for one in until(lambda: find(role, name)) if one.name == child).queryAction().doAction(0))


def do_type(name, text):
    return bool(until(lambda: find("text", name)).queryEditableText().setTextContents(text))


def on_focus(event):
    """A screen reader goes by what it is told, not by what each thing says of itself."""
    if event.detail1:
        with suppress(GLib.Error):
            _HEARD.append([event.source.getRoleName(), event.source.name])
            if event.source.getRoleName() == "list item":
                _KEPT["item"] = event.source


def on_name(event):
    with suppress(GLib.Error):
        _RENAMED.append(event.source.name)


def on_said(event):
    _SAID.append(str(event.any_data))


def listen():
    """Takes over what has been told since."""
    context = GLib.MainContext.default()
    while context.iteration(False):
        pass


def do_renamed(name):
    """The words of what is said to read differently now, once they begin so."""

    def ask():
        listen()
        return next((one for one in _RENAMED if one.startswith(name)), None)

    return until(ask)


def do_said(words):
    """What is to be said aloud, once it begins so."""

    def ask():
        listen()
        return next((one for one in _SAID if one.startswith(words)), None)

    return until(ask)


def do_states(role, name, child):
    """What holds of the child whose name begins so."""
    node = next(one for one in until(lambda: find(role, name)) if one.name.startswith(child))
    return [pyatspi.stateToString(state) for state in node.getState().getStates()]


def do_labels(role, name):
    """What the labels of a control say."""
    relations = until(lambda: find(role, name)).getRelationSet()
    of_labels = [one for one in relations if one.getRelationType() == pyatspi.RELATION_LABELLED_BY]
    return [one.getTarget(place).name for one in of_labels for place in range(one.getNTargets())]


def do_press_keys(keys):
    """Keys as a keyboard sends them: "ctrl+z"."""
    *held, last = [_CODES[key] for key in keys.split("+")]
    for key in held:
        pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_PRESS)
    pyatspi.Registry.generateKeyboardEvent(last, None, pyatspi.KEY_PRESSRELEASE)
    for key in reversed(held):
        pyatspi.Registry.generateKeyboardEvent(key, None, pyatspi.KEY_RELEASE)


def do_keys(keys, role="", name=""):
    """Presses keys, and answers with what then says that it has the focus, with a role and a name that begins so."""
    _HEARD.clear()
    do_press_keys(keys)
    return heard(role, name)


def heard(role, name):
    def ask():
        listen()
        return next((one for one in reversed(_HEARD) if one[0].startswith(role) and one[1].startswith(name)), None)

    return until(ask)


def do_keys_until(keys, role, name):
    """The same keys again and again, until the focus is there; how often."""
    for times in range(1, 60):
        has_role, has_name = do_keys(keys)
        if has_role == role and name in has_name:
            return times
    raise LookupError(f"no {role} “{name}”")


def do_file_when(path):
    """Once it is written to the end: it takes its name last."""
    return until(lambda: Path(path).exists())


def do_text_when(name, wanted):
    """The text of a line, once it holds something."""

    def ask():
        node = find("text", name)
        said = node.queryText().getText(0, -1) if node else ""
        return said if wanted in said else ""

    return until(ask)


def do_children_when(role, name, wanted):
    """The names of those children that begin with some words, once there are any."""
    return until(lambda: [said for said in do_children(role, name) if said.startswith(wanted)])


def main():
    pyatspi.Registry.registerEventListener(on_focus, "object:state-changed:focused")
    pyatspi.Registry.registerEventListener(on_name, "object:property-change:accessible-name")
    pyatspi.Registry.registerEventListener(on_said, "object:announcement")
    for line in sys.stdin:
        request = json.loads(line)
        try:
            answer = {"done": globals()["do_" + request["do"]](*request["with"])}
        except Exception as error:  # noqa: BLE001 - the test is to see it
            answer = {"error": repr(error)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
