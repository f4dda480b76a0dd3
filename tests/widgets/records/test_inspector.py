"""The inspector: it follows the selection, shows the sentence behind a field, and what happened to the record."""

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextCursor
from pytestqt.qtbot import QtBot

from tracker.document import Document
from tracker.domain import edits
from tracker.domain.records import Claim, Event, Leg, Person, Production, Source
from tracker.models.selection import Selection
from tracker.palette import DARK, LIGHT
from tracker.settings import Settings
from tracker.widgets.parts import style
from tracker.widgets.parts.style import current
from tracker.widgets.records.inspector import Inspector
from tracker.widgets.records.quotes import fragment_span, sentence_span


def test_nothing_selected_says_what_belongs_here(inspector: Inspector, selection: Selection, named: Any) -> None:
    assert inspector.record is None
    selection.select(named(Person, "Novitsky").id)
    assert inspector.record == named(Person, "Novitsky")
    selection.select("")
    assert inspector.record is None


def test_a_link_selects_the_record_it_leads_to(inspector: Inspector, selection: Selection, document: Document) -> None:
    leg = document.book.of(Leg)[0]
    selection.select(leg.id)
    assert inspector.panel.form is not None
    inspector.panel.form.rows["person"].editor.go.click()  # type: ignore[attr-defined]
    assert selection.current == leg.person
    assert inspector.record == document.book[leg.person]


def marked(inspector: Inspector) -> list[str]:
    """The texts with the mark behind them: sentences first, then the words quoted."""
    selections = inspector.sources.text.extraSelections()
    assert all(one.format.background().color() == QColor(current().mark) for one in selections)
    return [one.cursor.selectedText() for one in selections]


def test_the_mark_shows_the_sentence(inspector: Inspector, selection: Selection, document: Document) -> None:
    docking = next(
        claim.about for claim in document.book.of(Claim) if claim.field == "actual" and "1222" in claim.fragment
    )
    selection.select(docking)
    assert inspector.panel.form is not None
    mark = inspector.panel.form.rows["actual"].mark
    assert mark.text() == "stated"
    assert mark.accessibleName() == "Sources of Actual: stated"
    inspector.tabs.setCurrentWidget(inspector.history)
    mark.click()
    assert inspector.tabs.currentWidget() is inspector.sources
    sentence, words = marked(inspector)
    assert sentence.startswith("To 1222 GMT, they arrived at the ISS late")
    assert sentence.endswith("shifted to manual control.")
    assert words in sentence


def test_the_field_in_focus_chooses_the_claims(
    inspector: Inspector, selection: Selection, named: Any, qtbot: QtBot
) -> None:
    selection.select(named(Person, "Peresild").id)
    everything = len(inspector.sources.claims)
    inspector.activateWindow()
    inspector.panel.form.rows["age"].editor.setFocus()  # type: ignore[union-attr]
    qtbot.waitUntil(lambda: {claim.field for claim in inspector.sources.claims} == {"age"})
    inspector.sources._whole.click()
    assert len(inspector.sources.claims) == everything > 1


def test_certainty_is_told_in_words(inspector: Inspector, selection: Selection, document: Document) -> None:
    selection.select(document.book.of(Production)[0].id)
    assert inspector.panel.form is not None
    assert "rumoured" in inspector.panel.form.rows["parts"].mark.text()
    landing = next(event for event in document.book.of(Event) if event.type == "landing")
    selection.select(landing.id)
    assert inspector.panel.form.rows["planned"].mark.text() == "planned"


def test_every_seeded_quotation_is_found_in_its_source(document: Document) -> None:
    for claim in document.book.of(Claim):
        source = document.book.get(claim.source, Source)
        assert source is not None
        span = fragment_span(source.text, claim.fragment)
        assert span is not None, claim.fragment
        around = sentence_span(source.text, span)
        assert around.start <= span.start < span.end <= around.end
        assert len(source.text[around.start : around.end]) < 400


