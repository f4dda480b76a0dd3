"""The first edit of a new store: the records of facts.toml, and for each value the words of the article that say it.

The ids follow from the keys in the file, so that two first starts make equal stores.
"""

from datetime import UTC, datetime
from importlib.resources import files

from tracker.domain.edits import Change, Edit
from tracker.domain.records import Record, Source
from tracker.i18n import _

from .claims import claims
from .entries import FACTS, Fault, entries, id_of
from .values import record

ARTICLE = "article.txt"


def seed_edit(at: datetime | None = None, author: str = "") -> Edit:
    """Everything the article says, as one edit for an empty store. Fault if the facts file is wrong."""
    changes = tuple(Change(None, record) for record in records(text_of(FACTS), text_of(ARTICLE)))
    text = _("Fill from the article")
    return Edit(text, changes, id_of("edit"), at or datetime.now(UTC), author, is_seed=True)


def text_of(name: str) -> str:
    """A file of this folder, wherever it is installed."""
    return (files(__package__) / name).read_text("utf-8")


def records(facts: str, article: str) -> list[Record]:
    """The records in the order of the file, then the claims. Fault at the first line that is wrong."""
    listed = list(entries(facts))
    known = {entry.id for entry in listed}
    made = [record(entry, known, article) for entry in listed]
    sources = [one for one in made if isinstance(one, Source)]
    if len(sources) != 1:
        raise Fault(f"{FACTS}: source: there must be one, the article")
    told = (claim for entry, one in zip(listed, made, strict=True) for claim in claims(entry, one, sources[0]))
    return [*made, *told]
