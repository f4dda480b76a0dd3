"""What names the program to desktops: checked by their own tools where those are installed, and by hand everywhere."""

import json
import os
import plistlib
import shutil
import subprocess
from ast import Constant, Tuple, literal_eval, parse, walk
from pathlib import Path
from xml.etree import ElementTree

import pytest

from tests.packaging.conftest import PACKAGING
from tracker import __version__, stores

SITE = "https://missions.example"
METAINFO = "usr/share/metainfo/org.missiontracker.missiontracker.metainfo.xml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The files below / that desktops read, with a site for the screenshots."""
    import tree  # type: ignore[import-not-found]

    monkeypatch.setenv("MISSION_TRACKER_SITE", SITE + "/")
    tree.for_desktops(tmp_path, __version__)
    return tmp_path


def said(*call: str) -> str:
    """What a checker finds; nothing if all is well. It is to say that it is there first."""
    if shutil.which(call[0]) is None:
        pytest.skip(f"{call[0]} is not installed")
    done = subprocess.run(call, capture_output=True, text=True)
    return "" if done.returncode == 0 else done.stdout + done.stderr


def test_the_menu_entry_is_valid(root: Path) -> None:
    assert not said("desktop-file-validate", str(root / "usr/share/applications/mission-tracker.desktop"))


def test_the_metainfo_is_valid_to_the_letter(root: Path) -> None:
    assert not said("appstreamcli", "validate", "--no-net", "--pedantic", "--strict", str(root / METAINFO))


def test_without_a_site_it_is_valid_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import tree

    monkeypatch.delenv("MISSION_TRACKER_SITE", raising=False)
    tree.for_desktops(tmp_path, __version__)
    assert "screenshot" not in (tmp_path / METAINFO).read_text()
    assert not said("appstreamcli", "validate", "--no-net", str(tmp_path / METAINFO))


def test_the_metainfo_says_version_date_and_pictures(root: Path) -> None:
    component = ElementTree.parse(root / METAINFO).getroot()
    [release] = component.iter("release")
    assert release.attrib["version"] == __version__
    assert release.attrib["date"] == "2021-10-05"
    pictures = [(image.text, image.attrib["width"], image.attrib["height"]) for image in component.iter("image")]
    names = ("window-light", "window-dark", "timeline")
    assert pictures == [(f"{SITE}/{name}.png", "1600", "900") for name in names]


def test_a_store_is_known_by_its_number_and_its_name(root: Path, tmp_path: Path) -> None:
    """By the real one: what the magic says must stand in a store's head."""
    store = tmp_path / "Salyut.tracker"
    stores.created(str(store)).close()
    head = store.read_bytes()[:100]
    kind = ElementTree.parse(root / "usr/share/mime/packages/mission-tracker.xml").getroot()[0]
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    text, number = kind.findall(f".//{space}match")
    assert head.startswith(str(text.attrib["value"]).encode())
    place = int(number.attrib["offset"])
    assert head[place : place + 4] == int(number.attrib["value"], 16).to_bytes(4, "big")
    assert next(kind.iter(f"{space}glob")).attrib["pattern"] == f"*{stores.SUFFIX}"


def test_shared_mime_info_takes_it(root: Path) -> None:
    assert not said("update-mime-database", str(root / "usr/share/mime"))
    assert "application/vnd.mission-tracker:*.tracker" in (root / "usr/share/mime/globs").read_text()


def test_the_portable_folder_goes_to_the_desktop_and_away_again(root: Path, tmp_path: Path) -> None:
    folder, home = tmp_path / "on a stick", tmp_path / "home"
    shutil.copytree(root / "usr/share", folder / "share")
    shutil.copy(PACKAGING / "linux/add-to-desktop.sh", folder)
    (folder / "mission-tracker").touch()
    home.mkdir()
    call, apart = (
        [str(folder / "add-to-desktop.sh")],
        os.environ | {"HOME": str(home), "XDG_DATA_HOME": str(home / "data")},
    )
    subprocess.run(call, check=True, env=apart)
    entry = (home / "data/applications/mission-tracker.desktop").read_text()
    assert f'Exec="{folder}/mission-tracker" %f' in entry
    assert (home / ".local/bin/mission-tracker").readlink() == folder / "mission-tracker"
    subprocess.run([*call, "--remove"], check=True, env=apart)
    assert not [path for path in home.rglob("*mission*") if path.is_file() or path.is_symlink()]


def test_flatpak_finds_all_under_its_own_name(root: Path, drawn: Path, tmp_path: Path) -> None:
    """Its commands, run on what the build lays out; a sandbox shows others only what begins with the program's name."""
    import tree

    tree.hicolor(root, drawn)
    recipe = json.loads((PACKAGING / "org.missiontracker.missiontracker.json").read_text())
    source, app = tmp_path / "portable", tmp_path / "app"
    shutil.copytree(root / "usr/share", source / "share")
    (source / "_internal").mkdir()
    (source / "mission-tracker").touch()
    for command in recipe["modules"][0]["build-commands"]:
        apart = os.environ | {"FLATPAK_ID": recipe["id"]}
        subprocess.run(["sh", "-ec", command.replace("/app", str(app))], check=True, cwd=source, env=apart)
    kept = {path.stem for path in app.rglob("share/icons/**/mimetypes/*")} | {
        path.stem for path in app.rglob("packages/*")
    }
    assert kept == {recipe["id"], f"{recipe['id']}-store"}
    assert f'<icon name="{recipe["id"]}-store"/>' in (app / f"share/mime/packages/{recipe['id']}.xml").read_text()
    assert (app / "bin/mission-tracker").resolve() == app / "lib/mission-tracker/mission-tracker"


def test_macos_is_told_of_the_document() -> None:
    import macos  # type: ignore[import-not-found]

    told = plistlib.loads(plistlib.dumps(macos.info()))
    [kind], [declared] = told["CFBundleDocumentTypes"], told["UTExportedTypeDeclarations"]
    assert kind["LSItemContentTypes"] == [declared["UTTypeIdentifier"]]
    assert declared["UTTypeTagSpecification"]["public.filename-extension"] == [stores.SUFFIX.removeprefix(".")]


def test_windows_is_told_the_version(tmp_path: Path) -> None:
    import windows  # type: ignore[import-not-found]

    written = Path(windows.version_file(tmp_path, "1.2.3")).read_text()
    nodes = list(walk(parse(written, mode="eval")))
    assert [literal_eval(node) for node in nodes if isinstance(node, Tuple)] == [(1, 2, 3, 0), (1, 2, 3, 0)]
    assert [node.value for node in nodes if isinstance(node, Constant)].count("1.2.3") == 2
