"""From the lines of an entry to its record; every value must have words of the article beside it."""

from typing import Any

from tracker.domain import edits, edtf, plain
from tracker.domain.book import Book
from tracker.domain.fields import Field, Type, fields_of
from tracker.domain.records import Record

from .entries import Entry, id_of

NEEDED = frozenset({"value", "says"})
TEXTS = frozenset({"part", "certainty", "remark", "as_of"})
PYTHON_TYPES = {Type.NUMBER: int, Type.FLAG: bool}
ARTICLE_FIELD = ("source", "text")  # holds the article itself, so nothing can say it


def record(entry: Entry, known: set[str], article: str) -> Record:
    """The record of an entry; `known` are the ids of all. Fault if it is not valid or not backed."""
    row: dict[str, Any] = {"id": entry.id}
    for name, lines in entry.fields.items():
        row[name] = _value(entry, entry.field(name), lines, known)
    if entry.kind == ARTICLE_FIELD[0]:
        row[ARTICLE_FIELD[1]] = article
    made = plain.record(entry.kind, row)
    for problem in edits.problems(made, Book(), known):
        raise entry.fault(problem.field, problem.sentence)
    _check_backed(entry, made)
    return made


def _check_backed(entry: Entry, made: Record) -> None:
    """Whatever the record holds, the file must name words for; the default of a choice as well."""
    for field in fields_of(type(made)):
        value = getattr(made, field.name)
        held, lines = plain.elements(field, value), entry.fields.get(field.name)
        if lines is not None:
            if not lines or len(held) != len(lines):
                raise entry.fault(field.name, "is empty; leave out what the article does not say")
        elif held and (entry.kind, field.name) != ARTICLE_FIELD:
            raise entry.fault(field.name, f"“{value}” has no words that say so")


def _value(entry: Entry, field: Field, lines: list[Any], known: set[str]) -> Any:
    """The field's value as plain data, keys turned into ids."""
    for line in lines:
        _check_line(entry, field, line)
    one_each = [_element(entry, field, line, known) for line in lines]
    if not field.is_many and len(one_each) != 1:
        raise entry.fault(field.name, "holds one value only")
    return one_each if field.is_many else one_each[0]


def _check_line(entry: Entry, field: Field, line: Any) -> None:
    if not isinstance(line, dict) or not line.keys() >= NEEDED:
        raise entry.fault(field.name, "needs a value and the words that say so")
    for name in line.keys() - NEEDED:
        if name not in TEXTS:
            raise entry.fault(field.name, f"“{name}” means nothing here")
        if not isinstance(line[name], str):
            raise entry.fault(field.name, f"{name} must be a text, in quotation marks")
    if type(line["value"]) is not PYTHON_TYPES.get(field.type, str):
        raise entry.fault(field.name, f"“{line['value']}” is not a {field.type}")


def _element(entry: Entry, field: Field, line: dict[str, Any], known: set[str]) -> Any:
    value = line["value"]
    if field.is_link:
        value = _target(entry, field, field.to[0], value, known)
    if field.type is Type.TIME:
        return _time(entry, field, value, known)
    return {"person": value, "part": line.get("part", "")} if field.type is Type.PARTS else value


def _time(entry: Entry, field: Field, value: str, known: set[str]) -> str:
    """The canonical text; the key of the event in a relative time becomes its id."""
    word, colon, key = value.partition(":")
    if colon and word in ("before", "after"):
        return f"{word}:{_target(entry, field, 'event', key, known)}"
    try:
        return edtf.write(edtf.read(value))
    except ValueError as error:
        raise entry.fault(field.name, str(error)) from error


def _target(entry: Entry, field: Field, kind: str, key: str, known: set[str]) -> str:
    if id_of(kind, key) not in known:
        raise entry.fault(field.name, f"there is no {kind} “{key}”")
    return id_of(kind, key)
