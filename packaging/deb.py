"""A .deb of the staged files: Debian's own format, made with dpkg-deb."""

import hashlib
import os
import subprocess
from email.utils import formatdate
from pathlib import Path

import tree

# What Qt loads from the system; the bundle brings the rest along.
DEPENDS = (
    "libc6 (>= 2.36)", "libgcc-s1", "libstdc++6", "zlib1g", "libzstd1", "libexpat1", "libuuid1", "libegl1", "libgl1",
    "libglib2.0-0", "libfontconfig1", "libfreetype6", "libdbus-1-3", "libx11-6", "libx11-xcb1", "libxcb1",
    "libwayland-client0", "libwayland-cursor0", "libwayland-egl1", "fonts-dejavu-core | fonts-noto-core",
)  # fmt: skip
CONTROL = """Package: mission-tracker
Version: {version}
Architecture: {architecture}
Maintainer: Mission Tracker developers <developers@missiontracker.invalid>
Installed-Size: {size}
Depends: {depends}
Section: science
Priority: optional
Description: who flew, on what, when, and which source says so
 A desktop program for people who follow crewed spaceflight. It opens with the
 flight of Soyuz MS-19 in October 2021, read from one news article, claim by
 claim: crew and spacecraft as tables, a timeline on honest dates, forms to
 edit every record, and the timeline as a picture fit to print.
"""
CHANGELOG = """mission-tracker ({version}) unstable; urgency=medium

  * See the project's own change log for what is new.

 -- Mission Tracker developers <developers@missiontracker.invalid>  {date}
"""


def packed(root: Path, build: Path, target: Path, version: str) -> Path:
    """The package file. User data is never touched: it lies in the home folders."""
    documents(root, version)
    modes(root)
    control(root, version)
    path = target / f"mission-tracker_{version}_{architecture()}.deb"
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(path)], check=True)
    for path_ in (root / "DEBIAN").iterdir():
        path_.unlink()
    (root / "DEBIAN").rmdir()
    return path


def documents(root: Path, version: str) -> None:
    """The licences and the change log, where Debian looks for them."""
    folder = tree.at(root, tree.SHARE, "doc/mission-tracker")
    tree.written(folder / "copyright", (tree.LINUX / "copyright").read_bytes())
    date = formatdate(int(os.environ["SOURCE_DATE_EPOCH"]))
    tree.written(folder / "changelog.gz", tree.zipped(CHANGELOG.format(version=version, date=date).encode()))
    overrides = tree.at(root, tree.SHARE, "lintian/overrides/mission-tracker")
    tree.written(overrides, (tree.LINUX / "lintian-overrides").read_bytes())


def modes(root: Path) -> None:
    """Only folders and the program itself are to be executed; libraries are not."""
    program = tree.at(root, tree.PREFIX, "mission-tracker")
    for path in root.rglob("*"):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program else 0o644)


def control(root: Path, version: str) -> None:
    files = sorted(path for path in root.rglob("*") if path.is_file() and not path.is_symlink())
    size = sum(path.stat().st_size for path in files) // 1024
    sums = "".join(f"{hashlib.md5(path.read_bytes()).hexdigest()}  {path.relative_to(root)}\n" for path in files)
    text = CONTROL.format(version=version, architecture=architecture(), size=size, depends=", ".join(DEPENDS))
    tree.written(root / "DEBIAN" / "md5sums", sums.encode())
    tree.written(root / "DEBIAN" / "control", text.encode())


def architecture() -> str:
    done = subprocess.run(["dpkg", "--print-architecture"], capture_output=True, text=True, check=True)
    return done.stdout.strip()
