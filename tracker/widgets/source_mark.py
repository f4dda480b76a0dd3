"""The small button beside a field's label that tells how surely a source backs it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton

from tracker.domain.fields import Field
from tracker.i18n import _
from tracker.widgets.certainty_marks import SIZE, Backing, certainty_icon
from tracker.widgets.style import current


class SourceMark(QToolButton):
    """Says at a glance whether and how surely a source backs a field; pressing it shows the sentence."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self._field = field
        self._backing = Backing((), True, True)
        self.setProperty("role", "mark")
        self.setIconSize(SIZE)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_backing(self, backing: Backing) -> None:
        self._backing = backing
        words = backing.words
        self.setText(words)
        self.setVisible(bool(words))
        font = self.font()
        font.setItalic(backing.certainties == ("opinion",))
        self.setFont(font)
        self.setAccessibleName(_("Sources of {field}: {words}").format(field=self._field.text, words=words))
        self.setToolTip(_("Show what the sources say of this field"))
        self.repaint_mark()

    def repaint_mark(self) -> None:
        """Draws the dot in the palette in use."""
        first = self._backing.certainties[:1]
        self.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if first else Qt.ToolButtonStyle.ToolButtonTextOnly
        )
        if first:
            self.setIcon(certainty_icon(first[0], current()))
