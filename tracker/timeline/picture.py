"""The timeline as a file: PNG, SVG or PDF, drawn by the same painter as the screen, whatever that shows.

Needs a QGuiApplication, but no window and no widget. Two runs give the same bytes.
"""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QIODevice, QSaveFile

from tracker.i18n import _
from tracker.palette import DARK, LIGHT
from tracker.timeline.picture_options import PictureOptions, check, span_of
from tracker.timeline.plan import Plan
from tracker.timeline.sheet import Sheet, lay_out
from tracker.timeline.style import Style


def export(plan: Plan, path: Path | str, options: PictureOptions = PictureOptions()) -> None:
    """Writes the picture in the format that the path's suffix names.

    ValueError with a sentence for what cannot be: options, folder, suffix. OSError if writing
    fails; the file that was there before is then untouched.
    """
    path = Path(path)
    render = _render_for(path)
    check(options)
    if not path.parent.is_dir():
        raise ValueError(_("There is no folder “{folder}”.").format(folder=path.parent))
    write(path, render(sheet_of(plan, options), options))


def sheet_of(plan: Plan, options: PictureOptions) -> Sheet:
    """The page that the options ask for, not drawn yet."""
    if options.title is not None:
        plan = replace(plan, title=options.title)
    style = Style(DARK if options.theme == "dark" else LIGHT)
    return lay_out(plan, style, span_of(plan, options), options.size[0], options.size[1] or None)


def _render_for(path: Path) -> Callable[[Sheet, PictureOptions], bytes]:
    """What makes the format, imported when needed: Qt's SVG is a library of its own."""
    match path.suffix.lower():
        case ".png":
            from tracker.timeline.formats.png import render
        case ".svg":
            from tracker.timeline.formats.svg import render
        case ".pdf":
            from tracker.timeline.formats.pdf import render
        case _:
            raise ValueError(
                _("“{name}” must end in .png, .svg or .pdf, which says what is written.").format(name=path.name)
            )
    return render


def write(path: Path, content: bytes) -> None:
    """Writes beside the file and renames, so that a failure leaves the old one."""
    file = QSaveFile(str(path))
    is_written = file.open(QIODevice.OpenModeFlag.WriteOnly) and file.write(content) == len(content) and file.commit()
    if not is_written:
        raise OSError(_("“{path}” could not be written: {why}.").format(path=path, why=file.errorString()))
