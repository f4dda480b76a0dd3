"""Which page of the help is about a part of the window: F1 asks for that of what has the keys."""

from PySide6.QtWidgets import QWidget

_PAGE = "help_page"
CONTENTS = "index"


def about(widget: QWidget, page: str) -> None:
    """The page is about the widget and all that lies in it."""
    widget.setProperty(_PAGE, page)


def page_about(widget: QWidget | None) -> str:
    """The page about a widget, or about the nearest thing that it lies in; the contents if there is none."""
    while widget is not None:
        if page := widget.property(_PAGE):
            return str(page)
        widget = widget.parentWidget()
    return CONTENTS
