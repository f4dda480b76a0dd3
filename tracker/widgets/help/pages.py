"""The pages of the help, as Markdown files in resources/help, and which of them hold what somebody looks for."""

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from tracker import i18n
from tracker.domain.folding import folded
from tracker.i18n import _
from tracker.widgets.parts.icons import resource
from tracker.widgets.parts.topics import CONTENTS

NEWS = "whats-new"
PAGES = (
    CONTENTS,
    "first-steps",
    "tables",
    "forms",
    "timeline",
    "dates",
    "export",
    "keeping",
    "keyboard",
    "command-line",
)


@dataclass(frozen=True)
class Page:
    """One page, by the name that links and F1 have for it."""

    name: str
    path: Path

    @cached_property
    def text(self) -> str:
        return self.path.read_text(encoding="utf-8")

    @property
    def title(self) -> str:
        """The heading; that of the list of changes is one of ours."""
        return _("What’s new") if self.name == NEWS else self.text.partition("\n")[0].removeprefix("# ")

    def holds(self, words: str) -> bool:
        """Whether each of the words is somewhere in it; with none, every page does."""
        text = folded(self.text)
        return all(word in text for word in folded(words).split())


def pages(language: str = "") -> list[Page]:
    """All of them, in the order of the contents, and what is new; in the language in use unless another is named."""
    found = [Page(name, Path(resource("help", language or i18n.language(), f"{name}.md"))) for name in PAGES]
    return [*found, Page(NEWS, Path(resource("CHANGELOG.md")))]
