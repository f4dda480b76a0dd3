"""A wrong line of the facts file is refused, with its place and the reason."""

import pytest

from tracker.seeds import Fault
from tracker.seeds.loader import records

ARTICLE = "date 2021-10-05 The crew docked with the station, “Almaz,” on Tuesday. It was built by eleven of the best."
SOURCE = '[source.paper]\ntitle = { value = "The crew", says = "The crew docked" }\n'
NAME = 'name = { value = "Almaz", says = "the station, “Almaz,”" }\n'
TYPE = 'type = { value = "station", says = "the station" }\n'
DOCKING = '[event.docking]\nname = { value = "Docking", says = "docked" }\n'


def fault(facts: str) -> str:
    with pytest.raises(Fault) as caught:
        records(facts, ARTICLE)
    return str(caught.value)


def test_a_good_file_is_read() -> None:
    found = records(SOURCE + "[spacecraft.almaz]\n" + NAME + TYPE, ARTICLE)
    assert [record.kind for record in found] == ["source", "spacecraft", "claim", "claim", "claim"]


@pytest.mark.parametrize(
    ("line", "place", "reason"),
    [
        ('name = { value = "Almaz", says = "the station, \\"Almaz,\\"" }', "name", "is not in the article"),
        ('name = { value = "Almaz", says = "The station" }', "name", "“The station” is not in the article"),
        (f'name = {{ value = "Almaz", says = "{ARTICLE[16:]}" }}', "name", "has more than 12 words"),
        ('name = { value = "Almaz", says = "" }', "name", "needs the words that say so"),
        ('name = { value = "Almaz", says = [] }', "name", "needs the words that say so"),
        ('name = { value = "Almaz" }', "name", "needs a value and the words that say so"),
        ('name = "Almaz"', "name", "needs a value and the words that say so"),
        ('name = { value = "", says = "Almaz" }', "name", "must not be empty"),
        ('name = { value = 3, says = "Almaz" }', "name", "“3” is not a text"),
        ('name = { value = "Almaz", says = "Almaz", remarks = "?" }', "name", "“remarks” means nothing here"),
        ('name = { value = "Almaz", says = "Almaz", remark = 3 }', "name", "remark must be a text"),
        ('name = { value = "Almaz", says = "Almaz", certainty = "sure" }', "name", "“sure” is no certainty"),
        ('name = { value = "Almaz", says = "Almaz", as_of = "May" }', "name", "“May” is not a time"),
        ('name = { value = "Almaz", says = "Almaz", as_of = 2021-10-05 }', "name", "as_of must be a text"),
        (NAME + "aliases = []", "aliases", "leave out what the article does not say"),
        ('certainty = ["planned"]\n' + NAME, "name", "is no certainty"),
        ('name = [{ value = "A", says = "A" }, { value = "B", says = "A" }]', "name", "holds one value only"),
        (NAME + 'colour = { value = "red", says = "the" }', "colour", "there is no such field"),
        (NAME + 'note = { value = "", says = "the" }', "note", "leave out what the article does not say"),
        (NAME + 'type = { value = "ship", says = "the" }', "type", "cannot be “ship”"),
        (NAME + 'seats = { value = "3", says = "the" }', "seats", "“3” is not a number"),
        (NAME + 'seats = { value = true, says = "the" }', "seats", "is not a number"),
        (NAME + 'seats = { value = -3, says = "the" }', "seats", "cannot be negative"),
        (NAME + 'operator = { value = "nasa", says = "the" }', "operator", "there is no organisation “nasa”"),
    ],
)
def test_a_wrong_line_names_its_place(line: str, place: str, reason: str) -> None:
    sentence = fault(f"{SOURCE}[spacecraft.almaz]\n{line}\n")
    assert sentence.startswith(f"facts.toml: spacecraft.almaz.{place}: ")
    assert reason in sentence


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('actual = { value = "Tuesday", says = "Tuesday" }', "“Tuesday” is not a time"),
        ('actual = { value = "before:launch", says = "Tuesday" }', "there is no event “launch”"),
        ('people = [{ value = "gagarin", says = "crew" }]', "there is no person “gagarin”"),
    ],
)
def test_a_wrong_time_or_key_is_refused(line: str, reason: str) -> None:
    assert reason in fault(SOURCE + DOCKING + line)


def test_a_default_that_nobody_says_is_refused() -> None:
    sentence = fault(SOURCE + '[person.anna]\nname = { value = "Anna", says = "crew" }\n')
    assert sentence == "facts.toml: person.anna.nature: “human” has no words that say so"


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (SOURCE + "[ship.almaz]\n" + NAME, "facts.toml: ship: there is no such kind"),
        (SOURCE + "[claim.one]\n", "facts.toml: claim: there is no such kind"),
        ("[spacecraft.almaz]\n" + NAME + TYPE, "facts.toml: source: there must be one"),
        (SOURCE + SOURCE.replace("paper", "other"), "facts.toml: source: there must be one"),
        ("spacecraft.almaz = 3\n" + SOURCE, "facts.toml: spacecraft.almaz: is not a record"),
        (SOURCE + "[spacecraft.almaz\n", "facts.toml: "),
    ],
)
def test_a_wrong_file_is_refused(facts: str, reason: str) -> None:
    assert fault(facts).startswith(reason)
