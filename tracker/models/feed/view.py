"""What the timeline shows, as plain data that can be kept: the kind of view, its groups, its colours and its filter.

The window, the picture and the command line all choose by this, and `feed.plan` draws it.
"""

from dataclasses import dataclass, field, replace
from typing import Any

from tracker.i18n import N_, _
from tracker.models.feed.groups import groupings

KINDS = {"mission": N_("By mission"), "crew": N_("By crew"), "vessel": N_("By vessel")}
COLOURS = {
    "vessel": N_("Vessel"),
    "agency": N_("Agency"),
    "certainty": N_("Certainty"),
    "nationality": N_("Nationality"),
}
UNGROUPED = ""
_ONCE = {"spacecraft": "vessel"}  # names of kinds in older settings and command lines


@dataclass(frozen=True, slots=True)
class Filter:
    """What a table's filter leaves: the name of its listing and the words typed there. Without words, everything."""

    table: str = ""
    text: str = ""

    def __bool__(self) -> bool:
        return bool(self.table and self.text.split())


@dataclass(frozen=True, slots=True)
class View:
    """ValueError with a sentence for a kind, a grouping or a colour that there is not.

    `group_by` is a key of `groups()`, "" for none.
    """

    kind: str = "mission"
    group_by: str = UNGROUPED
    colour_by: str = "vessel"
    filter: Filter = field(default_factory=Filter)

    def __post_init__(self) -> None:
        object.__setattr__(self, "kind", _ONCE.get(self.kind, self.kind))
        if self.kind not in KINDS:
            raise ValueError(
                _("There is no view “{view}”; there are {known}.").format(view=self.kind, known=_list(KINDS))
            )
        if self.group_by and self.group_by not in self.groups():
            sentence = _("Lanes {view} cannot be grouped by “{name}”; there are {known}.")
            known = _list(self.groups())
            raise ValueError(sentence.format(view=_(KINDS[self.kind]).lower(), name=self.group_by, known=known))
        if self.colour_by not in COLOURS:
            sentence = _("There are no colours by “{name}”; there are {known}.")
            raise ValueError(sentence.format(name=self.colour_by, known=_list(COLOURS)))

    def groups(self) -> dict[str, str]:
        """What its lanes can be grouped by: each key with its label, which is shown through `_`."""
        return {key: grouping.label for key, grouping in groupings(self.kind).items()}

    def of_kind(self, kind: str) -> "View":
        """The same with other lanes; grouped as before if these can be."""
        other = replace(self, kind=kind, group_by=UNGROUPED)
        return replace(other, group_by=self.group_by) if self.group_by in other.groups() else other

    def plain(self) -> dict[str, Any]:
        """As JSON can hold it; `read_view` takes it back."""
        kept = {"kind": self.kind, "group_by": self.group_by, "colour_by": self.colour_by}
        return {**kept, "filter": {"table": self.filter.table, "text": self.filter.text}}


DEFAULT = View()


def read_view(kept: object) -> View:
    """A view that was kept, by this version or another: what is not understood is as it is by default."""
    from tracker.domain.listings import LISTINGS  # which knows all that tables say: more than a picture needs

    found = {"kind": kept} if isinstance(kept, str) else kept if isinstance(kept, dict) else {}
    view = _changed(DEFAULT, kind=found.get("kind"))
    for name in ("group_by", "colour_by"):
        view = _changed(view, **{name: found.get(name)})
    asked = found.get("filter")
    table, text = (asked.get("table"), asked.get("text")) if isinstance(asked, dict) else ("", "")
    is_known = table in LISTINGS and isinstance(text, str)
    return replace(view, filter=Filter(str(table), str(text))) if is_known else view


def _changed(view: View, **value: Any) -> View:
    try:
        return replace(view, **value) if all(isinstance(one, str) for one in value.values()) else view
    except ValueError:
        return view


def _list(names: dict[str, str]) -> str:
    return ", ".join(names)
