"""Cells as spreadsheets exchange them: tabs and lines, and a table in HTML. No Qt."""

import re
from collections.abc import Iterable, Sequence
from html import escape

from tracker.i18n import _, number

Grid = list[list[str]]
MOST_CELLS = 200_000
_CELL = re.compile(r'"(?P<quoted>(?:[^"]|"")*+)"(?=[\t\r\n]|\Z)|(?P<plain>[^\t\r\n]*)')
_BETWEEN = re.compile(r"\t|\r\n|\r|\n")


def tsv(rows: Iterable[Sequence[str]]) -> str:
    """Tab-separated lines; a cell that holds a tab, a line break or a leading quote is put in quotes."""
    return "\n".join(map(tsv_line, rows))


def tsv_line(row: Sequence[str]) -> str:
    return "\t".join(map(_quoted, row))


def _quoted(text: str) -> str:
    if not re.search(r'[\t\r\n]|^"', text):
        return text
    return '"' + text.replace('"', '""') + '"'


def html(rows: Iterable[Sequence[str]], heads: Sequence[str] = ()) -> str:
    """The same as a table, its heads as such."""
    return html_table(map(html_line, rows), heads)


def html_table(lines: Iterable[str], heads: Sequence[str] = ()) -> str:
    """A table of lines that are HTML already."""
    head = "<tr>" + "".join(f"<th>{_html(text)}</th>" for text in heads) + "</tr>" if heads else ""
    return f'<meta charset="utf-8"><table>{head}{"".join(lines)}</table>'


def html_line(row: Sequence[str]) -> str:
    return "<tr>" + "".join(f"<td>{_html(text)}</td>" for text in row) + "</tr>"


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br>")


def parsed(text: str) -> Grid:
    """The cells of a text from a spreadsheet, quoted ones with line breaks included.

    A quote that is not closed at a cell's end is an ordinary character. ValueError if there are too many.
    """
    text = text.removeprefix("\ufeff")
    grid: Grid = [[]]
    place, cells = 0, 0
    while True:
        found = _CELL.match(text, place)
        assert found is not None, "an empty cell matches anywhere"
        quoted = found["quoted"]
        grid[-1].append(found["plain"] if quoted is None else quoted.replace('""', '"'))
        cells += 1
        if cells > MOST_CELLS:
            raise ValueError(
                _("The clipboard holds more than {n} cells: paste it in parts.").format(n=number(MOST_CELLS))
            )
        between = _BETWEEN.match(text, found.end())
        if between is None:
            return grid if grid[-1] != [""] or len(grid) == 1 else grid[:-1]
        place = between.end()
        if between[0] != "\t":
            grid.append([])
