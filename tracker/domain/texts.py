"""What people read and type for the value of any field.

Several elements are joined with "; " (a semicolon inside one is written "\\;"), a person's part in a
production stands in brackets. What `editable` writes, `understand` reads back to the same value.
"""

from datetime import UTC, tzinfo
from typing import Any

from tracker.domain import edtf, show_times, typed_times
from tracker.domain.book import Book
from tracker.domain.facts import field_in
from tracker.domain.fields import Field, Type
from tracker.domain.names import find, sure_name
from tracker.domain.records import Claim, Event
from tracker.domain.times import Precision, VagueTime
from tracker.domain.typed_lists import editable_part, joined, split, typed_part, with_part
from tracker.domain.typed_simple import simple
from tracker.i18n import _, number


def show(field: Field, value: Any, book: Book, zone: tzinfo = UTC) -> str:
    """The value as it is read; empty for an empty one. Links that lead nowhere say so."""
    if field.type is Type.TIME:
        return show_times.show(value, zone, book.name)
    if field.type is Type.FLAG:
        return _("yes") if value else ""
    if field.type is Type.CHOICE:
        return field.choice_label(value) if value else ""
    if field.type is Type.PARTS:
        return "; ".join(with_part(book.name(part.person), part.part) for part in value)
    if field.is_link:
        return "; ".join(map(book.name, value)) if field.is_many else book.name(value)
    if field.type is Type.NUMBER:
        return "" if value is None else number(value)
    return "; ".join(value) if field.is_many else str(value)


def editable(field: Field, value: Any, book: Book, zone: tzinfo = UTC) -> str:
    """What stands in an edit field: names that cannot be mistaken, times as one types them."""
    if field.type is Type.TIME:
        return _editable_time(value, book, zone)
    if field.type is Type.CHOICE:
        return field.choice_label(value)
    if field.type is Type.LINK:
        return sure_name(book, field.to, value) if value else ""
    if field.type is Type.LINKS:
        return joined([sure_name(book, field.to, id) for id in value])
    if field.type is Type.PARTS:
        return joined([editable_part(field, part, book) for part in value])
    if field.type is Type.NUMBER:
        return "" if value is None else str(value)
    return joined(value) if field.is_many else show(field, value, book, zone)


def understand(field: Field, text: str, book: Book, zone: tzinfo = UTC) -> Any:
    """The value that a text means. ValueError with one sentence for people if it means none."""
    if field.type is Type.LONG_TEXT:
        return text if text.strip() else ""
    text = " ".join(text.splitlines()).strip()
    if field.type is Type.TIME:
        return typed_times.understand(text, zone, lambda name: _event(book, name))
    if field.type is Type.LINK:
        return find(book, field.to, text) if text else ""
    if field.type is Type.LINKS:
        return tuple(dict.fromkeys(find(book, field.to, name) for name in split(text)))
    if field.type is Type.PARTS:
        return tuple(typed_part(field, element, book) for element in split(text))
    return tuple(split(text)) if field.is_many else simple(field, text)


def claimed(claim: Claim, book: Book, zone: tzinfo = UTC) -> str:
    """What a claim says, as it is read: the element's text, by the field it is about."""
    field = field_in(book, claim)
    if field is None:
        return claim.value
    if field.is_link:
        return with_part(book.name(claim.target), claim.part)
    if field.type is Type.TIME:
        return _claimed_time(claim, book, zone)
    if field.type is Type.NUMBER and claim.value.isdecimal():
        return number(int(claim.value))
    return field.choice_label(claim.value) if field.type is Type.CHOICE else claim.value


def field_label(claim: Claim, book: Book) -> str:
    """What the field that a claim is about is called."""
    field = field_in(book, claim)
    return claim.field if field is None else field.text


def _claimed_time(claim: Claim, book: Book, zone: tzinfo) -> str:
    try:
        return show_times.show(edtf.read(claim.value), zone, book.name)
    except ValueError:
        return claim.value


def _editable_time(time: VagueTime | None, book: Book, zone: tzinfo) -> str:
    if time is None or time.is_unknown:
        return show_times.show(time)
    if time.anchor:
        name = sure_name(book, ("event",), time.anchor) if time.anchor in book else time.anchor
        return _(show_times.SENSES[time.sense]).format(time=name)
    text = _typed(time, zone)
    return text if typed_times.understand(text, zone) == time else _typed(time, UTC) + " UTC"


def _typed(time: VagueTime, zone: tzinfo) -> str:
    if time.precision is Precision.HOUR:
        return edtf.write(time)
    assert time.start is not None
    start = time.start.astimezone(zone if time.has_clock else UTC)
    stated = start.strftime(_TYPED[time.precision])
    if time.approximate:
        stated = _("about {time}").format(time=stated)
    return _(show_times.SENSES[time.sense]).format(time=stated)


_TYPED = {
    Precision.SECOND: "%Y-%m-%d %H:%M:%S",
    Precision.MINUTE: "%Y-%m-%d %H:%M",
    Precision.DAY: "%Y-%m-%d",
    Precision.MONTH: "%Y-%m",
    Precision.YEAR: "%Y",
}


def _event(book: Book, name: str) -> str:
    return name if book.get(name, Event) else find(book, ("event",), name)
