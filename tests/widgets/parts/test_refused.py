"""What an edit was refused for reaches the person as a sentence."""

import pytest

from tracker.store import CannotOpen
from tracker.widgets.parts.refused import told


@pytest.mark.parametrize("text", ["This is no store", "This is no store.", "Which one?"])
def test_a_refusal_is_a_sentence(text: str) -> None:
    said: list[str] = []
    with told(said.append):
        raise CannotOpen(text)
    assert said == [text if text.endswith((".", "?")) else f"{text}."]


def test_a_fault_goes_on_its_way() -> None:
    with pytest.raises(KeyError), told(pytest.fail):
        raise KeyError("x")