def test_selected_words_become_a_claim(
    inspector: Inspector, selection: Selection, named: Any, document: Document
) -> None:
    person = named(Person, "Peresild")
    selection.select(person.id)
    inspector.sources.show_field("occupation")
    text = inspector.sources.text
    span = fragment_span(text.toPlainText(), "a Russian actress and director")
    assert span is not None
    cursor = text.textCursor()
    cursor.setPosition(span.start)
    cursor.setPosition(span.end, QTextCursor.MoveMode.KeepAnchor)
    text.setTextCursor(cursor)
    before = document.book.claims(person.id, "occupation")
    assert inspector.sources.quote.text() == "Quote for Occupation"
    inspector.sources.quote.click()
    [claim] = [one for one in document.book.claims(person.id, "occupation") if one not in before]
    assert (claim.fragment, claim.value) == ("a Russian actress and director", person.occupation)
    document.undo()
    assert document.book.claims(person.id, "occupation") == before


def test_a_claim_can_be_removed_and_brought_back(
    inspector: Inspector, selection: Selection, named: Any, document: Document
) -> None:
    person = named(Person, "Peresild")
    selection.select(person.id)
    claims = document.book.claims(person.id)
    chosen = inspector.sources.claim
    assert chosen in claims
    inspector.sources.remove.click()
    assert chosen not in document.book.claims(person.id)
    document.undo()
    assert chosen in document.book.claims(person.id)


def test_the_history_tells_who_changed_what(
    inspector: Inspector, selection: Selection, named: Any, document: Document, qtbot: QtBot, settings: Settings
) -> None:
    selection.select(named(Person, "Peresild").id)
    assert inspector.panel.form is not None
    line = inspector.panel.form.rows["age"].editor.line  # type: ignore[attr-defined]
    line.selectAll()
    qtbot.keyClicks(line, "38")
    inspector.save()
    inspector.tabs.setCurrentWidget(inspector.history)
    entries = [inspector.history.list.item(row).text() for row in range(inspector.history.list.count())]
    assert "UTC · Ada\nAge: 37 → 38" in entries[0]
    assert entries[-1].endswith("Added")


def test_a_claim_s_own_form_shows_what_it_quotes(
    inspector: Inspector, selection: Selection, document: Document
) -> None:
    claim = document.book.of(Claim)[3]
    selection.select(claim.id)
    assert inspector.sources.claims == [claim]
    assert inspector.panel.form is not None
    assert all(row.mark.isHidden() for row in inspector.panel.form.rows.values())
    assert inspector.sources.text.spans()


def test_the_focus_goes_into_the_form(inspector: Inspector, selection: Selection, named: Any, qtbot: QtBot) -> None:
    selection.select(named(Person, "Peresild").id)
    inspector.activateWindow()
    inspector.focus_form()
    assert inspector.panel.form is not None
    name = inspector.panel.form.rows["name"].editor.focusProxy()
    assert name is not None
    qtbot.waitUntil(name.hasFocus)
    assert name.focusPolicy() != Qt.FocusPolicy.NoFocus


def test_another_zone_shows_in_form_and_claims(
    inspector: Inspector, selection: Selection, document: Document, settings: Settings
) -> None:
    docking = next(event for event in document.book.of(Event) if event.type == "docking" and event.actual)
    selection.select(docking.id)
    inspector.sources.show_field("actual")
    settings.zone = "Europe/Moscow"
    assert inspector.panel.form is not None
    assert inspector.panel.form.rows["actual"].editor.line.text() == "2021-10-05 15:22"  # type: ignore[attr-defined]
    assert "5 Oct 2021 15:22 Moscow (UTC+3)" in inspector.sources.list.item(0).text()
    assert inspector.panel.form.edited == ()


def test_another_palette_repaints_the_marks(inspector: Inspector, selection: Selection, named: Any, qapp: Any) -> None:
    selection.select(named(Person, "Peresild").id)
    style.apply(qapp, LIGHT)  # whatever an earlier test left
    inspector.set_palette(LIGHT)
    mark = inspector.panel.form.rows["age"].mark  # type: ignore[union-attr]
    before = mark.grab().toImage()
    try:
        style.apply(qapp, DARK)
        inspector.set_palette(DARK)
        assert mark.grab().toImage() != before
        assert marked(inspector)
    finally:
        qapp.setStyleSheet("")
        qapp.setPalette(style.qt_palette(LIGHT))


def test_what_has_no_source_says_so_at_the_top(inspector: Inspector, document: Document, qtbot: QtBot) -> None:
    inspector.show_new("person")
    assert inspector.sources._what.text() == "Sources to read"
    document.do(edits.remove(document.book, [source.id for source in document.book.of(Source)]))
    assert inspector.sources._what.text() == "There is no source yet."
    qtbot.waitUntil(lambda: inspector.sources._what.y() < 20)
