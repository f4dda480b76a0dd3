"""Unsaved typing is never lost: it survives the next record, another kind, and a crash."""

from pathlib import Path
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain.records import Event, Leg, Person, Production
from tracker.models.selection import Selection
from tracker.settings import Settings
from tracker.store import Store
from tracker.widgets.records.form import Form
from tracker.widgets.records.inspector import Inspector


def opened(inspector: Inspector, record: Any) -> Form:
    inspector._selection.select(record.id)
    assert inspector.panel.form is not None
    return inspector.panel.form


def typed(qtbot: QtBot, form: Form, name: str, text: str) -> None:
    editor: Any = form.rows[name].editor
    editor.line.selectAll()
    qtbot.keyClicks(editor.line, text)


@pytest.fixture
def reopened(path: Path, settings: Settings, qtbot: QtBot) -> Any:
    """Another inspector on the same store, as after a crash: nothing was closed properly."""
    documents = []

    def open() -> Inspector:
        documents.append(Document(Store.open(path)))
        inspector = Inspector(documents[-1], Selection(), settings)
        qtbot.addWidget(inspector)
        inspector.show()
        return inspector

    yield open
    for document in documents:
        document.close()


def test_typing_is_kept_a_moment_after_the_last_key(
    document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    form = opened(inspector, named(Person, "Novitsky"))
    typed(qtbot, form, "occupation", "pilot")
    qtbot.waitUntil(lambda: len(document.drafts()) == 1, timeout=3000)
    assert document.drafts()[0].values == {"occupation": "pilot"}


def test_coming_back_to_a_record_brings_its_typing_back(
    document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    person, other = named(Person, "Novitsky"), named(Person, "Shkaplerov")
    typed(qtbot, opened(inspector, person), "occupation", "pilot")
    assert opened(inspector, other).edited == ()
    opened(inspector, document.book.of(Event)[0])
    form = opened(inspector, person)
    assert (form.edited, form.rows["occupation"].editor.value()) == (("occupation",), "pilot")
    assert inspector.panel.offer.isHidden()


def test_after_a_crash_the_typing_is_offered_again(
    inspector: Inspector, named: Any, qtbot: QtBot, reopened: Any
) -> None:
    person = named(Person, "Novitsky")
    form = opened(inspector, person)
    typed(qtbot, form, "occupation", "pilot")
    typed(qtbot, form, "age", "old")
    inspector.keep_draft()
    again = reopened()
    form = opened(again, person)
    assert not form.edited
    assert "Unsaved changes from" in again.panel.offer.text
    assert "UTC were kept." in again.panel.offer.text
    again.panel.offer.restore.click()
    assert form.edited == ("occupation", "age")
    assert form.rows["occupation"].editor.value() == "pilot"
    assert "old" in again.panel.bar.text


def test_a_draft_that_is_not_wanted_goes(inspector: Inspector, named: Any, qtbot: QtBot, reopened: Any) -> None:
    person = named(Person, "Novitsky")
    typed(qtbot, opened(inspector, person), "occupation", "pilot")
    inspector.keep_draft()
    again = reopened()
    opened(again, person)
    again.panel.offer.discard.click()
    assert again.panel.offer.isHidden()
    assert again._document.drafts() == []


def test_saving_drops_the_draft(document: Document, inspector: Inspector, named: Any, qtbot: QtBot) -> None:
    typed(qtbot, opened(inspector, named(Person, "Novitsky")), "occupation", "pilot")
    inspector.keep_draft()
    assert document.drafts()
    inspector.save()
    assert document.drafts() == []


def test_typing_back_to_what_was_stored_drops_the_draft(
    document: Document, inspector: Inspector, named: Any, qtbot: QtBot
) -> None:
    person = named(Person, "Novitsky")
    form = opened(inspector, person)
    typed(qtbot, form, "name", "Oleg")
    inspector.keep_draft()
    typed(qtbot, form, "name", person.name)
    inspector.keep_draft()
    assert document.drafts() == []


def test_a_record_made_on_the_spot_survives_too(
    document: Document, inspector: Inspector, qtbot: QtBot, reopened: Any
) -> None:
    leg = document.book.of(Leg)[0]
    form = opened(inspector, leg)
    typed(qtbot, form, "person", "Nora Nobody")
    form.rows["person"].editor.maker.click()  # type: ignore[attr-defined]
    inspector.keep_draft()
    again = reopened()
    form = opened(again, leg)
    again.panel.offer.restore.click()
    assert [record.name for record in form.made()] == ["Nora Nobody"]  # type: ignore[attr-defined]
    again.save()
    assert again._document.book.name(again._document.book[leg.id].person) == "Nora Nobody"


def test_a_new_record_comes_back_from_its_draft(
    document: Document, inspector: Inspector, qtbot: QtBot, reopened: Any
) -> None:
    inspector.show_new("production")
    assert inspector.panel.form is not None
    typed(qtbot, inspector.panel.form, "title", "Salyut 7")
    inspector.keep_draft()
    again = reopened()
    again.show_draft(again._document.drafts()[0])
    again.save()
    assert "Salyut 7" in [production.title for production in again._document.book.of(Production)]
    assert again._document.drafts() == []
