"""The palettes, light, dark and for print, by role and never by colour. Plain texts, so that anything may read them.

Every pair of text and surface keeps a contrast of 4.5:1 (tests/test_palette.py). Vessels take their
colours from Okabe and Ito's eight, which colour-blind eyes tell apart.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as #rrggbb, named by what they are for."""

    is_dark: bool
    surface: str  # behind tables, forms, the timeline
    raised: str  # tool bars, headers, the lane column
    text: str
    muted: str  # units, hints, "unknown"
    line: str  # hairlines
    guide: str  # the finer hairlines of the timeline
    accent: str
    on_accent: str
    selected: str  # behind selected rows and lanes; text stays `text`
    mark: str  # behind the sentence a claim quotes
    certain: str
    planned: str
    rumoured: str
    error: str
    warning: str
    vessels: tuple[str, ...]
    is_print: bool = False  # pale fills with dark patterns and rims, which a copier keeps apart


LIGHT = Palette(
    is_dark=False,
    surface="#ffffff",
    raised="#f5f6f7",
    text="#1c2126",
    muted="#5c6670",
    line="#d8dce0",
    guide="#eceef0",
    accent="#0b5cad",
    on_accent="#ffffff",
    selected="#dbe9f7",
    mark="#fff1b8",
    certain="#1c2126",
    planned="#0b5cad",
    rumoured="#6b5b95",
    error="#b3261e",
    warning="#8a5300",
    vessels=("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#d55e00", "#56b4e9", "#d8c600", "#6b7280"),
)
DARK = Palette(
    is_dark=True,
    surface="#1b1e22",
    raised="#23272c",
    text="#e6e8ea",
    muted="#a3abb3",
    line="#3a4047",
    guide="#2a2f35",
    accent="#6cb2f0",
    on_accent="#10151a",
    selected="#2b4159",
    mark="#4a3d0e",
    certain="#e6e8ea",
    planned="#6cb2f0",
    rumoured="#b9a8e0",
    error="#ff8a80",
    warning="#f2b35e",
    vessels=("#3f9bd8", "#e6a532", "#2bb58c", "#d893b8", "#e8793a", "#7cc7f0", "#efe560", "#9aa3ad"),
)
# Tints of one lightness, so that there are no large dark areas; in grey their patterns tell them apart.
PRINT = Palette(
    is_dark=False,
    surface="#ffffff",
    raised="#ffffff",
    text="#000000",
    muted="#484848",
    line="#a8a8a8",
    guide="#dadada",
    accent="#000000",
    on_accent="#ffffff",
    selected="#e6e6e6",
    mark="#e6e6e6",
    certain="#000000",
    planned="#303030",
    rumoured="#505050",
    error="#000000",
    warning="#303030",
    vessels=("#c3d9ec", "#f3dfae", "#bfe2d3", "#ecd2e0", "#f1cdb4", "#cfe6f6", "#f2edb8", "#d9dbde"),
    is_print=True,
)
THEMES = {"light": LIGHT, "dark": DARK, "print": PRINT}
