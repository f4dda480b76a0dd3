"""Languages: which one is in use, and that the catalogues say everything that the code says."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from tests.translate import OTHERS, ROOT, as_text, compiled, is_ready, said, texts_of, written
from tracker import i18n
from tracker.domain import show_times
from tracker.domain.fields import field_of
from tracker.domain.records import Leg, Mission
from tracker.domain.times import Precision
from tracker.domain.typed_dates import date_of


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    i18n.use("en")


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated(language: str) -> None:
    known = {(message.id, message.context) for message in written(language)}
    missing = [message.id for message in said() if (message.id, message.context) not in known]
    unfinished = [message.id for message in written(language) if message.id and not is_ready(message)]
    assert not missing, f"{len(missing)} are missing; ./dev translate"
    assert not unfinished


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_has_the_same_places_to_fill_in(language: str) -> None:
    for message in written(language):
        if message.id:
            source = message.id if isinstance(message.id, str) else message.id[1]
            for text in texts_of(message):
                assert places(text) == places(source), message.id


def places(text: str) -> set[str]:
    return set(re.findall(r"\{[^{}]*\}|%\(\w+\)[rs]|%[rs]", text))


@pytest.mark.parametrize("language", OTHERS)
def test_the_files_are_what_the_task_writes(language: str) -> None:
    folder, catalog = Path(i18n.folder(language)), written(language)
    assert as_text(catalog) == (folder / "tracker.po").read_bytes(), "./dev translate"
    assert compiled(catalog) == (folder / "tracker.mo").read_bytes(), "./dev translate"


@pytest.mark.parametrize("path", sorted(str(path.relative_to(ROOT)) for path in (ROOT / "tracker").rglob("*.py")))
def test_no_text_is_translated_before_it_is_asked_for(path: str) -> None:
    """At the import of a module the language may not be chosen yet, and it changes while the program runs."""
    if not path.startswith("tracker/cli/"):  # which ends after one answer, in the system's language
        assert list(at_import(ast.parse((ROOT / path).read_text()))) == []


def at_import(node: ast.AST) -> Iterator[int]:
    """The lines on which `_` or `counted` is called while a module is imported."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call) and isinstance(child.func, ast.Name) and child.func.id in ("_", "counted"):
            yield child.lineno
        if isinstance(child, ast.FunctionDef):
            for early in (child.args, *child.decorator_list):
                yield from at_import(early)
        elif not isinstance(child, ast.Lambda):
            yield from at_import(child)


def test_one_english_word_can_be_several() -> None:
    one, many = field_of(Leg, "spacecraft"), field_of(Mission, "spacecraft")
    assert one.text == many.text == "Spacecraft"
    i18n.use("ru")
    assert (one.text, many.text) == ("Аппарат", "Аппараты")


def test_plural_forms() -> None:
    i18n.use("ru")
    forms = [i18n.counted("{n} record", "{n} records", n) for n in (1, 3, 5, 11, 21)]
    assert forms == ["1 запись", "3 записи", "5 записей", "11 записей", "21 запись"]


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_months_and_numbers_are_written_as_qt_writes_them(language: str) -> None:
    """Qt cannot be asked where they are needed, in the domain and on a quick command line; so it is asked here."""
    locale, short = QLocale(language), QLocale.FormatType.ShortFormat
    i18n.use(language)
    for month in range(1, 13):
        day = datetime(2021, month, 5, tzinfo=UTC)
        assert show_times.month(day) == locale.standaloneMonthName(month, short)
        assert show_times.day(day) == f"5 {locale.monthName(month, short)}"
        for long in (locale.standaloneMonthName(month), locale.monthName(month)):
            assert date_of(f"5 {long} 2021") == (day, Precision.DAY)
    assert i18n.number(1234567) == locale.toString(1234567)
    assert i18n.number(10000.25, 2) == locale.toString(10000.25, "f", 2)
    assert i18n.number(1000.5, 2) == locale.toString(1000.5, "f", 1)


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "ru_RU.UTF-8"}, "ru"),
        ({"LANG": "de_DE.UTF-8"}, "en"),
        ({"LANG": "ru_RU.UTF-8", "LANGUAGE": "de:en"}, "en"),
        ({"LANG": "C", "LC_ALL": "ru_RU"}, "ru"),
        ({}, "en"),
    ],
)
def test_the_systems_language(variables: dict[str, str], language: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert i18n.of_system() == language


def test_an_unknown_language_is_refused_and_changes_nothing() -> None:
    with pytest.raises(ValueError, match="xx"):
        i18n.use("xx")
    assert i18n.language() == "en"
