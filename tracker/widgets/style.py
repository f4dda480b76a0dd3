"""How the program looks: Qt's palette and a small style sheet, both from the roles of `tracker.palette`."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from tracker.palette import DARK, LIGHT, Palette


def palette_for(theme: str) -> Palette:
    """The palette of a theme; "system" follows the desktop."""
    if theme == "system":
        scheme = QGuiApplication.styleHints().colorScheme()
        return DARK if scheme == Qt.ColorScheme.Dark else LIGHT
    return DARK if theme == "dark" else LIGHT


def current() -> Palette:
    """The palette in use, told by the surface that `apply` set."""
    return DARK if QApplication.palette().color(QPalette.ColorRole.Base) == QColor(DARK.surface) else LIGHT


def apply(app: QApplication, palette: Palette) -> None:
    """Colours the whole program. An explicit palette, because setColorScheme alone does nothing on some desktops."""
    app.setPalette(qt_palette(palette))
    app.setStyleSheet(stylesheet(palette))


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


_SHEET = """
QToolTip {{ color: {text}; background: {raised}; border: 1px solid {line}; padding: 4px; }}
QMainWindow::separator, QSplitter::handle {{ background: {line}; }}
QSplitter::handle:horizontal {{ width: 1px; }}
QSplitter::handle:vertical {{ height: 1px; }}
QSplitter::handle:hover {{ background: {accent}; }}
QToolBar {{ background: {raised}; border: none; border-bottom: 1px solid {line}; padding: 4px 8px; spacing: 4px; }}
QToolBar::separator {{ background: {line}; width: 1px; margin: 4px 8px; }}
QToolButton {{ color: {text}; border: 1px solid transparent; border-radius: 4px; padding: 4px; background: transparent; }}
QToolButton:hover {{ background: {selected}; }}
QToolButton:focus {{ border-color: {accent}; }}
QToolButton:pressed, QToolButton:checked {{ background: {selected}; }}
QToolButton:disabled {{ color: {muted}; }}
QMenuBar {{ background: {raised}; }}
QStatusBar {{ background: {raised}; border-top: 1px solid {line}; }}
QStatusBar::item {{ border: none; }}
QStatusBar QLabel {{ color: {muted}; padding: 0 8px; }}
QTabBar {{ background: {raised}; qproperty-drawBase: 0; }}
QTabWidget::pane {{ border: none; border-top: 1px solid {line}; background: {surface}; }}
QTabWidget::tab-bar {{ left: 8px; }}
QTabBar::tab {{ color: {muted}; background: transparent; border: none; border-bottom: 2px solid transparent; padding: 6px 10px 5px 10px; }}
QTabBar::tab:hover {{ color: {text}; }}
QTabBar::tab:selected {{ color: {text}; border-bottom-color: {accent}; }}
QTabBar::tab:focus {{ color: {accent}; }}
QTableView, QListView, QTreeView, QPlainTextEdit, QTextEdit {{ background: {surface}; color: {text}; border: none; gridline-color: {guide}; selection-background-color: {selected}; selection-color: {text}; }}
QTableView::item {{ padding: 0 8px; border-bottom: 1px solid {guide}; }}
QTableView::item:selected {{ background: {selected}; color: {text}; }}
QTableView::item:focus {{ border: 1px solid {accent}; }}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{ background: {surface}; color: {muted}; border: none; border-bottom: 1px solid {line}; padding: 6px 8px; font-weight: normal; }}
QTableCornerButton::section {{ background: {surface}; border: none; border-bottom: 1px solid {line}; }}
QLineEdit, QComboBox, QPlainTextEdit[editor="true"], QTextEdit[editor="true"] {{ background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 3px 6px; selection-background-color: {accent}; selection-color: {on_accent}; }}
QLineEdit:focus, QComboBox:focus, QPlainTextEdit[editor="true"]:focus, QTextEdit[editor="true"]:focus {{ border-color: {accent}; }}
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"] {{ border-color: {error}; }}
QLineEdit:disabled, QComboBox:disabled, QLineEdit:read-only {{ color: {muted}; background: {raised}; }}
QComboBox::drop-down {{ border: none; width: 20px; }}
QComboBox::down-arrow {{ image: url({arrow}); width: 10px; height: 10px; }}
QComboBox QAbstractItemView {{ background: {raised}; border: 1px solid {line}; selection-background-color: {selected}; selection-color: {text}; outline: none; }}
QPushButton {{ background: {surface}; color: {text}; border: 1px solid {line}; border-radius: 4px; padding: 4px 12px; }}
QPushButton:hover {{ background: {selected}; }}
QPushButton:focus {{ border-color: {accent}; }}
QPushButton:default, QPushButton[role="primary"] {{ background: {accent}; color: {on_accent}; border-color: {accent}; }}
QPushButton:disabled {{ background: {raised}; color: {muted}; border-color: {line}; }}
QPushButton:flat {{ border-color: transparent; background: transparent; color: {accent}; padding: 4px; }}
QPushButton:flat:focus {{ border-color: {accent}; }}
QMenu {{ background: {raised}; color: {text}; border: 1px solid {line}; padding: 4px 0; }}
QMenu::item {{ padding: 5px 24px 5px 24px; }}
QMenu::item:selected {{ background: {selected}; color: {text}; }}
QMenu::item:disabled {{ color: {muted}; }}
QMenu::separator {{ height: 1px; background: {line}; margin: 4px 0; }}
QScrollArea, QScrollArea > QWidget > QWidget {{ border: none; background: {surface}; }}
QScrollBar {{ background: transparent; border: none; }}
QScrollBar:vertical {{ width: 10px; }}
QScrollBar:horizontal {{ height: 10px; }}
QScrollBar::handle {{ background: {line}; border-radius: 3px; margin: 2px; min-width: 24px; min-height: 24px; }}
QScrollBar::handle:hover {{ background: {muted}; }}
QScrollBar::add-line, QScrollBar::sub-line, QScrollBar::add-page, QScrollBar::sub-page {{ background: none; border: none; width: 0; height: 0; }}
QCheckBox {{ spacing: 8px; }}
QLabel[role="heading"] {{ font-size: 15pt; font-weight: 600; color: {text}; }}
QLabel[role="subheading"] {{ font-weight: 600; color: {text}; }}
QLabel[role="muted"] {{ color: {muted}; }}
QLabel[role="error"] {{ color: {error}; }}
QLabel[role="warning"] {{ color: {warning}; }}
QFrame[role="surface"], QWidget[role="surface"] {{ background: {surface}; }}
QFrame[role="hairline"] {{ background: {line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="message"] {{ background: {selected}; border-top: 1px solid {line}; }}
"""


def stylesheet(palette: Palette) -> str:
    """The style sheet in a palette's colours."""
    from tracker.widgets.icons import file

    roles = {name: getattr(palette, name) for name in Palette.__slots__}
    return _SHEET.format(**roles, arrow=file("arrow-dark" if palette.is_dark else "arrow-light"))
