"""The command line as a script sees it: right answers in stable JSON, one clear line and exit 2 for wrong input."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from tracker import stores
from tracker.__main__ import main


def answer(capsys: pytest.CaptureFixture[str], *argv: str) -> Any:
    assert main([*argv, "--json"]) == 0
    return json.loads(capsys.readouterr().out)


def refusal(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What stands on stderr when a command is refused; argparse leaves by SystemExit, ours by the code."""
    try:
        code = main([*argv])
    except SystemExit as leaving:
        code = int(leaving.code or 0)
    assert code == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    return printed.err


def test_ten_are_aboard_just_after_docking(capsys: pytest.CaptureFixture[str]) -> None:
    for moment in ("2021-10-05T12:22Z", "2021-10-05T12:22:01Z", "2021-10-05T12:23Z"):
        station = {one["vessel"]: one for one in answer(capsys, "aboard", "--at", moment)}[
            "International Space Station"
        ]
        assert (station["count"], station["possible"]) == (10, 10)
        named = {person["name"].split()[-1] for person in station["people"] if person["named"]}
        assert named == {"Peresild", "Shipenko", "Shkaplerov", "Novitsky"}


def test_seven_stay_for_certain_after_the_planned_return(capsys: pytest.CaptureFixture[str]) -> None:
    station = {one["vessel"]: one for one in answer(capsys, "aboard", "--at", "2021-10-18")}[
        "International Space Station"
    ]
    assert (station["count"], station["possible"]) == (7, 10)


def test_who_is_planned_to_come_down(capsys: pytest.CaptureFixture[str]) -> None:
    down = [leg for leg in answer(capsys, "list", "legs") if leg["direction"] == "down"]
    assert {leg["person"].split()[-1] for leg in down} == {"Shipenko", "Peresild", "Novitsky"}
    assert all("MS-19" not in (leg["spacecraft"] or "") for leg in down)


def test_only_the_cameos_are_rumoured(capsys: pytest.CaptureFixture[str]) -> None:
    rumoured = [fact for fact in answer(capsys, "facts") if fact["certainty"] == "rumoured"]
    assert len(rumoured) == 3
    assert all("cameo" in fact["value"] for fact in rumoured)


@pytest.mark.parametrize(
    ("zone", "clock"),
    [("Moscow", "15:22 Moscow (UTC+3)"), ("Baikonur", "17:22 Baikonur (UTC+5)"), ("UTC", "12:22 UTC")],
)
def test_the_docking_in_other_zones(capsys: pytest.CaptureFixture[str], zone: str, clock: str) -> None:
    assert main(["list", "events", "--zone", zone]) == 0
    assert clock in capsys.readouterr().out


def test_every_field_of_every_seeded_record_has_its_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    backed = {(fact["record_id"], fact["field"]) for fact in answer(capsys, "facts")}
    assert len(backed) > 100
    for kind in ("people", "spacecraft", "missions", "events", "legs", "places", "organisations", "productions"):
        rows = answer(capsys, "list", kind)
        assert rows, kind
        assert all((row["id"], "name") in backed for row in rows if row.get("name"))


def test_the_seeded_store_is_clean(capsys: pytest.CaptureFixture[str]) -> None:
    assert answer(capsys, "check") == []


def test_the_first_edit_is_the_article(capsys: pytest.CaptureFixture[str]) -> None:
    log = answer(capsys, "history")
    assert len(log) == 1
    assert len(log[0]["changes"]) > 150


@pytest.mark.parametrize("suffix", ["png", "svg", "pdf"])
def test_export_writes_a_picture(tmp_path: Path, suffix: str, qapp: QApplication) -> None:
    target = tmp_path / f"flight.{suffix}"
    assert (
        main(["export", "-o", str(target), "--size", "1280x720", "--title", "Новицкий & Co", "--axis", "UTC,MET"]) == 0
    )
    assert target.read_bytes().startswith({"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}[suffix])


@pytest.mark.parametrize(
    "argv",
    [
        ["list", "martians"],
        ["list", "crew", "nowhere.tracker"],
        ["aboard", "--at", "yesterday"],
        ["aboard", "--at", "2021-13-01"],
        ["aboard"],
        ["export", "-o", "flight.gif"],
        ["export", "-o", "flight.png", "--size", "big"],
        ["export", "-o", "flight.png", "--scale", "99"],
        ["export", "-o", "flight.png", "--axis", "UTC,Mars"],
        ["export", "-o", "flight.png", "--from", "2021-10-20", "--to", "2021-10-01"],
        ["export", "-o", "no/such/folder/flight.png"],
        ["list", "events", "--zone", "Atlantis"],
        ["nowhere.tracker"],
        ["--new"],
    ],
)
def test_wrong_input_is_one_line_and_changes_nothing(
    argv: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    qapp: QApplication,
) -> None:
    monkeypatch.chdir(tmp_path)
    [line] = refusal(capsys, *argv).splitlines()
    assert line.startswith("mission-tracker")
    assert list(tmp_path.glob("*.*")) == []


def test_a_foreign_file_is_refused_untouched(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    foreign = tmp_path / "notes.tracker"
    foreign.write_bytes(b"not a store at all")
    assert "notes.tracker" in refusal(capsys, "list", "crew", str(foreign))
    assert foreign.read_bytes() == b"not a store at all"


def test_reading_makes_the_default_store_once(capsys: pytest.CaptureFixture[str]) -> None:
    answer(capsys, "list", "crew")
    first = stores.default().read_bytes()
    answer(capsys, "list", "crew")
    assert stores.default().read_bytes() == first
