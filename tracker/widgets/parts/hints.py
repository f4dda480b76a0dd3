"""A tooltip, which a screen reader is told as well."""

from PySide6.QtWidgets import QWidget

from tracker.tips import tip


def hint(widget: QWidget, text: str) -> None:
    """Without a description of its own, a screen reader would be told the tooltip, tags and all."""
    widget.setToolTip(tip(text))
    widget.setAccessibleDescription(text)
