"""What this program is made with: each part's name, version and licence, as its own metadata say."""

import platform
import re
import sqlite3
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution

from PySide6.QtCore import qVersion

from tracker.i18n import _

PROGRAM = "mission-tracker"
_NAME = re.compile(r"[\w.-]+")
Part = tuple[str, str, str]


def parts() -> list[Part]:
    """Those that are no Python packages first; then all that are installed with the program."""
    return [
        ("Qt", qVersion(), "LGPL-3.0-only"),
        ("Python", platform.python_version(), "PSF-2.0"),
        ("SQLite", sqlite3.sqlite_version, _("public domain")),
        *sorted(
            ((one.name, one.version, licence(one)) for one in _needed(PROGRAM, set())),
            key=lambda part: part[0].casefold(),
        ),
    ]


def licence(package: Distribution) -> str:
    """Newer packages have an expression, older ones a line of text or a classifier."""
    said = [text for field in ("License-Expression", "License") for text in package.metadata.get_all(field) or []]
    classifiers = package.metadata.get_all("Classifier") or []
    said += [one.rpartition(" :: ")[2] for one in classifiers if one.startswith("License")]
    return next((text.partition("\n")[0] for text in said if text), _("not said"))


def _needed(name: str, seen: set[str]) -> Iterator[Distribution]:
    """What a package needs, and what that needs; what is not installed here is for another system."""
    for wanted in _required(name):
        key = re.sub(r"[-_.]+", "-", wanted).casefold()
        if key not in seen:
            seen.add(key)
            try:
                yield distribution(wanted)
            except PackageNotFoundError:
                continue
            yield from _needed(wanted, seen)


def _required(name: str) -> list[str]:
    """The names of its requirements, without those of extras: the tools of its developers."""
    try:
        lines = distribution(name).requires or []
    except PackageNotFoundError:  # a copy that was never installed
        return []
    return [found[0] for line in lines if "extra ==" not in line and (found := _NAME.match(line))]
