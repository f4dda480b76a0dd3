"""What is installed is all of it, and works without the project's folder."""

import shutil
import subprocess
import sys
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SITE = Path("lib") / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"
HOMES = {"tracker": "tracker", "resources": "tracker/resources", "seeds": "tracker/seeds"}


def packages_found() -> set[str]:
    """Every folder with Python in it, by the name it is installed under."""
    folders = {path.parent.relative_to(ROOT) for path in ROOT.glob("tracker/**/*.py")}
    return {".".join(folder.parts) for folder in folders} | {"tracker.resources", "tracker.seeds"}


def test_no_package_is_forgotten() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert set(project["tool"]["setuptools"]["packages"]) == packages_found()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built from a copy: building leaves folders beside its sources."""
    source, target = tmp_path_factory.mktemp("source"), tmp_path_factory.mktemp("wheel")
    for name in HOMES:
        shutil.copytree(ROOT / name, source / name)
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, source)
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    _output([sys.executable, "-m", "pip", "wheel", *options, "-w", str(target), str(source)])
    return next(target.glob("*.whl"))


def _output(command: list[str], folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_expected() -> set[str]:
    """What the three folders hold, by the names it is installed under."""
    return {
        (Path(home) / path.relative_to(ROOT / name)).as_posix()
        for name, home in HOMES.items()
        for path in (ROOT / name).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }


def test_the_wheel_holds_every_file(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert files_expected() <= names
    assert not [name for name in names if "__pycache__" in name or not name.startswith("tracker/")]
