"""Every option of the picture has one description: its written form leads back to it, and what cannot be is said."""

import dataclasses

import pytest

from tracker.timeline.pictures.option import Kind, Option, Size
from tracker.timeline.pictures.picture_options import BY_KEY, OPTIONS, PictureOptions, check, read

SAMPLES: dict[Kind, object] = {
    Kind.TEXT: "Экипаж «Вызова»",
    Kind.SIZE: Size(297, 210.5, "mm"),
    Kind.FLAG: True,
}


def test_every_option_is_described() -> None:
    assert [option.name for option in OPTIONS] == [field.name for field in dataclasses.fields(PictureOptions)]
    for option in OPTIONS:
        assert option.label.count("&") == 1, option.name
        assert option.help
        assert getattr(PictureOptions(), option.name) == option.default


def test_the_keys_of_the_form_are_each_their_own() -> None:
    letters = [option.label[option.label.index("&") + 1].casefold() for option in OPTIONS]
    assert len(set(letters)) == len(letters)


@pytest.mark.parametrize("option", OPTIONS, ids=lambda option: option.name)
def test_what_is_written_is_read_again(option: Option) -> None:
    values = [option.default] if option.default is not None else []
    values += [name for name, _label in option.choices]
    values += [option.least, option.most] if option.kind is Kind.NUMBER else []
    values += [SAMPLES[option.kind]] if option.kind in SAMPLES else []
    assert values or option.kind is Kind.TIME
    for value in values:
        assert option.read(option.write(value)) == value


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("1920x1080", Size(1920, 1080)),
        ("1920 × 1080", Size(1920, 1080)),
        ("1600", Size(1600)),
        ("297x210mm", Size(297, 210, "mm")),
        ("420 mm", Size(420, 0, "mm")),
    ],
)
def test_sizes(text: str, size: Size) -> None:
    assert BY_KEY["size"].read(text) == size


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("size", "big"),
        ("size", "10.5x20"),
        ("size", "297x210cm"),
        ("scale", "nan"),
        ("scale", "17"),
        ("dpi", "300.5"),
        ("across", "0"),
        ("font_size", "6"),
        ("theme", "pink"),
        ("legend", "maybe"),
        ("from", "soon"),
        ("from", "unknown"),
        ("to", ""),
    ],
)
def test_what_means_nothing_is_said(key: str, text: str) -> None:
    with pytest.raises(ValueError, match=r"\w{3,}.*\.$"):
        BY_KEY[key].read(text)


def test_a_day_at_the_end_counts_as_a_whole() -> None:
    assert BY_KEY["from"].read("2021-10-05") == 1633392000
    assert BY_KEY["to"].read("2021-10-05") == 1633392000 + 86_400
    assert BY_KEY["to"].read("2021-10-05T12:22Z") == 1633436520


def test_what_another_version_kept_is_left_out() -> None:
    assert read({"theme": "print", "glitter": "yes", "scale": "1000"}) == {"theme": "print"}


def test_no_text_is_too_small() -> None:
    """Of 11 px on a screen, of 7 pt on paper: the smallest text is 11 twelfths of the usual one."""
    check(PictureOptions(size=Size(297, 210, "mm"), font_size=8.0))
    with pytest.raises(ValueError, match="9 points"):
        check(PictureOptions(font_size=8.0))
    assert 8.0 * 11 / 12 >= 7


def test_paper_counts_dots_per_inch_and_a_screen_pixels() -> None:
    paper = PictureOptions(size=Size(254, 127, "mm"), dpi=300, scale=3.0)
    assert [side * paper.density for side in paper.size.pixels] == pytest.approx([3000, 1500])
    assert PictureOptions(size=Size(800, 400), dpi=600, scale=2.0).density == 2.0
