"""How the program looks: Qt's palette and a small style sheet, both from the roles of `tracker.palette`."""

import re

from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from tracker.palette import DARK, LIGHT, Palette
from tracker.widgets.parts.icons import resource

HEADING = 1.3  # times the size of the system's font


def palette_for(theme: str) -> Palette:
    """The palette of a theme; "system" follows the desktop."""
    if theme == "system":
        # Told by its window's lightness and not by Qt.ColorScheme, whose module the first frame can spare.
        window = QApplication.style().standardPalette().window().color()
        return DARK if window.lightness() < 128 else LIGHT
    return DARK if theme == "dark" else LIGHT


def current() -> Palette:
    """The palette in use, told by the surface that `apply` set."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Base) == QColor(DARK.surface) else LIGHT


def apply(app: QApplication, palette: Palette) -> None:
    """Colours the whole program. An explicit palette, because setColorScheme alone does nothing on some desktops."""
    app.setPalette(qt_palette(palette))
    app.setStyleSheet(stylesheet(palette))


def mark_wrong(control: QWidget, wrong: bool) -> None:
    """Draws a control as one whose typing cannot be taken, or as usual again."""
    if bool(control.property("wrong")) != wrong:
        control.setProperty("wrong", wrong)
        control.style().unpolish(control)
        control.style().polish(control)


def qt_palette(palette: Palette) -> QPalette:
    """Qt's roles filled from ours; disabled text is muted."""
    roles = QPalette.ColorRole
    qt = QPalette()
    for role, colour in (
        (roles.Window, palette.raised),
        (roles.Base, palette.surface),
        (roles.AlternateBase, palette.raised),
        (roles.Button, palette.raised),
        (roles.ToolTipBase, palette.raised),
        (roles.WindowText, palette.text),
        (roles.Text, palette.text),
        (roles.ButtonText, palette.text),
        (roles.ToolTipText, palette.text),
        (roles.PlaceholderText, palette.muted),
        (roles.Highlight, palette.accent),
        (roles.HighlightedText, palette.on_accent),
        (roles.Accent, palette.accent),
        (roles.Link, palette.accent),
        (roles.Mid, palette.line),
        (roles.Dark, palette.line),
        (roles.Light, palette.surface),
    ):
        qt.setColor(role, QColor(colour))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        qt.setColor(QPalette.ColorGroup.Disabled, role, QColor(palette.muted))
    return qt


def stylesheet(palette: Palette) -> str:
    """resources/styles/tracker.qss in a palette's colours."""
    roles = {name: str(getattr(palette, name)) for name in Palette.__slots__}
    roles["arrow"] = resource("icons", "arrow-dark.svg" if palette.is_dark else "arrow-light.svg")
    roles["arrow_up"] = resource("icons", "arrow-up-dark.svg" if palette.is_dark else "arrow-up-light.svg")
    roles["check"] = resource("icons", "check-dark.svg" if palette.is_dark else "check-light.svg")
    roles["heading"] = f"{QFontInfo(QApplication.font()).pointSizeF() * HEADING:.1f}pt"
    with open(resource("styles", "tracker.qss"), encoding="utf-8") as sheet:
        return re.sub(r"@(\w+)", lambda found: roles[found[1]], sheet.read())
