"""The promises of the command line: --help names every key, every value has its claim, output stays UTF-8 and quiet."""

import json
import os
import re
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tracker.__main__ import main
from tracker.cli.arguments import COMMANDS, KINDS
from tracker.domain.fields import fields_of
from tracker.domain.listings import LISTINGS

TOLD_OTHERWISE = re.compile(r"_(id|ids|local)$")
ARGUMENTS = {"aboard": ("--at", "2021-10-18")}


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert main([*argv, "--json"]) in (0, 1)
    return json.loads(capsys.readouterr().out)


def helped(capsys: pytest.CaptureFixture[str], command: str) -> str:
    with pytest.raises(SystemExit) as leaving:
        main([command, "--help"])
    assert leaving.value.code == 0
    return capsys.readouterr().out


def keys_of(what: Any) -> Iterator[str]:
    """Every key of a JSON value, however deep; what a change holds are fields, named by their kind."""
    if isinstance(what, list):
        for one in what:
            yield from keys_of(one)
    elif isinstance(what, dict):
        for key, value in what.items():
            yield key
            if key not in ("before", "after"):
                yield from keys_of(value)


@pytest.mark.parametrize("command", ["facts", "aboard", "check", "history"])
def test_help_names_just_the_keys_there_are(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    given = answer(capsys, command, *ARGUMENTS.get(command, ()), *(["--now", "2022"] if command == "check" else []))
    named = set(re.findall(r"“([a-z_]+)”", helped(capsys, command)))
    keys = set(keys_of(given))
    assert keys
    assert keys <= named
    assert named - keys <= {"unknown"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_list_holds_every_field_and_what_is_derived(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    listing = LISTINGS[kind]
    fields = {field.name for field in fields_of(listing.kind)}
    derived = {column.name for column in listing.columns if column.field is None}
    for row in answer(capsys, "list", kind):
        keys = {key for key in row if not TOLD_OTHERWISE.search(key)}
        assert keys == {"id"} | fields | derived


def test_every_command_has_its_help(capsys: pytest.CaptureFixture[str]) -> None:
    for command in COMMANDS:
        text = helped(capsys, command)
        assert text.startswith(f"usage: mission-tracker {command}")
        assert "STORE" in text
        assert max(map(len, text.splitlines())) <= 120


def said_of(row: dict[str, Any], name: str) -> list[Any]:
    """The values of a field as `facts` gives them, one for each element."""
    value = row[name]
    if value in (None, "", [], False):
        return []
    if not isinstance(value, list):
        return ["yes"] if value is True else [value]
    if isinstance(value[0], dict):
        return [f"{one['person']} ({one['part']})" if one["part"] else one["person"] for one in value]
    return value


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "crew"])
def test_every_value_of_every_record_has_its_claim(kind: str, capsys: pytest.CaptureFixture[str]) -> None:
    facts = answer(capsys, "facts")
    backed = {(fact["record_id"], fact["field"], fact["value"]) for fact in facts}
    rows = answer(capsys, "list", kind)
    wanted = {
        (row["id"], field.name, value)
        for row in rows
        for field in fields_of(LISTINGS[kind].kind)
        for value in said_of(row, field.name)
        if (kind, field.name) != ("sources", "text")  # which all the others are words of
    }
    assert wanted
    assert wanted - backed == set()
    ids = {row["id"] for row in rows}
    assert {one for one in backed if one[0] in ids} - wanted == set()  # and nothing is claimed that is not there


def test_what_17_october_turns_from_planned_to_actual(capsys: pytest.CaptureFixture[str]) -> None:
    """Three returns, the landing and its filming, the 12 days; the unnamed capsule carries them. Nothing else."""
    planned = [fact for fact in answer(capsys, "facts") if fact["certainty"] == "planned"]
    down = {leg["id"]: leg["person"] for leg in answer(capsys, "list", "legs") if leg["direction"] == "down"}
    assert set(down.values()) == {"Yulia Peresild", "Klim Shipenko", "Oleg Novitsky"}
    returns = {fact["record_id"] for fact in planned if fact["kind"] == "leg"}
    assert returns == set(down)
    events = {event["id"]: event["type"] for event in answer(capsys, "list", "events")}
    assert sorted(events[id] for id in {fact["record_id"] for fact in planned if fact["kind"] == "event"}) == [
        "filming",
        "filming",
        "landing",
    ]
    rest = {(fact["kind"], fact["field"], fact["value"]) for fact in planned if fact["kind"] not in ("leg", "event")}
    assert ("mission", "planned_duration", 12) in rest
    capsule = "Unnamed return capsule"
    assert {kind for kind, *__ in rest} == {"mission", "spacecraft"}
    assert {one for one in rest if one[0] == "mission"} == {
        ("mission", "planned_duration", 12),
        ("mission", "spacecraft", capsule),
    }
    names = {fact["record"] for fact in planned if fact["kind"] == "spacecraft"}
    assert names == {capsule}


def started(*command: str, **environment: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(command, env=os.environ | environment, capture_output=True, timeout=60, check=False)


def test_both_names_are_the_same_command() -> None:
    script = Path(sysconfig.get_path("scripts")) / "mission-tracker"
    if not script.exists():
        pytest.skip("it is not installed here")
    for argv in (["list", "crew"], ["facts", "--json"], ["--version"], ["list", "--help"], ["list", "martians"]):
        one, other = started(str(script), *argv), started(sys.executable, "-m", "tracker", *argv)
        assert (one.returncode, one.stdout, one.stderr) == (other.returncode, other.stdout, other.stderr)


@pytest.mark.parametrize("variables", [{"LC_ALL": "C"}, {"LANG": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}])
def test_the_output_is_utf_8_in_any_locale(variables: dict[str, str], tmp_path: Path) -> None:
    for argv in (["facts"], ["facts", "--json"], ["list", "--help"], ["list", "events", "--zone", "Moscow"]):
        done = started(sys.executable, "-m", "tracker", *argv, **variables)
        assert (done.returncode, done.stderr) == (0, b"")
        assert re.search("[“’…–]", done.stdout.decode("utf-8"))
    done = started(sys.executable, "-m", "tracker", "list", "crew", "Нет.tracker", **variables)
    assert "Нет.tracker" in done.stderr.decode("utf-8")


@pytest.mark.parametrize("argv", [["facts", "--json"], ["history", "--json"], ["list", "sources", "--json"], ["facts"]])
def test_a_reader_who_leaves_early_is_no_fault(argv: list[str]) -> None:
    command = [sys.executable, "-m", "tracker", *argv]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
    assert said == b""
