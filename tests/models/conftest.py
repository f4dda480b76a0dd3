"""A document over the article, in a store of its own, for the models."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.document import Document
from tracker.seeds import seed_edit
from tracker.settings import Settings
from tracker.store import Store


@pytest.fixture(scope="session")
def seeded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store filled once, to be copied."""
    path = tmp_path_factory.mktemp("seeded") / "a.tracker"
    Store.create(path, seed_edit()).close()
    return path


@pytest.fixture
def document(seeded: Path, tmp_path: Path, qapp: object) -> Iterator[Document]:
    opened = Document(Store.open(shutil.copy(seeded, tmp_path)))
    yield opened
    opened.close()


@pytest.fixture
def settings(qapp: object) -> Settings:
    return Settings()
