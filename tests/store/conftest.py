"""A new store for each test that asks for one."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from tracker.store import Store


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "Полёты.tracker"


@pytest.fixture
def store(path: Path) -> Iterator[Store]:
    with closing(Store.create(path)) as made:
        yield made
