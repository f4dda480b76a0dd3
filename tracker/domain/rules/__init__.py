"""The mission rules: what in the records cannot be (errors) or is hardly meant (warnings)."""

from datetime import datetime

from tracker.domain.book import Book
from tracker.domain.rules import evidence, flights, order, people, plans, ports, sources
from tracker.domain.rules.finding import Finding, Rule

__all__ = ["RULES", "Finding", "findings"]

RULES: dict[str, tuple[str, Rule]] = {
    "dangling-reference": ("error", evidence.dangling),
    "fragment": ("error", evidence.fragments),
    "two-places": ("error", people.two_places),
    "not-flying": ("error", flights.not_flying),
    "no-launch": ("error", people.down_without_up),
    "seats": ("error", flights.seats),
    "order": ("error", order.impossible),
    "port": ("warning", ports.taken_twice),
    "no-seat-home": ("warning", people.left_behind),
    "disagreement": ("warning", sources.disagreements),
    "past-plan": ("warning", plans.past),
    "long-stay": ("warning", plans.long_stays),
}


def findings(book: Book, now: datetime | None = None) -> list[Finding]:
    """All that the rules find, errors first. What depends on the date is left out without `now`."""
    return [
        Finding(name, severity, sentence, records)
        for severity in ("error", "warning")
        for name, (of_severity, rule) in RULES.items()
        if of_severity == severity
        for sentence, records in rule(book, now)
    ]
