"""Every text can be read on every surface it stands on: 4.5:1 (WCAG 2.1, contrast of text); what is no text at 3:1."""

import dataclasses
import re
from itertools import combinations
from pathlib import Path

import pytest
from PySide6.QtGui import QColor

from tracker.domain.choices import CERTAINTY
from tracker.palette import DARK, LIGHT, PRINT, THEMES, Palette
from tracker.timeline.drawing.style import Style, contrast
from tracker.widgets.parts.certainty_marks import certainty_icon

# Every role is one of these; a new one must say which.
TEXTS = ("text", "muted", "accent", "certain", "planned", "rumoured", "error", "warning")
SURFACES = ("surface", "raised", "selected", "mark")
ON_ACCENT = "on_accent"
LINES = ("line", "guide")  # they part and tell nothing
OTHERS = ("is_dark", "is_print", "vessels")
SHEET = (Path(__file__).parent.parent / "resources/styles/tracker.qss").read_text(encoding="utf-8")
BLOCKS = re.findall(r"([^{}]+)\{([^}]*)\}", re.sub(r"/\*.*?\*/", "", SHEET, flags=re.S))
palettes = pytest.mark.parametrize("palette", THEMES.values(), ids=THEMES)


def between(one: str, other: str) -> float:
    return contrast(QColor(one), QColor(other))


def test_every_role_is_judged() -> None:
    roles = {field.name for field in dataclasses.fields(Palette)}
    assert roles == {*TEXTS, *SURFACES, ON_ACCENT, *LINES, *OTHERS}
    assert set(THEMES.values()) == {LIGHT, DARK, PRINT}


@pytest.mark.parametrize(("one", "other", "wanted"), [("#ffffff", "#000000", 21.0), ("#777777", "#ffffff", 4.48)])
def test_the_measure_is_that_of_the_standard(one: str, other: str, wanted: float) -> None:
    assert between(one, other) == pytest.approx(wanted, abs=0.01)


@palettes
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("surface", SURFACES)
def test_texts_can_be_read(palette: Palette, text: str, surface: str) -> None:
    assert between(getattr(palette, text), getattr(palette, surface)) >= 4.5


@palettes
def test_texts_on_the_accent(palette: Palette) -> None:
    assert between(palette.on_accent, palette.accent) >= 4.5


@palettes
def test_names_on_bars_can_be_read(palette: Palette, qapp: object) -> None:
    style = Style(palette)
    for slot in (*range(len(palette.vessels)), 1000, -1):  # each colour, that of all others, that of none
        assert contrast(style.ink(slot), style.fill(slot)) >= 4.5, slot


@palettes
def test_what_is_no_text_can_be_seen(palette: Palette) -> None:
    """Rings round what has the keys, edges of boxes to tick, marks of what is wrong: 3:1 is asked of these."""
    for role in ("accent", "muted", "error"):
        for surface in ("surface", "raised", "selected"):
            assert between(getattr(palette, role), getattr(palette, surface)) >= 3


def declared(what: str) -> list[tuple[str, str]]:
    """Where the sheet sets a property to a role, with the selector."""
    found = [(name.strip(), role) for name, body in BLOCKS for role in re.findall(rf"(?<![\w-]){what}: @(\w+)", body)]
    assert found, what
    return found


def test_the_sheet_writes_in_texts_and_on_surfaces() -> None:
    """Handles and bars are grounds too, on which nothing is written."""
    bare = (
        "QSplitter",
        "QToolBar::separator",
        "QMenu::separator",
        "QScrollBar",
        "QProgressBar",
        "QCheckBox",
        "hairline",
    )
    for selector, role in declared("color") + declared("selection-color"):
        assert role in (*TEXTS, ON_ACCENT), selector
    for selector, role in declared("background") + declared("selection-background-color"):
        assert role in (*SURFACES, "accent") or any(word in selector for word in bare), selector


def test_what_is_written_on_the_accent_is_for_it_and_nothing_else() -> None:
    for selector, body in BLOCKS:
        for prefix in ("", "selection-"):
            ground = re.search(rf"(?<![\w-]){prefix}background(?:-color)?: @(\w+)", body)
            text = re.search(rf"(?<![\w-]){prefix}color: @(\w+)", body)
            if ground and text:
                assert (ground[1] == "accent") == (text[1] == ON_ACCENT), selector


def test_print_has_no_large_dark_areas_and_patterns_that_are_seen() -> None:
    for colour in PRINT.vessels:
        assert between(colour, PRINT.surface) <= 1.6
        assert between(colour, PRINT.text) >= 12


@palettes
def test_certainty_needs_no_colour(palette: Palette, qapp: object) -> None:
    """The marks differ where all of them are of one colour."""
    grey = dataclasses.replace(palette, certain="#808080", planned="#808080", rumoured="#808080", muted="#808080")
    drawn = [certainty_icon(name, grey).pixmap(24, 24).toImage() for name, __ in CERTAINTY]
    assert len(drawn) == 4
    assert all(one != other for one, other in combinations(drawn, 2))
