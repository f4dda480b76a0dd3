"""The pages of a picture as the preview shows them, drawn in a thread: from plan and options alone, no widget."""

from dataclasses import dataclass

from PySide6.QtGui import QImage

from tracker.domain.progress import Progress
from tracker.i18n import _, counted, number
from tracker.palette import Palette
from tracker.timeline.pictures.formats.png import image_of
from tracker.timeline.pictures.option import DPI, MM
from tracker.timeline.pictures.picture import sheets_of
from tracker.timeline.pictures.picture_options import PictureOptions
from tracker.timeline.pictures.sheet import Sheet
from tracker.timeline.plans.plan import Plan

MOST_SHOWN = 40_000_000  # pixels of a preview; a larger page is shown smaller than it is


@dataclass(frozen=True, slots=True)
class Wish:
    """Which page is to be seen, and how large: at 100 %, or within so many pixels of a screen with that ratio."""

    plan: Plan
    options: PictureOptions
    page: int
    room: tuple[int, int]
    ratio: float
    is_actual: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """A page as an image, which of how many it is, and what the picture measures, in words."""

    image: QImage
    palette: Palette
    page: int
    pages: int
    measures: str


class Drawing:
    """Keeps the pages laid out while one turns them or comes closer. Lives in the thread that draws."""

    def __init__(self) -> None:
        self._laid_out: tuple[Plan, PictureOptions, list[Sheet]] | None = None

    def draw(self, wish: Wish, progress: Progress) -> Drawn:
        """ValueError with a sentence for options that cannot be."""
        sheets = self._sheets(wish)
        progress(0.5)
        page = min(wish.page, len(sheets) - 1)
        image = image_of(sheets[page], _scale(wish, sheets[page]))
        progress(1.0)
        image.setDevicePixelRatio(wish.ratio)
        return Drawn(image, sheets[page].style.palette, page, len(sheets), measures(sheets, wish.options))

    def _sheets(self, wish: Wish) -> list[Sheet]:
        kept = self._laid_out
        if kept is None or kept[0] is not wish.plan or kept[1] != wish.options:
            kept = self._laid_out = (wish.plan, wish.options, sheets_of(wish.plan, wish.options))
        return kept[2]


def _scale(wish: Wish, sheet: Sheet) -> float:
    """Pixels of the screen for a pixel at 1x: never more than there are to see, nor than memory is good for."""
    fitting = min(wish.room[0] / sheet.width, wish.room[1] / sheet.height)
    wanted = wish.ratio * (1.0 if wish.is_actual else min(1.0, fitting))
    most = (MOST_SHOWN / (sheet.width * sheet.height)) ** 0.5
    return max(min(wanted, most), 1 / min(sheet.width, sheet.height))


def measures(sheets: list[Sheet], options: PictureOptions) -> str:
    """How large the picture is, in words."""
    sheet = sheets[0]
    width, height = (round(side * options.density) for side in (sheet.width, sheet.height))
    parts = [_("{width} × {height} pixels").format(width=width, height=height)]
    if options.size.is_paper:
        sides = (side * MM / DPI for side in (sheet.width, sheet.height))
        paper = _("{} × {} mm").format(*(number(side, 1) for side in sides))
        parts = [paper, _("{pixels} at {dpi} dpi").format(pixels=parts[0], dpi=options.dpi)]
    parts.append(_("{n} megapixels").format(n=number(width * height / 1e6, 1)))
    if len(sheets) > 1:
        parts.append(counted("{n} page", "{n} pages", len(sheets)))
    return ", ".join(parts)
