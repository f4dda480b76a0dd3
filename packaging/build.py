"""`./dev package [FOLDER]`: the bundle for this system, and on Linux a .deb and a portable .tar.xz of it.

Everything is made anew in build/package; what can be given to somebody comes into FOLDER, dist without one.
"""

import os
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import deb
import icons
import tree

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent
BUILD = ROOT / "build" / "package"
PYTHON = BUILD / "venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def main(target: Path) -> None:
    shutil.rmtree(BUILD, ignore_errors=True)
    BUILD.mkdir(parents=True)
    target.mkdir(parents=True, exist_ok=True)
    environment()
    drawn = icons.drawn(PYTHON, BUILD / "icons")
    bundle = bundled(drawn)
    version = asked("--version").split()[-1]
    if sys.platform.startswith("linux"):
        files = tree.staged(BUILD / "tree", bundle, drawn, version, PYTHON)
        made = [deb.packed(files, BUILD, target, version), portable(files, target, version)]
    else:
        made = [Path(shutil.make_archive(str(target / bundle.name), "zip", bundle.parent, bundle.name))]
    for path in made:
        print(f"{path}  {path.stat().st_size / 2**20:.1f} MiB")


def environment() -> None:
    """An environment with what is bundled, PyInstaller, and the program as a wheel; versions as locked."""
    run(base_python(), "-m", "venv", BUILD / "venv")
    pip = [PYTHON, "-m", "pip", "--disable-pip-version-check", "--no-input", "-q"]
    run(*pip, "install", "--only-binary", ":all:", "--require-hashes", "-r", HERE / "requirements.txt")
    # From a copy: building leaves folders beside its sources, and what an earlier build left would get in.
    source = BUILD / "source"
    for name in ("tracker", "resources", "seeds"):
        shutil.copytree(ROOT / name, source / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "LICENSE"):
        shutil.copy(ROOT / name, source)
    run(*pip, "install", "--no-deps", "--no-build-isolation", source)


def base_python() -> str:
    """The system's own where it will do: others have the path of the folder they were built in written into them."""
    own = "/usr/bin/python3"
    ask = "import ensurepip, sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))"
    fits = os.path.exists(own) and subprocess.run([own, "-c", ask], capture_output=True).returncode == 0
    return own if fits else sys.executable


def bundled(drawn: Path) -> Path:
    """The folder that PyInstaller makes."""
    options = ["--noconfirm", "--log-level=WARN", f"--workpath={BUILD / 'work'}", f"--distpath={BUILD / 'bundle'}"]
    environment = os.environ | {"MISSION_TRACKER_ICONS": str(drawn), "QT_QPA_PLATFORM": "offscreen"}
    run(PYTHON, "-m", "PyInstaller", *options, HERE / "mission-tracker.spec", env=environment)
    return BUILD / "bundle" / "mission-tracker"


def asked(option: str) -> str:
    """What the program in the environment says of itself: the version stands in one place only."""
    done = subprocess.run([PYTHON, "-m", "tracker", option], capture_output=True, text=True, check=True, cwd=BUILD)
    return done.stdout


def portable(files: Path, target: Path, version: str) -> Path:
    """The same files as in the .deb, to be unpacked anywhere."""
    name = f"mission-tracker-{version}-linux-{os.uname().machine}"
    path = target / f"{name}.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        archive.add(files / tree.PREFIX.lstrip("/"), name, filter=tree.plain)
        archive.add(HERE / "linux" / "README.portable", f"{name}/README", filter=tree.plain)
    return path


def run(*command: object, env: dict[str, str] | None = None) -> None:
    # Not from the project's folder: its tracker would be taken for the installed one, which has the resources inside.
    subprocess.run([str(part) for part in command], check=True, env=env, cwd=BUILD)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "dist")
