"""Every text can be read on every surface it stands on: 4.5:1 (WCAG 2.1, contrast of text)."""

import pytest

from tracker.palette import DARK, LIGHT, PRINT, Palette

TEXTS = ("text", "muted", "accent", "certain", "planned", "rumoured", "error", "warning")
SURFACES = ("surface", "raised")


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT])
@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("surface", SURFACES)
def test_texts_can_be_read(palette: Palette, text: str, surface: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, surface)) >= 4.5


@pytest.mark.parametrize("palette", [LIGHT, DARK, PRINT])
@pytest.mark.parametrize(
    ("text", "surface"), [("text", "selected"), ("text", "mark"), ("on_accent", "accent"), ("muted", "selected")]
)
def test_texts_on_coloured_ground(palette: Palette, text: str, surface: str) -> None:
    assert contrast(getattr(palette, text), getattr(palette, surface)) >= 4.5


def test_print_has_no_large_dark_areas_and_patterns_that_are_seen() -> None:
    for colour in PRINT.vessels:
        assert contrast(colour, PRINT.surface) <= 1.6
        assert contrast(colour, PRINT.text) >= 12
