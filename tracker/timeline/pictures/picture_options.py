"""What can be chosen about a picture: the one list that the form, the command line and presets are made from."""

from dataclasses import dataclass
from typing import Any

from tracker import i18n
from tracker.i18n import N_, _
from tracker.timeline.pictures.option import (
    DPI,
    Part,
    Size,
    choice,
    flag,
    number,
    options_of,
    size,
    text,
    time,
)
from tracker.timeline.plans.plan import Plan

LEAST_WIDTH, MOST_SIDE, MOST_PIXELS = 480, 32_000, 250_000_000
USUAL_POINTS = 9.0  # of a text of 12 px at 1x
RANGES = (
    ("home", N_("The mission")),
    ("all", N_("Everything")),
    ("visible", N_("What the window shows")),
    ("marked", N_("The marked range")),
    ("typed", N_("From … to …")),
)
PAGES = (("one", N_("On one page")), ("several", N_("On as many pages as needed")))
THEMES = (("light", N_("Light")), ("dark", N_("Dark")), ("print", N_("Print, with patterns")))


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """`lower` and `upper` win over the range. A title of None is the plan's."""

    range: str = choice(
        Part.CONTENT,
        N_("&Range"),
        RANGES,
        N_("the days of the mission, or everything there is"),
        windowed=frozenset({"visible", "marked", "typed"}),
    )
    lower: float | None = time(Part.CONTENT, N_("&From"), N_("where the picture begins"), "from")
    upper: float | None = time(
        Part.CONTENT, N_("&To"), N_("where the picture ends; a day, month or year counts as a whole"), "to"
    )
    title: str | None = text(Part.CONTENT, N_("T&itle"), N_("the title above; without it the mission’s name"))
    subtitle: str | None = text(
        Part.CONTENT, N_("S&ubtitle"), N_("the line below the title; without it the mission’s objective")
    )
    size: Size = size(
        Part.PAGE,
        N_("Si&ze"),
        N_("width and height, 1920x1080 in pixels or 297x210mm; a width alone is as high as needed"),
        Size(1600),
    )
    scale: float = number(
        Part.PAGE, N_("S&cale"), N_("pixels of the file per pixel of the size"), 1.0, 0.25, 16.0, N_("×")
    )
    dpi: int = number(
        Part.PAGE, N_("R&esolution"), N_("dots per inch of a size in millimetres"), 300, 72, 1200, N_("dpi")
    )
    font_size: float = number(
        Part.PAGE,
        N_("Te&xt size"),
        N_("points of the usual text, with which everything grows; 9 points are 12 pixels at 1x"),
        USUAL_POINTS,
        8.0,
        48.0,
        N_("pt"),
    )
    pages: str = choice(
        Part.PAGE, N_("&Lanes"), PAGES, N_("all lanes on one page, or on as many pages of that height as they need")
    )
    across: int = number(
        Part.PAGE, N_("Pa&ges across"), N_("pages side by side that share the range of time"), 1, 1, 60
    )
    theme: str = choice(Part.LOOK, N_("T&heme"), THEMES, N_("colours for light or dark ground, or for printing"))
    transparent: bool = flag(Part.LOOK, N_("Tra&nsparent"), N_("no colour behind the picture"))
    legend: bool = flag(Part.LOOK, N_("Legen&d"), N_("what colours and looks mean, of those in use"), default=True)
    sources: bool = flag(Part.LOOK, N_("S&ources"), N_("the articles cited, below the picture"), default=True)
    links: bool = flag(
        Part.LOOK,
        N_("Lin&ks"),
        N_("fine lines from bar to bar: who goes on to where, what hangs on what"),
        default=True,
    )
    stamp: bool = flag(
        Part.LOOK, N_("Ti&me of making"), N_("when it was made, below the picture and in the file; else no two differ")
    )
    outlines: bool = flag(
        Part.LOOK,
        N_("Letters &as shapes"),
        N_("the same look everywhere in SVG and PDF, but no text to search"),
    )

    @property
    def density(self) -> float:
        """Pixels of a file per pixel at 1x."""
        return self.dpi / DPI if self.size.is_paper else self.scale

    @property
    def zoom(self) -> float:
        """How much larger than usual everything is drawn."""
        return self.font_size / USUAL_POINTS


OPTIONS = options_of(PictureOptions)
BY_KEY = {option.key: option for option in OPTIONS}


def read(written: dict[str, str]) -> dict[str, Any]:
    """The values of written forms by their fields. What is not understood is left out: it may be of another version."""
    found = {}
    for key, form in written.items():
        try:
            found[BY_KEY[key].name] = BY_KEY[key].read(str(form))
        except (KeyError, ValueError):
            continue
    return found


def span_of(plan: Plan, options: PictureOptions) -> tuple[float, float]:
    """The range of the picture: what is chosen, to the second, else home or all of it with a margin."""
    is_all = options.range == "all"
    lower, upper = plan.extent if is_all else plan.home
    margin = max((upper - lower) * 0.02, 1.0) if is_all else 0.0
    lower = lower - margin if options.lower is None else options.lower
    upper = upper + margin if options.upper is None else options.upper
    if upper <= lower:
        raise ValueError(_("The picture must end later than it begins."))
    return lower, upper


def check(options: PictureOptions) -> None:
    """ValueError with a sentence for what cannot be."""
    for option in OPTIONS:
        option.checked(getattr(options, option.name))
    if options.font_size < USUAL_POINTS and not options.size.is_paper:
        raise ValueError(_("On a screen text must have {points:g} points at least.").format(points=USUAL_POINTS))
    width, height = options.size.pixels
    if width < LEAST_WIDTH * options.zoom or height < 0:
        least, unit = LEAST_WIDTH * options.zoom, _("pixels")
        if options.size.is_paper:
            least, unit = least * options.size.width / max(width, 1.0), _("millimetres")
        raise ValueError(
            _("With text of {points} points a picture is at least {least} {unit} wide.").format(
                points=i18n.number(options.font_size, 2), least=round(least + 0.5), unit=unit
            )
        )
    check_pixels(width, height, options.density)


def check_pixels(width: float, height: float, density: float) -> None:
    """Height may come out of the layout, so that this is asked again when it is known."""
    if max(width, height) * density > MOST_SIDE or width * height * density**2 > MOST_PIXELS:
        raise ValueError(
            _("{width} × {height} pixels are too many; {side} a side and {total} million in all are the most.").format(
                width=round(width * density), height=round(height * density), side=MOST_SIDE, total=MOST_PIXELS // 10**6
            )
        )
