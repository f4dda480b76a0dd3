"""What lies where on a Linux system: the bundle in a folder of its own, and around it what desktops look for."""

import gzip
import os
import shutil
import subprocess
import tarfile
from datetime import UTC, datetime
from pathlib import Path

import icons

LINUX = Path(__file__).resolve().parent / "linux"
PREFIX = "/usr/lib/mission-tracker"
SHARE = "/usr/share"
PROGRAM = "usr/bin/mission-tracker"
TEMPLATES = {
    "mission-tracker.desktop": "applications",
    "org.missiontracker.missiontracker.metainfo.xml": "metainfo",
    "mission-tracker.xml": "mime/packages",
}
MANUALS = {"en": "man/man1", "ru": "man/ru/man1"}
FOR_DESKTOPS = ("applications", "bash-completion", "icons", "man", "metainfo", "mime")
_SCREENSHOTS = """  <url type="homepage">{site}/</url>
  <screenshots>
    <screenshot type="default">
      <caption>Crew, spacecraft and events beside the sentence that says so</caption>
      <caption xml:lang="ru">Экипажи, корабли и события рядом с предложением, которое о них говорит</caption>
      <image type="source" width="1600" height="900">{site}/window-light.png</image>
    </screenshot>
    <screenshot>
      <caption>The same in the dark</caption>
      <caption xml:lang="ru">То же в тёмном оформлении</caption>
      <image type="source" width="1600" height="900">{site}/window-dark.png</image>
    </screenshot>
    <screenshot>
      <caption>The timeline as a picture fit to print</caption>
      <caption xml:lang="ru">Хронология как готовая к печати картинка</caption>
      <image type="source" width="1600" height="900">{site}/timeline.png</image>
    </screenshot>
  </screenshots>
"""


def staged(root: Path, bundle: Path, drawn: Path, version: str, python: Path) -> Path:
    """Everything as it will lie below /."""
    shutil.copytree(bundle, at(root, PREFIX), symlinks=True)
    (root / PROGRAM).parent.mkdir(parents=True)
    (root / PROGRAM).symlink_to("../lib/mission-tracker/mission-tracker")
    for_desktops(root, version)
    hicolor(root, drawn)
    written(at(root, SHARE, "bash-completion/completions/mission-tracker"), docs(python, "completion", "en"))
    for language, folder in MANUALS.items():
        written(at(root, SHARE, folder, "mission-tracker.1.gz"), zipped(docs(python, "manual", language)))
    return root


def for_desktops(root: Path, version: str) -> None:
    """What names the program and its documents to them."""
    for name, folder in TEMPLATES.items():
        text = (LINUX / name).read_text(encoding="utf-8").replace("@VERSION@", version).replace("@DATE@", day())
        written(at(root, SHARE, folder, name), text.replace("@SCREENSHOTS@", screenshots()).encode())


def day() -> str:
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date().isoformat()


def screenshots() -> str:
    """Where a software centre finds pictures: AppStream takes web addresses only, so a site has to be named."""
    site = os.environ.get("MISSION_TRACKER_SITE")
    return _SCREENSHOTS.format(site=site.rstrip("/")) if site else ""


def hicolor(root: Path, drawn: Path) -> None:
    """The program's icon, and that of its documents under the name that the MIME type gives it."""
    names = {"mission-tracker": ("apps", "mission-tracker"), "mission-tracker-store": ("mimetypes", MIME_ICON)}
    for source, (context, name) in names.items():
        for size in icons.SIZES:
            place = at(root, SHARE, f"icons/hicolor/{size}x{size}/{context}/{name}.png")
            written(place, (drawn / f"{source}-{size}.png").read_bytes())
        written(at(root, SHARE, f"icons/hicolor/scalable/{context}/{name}.svg"), (drawn / f"{source}.svg").read_bytes())


MIME_ICON = "application-vnd.mission-tracker"


def docs(python: Path, kind: str, language: str) -> bytes:
    """The manual page or the completion, made from the command line's own description of itself."""
    script = Path(__file__).resolve().parent / "docs.py"
    speaking = os.environ | {"LANGUAGE": language}
    done = subprocess.run([str(python), str(script), kind], env=speaking, capture_output=True, check=True)
    return done.stdout


def at(root: Path, *parts: str) -> Path:
    return root / "/".join(parts).lstrip("/")


def written(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def zipped(content: bytes) -> bytes:
    return gzip.compress(content, 9, mtime=0)


def plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Owned by root, writable by nobody else, dated by the source where that is known: two builds are alike."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = int(os.environ.get("SOURCE_DATE_EPOCH", entry.mtime))
    entry.mode = 0o755 if entry.isdir() or entry.mode & 0o100 else 0o644
    return entry
