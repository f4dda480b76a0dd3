"""One editor per type of field, all with the same small interface; forms and table cells use the same ones."""

from PySide6.QtWidgets import QWidget

from tracker.document import Document
from tracker.domain.fields import Field, Type
from tracker.settings import Settings
from tracker.widgets.editors.base import Editor
from tracker.widgets.editors.links import LinkEditor
from tracker.widgets.editors.long_text import LongTextEditor
from tracker.widgets.editors.many_links import LinksEditor, PartsEditor
from tracker.widgets.editors.simple import ChoiceEditor, FlagEditor, NumberEditor, TextEditor, WordsEditor
from tracker.widgets.editors.time import TimeEditor
from tracker.widgets.editors.zone import ZoneEditor

EDITORS: dict[Type, type[Editor]] = {
    Type.TEXT: TextEditor,
    Type.LONG_TEXT: LongTextEditor,
    Type.WORDS: WordsEditor,
    Type.NUMBER: NumberEditor,
    Type.FLAG: FlagEditor,
    Type.CHOICE: ChoiceEditor,
    Type.ZONE: ZoneEditor,
    Type.TIME: TimeEditor,
    Type.LINK: LinkEditor,
    Type.LINKS: LinksEditor,
    Type.PARTS: PartsEditor,
}

__all__ = ["EDITORS", "Editor", "editor_for"]


def editor_for(
    field: Field,
    document: Document,
    settings: Settings,
    parent: QWidget | None = None,
    *,
    compact: bool = False,
) -> Editor:
    """The editor of a field; `compact` for a table's cell."""
    return EDITORS[field.type](field, document, settings, parent, compact=compact)
