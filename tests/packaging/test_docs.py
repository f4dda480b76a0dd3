"""The completion in a real bash, and the manual page through the system's own formatter."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.packaging.conftest import PACKAGING


def made(kind: str, language: str) -> str:
    call = [sys.executable, str(PACKAGING / "docs.py"), kind]
    return subprocess.run(
        call, capture_output=True, text=True, check=True, env=os.environ | {"LANGUAGE": language}
    ).stdout


def completed(tmp_path: Path, *words: str) -> list[str]:
    """What bash offers for the last of these words."""
    script = tmp_path / "mission-tracker"
    script.write_text(made("completion", "en"))
    ask = (
        f'. "{script}"; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _mission_tracker; printf "%s\\n" "${{COMPREPLY[@]}}"'
    )
    call = ["bash", "--norc", "-c", ask, "bash", "mission-tracker", *words]
    done = subprocess.run(call, capture_output=True, text=True, check=True, cwd=tmp_path)
    assert not done.stderr
    return done.stdout.split()


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash, whose completion it is, is not installed")
@pytest.mark.parametrize(
    ("words", "offered"),
    [
        (["exp"], ["export"]),
        (["--vers"], ["--version"]),
        (["export", "--the"], ["--theme"]),
        (["export", "--theme", ""], ["light", "dark", "print"]),
        (["list", "cr"], ["crew"]),
        (["list", "crew", "--js"], ["--json"]),
        (["Saly"], ["Salyut.tracker"]),
        (["export", "Saly"], ["Salyut.tracker"]),
        (["export", "--out"], ["--output", "--outlines"]),
        (["export", "-o", "Salyut.t"], ["Salyut.tracker", "Salyut.txt"]),
        (["aboard", "--at", ""], []),
        (["--read-only", "Saly"], ["Salyut.tracker"]),
        (["no-such"], []),
    ],
)
def test_bash_completes(tmp_path: Path, words: list[str], offered: list[str]) -> None:
    for name in ("Salyut.tracker", "Salyut.txt"):
        (tmp_path / name).touch()
    assert sorted(completed(tmp_path, *words)) == sorted(offered)


@pytest.mark.skipif(shutil.which("man") is None, reason="man, which formats the page, is not installed")
@pytest.mark.parametrize(("language", "wanted"), [("en", "NAME"), ("ru", "НАЗВАНИЕ")])
def test_the_manual_is_clean_and_whole(tmp_path: Path, language: str, wanted: str) -> None:
    page = tmp_path / "mission-tracker.1"
    page.write_text(made("manual", language), encoding="utf-8")
    call = ["man", "--warnings", "-E", "UTF-8", "-l", str(page)]
    done = subprocess.run(
        call, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8", "MANWIDTH": "100"}
    )
    assert not done.stderr
    assert wanted in done.stdout
    assert "--group-by" in done.stdout
