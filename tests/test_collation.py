"""The order of names: in the language spoken, the same in a window, a picture and on the command line."""

import os
import subprocess
import sys
from collections.abc import Iterator

import pytest

from tracker import i18n
from tracker.collation import name_key


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


@pytest.mark.parametrize(
    ("language", "names"),
    [
        ("ru", "Егоров Елисеев Ёлкин Ельцов Жуков Иванов Йовчев Климук Шипенко"),
        ("ru", "Егоров Ёжиков ежов Ежов Ежова"),
        ("ru", "Иванова Шипенко Aldrin Zarya"),
        ("en", "Aldrin Zarya Иванова Шипенко"),
        ("en", "Ångström Armstrong de_Winne De_Winne Éclair Eden Zvezda"),
        ("en", "Soyuz_9 Soyuz_10 Soyuz_10A Soyuz_T-9 Soyuz_T-10"),
        ("ru", "Союз_9 Союз_10 Союз_МС-2 Союз_МС-19 Союз_ТМ-9"),
    ],
)
def test_the_order_of_names(language: str, names: str) -> None:
    """Ё stands with Е, Й after И; case and accents count where nothing else differs; numbers by their size."""
    wanted = [name.replace("_", " ") for name in names.split()]
    i18n.use(language)
    assert sorted(wanted, key=name_key) == wanted


def test_the_systems_region_changes_nothing() -> None:
    """In Swedish, Å comes after Z; but Swedish is not what the program speaks."""
    code = "from tracker.collation import name_key; print(sorted('ZÅA', key=name_key))"
    env = os.environ | {"LANG": "sv_SE.UTF-8", "LC_ALL": "sv_SE.UTF-8", "PYTHONUTF8": "1"}
    run = subprocess.run([sys.executable, "-c", code], env=env, capture_output=True, text=True, check=True)
    assert run.stdout == "['A', 'Å', 'Z']\n"
