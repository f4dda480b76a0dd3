"""What stands around the lanes of a picture: title, legend, footer, the number of the page."""

from collections.abc import Sequence
from dataclasses import replace

from tracker.i18n import _
from tracker.timeline.drawing import legend
from tracker.timeline.pictures import footer
from tracker.timeline.pictures.layout import Layout
from tracker.timeline.pictures.sheet import GAP, LINE, Around, Sheet

MOST_OF_SOURCES = 0.2  # of a page's height


def around_of(layout: Layout, row: float) -> Around:
    """The same on all pages; the legend is that of rows so high."""
    title = footer.wrapped(layout.plan.title, layout.style.title, layout.inner)
    subtitle = footer.wrapped(layout.plan.subtitle, layout.style.plain, layout.inner)
    around = Around(layout.margin, title, subtitle, [], _footer(layout))
    return replace(around, legend=_legend(layout, around.top, row)) if layout.options.legend else around


def _legend(layout: Layout, top: float, row: float) -> list[list[tuple[float, legend.Entry]]]:
    """What is used on any page, as pages side by side are one picture."""
    frames = (layout.frame(layout.rows, span, top, row) for span in layout.spans)
    return legend.arranged(legend.entries(*frames), layout.style, layout.inner)


def _footer(layout: Layout) -> list[str]:
    span = (layout.spans[0][0], layout.spans[-1][1])
    type, width = layout.style.small, layout.inner - layout.style.small.width(_number(99, 99)) - GAP
    lines = footer.about(layout.plan, span, type, width) + (footer.made() if layout.options.stamp else [])
    if not layout.options.sources:
        return lines
    most = int(layout.size[1] * MOST_OF_SOURCES // LINE) if layout.size[1] else 0
    return lines + footer.sources(layout.plan, type, width, most)


def numbered(sheets: Sequence[Sheet]) -> list[Sheet]:
    """Each says which page of how many it is, unless it is the only one."""
    if len(sheets) == 1:
        return list(sheets)
    return [replace(sheet, number=_number(n, len(sheets))) for n, sheet in enumerate(sheets, 1)]


def _number(page: int, of: int) -> str:
    return _("Page {page} of {pages}").format(page=page, pages=of)
