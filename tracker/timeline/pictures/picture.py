"""The timeline as a file: PNG, SVG or PDF, drawn by the same painter as the screen, whatever that shows.

Needs a QGuiApplication, but no window and no widget. Two runs give the same bytes.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from tracker.domain.progress import Progress
from tracker.i18n import _
from tracker.palette import THEMES
from tracker.timeline.drawing.style import Style
from tracker.timeline.pictures.pages import lay_out
from tracker.timeline.pictures.picture_options import PictureOptions, check
from tracker.timeline.pictures.sheet import Sheet
from tracker.timeline.plans.bar_arrays import arrays_of
from tracker.timeline.plans.plan import Plan


def export(
    plan: Plan, path: Path | str, options: PictureOptions = PictureOptions(), progress: Progress = float
) -> list[Path]:
    """Writes the picture in the format that the path's suffix names; several pages of PNG or SVG as numbered files.

    Gives the files. ValueError with a sentence for what cannot be: options, folder, suffix. OSError if
    writing fails; the file that was there before is then untouched.
    """
    path = Path(path)
    render = _render_for(path)
    if not path.parent.is_dir():
        raise ValueError(_("There is no folder “{folder}”.").format(folder=path.parent))
    files = _files(path, sheets_of(plan, options))
    for number, (target, pages) in enumerate(files):
        share = partial(_share, progress, number, len(files))
        content = render(pages, options, share)
        share(1.0)  # who stops it even now keeps the old file
        write(target, content)
    return [target for target, _pages in files]


def _share(progress: Progress, part: int, of: int, done: float) -> None:
    """What a part of the work tells, told of all; some of it, the laying out, is done before the first."""
    progress((part + 0.5 + done / 2) / (of + 0.5))


def for_clipboard(plan: Plan, options: PictureOptions, page: int, progress: Progress = float) -> dict[str, bytes]:
    """One page as what other programs paste, by media type: the picture in pixels, and as lines and texts."""
    sheets = sheets_of(plan, options)
    sheet = sheets[min(page, len(sheets) - 1)]
    found = {}
    for step, (kind, name) in enumerate((("image/png", ".png"), ("image/svg+xml", ".svg"))):
        found[kind] = _render_for(Path(f"clipboard{name}"))([sheet], options, partial(_share, progress, step, 2))
    return found


def sheets_of(plan: Plan, options: PictureOptions) -> list[Sheet]:
    """The pages that the options ask for, not drawn yet."""
    check(options)
    title = plan.title if options.title is None else options.title
    subtitle = plan.subtitle if options.subtitle is None else options.subtitle
    bars, links = arrays_of(plan.bars, [lane.key for lane in plan.lanes]), plan.links if options.links else ()
    plan = replace(plan, title=title, subtitle=subtitle, bars=bars, links=links)
    return lay_out(plan, Style(THEMES[options.theme]), options)


def _files(path: Path, sheets: list[Sheet]) -> list[tuple[Path, list[Sheet]]]:
    """A document has many pages; of pictures each is a file, numbered if there are several."""
    if path.suffix.lower() == ".pdf" or len(sheets) == 1:
        return [(path, sheets)]
    digits = len(str(len(sheets)))
    return [(path.with_stem(f"{path.stem}-{n:0{digits}}"), [sheet]) for n, sheet in enumerate(sheets, 1)]


def _render_for(path: Path) -> Callable[[list[Sheet], PictureOptions, Progress], bytes]:
    """What makes the format, imported when needed: Qt's SVG is a library of its own."""
    match path.suffix.lower():
        case ".png":
            from tracker.timeline.pictures.formats.png import render
        case ".svg":
            from tracker.timeline.pictures.formats.svg import render
        case ".pdf":
            from tracker.timeline.pictures.formats.pdf import render
        case _:
            raise ValueError(
                _("“{name}” must end in .png, .svg or .pdf, which says what is written.").format(name=path.name)
            )
    return render


def write(path: Path, content: bytes) -> None:
    """Writes beside the file and renames, so that a failure leaves the old one."""
    file = QSaveFile(str(path))
    is_open = file.open(QIODevice.OpenModeFlag.WriteOnly)
    if not (is_open and _is_written(file, content) and file.flush() and file.commit()):
        raise OSError(_("“{path}” could not be written: {why}.").format(path=path, why=file.errorString()))


def _is_written(file: QSaveFile, content: bytes) -> bool:
    """Whatever a first try leaves is tried again: only then Qt tells why it cannot be."""
    count = file.write(content)
    return count == len(content) or (count > 0 and _is_written(file, content[count:]))
