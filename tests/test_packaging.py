"""What is installed is all of it, and works without the project's folder."""

import shutil
import subprocess
import sys
import sysconfig
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


def test_every_package_says_what_it_is_for() -> None:
    """Without an __init__.py the import contracts would not see into the folder."""
    folders = {path.parent for name in HOMES for path in (ROOT / name).rglob("*.py")}
    assert not [folder for folder in folders if not (folder / "__init__.py").exists()]


def test_no_package_is_forgotten() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    assert set(project["tool"]["setuptools"]["packages"]) == packages_found()


@pytest.fixture(scope="module")
def source(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy to build from: building leaves folders beside its sources."""
    copy = tmp_path_factory.mktemp("source")
    for name in HOMES:
        shutil.copytree(ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    return copy


@pytest.fixture(scope="module")
def wheel(source: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Made offline, with the build backend that the lock names."""
    target = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--no-index", "--disable-pip-version-check"]
    _output([sys.executable, "-m", "pip", "wheel", *options, "-w", str(target), str(source)])
    return next(target.glob("*.whl"))


def _output(command: list[str], folder: Path | None = None) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def files_expected(source: Path) -> set[str]:
    """What the three folders hold, by the names it is installed under."""
    return {
        (Path(home) / path.relative_to(source / name)).as_posix()
        for name, home in HOMES.items()
        for path in (source / name).rglob("*")
        if path.is_file()
    }


def test_the_wheel_holds_every_file(source: Path, wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert names == files_expected(source)


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The programs' folder of an environment with the wheel, and without the project's folder."""
    home = tmp_path_factory.mktemp("installed")
    venv.create(home, with_pip=False, symlinks=True)
    python = home / "bin/python"
    pip = [sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", str(python)]
    _output([*pip, "install", "--no-deps", "--no-index", str(wheel)])
    # The dependencies are borrowed. The editable install beside them is not: it hangs
    # on a .pth file, and those are read in an environment's own folder only.
    borrowed = sysconfig.get_path("purelib")
    (home / SITE / "borrowed.pth").write_text(borrowed + "\n")
    return home / "bin"


def test_the_installed_package_is_the_one_used(installed: Path, tmp_path: Path) -> None:
    ask = "import tracker, tracker.seeds, tracker.resources as r; print(r.__file__)"
    where = _output([str(installed / "python"), "-c", ask], tmp_path).strip()
    assert Path(where).is_relative_to(installed.parent)


def test_the_installed_program_answers(installed: Path, tmp_path: Path) -> None:
    answer = _output([str(installed / "mission-tracker"), "list", "crew"], tmp_path)
    assert "Peresild" in answer
