"""Presets: those of the program can be drawn as they are, own ones are kept by name, renamed and deleted."""

import pytest

from tests.timeline.conftest import small_plan
from tracker.models.presets import BUILT_IN, Preset, Presets
from tracker.settings import Settings
from tracker.timeline.pictures.option import Size
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import BY_KEY, THEMES, PictureOptions


@pytest.fixture
def presets(qapp: object) -> Presets:
    return Presets(Settings())


OWN = PictureOptions(size=Size(420, 297, "mm"), dpi=150, theme="print", sources=False, title="Only this time")


@pytest.mark.parametrize("preset", BUILT_IN, ids=lambda preset: preset.name)
@pytest.mark.parametrize("theme", dict(THEMES))
def test_every_preset_can_be_drawn(preset: Preset, theme: str, qapp: object) -> None:
    assert set(preset.written) <= set(BY_KEY)
    options = PictureOptions(**(preset.values | {"theme": theme}))
    [page] = sheets_of(small_plan(), options)
    assert (page.width, page.height) == pytest.approx(options.size.pixels)


def test_own_presets_are_kept_without_what_a_picture_is_of(presets: Presets) -> None:
    presets.keep("Poster", OWN)
    kept = Presets(Settings()).named("Poster")
    assert kept.is_own
    options = PictureOptions(**kept.values)
    assert (options.size, options.dpi, options.theme, options.sources) == (OWN.size, 150, "print", False)
    assert options.title is None


def test_rename_and_delete(presets: Presets) -> None:
    presets.keep("Poster", OWN)
    presets.keep("Плакат", OWN)
    presets.rename("Poster", "Wall")
    assert [one.name for one in presets.all if one.is_own] == ["Wall", "Плакат"]
    with pytest.raises(ValueError, match="already"):
        presets.rename("Wall", "Плакат")
    presets.delete("Wall")
    with pytest.raises(ValueError, match="no preset “Wall”"):
        presets.named("Wall")


@pytest.mark.parametrize("name", ["", "  ", "slide", "A4 portrait", "a4 PORTRAIT"])
def test_names_that_cannot_be(presets: Presets, name: str) -> None:
    with pytest.raises(ValueError, match=r"\w+.*\.$"):
        presets.keep(name, OWN)


def test_what_is_damaged_is_left_out(presets: Presets) -> None:
    Settings().keep("export/presets", {"Odd": {"theme": "pink", "dpi": "150"}, "None": 7})
    assert presets.named("Odd").values == {"dpi": 150}
    assert [one.name for one in presets.all if one.is_own] == ["Odd"]
