"""Cells to text and back: whatever stands in them comes back as it was."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.models import clipboard
from tracker.models.clipboard import html, parsed, tsv

TEXTS = st.text(alphabet=st.sampled_from('ab"\t\n;é Я'), max_size=6)
GRIDS = st.integers(1, 4).flatmap(lambda wide: st.lists(st.lists(TEXTS, min_size=wide, max_size=wide), min_size=1))


@given(GRIDS)
def test_text_comes_back_as_it_was(grid: list[list[str]]) -> None:
    if grid[-1] == [""] and len(grid) > 1:
        grid = [*grid, ["end"]]  # an empty last line is how spreadsheets end
    assert parsed(tsv(grid)) == grid


@pytest.mark.parametrize(
    ("text", "grid"),
    [
        ("a\tb\r\nc\td\r\n", [["a", "b"], ["c", "d"]]),
        ('"two\nlines"\tb', [["two\nlines", "b"]]),
        ('"he said ""no"""\tb', [['he said "no"', "b"]]),
        ('"Welcome\tb', [['"Welcome', "b"]]),
        ('the "Challenge"\tb', [['the "Challenge"', "b"]]),
        ("\ufeffa", [["a"]]),
        ("a\rb", [["a"], ["b"]]),
        ("\t\n", [["", ""]]),
        ("", [[""]]),
    ],
)
def test_what_spreadsheets_write_is_read(text: str, grid: list[list[str]]) -> None:
    assert parsed(text) == grid


def test_too_many_cells_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clipboard, "MOST_CELLS", 3)
    assert parsed("1\t2\t3") == [["1", "2", "3"]]
    with pytest.raises(ValueError, match="more than 3 cells"):
        parsed("1\t2\n3\t4")


def test_a_persons_text_is_no_html() -> None:
    table = html([["<b>a</b>\nb"]], ["<i>"])
    assert "<td>&lt;b&gt;a&lt;/b&gt;<br>b</td>" in table
    assert "<th>&lt;i&gt;</th>" in table
