"""The scripts of packaging/, which are no package: they run by themselves, in an environment of their own."""

import sys
from pathlib import Path

import pytest

PACKAGING = Path(__file__).parents[2] / "packaging"


@pytest.fixture(autouse=True)
def _scripts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(PACKAGING))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1633436520")  # the docking of Soyuz MS-19


@pytest.fixture(scope="session")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The icons, as the build draws them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(PACKAGING))
        import icons  # type: ignore[import-not-found]

        return Path(icons.drawn(Path(sys.executable), tmp_path_factory.mktemp("icons")))
