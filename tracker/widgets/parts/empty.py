"""What stands in place of an empty table: what belongs here, and the one action that fills it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from tracker.i18n import N_, _

ADD_EVENT = N_("Add event")
_BELONGS = {
    "crew": (
        N_("People are listed here once a leg says on what they fly. Add the person, then the leg."),
        N_("Add person"),
    ),
    "spacecraft": (
        N_("Capsules, stations, satellites and launchers belong here."),
        N_("Add spacecraft"),
    ),
    "missions": (
        N_("A mission is a purpose with crew, spacecraft and events."),
        N_("Add mission"),
    ),
    "events": (
        N_("Launches, dockings, landings, statements: whatever happens at a time belongs here."),
        ADD_EVENT,
    ),
    "legs": (
        N_("A leg is one person's ride on one vessel in one direction."),
        N_("Add leg"),
    ),
    "people": (
        N_("Humans, animals, fictional characters, and placeholders for the unnamed belong here."),
        N_("Add person"),
    ),
    "places": (
        N_("Launch sites, landing areas, cities and countries belong here."),
        N_("Add place"),
    ),
    "organisations": (
        N_("Agencies, companies, broadcasters, governments and states belong here."),
        N_("Add organisation"),
    ),
    "productions": (
        N_("The films and programmes that missions serve belong here."),
        N_("Add production"),
    ),
    "sources": (
        N_("The texts and data sets that say all this belong here."),
        N_("Add source"),
    ),
}
"""By listing; each action is a text of its own, as a language may have another form of the word there."""

_WIDTH = 440


class EmptyState(QWidget):
    """A sentence and a button in the middle of the page."""

    wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "surface")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._text.setProperty("role", "muted")
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.button = QPushButton()
        self.button.setProperty("role", "primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 16, 16, 16)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._text, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        self.button.clicked.connect(self.wanted)

    def show_new(self, listing: str, *, read_only: bool) -> None:
        """Nothing is there yet."""
        sentence, action = _BELONGS[listing]
        self.say(_(sentence), "" if read_only else _(action))

    def show_filtered(self, text: str) -> None:
        """The filter lets nothing through."""
        self.say(_("No row holds “{text}”.").format(text=text), _("Clear the filter"))

    def say(self, text: str, action: str) -> None:
        """Why it is empty, and what would fill it, if anything can."""
        self._text.setText(text)
        self._text.setFixedWidth(min(_WIDTH, self._text.fontMetrics().horizontalAdvance(text) + 8))
        # A layout that centres a label asks for no height for its width: the second line would be cut.
        self._text.setMinimumHeight(self._text.heightForWidth(self._text.width()))
        self.button.setText(action)
        self.button.setVisible(bool(action))
