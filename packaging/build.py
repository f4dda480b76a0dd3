"""`./dev package [FOLDER]`: the bundle for this system, and on Linux a .deb and a portable .tar.xz of it.

Everything is made anew in build/package; what can be given to somebody comes into FOLDER, dist without one.
"""

import os
import shutil
import subprocess
import sys
import tarfile
import time
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
    os.environ |= settled()
    environment()
    drawn = icons.drawn(PYTHON, BUILD / "icons")
    bundle = bundled(drawn)
    version = asked("--version").split()[-1]
    if sys.platform.startswith("linux"):
        strip(bundle)
        files = tree.staged(BUILD / "tree", bundle, drawn, version, PYTHON)
        made = [deb.packed(files, BUILD, target, version), portable(files, target, version)]
    else:
        made = [Path(shutil.make_archive(str(target / bundle.name), "zip", bundle.parent, bundle.name))]
    screenshots(target / "screenshots")
    for path in made:
        print(f"{path}  {path.stat().st_size / 2**20:.1f} MiB")


def settled() -> dict[str, str]:
    """Two builds of the same source are alike, byte by byte: its date, no random order, one language.

    What is compressed twice becomes no smaller, and has to be unpacked at every start: Python's part is only stored.
    """
    ask = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(ask, capture_output=True, text=True) if shutil.which("git") else None
    date = done.stdout.strip() if done and done.returncode == 0 else str(int(time.time()))
    return {
        "SOURCE_DATE_EPOCH": os.environ.get("SOURCE_DATE_EPOCH", date),
        "PYTHONHASHSEED": "0",
        "PYINSTALLER_ZLIB_COMPRESSION_LEVEL": "0",
        "LC_ALL": "C.UTF-8",
        "LANGUAGE": "en",
    }


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


def strip(bundle: Path) -> None:
    """Takes out of libraries what only a debugger reads: of those that are delivered with it."""
    for package in ("markupsafe", "numpy", "sqlalchemy"):
        run("strip", "--strip-unneeded", *sorted((bundle / "_internal" / package).rglob("*.so")))


def asked(option: str) -> str:
    """What the program in the environment says of itself: the version stands in one place only."""
    done = subprocess.run([PYTHON, "-m", "tracker", option], capture_output=True, text=True, check=True, cwd=BUILD)
    return done.stdout


def portable(files: Path, target: Path, version: str) -> Path:
    """The same files as in the .deb, to be unpacked anywhere; Flatpak takes them as well."""
    folder, name = BUILD / "portable", f"mission-tracker-{version}-linux-{os.uname().machine}"
    shutil.copytree(tree.at(files, tree.PREFIX), folder, symlinks=True)
    for part in tree.FOR_DESKTOPS:
        shutil.copytree(tree.at(files, tree.SHARE, part), folder / "share" / part)
    shutil.copy(HERE / "linux" / "README.portable", folder / "README")
    shutil.copy(HERE / "linux" / "add-to-desktop.sh", folder)
    path = target / f"{name}.tar.xz"
    with tarfile.open(path, "w:xz") as archive:
        archive.add(folder, name, filter=tree.plain)
    return path


def screenshots(folder: Path) -> None:
    """For the site that MISSION_TRACKER_SITE names, drawn by what was built, on a screen and a home of their own."""
    folder.mkdir(exist_ok=True)
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"), str(BUILD / "home"))
    apart = os.environ | homes | {"QT_QPA_PLATFORM": "offscreen"}
    for theme in ("light", "dark"):
        run(PYTHON, HERE / "screenshots.py", folder, theme, env=apart)
    run(PYTHON, "-m", "tracker", "export", "-o", folder / "timeline.png", "--size", "1600x900", env=apart)


def run(*command: object, env: dict[str, str] | None = None) -> None:
    # Not from the project's folder: its tracker would be taken for the installed one, which has the resources inside.
    subprocess.run([str(part) for part in command], check=True, env=env, cwd=BUILD)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else ROOT / "dist")
