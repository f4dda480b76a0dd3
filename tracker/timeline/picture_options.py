"""What can be chosen about a picture, and what cannot be."""

from dataclasses import dataclass

from tracker.i18n import _
from tracker.timeline.plan import Plan

DPI = 96  # of a pixel at 1x
WIDTH = 1600
LEAST_WIDTH, MOST_SIDE, MOST_PIXELS = 480, 32_000, 250_000_000


@dataclass(frozen=True, slots=True)
class PictureOptions:
    """What can be chosen. `size` is width and height at 1x, height 0 as high as needed; `scale` makes
    so many pixels of one (PNG), for a finer picture of the same size on paper. `lower` and `upper`
    are seconds since 1970; without them everything is shown, or the plan's home range.
    """

    size: tuple[int, int] = (WIDTH, 0)
    scale: float = 1.0
    theme: str = "light"
    lower: float | None = None
    upper: float | None = None
    title: str | None = None
    all: bool = False


def span_of(plan: Plan, options: PictureOptions) -> tuple[float, float]:
    """The range of the picture: what is chosen, to the second, else home or all of it with a margin."""
    lower, upper = plan.extent if options.all else plan.home
    margin = max((upper - lower) * 0.02, 1.0) if options.all else 0.0
    lower = lower - margin if options.lower is None else options.lower
    upper = upper + margin if options.upper is None else options.upper
    if upper <= lower:
        raise ValueError(_("The picture must end later than it begins."))
    return lower, upper


def check(options: PictureOptions) -> None:
    """ValueError with a sentence for what cannot be."""
    width, height = options.size
    if options.theme not in ("light", "dark"):
        raise ValueError(_("The theme is light or dark, not “{theme}”.").format(theme=options.theme))
    if not 0.25 <= options.scale <= 16:
        raise ValueError(_("The scale must lie between 0.25 and 16."))
    if width < LEAST_WIDTH or height < 0:
        raise ValueError(_("A picture is at least {pixels} pixels wide.").format(pixels=LEAST_WIDTH))
    check_pixels(width, height, options.scale)


def check_pixels(width: float, height: float, scale: float) -> None:
    """Height may come out of the layout, so that this is asked again when it is known."""
    if max(width, height) * scale > MOST_SIDE or width * height * scale**2 > MOST_PIXELS:
        raise ValueError(
            _("{width} × {height} pixels are too many; {side} a side and {total} million in all are the most.").format(
                width=round(width * scale), height=round(height * scale), side=MOST_SIDE, total=MOST_PIXELS // 10**6
            )
        )
