"""Values as plain data and back; the elements a claim can quote."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.domain.editing import SLOWLY, started
from tracker.domain.edtf import read
from tracker.domain.fields import field_of
from tracker.domain.plain import elements, record, row
from tracker.domain.records import Event, Part, Person, Production, Spacecraft


@SLOWLY
@given(st.data())
def test_a_record_survives_json(data: st.DataObject) -> None:
    for one in started(data):
        assert record(one.kind, json.loads(json.dumps(row(one)))) == one


def test_missing_fields_take_their_default_and_unknown_ones_are_ignored() -> None:
    assert record("person", {"id": "p", "name": "A", "height": 3}) == Person(id="p", name="A")
    assert record("event", {"id": "e", "name": "E", "actual": ""}) == Event(id="e", name="E")
    with pytest.raises(ValueError, match="is not a time"):
        record("event", {"id": "e", "actual": "soon"})
    with pytest.raises(KeyError):
        record("ghost", {"id": "e"})


@pytest.mark.parametrize(
    ("kind", "name", "value", "texts"),
    [
        (Event, "actual", read("2021-04~"), ("2021-04~",)),
        (Event, "actual", read("unknown"), ("unknown",)),
        (Event, "actual", None, ()),
        (Event, "people", ("a", "b"), ("a", "b")),
        (Event, "people", (), ()),
        (Event, "spacecraft", "ms19", ("ms19",)),
        (Event, "spacecraft", "", ()),
        (Spacecraft, "seats", 0, ("0",)),
        (Spacecraft, "seats", None, ()),
        (Spacecraft, "is_placeholder", True, ("yes",)),
        (Spacecraft, "is_placeholder", False, ()),
        (Production, "parts", (Part("a", "cameo"), Part("b")), ("a|cameo", "b|")),
        (Person, "aliases", ("A", "B"), ("A", "B")),
    ],
)
def test_a_claim_quotes_one_element(kind: type, name: str, value: object, texts: tuple[str, ...]) -> None:
    assert elements(field_of(kind, name), value) == texts
