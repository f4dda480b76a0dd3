"""How the command line prints: aligned columns for people, or the stable JSON its help documents."""

import json
import shutil
import sys
import unicodedata
from collections.abc import Mapping, Sequence
from datetime import tzinfo
from typing import TYPE_CHECKING, Any

from tracker.collation import name_key
from tracker.domain.fields import field_of
from tracker.domain.records import Claim
from tracker.domain.show_times import show as show_time
from tracker.domain.texts import claimed, field_label
from tracker.domain.times import Precision, VagueTime, at
from tracker.i18n import _, counted, number

if TYPE_CHECKING:
    from tracker.domain.aboard import VesselReport
    from tracker.domain.book import Book
    from tracker.domain.listings import Listing
    from tracker.domain.records import Record
    from tracker.domain.rules import Finding
    from tracker.store import LoggedChange, LoggedEdit


def show(what: Any, as_json: bool) -> None:
    """Prints JSON or a text."""
    print(json.dumps(what, ensure_ascii=False, indent=2) if as_json else what)


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Columns as wide as what stands in them; on a terminal, lines are cut at its edge."""
    cells = [[" ".join(cell.split()) for cell in row] for row in (heads, *rows)]
    widths = [max(map(_width, column)) for column in zip(*cells, strict=True)]
    lines = ["  ".join(_padded(*cell) for cell in zip(row, widths, strict=True)).rstrip() for row in cells]
    if not sys.stdout.isatty():
        return "\n".join(lines)
    edge = shutil.get_terminal_size().columns
    return "\n".join(line if len(line) <= edge else line[: edge - 1] + "…" for line in lines)


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(letter) in "WF" else 1 for letter in text)


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _width(text))


def listing(book: "Book", listing: "Listing", records: "Sequence[Record]", zone: tzinfo) -> str:
    """The records as a table, the columns that are empty throughout left out."""
    if not records:
        return _("There are none.")
    rows = [tuple(column.text(book, record, zone) for column in listing.columns) for record in records]
    columns = zip(listing.columns, zip(*rows, strict=True), strict=True)
    kept = [(_(column.label), texts) for column, texts in columns if any(texts)]
    return table([head for head, __ in kept], list(zip(*(texts for __, texts in kept), strict=True)))


def facts(book: "Book") -> str:
    """The claims, a line each."""
    heads = (_("Record"), _("Field"), _("Value"), _("Certainty"), _("Fragment"), _("Remark"))
    rows = [
        [
            book.name(claim.about),
            field_label(claim, book),
            claimed(claim, book),
            field_of(Claim, "certainty").choice_label(claim.certainty),
            claim.fragment,
            claim.remark,
        ]
        for claim in book.of(Claim)
    ]
    return table(heads, rows) if rows else _("There are none.")


def aboard(reports: "Sequence[VesselReport]", time: VagueTime) -> str:
    """Vessels and people by name; those who are aboard for certain first, and named ones."""
    lines = [show_time(time)]
    for report in sorted(reports, key=lambda report: name_key(report.vessel.name)):
        people = sorted(report.people, key=lambda one: (not one.certain, not one.named, name_key(one.person.name)))
        lines += ["", _head(report)]
        lines += ["  " + _person(one.person.name, one.certain) for one in people]
    return "\n".join(lines)


def _head(report: "VesselReport") -> str:
    count = counted("{n} aboard", "{n} aboard", report.count)
    more = _(", {n} possible").format(n=number(report.possible)) if report.possible != report.count else ""
    return f"{report.vessel.name}: {count}{more}"


def _person(name: str, certain: bool) -> str:
    return name if certain else _("{name} (possibly)").format(name=name)


def aboard_json(reports: "Sequence[VesselReport]") -> list[dict[str, Any]]:
    return [
        {
            "vessel": report.vessel.name,
            "count": report.count,
            "possible": report.possible,
            "people": [{"name": one.person.name, "named": one.named, "certain": one.certain} for one in report.people],
        }
        for report in reports
    ]


def findings(found: "Sequence[Finding]") -> str:
    words = {"error": _("error"), "warning": _("warning")}
    return "\n".join(f"{words[f.severity]}: {f.sentence}" for f in found) or _("No findings.")


def findings_json(found: "Sequence[Finding]") -> list[dict[str, Any]]:
    return [{"rule": f.rule, "severity": f.severity, "sentence": f.sentence, "records": list(f.records)} for f in found]


def log(edits: "Sequence[LoggedEdit]") -> str:
    rows = [[show_time(at(edit.at, Precision.SECOND)), edit.author, edit.text] for edit in edits]
    return table((_("At"), _("By"), _("Edit")), rows) if rows else _("There are none.")


def log_json(edits: "Sequence[LoggedEdit]", changes: "Mapping[str, Sequence[LoggedChange]]") -> list[dict[str, Any]]:
    return [
        {
            "id": edit.id,
            "at": edit.at.strftime("%Y-%m-%dT%H:%M:%SZ"),
            "author": edit.author,
            "text": edit.text,
            "undoes": edit.undoes or None,
            "changes": [_change_json(change) for change in changes[edit.id]],
        }
        for edit in edits
    ]


def _change_json(change: "LoggedChange") -> dict[str, Any]:
    return {"kind": change.kind, "record_id": change.record, "before": change.before, "after": change.after}
